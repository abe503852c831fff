from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.domain.accounting.entries import NewEntry
from app.domain.accounting.journal import Posting
from app.domain.invoices.invoice import Invoice
from app.domain.shared.money import Money
from app.services import accounting, entries
from app.services.office import Office
from app.ui.accounting.entry import EntryPage
from app.ui.accounting.ledger import LedgerPage
from app.ui.kit.shell import Shell
from app.ui.kit.workspace import Workspace
from tests.ui.keys import press
from tests.ui.trading import InvoicePage

Settle = Callable[[], None]


def opened(space: Workspace, shell: Shell, record: int, settle: Settle) -> EntryPage:
    shell.open("entry", record)
    settle()
    settle()
    page = space.page
    assert isinstance(page, EntryPage)
    settle()
    return page


@pytest.fixture
def page(
    issued: tuple[Invoice, ...], office: Office, shell: Shell, space: Workspace, settle: Settle
) -> EntryPage:
    (entry,) = office.ask(accounting.entries_of, f"invoice:{issued[0].id}")
    return opened(space, shell, entry.id, settle)


def rows(page: EntryPage) -> list[list[str]]:
    model = page.table.rows
    places = range(model.rowCount())
    return [[model.index(row, column).data() for column in range(4)] for row in places]


def test_an_entry_shows_both_its_sides_and_their_sum(page: EntryPage) -> None:
    QAbstractItemModelTester(page.table.rows)

    assert rows(page) == [
        ["1700", "Trade receivables", "125.50", ""],
        ["3000", "Sales, general rate", "", "100.00"],
        ["2941", "Output VAT, general rate", "", "25.50"],
    ]
    assert page.sums.accessibleName() == "Sum: Name Sum, EUR, Debit 125.50, Credit 125.50"
    assert page._facts["journal"].text() == "Sales"
    assert page._facts["day"].text() == "12 January 2026"


def test_the_document_is_shown_beside_it(qtbot: QtBot, page: EntryPage) -> None:
    qtbot.waitUntil(lambda: page.preview.pages.reading.is_whole and bool(page.preview.pdf))

    assert "20260001" in page.preview.pages.reading.texts[0].text


def test_the_link_names_and_opens_the_invoice(
    qtbot: QtBot, page: EntryPage, shell: Shell, space: Workspace, issued: tuple[Invoice, ...]
) -> None:
    qtbot.waitUntil(page.voucher.isVisible)
    assert page.voucher.text() == "Invoice 20260001"

    shell.book.action("entry.voucher").trigger()

    assert isinstance(space.page, InvoicePage)
    assert space.page.record == issued[0].id


def test_enter_opens_the_account_of_a_posting(
    page: EntryPage, space: Workspace, settle: Settle
) -> None:
    press(page.table, Qt.Key.Key_Down)
    press(page.table, Qt.Key.Key_Return)
    settle()

    assert isinstance(space.page, LedgerPage)


def test_the_postings_are_copied(page: EntryPage, shell: Shell) -> None:
    shell.book.action("list.copy").trigger()

    assert "1700\tTrade receivables\t125.50\t" in QGuiApplication.clipboard().text()


def test_an_entry_by_hand_says_that_no_document_belongs_to_it(
    space: Workspace, shell: Shell, office: Office, settle: Settle
) -> None:
    accounts = office.ask(accounting.accounts)
    sides = (
        Posting(accounts[0].id, Money(1000, "EUR"), "in"),
        Posting(accounts[1].id, Money(-1000, "EUR"), "out"),
    )
    entry = office.do(entries.book, NewEntry(date(2026, 3, 1), "By hand", sides)).result

    page = opened(space, shell, entry.id, settle)

    assert "by hand" in page.preview.words.text()
    assert page.voucher.isHidden()
    assert not shell.book.action("entry.voucher").isEnabled()
    assert not page.table.isColumnHidden(4)
