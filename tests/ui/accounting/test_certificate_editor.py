from __future__ import annotations

from decimal import Decimal

from pytestqt.qtbot import QtBot

from app.services import contacts, withholding
from app.services.office import Office
from app.ui.accounting.certificate_editor import CertificateEditor
from app.ui.kit.shell import Shell
from tests.builders import TODAY
from tests.ui.accounting.taxed import moved, shown
from tests.windows import Settle


def test_the_tax_follows_from_amount_and_rate(
    qtbot: QtBot, office: Office, shell: Shell, settle: Settle
) -> None:
    payee = moved(office, "TH", "THB")
    editor = shown(qtbot, CertificateEditor(shell), settle)
    qtbot.waitUntil(lambda: editor.fields is not None)
    fields = editor.fields
    assert fields is not None
    (row,) = office.ask(contacts.rows, (payee,))

    fields.contact.put(row)
    fields.rows.editor(0, "words").put("Cleaning")
    for name, value in (("amount", "10000"), ("rate", "3")):
        field = fields.rows.editor(0, name)
        field.put(Decimal(value))
        field.edited.emit()
    editor.save()

    qtbot.waitUntil(lambda: bool(office.ask(withholding.certificates, TODAY, TODAY)))
    settle()
    (one,) = office.ask(withholding.certificates, TODAY, TODAY)
    assert (one.tax.minor, one.payee.name) == (30000, "Bangkok Cleaning")


def test_what_is_missing_is_told_at_its_field(
    qtbot: QtBot, office: Office, shell: Shell, settle: Settle
) -> None:
    moved(office, "TH", "THB")
    editor = shown(qtbot, CertificateEditor(shell), settle)
    qtbot.waitUntil(lambda: editor.fields is not None)

    editor.save()
    settle()

    assert [one.code for one in editor.problems()] == ["withholding.without-income"]
    assert office.ask(withholding.certificates, TODAY, TODAY) == ()


def test_what_was_typed_is_offered_again(
    qtbot: QtBot, office: Office, shell: Shell, settle: Settle
) -> None:
    payee = moved(office, "TH", "THB")
    first = shown(qtbot, CertificateEditor(shell), settle)
    qtbot.waitUntil(lambda: first.fields is not None)
    assert first.fields is not None
    (row,) = office.ask(contacts.rows, (payee,))
    first.fields.contact.put(row)
    amount = first.fields.rows.editor(0, "amount")
    amount.put(Decimal(500))
    amount.edited.emit()
    first.flush()
    settle()
    shell.let_go(first)

    again = shown(qtbot, CertificateEditor(shell), settle)

    qtbot.waitUntil(lambda: again.fields is not None)
    assert again.content().rows[0].amount.minor == 50000
