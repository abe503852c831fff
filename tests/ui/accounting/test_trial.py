from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.ui.accounting.tab import AccountingTab
from app.ui.accounting.trial import TrialPage
from app.ui.kit.shell import Shell
from app.ui.kit.workspace import Workspace
from tests.ui.keys import press, type_in

Settle = Callable[[], None]


def the_page(tab: AccountingTab, settle: Settle) -> TrialPage:
    tab.show_section("trial")
    page = tab.current
    assert isinstance(page, TrialPage)
    settle()
    return page


def rows(page: TrialPage) -> list[list[str]]:
    model = page.table.rows
    places = range(model.rowCount())
    return [[model.index(row, column).data() for column in (0, 1, 3, 4, 5)] for row in places]


def test_debit_and_credit_are_listed_and_agree(tab: AccountingTab, settle: Settle) -> None:
    page = the_page(tab, settle)
    QAbstractItemModelTester(page.table.rows)

    assert rows(page) == [
        ["1700", "Trade receivables", "1,443.25", "", "1,443.25"],
        ["2941", "Output VAT, general rate", "", "293.25", "-293.25"],
        ["3000", "Sales, general rate", "", "1,150.00", "-1,150.00"],
    ]
    assert page.verdict.text() == "Debit and credit agree: difference €0.00"
    assert "Debit 1,443.25, Credit 1,443.25, Balance 0.00" in page.sums.accessibleName()


def test_the_day_is_typed_with_the_date_keys(
    qtbot: QtBot, tab: AccountingTab, settle: Settle
) -> None:
    page = the_page(tab, settle)
    page.day.setFocus()
    page.day.selectAll()

    type_in(page.day, "31.1.2026")
    qtbot.waitUntil(lambda: rows(page)[0][2] == "188.25")
    press(page.day, Qt.Key.Key_Return)
    type_in(page.day, "t")

    qtbot.waitUntil(lambda: rows(page)[0][2] == "1,443.25")
    assert page.day.text() == "10 Mar 2026"


def test_a_day_that_cannot_be_read_is_said_and_changes_nothing(
    qtbot: QtBot, tab: AccountingTab, settle: Settle
) -> None:
    page = the_page(tab, settle)
    page.day.setFocus()
    page.day.selectAll()

    type_in(page.day, "99.99.")

    qtbot.waitUntil(lambda: "Write a day" in page.day.accessibleDescription())
    assert len(rows(page)) == 3


def test_before_the_first_entry_there_is_nothing_to_balance(
    qtbot: QtBot, tab: AccountingTab, settle: Settle
) -> None:
    page = the_page(tab, settle)
    page.day.setFocus()
    page.day.selectAll()

    type_in(page.day, "1.1.2026")

    qtbot.waitUntil(lambda: page.stack.currentWidget() is page._empty)


def test_the_balance_is_copied_as_a_table(tab: AccountingTab, shell: Shell, settle: Settle) -> None:
    the_page(tab, settle)

    shell.book.action("list.copy").trigger()

    assert QGuiApplication.clipboard().text().splitlines()[1] == (
        "1700\tTrade receivables\t1,443.25\t\t1,443.25"
    )


def test_the_balance_shows_as_it_prints_and_escape_puts_it_away(
    qtbot: QtBot, tab: AccountingTab, shell: Shell, settle: Settle
) -> None:
    page = the_page(tab, settle)

    with qtbot.waitSignal(page.stack.paper.shown):
        shell.book.action("books.paper").trigger()

    qtbot.waitUntil(lambda: page.stack.paper.pages.reading.is_whole)
    assert "1,443.25" in page.stack.paper.pages.reading.texts[0].text
    press(page.stack.paper.pages, Qt.Key.Key_Escape)
    assert page.stack.currentWidget() is page._filled


def test_find_leads_to_the_day_or_to_the_paper(
    qtbot: QtBot, tab: AccountingTab, shell: Shell, settle: Settle
) -> None:
    page = the_page(tab, settle)

    shell.book.action("list.find").trigger()
    assert page.day.hasFocus()
    with qtbot.waitSignal(page.stack.paper.shown):
        page.stack.turn()
    shell.book.action("list.find").trigger()

    assert page.stack.paper.line.words.hasFocus()


def test_an_office_without_entries_says_what_to_do(space: Workspace, settle: Settle) -> None:
    tab = space.page
    assert isinstance(tab, AccountingTab)

    page = the_page(tab, settle)

    assert page._empty.title.text() == "Nothing is booked up to this day"
    assert all(button.isEnabled() for button in page._empty.buttons)


def test_a_first_day_splits_what_was_before_from_what_moved(
    qtbot: QtBot, tab: AccountingTab, shell: Shell, settle: Settle
) -> None:
    page = the_page(tab, settle)
    assert page.table.isColumnHidden(2)
    page.since.setFocus()

    type_in(page.since, "1.3.")

    qtbot.waitUntil(lambda: not page.table.isColumnHidden(2))
    model = page.table.rows
    row = [model.index(0, column).data() for column in range(6)]
    assert row == ["1700", "Trade receivables", "188.25", "1,255.00", "", "1,443.25"]
    assert "0.00" in page.verdict.text()


def test_a_first_day_after_the_last_is_refused(tab: AccountingTab, settle: Settle) -> None:
    page = the_page(tab, settle)

    page.since.setText("1.4.2026")
    page.refresh()

    assert "before the first" in page.day.accessibleDescription()
