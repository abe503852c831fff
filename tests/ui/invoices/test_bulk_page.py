"""One draft for many in the window: looked at, made by a key, and taken back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from app.domain.contacts.address import Address
from app.domain.contacts.form import ContactForm
from app.domain.contacts.mailing import MailingForm, Wanted
from app.domain.invoices.draft import Draft, DraftLine
from app.domain.shared.ids import InvoiceId
from app.domain.shared.quantities import UnitPrice
from app.services import contacts, invoices, mailing_lists
from app.services.office import Office
from app.ui.invoices.bulk_page import BulkPage
from app.ui.kit.shell import Shell
from tests.ui.invoices.clerk import CTRL, Clerk, Key
from tests.ui.invoices.conftest import Trade
from tests.windows import Settle


@pytest.fixture
def fee(office: Office, trade: Trade) -> InvoiceId:
    for name in ("Anna", "Bertta"):
        home = Address("Katu 1", postcode="37100", town="Nokia")
        office.do(contacts.add, ContactForm(name, addresses=(home,)))
    office.do(mailing_lists.add, MailingForm("Nokia", Wanted(town="Nokia")))
    line = DraftLine(description="Fee", price=UnitPrice(Decimal(60)), vat="standard")
    return office.do(invoices.draft, Draft(customer_id=trade.aamu.id, lines=(line,))).result.id


@pytest.fixture
def page(shell: Shell, frame: QMainWindow, fee: InvoiceId, settle: Settle) -> BulkPage:
    page = BulkPage(shell, fee)
    shell.book.enter((page,))
    frame.setCentralWidget(page)
    settle()
    return page


def texts(page: BulkPage, row: int) -> list[str]:
    return [page.table.rows.index(row, column).data() for column in range(4)]


def test_a_list_is_chosen_looked_at_made_and_taken_back(
    page: BulkPage, shell: Shell, office: Office, clerk: Clerk, qtbot: QtBot
) -> None:
    qtbot.waitUntil(page.list.hasFocus)
    clerk.press(Key.Key_Down)
    qtbot.waitUntil(lambda: page.table.rows.rowCount() == 2)
    clerk.settle()
    shown = texts(page, 0)
    told = page.told.text()
    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()
    qtbot.waitUntil(lambda: bool(shell.history.to_undo))
    made = office.ask(invoices.counts)["draft"]

    shell.history.undo()
    clerk.settle()

    assert shown == ["Anna", "Finnish", "€75.30", "A draft"]
    assert told == "2 drafts · €150.60"
    assert made == 3
    qtbot.waitUntil(lambda: office.ask(invoices.counts)["draft"] == 1)


def test_a_customer_is_added_by_hand(page: BulkPage, clerk: Clerk, qtbot: QtBot) -> None:
    page.customer.setFocus()

    clerk.type("Anna")
    clerk.settle()
    clerk.press(Key.Key_Return)
    qtbot.waitUntil(lambda: page.table.rows.rowCount() == 1)

    assert texts(page, 0)[0] == "Anna"


def test_nothing_is_made_while_nobody_is_chosen(page: BulkPage, shell: Shell) -> None:
    assert page.told.text() == "Choose a list, or add customers: each gets a draft of its own."
    assert not shell.book.action("invoice.issue").isEnabled()
