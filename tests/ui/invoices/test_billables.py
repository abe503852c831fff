"""Work to invoice in the window: written down, invoiced by a key, removed and brought back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from app.domain.billables.billable import Work
from app.domain.shared.paging import View
from app.domain.shared.quantities import Quantity, UnitPrice
from app.services import billables
from app.services.office import Office
from app.ui.invoices.billable_editor import BillableEditor
from app.ui.invoices.billables import BillablesList
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from tests.ui.invoices.clerk import CTRL, Clerk, Key
from tests.ui.invoices.conftest import Trade
from tests.windows import Settle

LISTED = View()


def show(frame: QMainWindow, shell: Shell, page: BillablesList | BillableEditor) -> None:
    shell.book.enter((page,))
    frame.setCentralWidget(page)


@pytest.fixture
def listed(frame: QMainWindow, shell: Shell, office: Office, trade: Trade) -> BillablesList:
    """The list over two hours for one customer."""
    price = UnitPrice(Decimal(80))
    work = Work(trade.aamu.id, text="Design", quantity=Quantity(Decimal(2)), unit="h", price=price)
    office.do(billables.add, work)
    page = BillablesList(shell, Strip((("billables", "Work"),), "billables"))
    show(frame, shell, page)
    return page


@pytest.fixture
def editor(frame: QMainWindow, shell: Shell, trade: Trade, settle: Settle) -> BillableEditor:
    """The form of new work."""
    page = BillableEditor(shell)
    show(frame, shell, page)
    settle()
    return page


def test_hours_are_written_down_by_keys(
    editor: BillableEditor, office: Office, clerk: Clerk
) -> None:
    clerk.type("Kahv")
    clerk.settle()
    clerk.enter()
    clerk.settle()
    clerk.enter("t")
    clerk.enter(times=2)
    for text in ("Design", "1.5", "h", "80"):
        clerk.enter(text)
    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()

    (row,) = office.ask(billables.first, LISTED, 10)
    assert (row.customer_name, row.text) == ("Kahvila Aamu Oy", "Design")
    assert row.amount_minor == 12000


def test_what_lacks_is_named_at_its_field(editor: BillableEditor, clerk: Clerk) -> None:
    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()

    assert editor.fields is not None
    assert editor.fields.customer.hasFocus()
    assert "no customer" in editor.fields.cell("customer_id").note.text()


def test_a_key_drafts_the_invoice_and_undo_gives_the_work_back(
    listed: BillablesList, shell: Shell, office: Office, settle: Settle, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: shell.book.action("billable.invoice").isEnabled())

    shell.book.action("billable.invoice").trigger()
    qtbot.waitUntil(lambda: bool(shell.history.to_undo))
    settle()

    assert office.ask(billables.counts) == {"open": 0, "invoiced": 1}
    shell.history.undo()
    qtbot.waitUntil(lambda: office.ask(billables.counts) == {"open": 1, "invoiced": 0})


def test_work_is_removed_and_comes_back(
    listed: BillablesList, shell: Shell, office: Office, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: shell.book.action("billable.remove").isEnabled())

    shell.book.action("billable.remove").trigger()
    qtbot.waitUntil(lambda: bool(shell.history.to_undo))

    assert office.ask(billables.counts)["open"] == 0
    shell.history.undo()
    qtbot.waitUntil(lambda: office.ask(billables.counts)["open"] == 1)


def test_work_on_an_invoice_is_only_looked_at(
    listed: BillablesList, frame: QMainWindow, shell: Shell, office: Office, settle: Settle
) -> None:
    (row,) = office.ask(billables.first, LISTED, 10)
    office.do(billables.invoice, row.customer_id)
    page = BillableEditor(shell, row.id)
    show(frame, shell, page)
    settle()

    assert page.fields is not None
    assert not page.fields.isEnabled()
    assert not shell.book.action("invoice.issue").isEnabled()
