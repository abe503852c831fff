from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.services.office import Office
from app.ui.accounting.accounts import AccountsPage
from app.ui.accounting.ledger import LedgerPage
from app.ui.accounting.tab import AccountingTab
from app.ui.kit.shell import Note, Shell
from app.ui.kit.texts import speak
from app.ui.kit.workspace import Workspace
from tests.ui.keys import press, type_in
from tests.ui.trading import issue

Settle = Callable[[], None]


def the_page(tab: AccountingTab) -> AccountsPage:
    page = tab.page("accounts")
    assert isinstance(page, AccountsPage)
    return page


def numbers(page: AccountsPage) -> list[str]:
    model = page.table.rows
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_whole_chart_is_listed_with_what_accounts_stand_at(tab: AccountingTab) -> None:
    page = the_page(tab)
    QAbstractItemModelTester(page.table.rows)
    row = numbers(page).index("1700")

    shown = [page.table.rows.index(row, column).data() for column in range(4)]

    assert shown == ["1700", "Trade receivables", "Assets", "1,443.25"]
    assert len(numbers(page)) > 100
    assert page.filters.count.text() == f"{len(numbers(page))} accounts"


def test_accounts_that_never_moved_are_hidden_by_a_chip(tab: AccountingTab) -> None:
    page = the_page(tab)

    page.filters.show_states(("moved",))

    assert numbers(page) == ["1700", "2941", "3000"]


def test_accounts_are_found_by_number_or_name(qtbot: QtBot, tab: AccountingTab) -> None:
    page = the_page(tab)

    type_in(page.filters.box, "294 output")

    qtbot.waitUntil(lambda: all(number.startswith("294") for number in numbers(page)))
    assert "2941" in numbers(page)
    press(page.filters.box, Qt.Key.Key_Down)
    assert page.table.hasFocus()


def test_what_no_account_fits_is_said(qtbot: QtBot, tab: AccountingTab) -> None:
    page = the_page(tab)

    type_in(page.filters.box, "zzz")

    qtbot.waitUntil(lambda: not page.table.isVisible())


def test_the_header_sorts_by_balance(tab: AccountingTab) -> None:
    page = the_page(tab)
    page.filters.show_states(("moved",))

    page.table.horizontalHeader().sectionClicked.emit(3)

    assert numbers(page) == ["3000", "2941", "1700"]


def test_enter_opens_the_ledger_of_the_account(
    tab: AccountingTab, space: Workspace, settle: Settle
) -> None:
    page = the_page(tab)
    page.filters.show_states(("moved",))

    press(page.table, Qt.Key.Key_Return)
    settle()

    assert isinstance(space.page, LedgerPage)
    assert space.page.windowTitle() == "Account"


def test_a_new_invoice_shows_at_once(
    tab: AccountingTab, shell: Shell, office: Office, settle: Settle
) -> None:
    issue(office, date(2026, 3, 3), "100")

    shell.client.changed.emit(frozenset({"journal_entry"}))
    settle()

    page = the_page(tab)
    assert page.table.rows.index(numbers(page).index("1700"), 3).data() == "1,568.75"


def test_rows_are_copied_for_a_spreadsheet(tab: AccountingTab, shell: Shell) -> None:
    notes: list[Note] = []
    shell.noted.connect(notes.append)
    page = the_page(tab)
    page.filters.show_states(("moved",))

    shell.book.action("list.copy").trigger()

    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Number\tName\tKind\tBalance"
    assert lines[1] == "1700\tTrade receivables\tAssets\t1,443.25"
    assert [note.text for note in notes] == ["3 rows copied"]


def test_find_goes_to_the_search_box(tab: AccountingTab, shell: Shell) -> None:
    shell.book.action("list.find").trigger()

    assert the_page(tab).filters.box.hasFocus()


def test_names_are_in_the_language_of_the_clerk(
    qtbot: QtBot, shell: Shell, tab: AccountingTab, settle: Settle
) -> None:
    speak("fi", "FI")
    finnish = AccountingTab(shell)
    qtbot.addWidget(finnish)
    settle()

    page = the_page(finnish)
    row = numbers(page).index("1700")

    assert page.table.rows.index(row, 1).data() == "Myyntisaamiset"
    assert page.table.rows.index(row, 3).data() == "1\u00a0443,25"
