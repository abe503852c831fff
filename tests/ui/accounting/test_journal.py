from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.ui.accounting.entry import EntryPage
from app.ui.accounting.journal import JournalPage
from app.ui.accounting.tab import AccountingTab
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.shell import Shell
from app.ui.kit.workspace import Workspace
from tests.ui.keys import press, type_in

Settle = Callable[[], None]


def the_page(tab: AccountingTab) -> JournalPage:
    tab.show_section("journal")
    page = tab.current
    assert isinstance(page, JournalPage)
    return page


def rows(page: JournalPage) -> list[list[str]]:
    model = page.model
    places = range(model.rowCount())
    return [[model.index(row, column).data() for column in range(5)] for row in places]


def test_the_journal_lists_entries_the_newest_first(tab: AccountingTab, settle: Settle) -> None:
    page = the_page(tab)
    QAbstractItemModelTester(page.model)
    settle()

    assert rows(page)[0] == [
        "2026-00003",
        "2 Mar 2026",
        "Sales",
        "20260003 Kahvila Aamu Oy",
        "€1,255.00",
    ]
    assert page.filters.count.text() == "3 entries"


def test_entries_are_found_by_number_and_kept_by_journal(
    qtbot: QtBot, tab: AccountingTab, settle: Settle
) -> None:
    page = the_page(tab)
    settle()

    type_in(page.filters.box, "20260002")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    page.filters.clear()
    settle()
    page.filters.show_states(("bank",))

    qtbot.waitUntil(lambda: page.model.rowCount() == 0)


def test_enter_opens_the_entry(tab: AccountingTab, space: Workspace, settle: Settle) -> None:
    page = the_page(tab)
    settle()

    press(page.table, Qt.Key.Key_Return)
    settle()

    assert isinstance(space.page, EntryPage)


def test_an_empty_journal_says_where_entries_come_from(
    space: Workspace, shell: Shell, settle: Settle
) -> None:
    tab = space.page
    assert isinstance(tab, AccountingTab)
    page = the_page(tab)
    settle()

    empty = page._stack.currentWidget()
    assert isinstance(empty, EmptyState)
    assert empty.title.text() == "Nothing is booked yet"
    shell.book.action("go.invoices").trigger()
    assert space.module == "invoices"


def test_the_journal_of_the_year_shows_as_it_prints_beside_the_list(
    qtbot: QtBot, tab: AccountingTab, shell: Shell, settle: Settle
) -> None:
    page = the_page(tab)
    settle()

    with qtbot.waitSignal(page.paper.shown):
        shell.book.action("books.paper").trigger()

    qtbot.waitUntil(lambda: page.paper.pages.reading.is_whole)
    assert "2026-00003" in page.paper.pages.reading.texts[0].text
    press(page.paper.pages, Qt.Key.Key_Escape)
    assert not page.paper.isVisible()
    assert page.table.hasFocus()
