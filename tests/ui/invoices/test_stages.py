"""Works in parts at the keyboard: a down payment asked for, and the final invoice made."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.invoices.draft import content_of
from app.domain.invoices.invoice import Invoice, Kind
from app.domain.invoices.stages import Share
from app.domain.shared.quantities import Rate, UnitPrice
from app.services import chains, crediting, invoices, staging
from app.services.office import Office
from app.ui.invoices.stages import share_of
from app.ui.kit.dialogs import Dialog
from app.ui.kit.shell import Shell
from tests.ui.invoices.conftest import Opened, Trade
from tests.ui.invoices.test_page import a_draft

TEN = Share(percent=Rate(Decimal(10)))


@pytest.fixture
def work(office: Office, trade: Trade) -> Invoice:
    return office.do(invoices.draft, a_draft(trade)).result


@pytest.fixture
def first(office: Office, work: Invoice) -> Invoice:
    draft = office.do(staging.down_payment, work.id, TEN).result
    return office.do(invoices.issue, draft.id).result


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("30 %", Share(percent=Rate(Decimal(30)))),
        ("30%", Share(percent=Rate(Decimal(30)))),
        ("250", Share(amount=Decimal(250))),
        ("a third", Share()),
        ("", Share()),
    ],
)
def test_a_share_is_read_as_it_is_written(text: str, share: Share) -> None:
    assert share_of(text) == share


@pytest.mark.parametrize("text", ["a third", "", "0", "0 %", "101 %", "-5"])
def test_what_is_no_part_of_the_work_stays_in_the_dialog_that_says_so(
    text: str, opened: Opened, work: Invoice, shell: Shell
) -> None:
    page = opened(work.id)
    shell.book.action("invoice.advance").trigger()
    dialog = page.findChildren(Dialog)[-1]
    dialog.findChildren(QLineEdit)[-1].setText(text)

    next(one for one in dialog.findChildren(QPushButton) if one.text() == "Draft it").click()

    assert dialog.isVisible()
    assert any(one.text().startswith("✕") for one in dialog.findChildren(QLabel))


def test_a_down_payment_is_asked_for_and_drafted(
    opened: Opened, work: Invoice, office: Office, shell: Shell, qtbot: QtBot
) -> None:
    page = opened(work.id)
    shell.book.action("invoice.advance").trigger()
    dialog = page.findChildren(Dialog)[-1]
    dialog.findChildren(QLineEdit)[-1].setText("10 %")

    with qtbot.waitSignal(shell.wanted) as wanted:
        dialog.accept()

    draft = office.ask(invoices.get, wanted.args[1])
    assert (draft.kind, draft.project_id) == (Kind.DOWN_PAYMENT, work.id)


def test_the_draft_of_the_work_becomes_its_final_invoice(
    opened: Opened, work: Invoice, first: Invoice, shell: Shell, qtbot: QtBot
) -> None:
    page = opened(work.id)
    before = page.editor

    shell.book.action("invoice.final").trigger()

    qtbot.waitUntil(lambda: page.editor is not None and page.editor is not before)
    editor = page.editor
    assert editor is not None
    content = editor.content()
    assert content.kind is Kind.FINAL
    assert [line.deducts for line in content.lines if line.deducts] == [first.id]
    qtbot.waitUntil(lambda: page.windowTitle().startswith("Final invoice"))


def test_what_is_too_much_is_opened_as_a_drafted_credit_note(
    opened: Opened, first: Invoice, office: Office, shell: Shell, qtbot: QtBot
) -> None:
    work = office.ask(invoices.get, first.project)
    lowered = replace(content_of(work).lines[0], price=UnitPrice(Decimal(1)))
    less = replace(content_of(work), lines=(lowered,))
    office.do(invoices.revise, work.id, work.version, less)
    opened(work.id)

    with qtbot.waitSignal(shell.wanted) as wanted:
        shell.book.action("invoice.excess").trigger()

    draft = office.ask(invoices.get, wanted.args[1])
    assert (draft.kind, draft.origin and draft.origin.invoice_id) == (Kind.CREDIT_NOTE, first.id)


def test_a_credit_note_has_no_parts(
    opened: Opened, first: Invoice, office: Office, shell: Shell
) -> None:
    note = office.do(crediting.credit, first.id, (), "Wrong").result

    opened(note.id)

    assert not shell.book.action("invoice.final").isEnabled()


def test_the_final_invoice_can_be_made_from_an_earlier_paper(
    opened: Opened, first: Invoice, office: Office, shell: Shell, qtbot: QtBot
) -> None:
    opened(first.id)

    with qtbot.waitSignal(shell.wanted) as wanted:
        shell.book.action("invoice.final").trigger()

    assert wanted.args == ["invoice", first.project_id]
    links = office.ask(chains.around, first.id)
    assert [one.record_id for one in links] == [first.id, first.project_id]
