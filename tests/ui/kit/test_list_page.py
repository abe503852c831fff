"""The list page over a real office: find, filter, sort, choose, copy, refresh, empty."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from app.domain.contacts.contact import Role
from app.domain.shared.ids import ContactId
from app.services import contacts
from app.services.office import Office
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.focus import enter
from app.ui.kit.shell import Shell
from tests.ui.keys import press, type_in
from tests.ui.people import PeopleTab, add
from tests.windows import bring_up

Settle = Callable[[], None]


@pytest.fixture
def ids(office: Office) -> tuple[int, ...]:
    return (
        *add(office, "Aamu Oy", "Lumo Oy", "Zeppelin Oy"),
        *add(office, "Tampereen Teräs", role=Role.SUPPLIER),
    )


@pytest.fixture
def page(qtbot: QtBot, shell: Shell, ids: tuple[int, ...], settle: Settle) -> PeopleTab:
    page = PeopleTab(shell)
    qtbot.addWidget(page)
    page.resize(900, 600)
    bring_up(qtbot, page)
    settle()
    shell.book.enter((page,))
    return page


def names(page: PeopleTab) -> list[str]:
    return [page.model.index(row, 1).data() for row in range(page.model.rowCount())]


def paint(page: PeopleTab, settle: Settle) -> list[str]:
    names(page)
    settle()
    return names(page)


def test_the_list_opens_sorted_with_its_count_and_the_cursor_on_the_first_row(
    page: PeopleTab, settle: Settle, ids: tuple[int, ...]
) -> None:
    assert paint(page, settle) == ["Aamu Oy", "Lumo Oy", "Tampereen Teräs", "Zeppelin Oy"]
    assert page.filters.count.text() == "4 contacts"
    assert page.table.chosen_id() == ids[0]


def test_what_an_empty_list_says_is_made_only_where_there_is_nothing(page: PeopleTab) -> None:
    assert page.model.rowCount()
    assert {"empty", "_no_hits"}.isdisjoint(vars(page))


def test_rows_that_came_with_the_office_are_shown_at_once_and_taken_out(
    qtbot: QtBot, shell: Shell, office: Office, ids: tuple[int, ...], settle: Settle
) -> None:
    shell.first["people"] = office.ask(contacts.rows, tuple(ContactId(one) for one in ids[:2]))

    page = PeopleTab(shell)
    qtbot.addWidget(page)
    at_once = names(page)
    page.show()

    assert at_once == ["Aamu Oy", "Lumo Oy"]
    assert shell.first == {}
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)
    settle()


def test_typing_finds_and_escape_shows_all_again(
    qtbot: QtBot, page: PeopleTab, settle: Settle
) -> None:
    type_in(page.filters.box, "lumo")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert paint(page, settle) == ["Lumo Oy"]

    press(page.filters.box, Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: page.model.rowCount() == 4)


def test_nothing_found_says_so_and_shows_everything_with_one_button(
    qtbot: QtBot, page: PeopleTab
) -> None:
    type_in(page.filters.box, "xyz")
    qtbot.waitUntil(lambda: page._stack.currentWidget() is page._no_hits)

    page.filters.clear()

    qtbot.waitUntil(lambda: page.model.rowCount() == 4)
    assert page._stack.currentWidget() is page.table


def test_a_chip_keeps_only_its_state(qtbot: QtBot, page: PeopleTab, settle: Settle) -> None:
    page.filters.show_states(("supplier",))

    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert paint(page, settle) == ["Tampereen Teräs"]


def test_a_click_on_the_header_sorts_and_a_second_one_turns_it(
    qtbot: QtBot, page: PeopleTab, settle: Settle
) -> None:
    page.table.horizontalHeader().sectionClicked.emit(1)
    settle()

    assert paint(page, settle)[0] == "Zeppelin Oy"
    assert page.view().is_descending


def test_a_change_elsewhere_shows_without_losing_the_cursor(
    qtbot: QtBot,
    page: PeopleTab,
    shell: Shell,
    office: Office,
    ids: tuple[int, ...],
) -> None:
    page.choose(ids[1])
    add(office, "Aaltonen Oy")

    shell.client.changed.emit(frozenset({"contact"}))

    qtbot.waitUntil(lambda: page.model.rowCount() == 5)
    assert page.table.chosen_id() == ids[1]


def test_a_change_of_other_tables_asks_nothing(
    page: PeopleTab, shell: Shell, settle: Settle
) -> None:
    paint(page, settle)

    shell.client.changed.emit(frozenset({"invoice"}))

    assert not shell.client.lanes.questions.is_busy


def test_a_record_that_is_not_yet_in_the_list_is_chosen_when_it_comes(
    qtbot: QtBot, page: PeopleTab, shell: Shell, office: Office
) -> None:
    (fresh,) = add(office, "Mustikka Oy")
    page.choose(fresh)

    shell.client.changed.emit(frozenset({"contact"}))

    qtbot.waitUntil(lambda: page.table.chosen_id() == fresh)


def test_the_first_row_is_chosen_also_where_the_table_waited_with_the_keyboard(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    page = PeopleTab(shell)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitActive(page)
    settle()
    page.table.setFocus()
    (first,) = add(office, "Aamu Oy")

    with qtbot.waitSignal(page.chosen) as chosen:
        shell.client.changed.emit(frozenset({"contact"}))

    assert chosen.args == [first]
    assert page.table.selected_ids() == (first,)


def test_enter_opens_and_resting_on_a_row_shows_its_details(
    qtbot: QtBot, page: PeopleTab, ids: tuple[int, ...]
) -> None:
    page.table.setFocus()

    with qtbot.waitSignal(page.chosen) as chosen:
        press(page.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.opened) as opened:
        press(page.table, Qt.Key.Key_Return)

    assert chosen.args == opened.args == [ids[1]]


def test_a_letter_in_the_table_is_a_verb_and_in_the_search_box_it_is_a_letter(
    qtbot: QtBot, page: PeopleTab
) -> None:
    type_in(page.filters.box, "n")
    assert page.made == 0

    page.table.setFocus()
    type_in(page.table, "n")

    assert page.made == 1


def test_tab_leaves_the_table(qtbot: QtBot, page: PeopleTab) -> None:
    page.table.setFocus()
    page.activateWindow()
    qtbot.waitUntil(page.table.hasFocus)

    press(page.table, Qt.Key.Key_Tab)

    assert not page.table.hasFocus()


def test_the_selection_is_copied_as_text_and_as_a_table(
    qtbot: QtBot, page: PeopleTab, shell: Shell, settle: Settle
) -> None:
    page.table.selectAll()

    with qtbot.waitSignal(shell.noted):
        shell.book.action("list.copy").trigger()

    mime = QGuiApplication.clipboard().mimeData()
    lines = mime.text().split("\n")
    assert lines[0] == "Number\tName\tTown"
    assert lines[1].split("\t")[1] == "Aamu Oy"
    assert len(lines) == 5
    assert mime.html().count("<tr>") == 5
    assert 'align="right"' in mime.html()


def test_an_empty_list_says_what_it_is_for_and_offers_the_first_step(
    qtbot: QtBot, shell: Shell, settle: Settle
) -> None:
    page = PeopleTab(shell)
    qtbot.addWidget(page)
    shell.book.enter((page,))
    settle()
    assert page._stack.currentWidget() is page.empty

    button = page.empty.buttons[0]
    button.click()

    assert page.made == 1


def test_the_model_of_a_page_keeps_the_rules_of_models(page: PeopleTab, settle: Settle) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(page.model, mode)

    page.refresh()
    settle()

    assert tester.model() is page.model
    assert page.model.columnCount(QModelIndex()) == 3


def test_the_context_menu_holds_only_actions_of_the_table(page: PeopleTab, shell: Shell) -> None:
    assert set(page.listing.verbs) <= set(shell.book.rows)


def test_the_cursor_finds_its_row_also_while_a_key_is_held(page: PeopleTab) -> None:
    QTest.keyPress(page.table, Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier)

    page.table.choose_row(2)

    assert len(page.table.selected_ids()) == 1
    QTest.keyRelease(page.table, Qt.Key.Key_Shift)


def test_the_first_step_of_an_empty_list_has_the_keyboard(
    qtbot: QtBot, shell: Shell, settle: Settle
) -> None:
    page = PeopleTab(shell)
    qtbot.addWidget(page)
    shell.book.enter((page,))
    bring_up(qtbot, page)
    settle()

    enter(page)

    first = page._stack.currentWidget()
    assert isinstance(first, EmptyState)
    qtbot.waitUntil(first.buttons[0].hasFocus)


def test_the_rows_of_a_list_have_the_keyboard_whatever_was_found_before(
    qtbot: QtBot, page: PeopleTab
) -> None:
    bring_up(qtbot, page)
    type_in(page.filters.box, "xyz")
    qtbot.waitUntil(lambda: page._stack.currentWidget() is page._no_hits)
    page.filters.clear()
    qtbot.waitUntil(lambda: page._stack.currentWidget() is page.table)

    enter(page)

    qtbot.waitUntil(page.table.hasFocus)
