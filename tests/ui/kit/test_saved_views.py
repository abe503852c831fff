"""A list is saved as it is shown, chosen again by a digit, and deleted with undo."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.domain.admin.views import SavedView
from app.domain.contacts.contact import Role
from app.outside.preferences import place as preferences_place
from app.services import drafts, saved_views
from app.services.office import Office
from app.services.permissions import Actor
from app.services.permissions import Role as Rights
from app.ui.kit.dialogs import Dialog
from app.ui.kit.editor import LineEditor
from app.ui.kit.saved_views import TakenOver
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
    qtbot.waitUntil(lambda: bool(menus(page)), timeout=20_000)
    (shown,) = menus(page)
    return shown


def menus(page: PeopleTab) -> list[QMenu]:
    return [one for one in page.findChildren(QMenu) if one.isVisible()]


def names(page: PeopleTab) -> list[str]:
    return [view.name for view in page.views.all()]


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
    settle()
    ticked = [one.isChecked() for one in page.views.menu().actions()[:2]]

    press(opened_menu(page, qtbot), Qt.Key.Key_0)
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)

    assert (usual, ticked) == ([True], [False, True])
    assert page.views._now() == page.views.usual


def test_a_view_is_deleted_and_comes_back_by_undo(
    page: PeopleTab, shell: Shell, settle: Settle
) -> None:
    notes: list[Note] = []
    shell.noted.connect(notes.append)
    page.views.save("Steel")
    settle()
    menu = page.views.menu()
    gone = next(one.menu() for one in menu.actions() if one.menu() is not None)
    assert isinstance(gone, QMenu)

    gone.actions()[0].trigger()
    settle()
    left = page.views.all()
    assert notes[-1].undo is not None
    notes[-1].undo()
    settle()

    assert left == ()
    assert names(page) == ["Steel"]


def test_a_name_is_tidied_and_an_empty_one_saves_nothing(page: PeopleTab, settle: Settle) -> None:
    page.views.save("   ")
    page.views.save("  Steel \t works ")
    settle()

    assert [view.name for view in page.views.all()] == ["Steel works"]


def test_a_view_of_another_version_shows_what_is_still_known(
    qtbot: QtBot, page: PeopleTab, settle: Settle
) -> None:
    old = SavedView("Old", "lumo", ("gone",), "colour", is_descending=True, columns=("gone:7",))

    page.use(old)
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)

    assert page.filters.states == ()
    assert page.view().sort == page.listing.sort


@OFFSCREEN
def test_another_window_has_the_same_views(
    qtbot: QtBot, page: PeopleTab, shell: Shell, settle: Settle
) -> None:
    page.views.save("Steel")
    settle()
    again = PeopleTab(shell)
    qtbot.addWidget(again)
    bring_up(qtbot, again)
    settle()

    again.views.open_at(again.pos())
    qtbot.waitUntil(lambda: bool(menus(again)), timeout=20_000)

    assert names(again) == ["Steel"]


def test_what_is_looked_for_lies_in_the_office_and_in_no_file_of_the_machine(
    page: PeopleTab, shell: Shell, office: Office, settle: Settle
) -> None:
    page.filters.box.setText("Nightjar")
    page.views.save("Kingfisher")
    settle()
    shell.settings.keep()

    written = preferences_place().read_text(encoding="utf-8")

    assert ("Nightjar" in written, "Kingfisher" in written) == (False, False)
    (view,) = office.ask(saved_views.of, page.listing.name)
    assert (view.name, view.words) == ("Kingfisher", "Nightjar")


def test_views_of_an_older_file_are_taken_over_once_and_cleaned(
    page: PeopleTab, shell: Shell, office: Office, settle: Settle
) -> None:
    old = {f"{page.listing.name}/Kingfisher": ("words=Nightjar",)}
    shell.settings.change(views=old)

    TakenOver(shell)
    settle()

    (view,) = office.ask(saved_views.of, page.listing.name)
    assert (view.name, view.words) == ("Kingfisher", "Nightjar")
    assert shell.settings.now.views == {}
    assert "Nightjar" not in preferences_place().read_text(encoding="utf-8")
    assert office.ask(drafts.all_kept) == ()


def test_an_office_that_is_only_read_leaves_them_to_the_next(
    page: PeopleTab, shell: Shell, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = {"people/Kingfisher": ("words=Nightjar",)}
    shell.settings.change(views=old)
    reader = Rights("reader", frozenset())
    monkeypatch.setattr(shell.client.office, "who", Actor("Reader", reader))

    TakenOver(shell)
    settle()

    assert shell.settings.now.views == old
