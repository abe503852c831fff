"""The way through the books by keys alone: balance, account, entry, voucher, and back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.invoices.invoice import Invoice
from app.services.office import Office
from app.ui.accounting.entry import EntryPage
from app.ui.accounting.ledger import LedgerPage
from app.ui.accounting.tab import AccountingTab
from app.ui.accounting.trial import TrialPage
from app.ui.kit.shell import Shell
from app.ui.kit.texts import speak
from app.ui.kit.theme import Density, Look, theme
from app.ui.kit.workspace import Workspace
from tests.ui.accounting.taxed import moved
from tests.ui.keys import press
from tests.ui.trading import BOOKS, InvoicePage

Settle = Callable[[], None]
WITHHELD = {"books.certificates", "books.tax-list"}
CONTRACTORS = {"books.contractors", "books.nec-list"}
LOCAL = WITHHELD | CONTRACTORS
KNOWN: dict[str, tuple[str, set[str]]] = {
    "FI": ("EUR", set()),
    "TH": ("THB", WITHHELD),
    "US": ("USD", CONTRACTORS),
}


def test_a_clerk_drills_from_the_balance_to_the_voucher_and_back(
    qtbot: QtBot, tab: AccountingTab, space: Workspace, shell: Shell, settle: Settle
) -> None:
    shell.book.action("books.trial").trigger()
    settle()
    trial = tab.current
    assert isinstance(trial, TrialPage)
    assert trial.table.hasFocus()
    press(trial.table, Qt.Key.Key_Return)
    settle()
    ledger = space.page
    assert isinstance(ledger, LedgerPage)
    settle()
    press(ledger.table, Qt.Key.Key_Down)
    press(ledger.table, Qt.Key.Key_Return)
    settle()
    entry = space.page
    assert isinstance(entry, EntryPage)
    qtbot.waitUntil(entry.voucher.isVisible)
    shell.book.action("entry.voucher").trigger()
    assert isinstance(space.page, InvoicePage)

    way = []
    for _step in range(3):
        shell.book.action("go.back").trigger()
        way.append(space.page)

    assert way == [entry, ledger, tab]
    assert tab.current is trial
    assert trial.table.hasFocus()
    shell.book.action("go.forward").trigger()
    forward: object = space.page
    assert forward is ledger


def test_a_section_comes_forward_also_from_a_record(
    tab: AccountingTab, space: Workspace, shell: Shell, settle: Settle
) -> None:
    tab.show_section("trial")
    settle()
    trial = tab.current
    assert isinstance(trial, TrialPage)
    press(trial.table, Qt.Key.Key_Return)
    settle()

    shell.book.action("books.journal").trigger()

    assert space.page is tab
    assert tab.current is tab.page("journal")


def test_the_books_open_in_thai_and_at_twice_the_size(
    qtbot: QtBot, issued: tuple[Invoice, ...], shell: Shell, office: Office, settle: Settle
) -> None:
    speak("th", "TH")
    theme().wear(Look.DARK, Density.COMFORTABLE, 200, still=True)

    with qtbot.captureExceptions() as raised:
        space = Workspace(shell, BOOKS)
        qtbot.addWidget(space)
        space.resize(1280, 800)
        space.show()
        space.start()
        tab = space.page
        assert isinstance(tab, AccountingTab)
        for name in ("accounts", "journal", "trial"):
            tab.show_section(name)
            settle()
            space.grab()

    trial = tab.page("trial")
    assert isinstance(trial, TrialPage)
    assert raised == []
    assert trial.day.text() == "10/03/2569"
    assert trial.table.rowHeight(0) == theme().row_height


@pytest.mark.parametrize("country", KNOWN)
def test_only_what_the_law_of_the_country_knows_is_offered(
    qtbot: QtBot, shell: Shell, office: Office, country: str
) -> None:
    currency, known = KNOWN[country]
    moved(office, country, currency)

    tab = AccountingTab(shell)
    qtbot.addWidget(tab)
    shell.book.enter((tab,))

    qtbot.waitUntil(lambda: {one for one in LOCAL if shell.book.action(one).isEnabled()} == known)
