"""A clerk sees what an e-invoice asks to pay, corrects it by keyboard, and keeps it as a draft."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.bills.bill import BillState
from app.domain.shared.ids import DocumentId
from app.domain.shared.refusals import OfficeError
from app.services import bills, contacts
from app.services.office import Office
from app.ui.archive.bill_page import ASIDE, SAVE, BillPage
from app.ui.kit.shell import Shell
from tests.formats.test_einvoices import sample
from tests.services.test_einvoices import filed
from tests.ui.keys import press, type_in
from tests.windows import bring_up

Settle = Callable[[], None]


@pytest.fixture
def document(office: Office) -> DocumentId:
    return filed(office, "bill.xml", "text/xml", sample("finvoice"))


def opened(qtbot: QtBot, shell: Shell, one: DocumentId, settle: Settle) -> BillPage:
    page = BillPage(shell, one)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    bring_up(qtbot, page)
    settle()
    shell.book.enter((page,))
    return page


@pytest.fixture
def page(qtbot: QtBot, shell: Shell, document: DocumentId, settle: Settle) -> BillPage:
    made = opened(qtbot, shell, document, settle)
    qtbot.waitUntil(lambda: made.fields is not None)
    qtbot.waitUntil(lambda: bool(made.preview.pdf))
    return made


def test_what_the_e_invoice_says_stands_in_fields_beside_its_pages(
    page: BillPage, office: Office, document: DocumentId
) -> None:
    assert page.fields is not None
    form = office.ask(bills.opened, document).form

    assert page.content() == form
    assert page.fields.texts["number"].value() == form.number
    assert page.fields.lines.editor(0, "net").value() == form.lines[0].net
    assert page.fields.contact.value() is None


def test_a_bill_is_corrected_kept_and_put_aside_by_undo(
    qtbot: QtBot, page: BillPage, shell: Shell, office: Office, document: DocumentId
) -> None:
    assert page.fields is not None
    reference = page.fields.texts["reference"]
    reference.setFocus()
    reference.selectAll()
    type_in(reference, "1232")

    with qtbot.waitSignal(page.finished):
        shell.book.action(SAVE).trigger()
    qtbot.waitUntil(lambda: bool(shell.history.to_undo))
    kept = office.ask(bills.get, document)
    shell.history.undo()

    qtbot.waitUntil(lambda: office.ask(bills.get, document).state is BillState.PUT_ASIDE)
    assert kept.form.reference == "1232"
    assert kept.state is BillState.DRAFT


def test_a_wrong_sum_warns_at_its_field_and_an_unknown_currency_stands_in_the_way(
    qtbot: QtBot, page: BillPage, shell: Shell, office: Office
) -> None:
    assert page.fields is not None
    page.fields.sums["gross"].put(Decimal(1))
    currency = page.fields.texts["currency"]
    currency.setFocus()
    currency.selectAll()
    type_in(currency, "EUX")

    shell.book.action(SAVE).trigger()

    assert "a total of" in page.fields.sums["gross"].accessibleDescription()
    assert "EUX" in currency.accessibleDescription()
    assert office.ask(bills.drafts) == ()


def test_the_seller_becomes_a_contact_from_the_field(
    qtbot: QtBot, page: BillPage, office: Office
) -> None:
    assert page.fields is not None
    fields = page.fields

    fields._add_contact("")
    qtbot.waitUntil(lambda: fields.contact.value() is not None)

    row = fields.contact.value()
    assert row is not None
    assert row.name == fields.texts["supplier"].value()
    assert [one.iban for one in office.ask(contacts.get, row.id).accounts] == [
        fields.texts["account"].value()
    ]


def test_a_kept_bill_is_put_aside_and_waits_again(
    qtbot: QtBot, shell: Shell, office: Office, document: DocumentId, settle: Settle
) -> None:
    office.do(bills.keep, document, 0, office.ask(bills.opened, document).form)
    page = opened(qtbot, shell, document, settle)
    qtbot.waitUntil(lambda: page.fields is not None)

    shell.book.action(ASIDE).trigger()
    qtbot.waitUntil(lambda: office.ask(bills.get, document).state is BillState.PUT_ASIDE)
    settle()
    again = shell.book.action(ASIDE).text()
    shell.book.action(ASIDE).trigger()

    qtbot.waitUntil(lambda: office.ask(bills.get, document).state is BillState.DRAFT)
    assert again == "Let the bill wait again"


def test_what_was_typed_is_gone_on_with(
    qtbot: QtBot,
    page: BillPage,
    shell: Shell,
    document: DocumentId,
    settle: Settle,
) -> None:
    assert page.fields is not None
    type_in(page.fields.texts["order"], "PO 7")
    page.flush()
    settle()
    shell.let_go(page)

    second = opened(qtbot, shell, document, settle)

    qtbot.waitUntil(lambda: second.fields is not None)
    assert second.fields is not None
    assert second.fields.texts["order"].value().startswith("PO 7")


def test_a_document_that_is_no_e_invoice_says_so_and_closes(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    one = filed(office, "plain.xml", "text/xml", b"<a/>")
    told: list[OfficeError] = []
    shell.refused.connect(told.append)

    page = BillPage(shell, one)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.finished):
        press(page, Qt.Key.Key_Tab)

    assert [error.code for error in told] == ["einvoices.not-one"]
