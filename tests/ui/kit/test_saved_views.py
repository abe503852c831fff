"""A list is saved as it is shown, chosen again by a digit, and deleted with undo."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.domain.admin.views import SavedView
from app.domain.contacts.contact import Role
from app.services.office import Office
from app.ui.kit.dialogs import Dialog
from app.ui.kit.editor import LineEditor
from app.ui.kit.shell import Note, Shell
from tests.ui.keys import press, type_in
from tests.ui.people import PeopleTab, add
from tests.windows import bring_up

Settle = Callable[[], None]
OFFSCREEN = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
"""Menus say so where there is no screen."""


@pytest.fixture
def page(qtbot: QtBot, shell: Shell, office: Office, settle: Settle) -> PeopleTab:
    add(office, "Aamu Oy", "Lumo Oy")
    add(office, "Tampereen Teräs", role=Role.SUPPLIER)
    page = PeopleTab(shell)
    qtbot.addWidget(page)
    page.resize(900, 600)
    bring_up(qtbot, page)
    settle()
    shell.book.enter((page,))
    return page


def narrowed(page: PeopleTab) -> SavedView:
    """Show steel works, by number, without towns, and return that as a view."""
    page.filters.box.setText("ter")
    page.filters.show_states(("supplier",))
    page.table.sorted.emit("number", True)  # noqa: FBT003  a signal's values
    page.memory.menu().actions()[2].trigger()
    return page.views._now()


def opened_menu(page: PeopleTab, qtbot: QtBot) -> QMenu:
    page.shell.book.action("list.views").trigger()
    shown = [one for one in page.findChildren(QMenu) if one.isVisible()]
    assert len(shown) == 1
    return shown[0]


@OFFSCREEN
def test_a_view_is_saved_by_keys_and_chosen_by_its_digit(
    qtbot: QtBot, page: PeopleTab, shell: Shell, settle: Settle
) -> None:
    wanted = narrowed(page)
    shell.book.action("list.save-view").trigger()
    (dialog,) = page.findChildren(Dialog)
    field = dialog.findChildren(LineEditor)[0]
    type_in(field, "Steel & more")
    press(field, Qt.Key.Key_Return)
    page.use(page.views.usual)
    settle()
    usual = page.views._now()

    press(opened_menu(page, qtbot), Qt.Key.Key_1)
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)

    assert [view.name for view in page.views.all()] == ["Steel & more"]
    assert usual == page.views.usual
    assert page.views._now() == wanted


@OFFSCREEN
def test_the_menu_ticks_what_is_shown_and_zero_is_as_usual(
    qtbot: QtBot, page: PeopleTab, settle: Settle
) -> None:
    usual = [one.isChecked() for one in page.views.menu().actions()[:1]]
    narrowed(page)
    page.views.save("Steel")
    ticked = [one.isChecked() for one in page.views.menu().actions()[:2]]

    press(opened_menu(page, qtbot), Qt.Key.Key_0)
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)

    assert (usual, ticked) == ([True], [False, True])
    assert page.views._now() == page.views.usual


def test_a_view_is_deleted_and_comes_back_by_undo(page: PeopleTab, shell: Shell) -> None:
    notes: list[Note] = []
    shell.noted.connect(notes.append)
    page.views.save("Steel")
    menu = page.views.menu()
    gone = next(one.menu() for one in menu.actions() if one.menu() is not None)
    assert isinstance(gone, QMenu)

    gone.actions()[0].trigger()
    left = page.views.all()
    assert notes[-1].undo is not None
    notes[-1].undo()

    assert left == ()
    assert [view.name for view in page.views.all()] == ["Steel"]


def test_a_name_is_tidied_and_an_empty_one_saves_nothing(page: PeopleTab) -> None:
    page.views.save("   ")
    page.views.save("  Steel \t works ")

    assert [view.name for view in page.views.all()] == ["Steel works"]


def test_a_view_of_another_version_shows_what_is_still_known(
    qtbot: QtBot, page: PeopleTab, settle: Settle
) -> None:
    old = SavedView("Old", "lumo", ("gone",), "colour", is_descending=True, columns=("gone:7",))

    page.use(old)
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)

    assert page.filters.states == ()
    assert page.view().sort == page.listing.sort


def test_another_window_has_the_same_views(
    qtbot: QtBot, page: PeopleTab, shell: Shell, settle: Settle
) -> None:
    page.views.save("Steel")

    again = PeopleTab(shell)
    qtbot.addWidget(again)
    settle()

    assert [view.name for view in again.views.all()] == ["Steel"]
