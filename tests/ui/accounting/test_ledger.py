from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.domain.invoices.invoice import Invoice
from app.services import accounting
from app.services.office import Office
from app.ui.accounting import ledger
from app.ui.accounting.entry import EntryPage
from app.ui.accounting.ledger import LedgerPage
from app.ui.kit.shell import Shell
from app.ui.kit.workspace import Workspace
from tests.ui.keys import press, type_in

Settle = Callable[[], None]


@pytest.fixture
def page(
    issued: tuple[Invoice, ...], office: Office, shell: Shell, space: Workspace, settle: Settle
) -> LedgerPage:
    accounts = {one.number: one.id for one in office.ask(accounting.accounts)}
    shell.open("account", accounts["1700"])
    settle()
    page = space.page
    assert isinstance(page, LedgerPage)
    settle()
    return page


def rows(page: LedgerPage) -> list[list[str]]:
    model = page.table.rows
    places = range(model.rowCount())
    return [[model.index(row, column).data() for column in range(6)] for row in places]


def test_a_ledger_runs_from_the_opening_to_the_closing_balance(page: LedgerPage) -> None:
    QAbstractItemModelTester(page.table.rows)

    assert rows(page) == [
        ["1 Jan 2026", "", "Opening balance", "", "", "0.00"],
        ["12 Jan 2026", "2026-00001", "20260001 Kahvila Aamu Oy", "125.50", "", "125.50"],
        ["12 Jan 2026", "2026-00002", "20260002 Kahvila Aamu Oy", "62.75", "", "188.25"],
        ["2 Mar 2026", "2026-00003", "20260003 Kahvila Aamu Oy", "1,255.00", "", "1,443.25"],
    ]
    assert "Closing balance on 31 Dec 2026" in page.sums.accessibleName()
    assert page.bar.first.text() == "1 Jan 2026"


def test_the_keyboard_is_in_the_table_from_the_start(page: LedgerPage) -> None:
    assert page.table.hasFocus()


def test_a_later_period_opens_with_what_was_before(
    qtbot: QtBot, page: LedgerPage, settle: Settle
) -> None:
    page.bar.first.setFocus()
    page.bar.first.selectAll()

    type_in(page.bar.first, "1.2.2026")

    qtbot.waitUntil(lambda: rows(page)[0][5] == "188.25")
    assert len(rows(page)) == 2


def test_periods_are_stepped_by_keys(
    qtbot: QtBot, page: LedgerPage, shell: Shell, settle: Settle
) -> None:
    shell.book.action("ledger.after").trigger()
    settle()
    assert page.bar.first.text() == "1 Jan 2027"
    assert rows(page)[0][5] == "1,443.25"

    shell.book.action("ledger.before").trigger()
    shell.book.action("ledger.before").trigger()
    settle()

    assert page.stack.currentWidget() is page._empty


def test_enter_opens_the_entry_but_not_that_of_the_opening(
    page: LedgerPage, space: Workspace, settle: Settle
) -> None:
    press(page.table, Qt.Key.Key_Return)
    settle()
    assert space.page is page

    press(page.table, Qt.Key.Key_Down)
    press(page.table, Qt.Key.Key_Return)
    settle()

    assert isinstance(space.page, EntryPage)


def test_the_ledger_shows_as_it_prints(qtbot: QtBot, page: LedgerPage, shell: Shell) -> None:
    with qtbot.waitSignal(page.stack.paper.shown):
        shell.book.action("books.paper").trigger()

    qtbot.waitUntil(lambda: page.stack.paper.pages.reading.is_whole)
    assert "Trade receivables" in page.stack.paper.pages.reading.texts[0].text


def test_an_account_gets_its_new_name_at_once(
    page: LedgerPage, shell: Shell, settle: Settle
) -> None:
    shell.client.changed.emit(frozenset({"account"}))
    settle()

    assert page._head.title.text() == "1700 Trade receivables"


def test_a_period_that_is_too_full_says_so(
    page: LedgerPage, monkeypatch: pytest.MonkeyPatch, settle: Settle
) -> None:
    monkeypatch.setattr(ledger, "MOST_ROWS", 2)

    page.refresh()
    settle()

    assert page.stack.currentWidget() is page._crowd
    assert page._crowd.title.text() == "3 postings are more than one list can hold"
