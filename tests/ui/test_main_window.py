"""The main window: from the first page to a company, its modules, records, and a clean end."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.shared.ids import ContactId
from app.services import contacts, welcome
from app.services.office import Cancelled, Office
from app.services.welcome import NewOffice
from app.ui import actions
from app.ui.contacts.deeds import removed
from app.ui.kit.lane import Lanes
from app.ui.kit.settings import Settings
from app.ui.kit.workspace import Workspace
from app.ui.main_window import MainWindow
from app.ui.welcome.door import Door, Opened, Ways
from tests.ui.keys import press, type_in
from tests.ui.people import ACTIONS, MODULES, PeopleTab, PersonPage, add
from tests.ui.ways import CLOCK, WHO
from tests.windows import bring_up

Settle = Callable[[], None]


@pytest.fixture
def door(ways: Ways, lanes: Lanes) -> Door:
    return Door(ways, lanes)


@pytest.fixture
def window(qtbot: QtBot, door: Door, lanes: Lanes, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setattr(actions, "ACTIONS", actions.ACTIONS + ACTIONS)
    window = MainWindow(door, lanes, Settings(), MODULES)
    qtbot.addWidget(window)
    bring_up(qtbot, window)
    return window


@pytest.fixture
def lumo(qtbot: QtBot, window: MainWindow, door: Door, tmp_path: Path) -> MainWindow:
    """The window with Lumo & Suoni open."""
    with qtbot.waitSignal(door.opened):
        door.create(tmp_path / "Lumo.backdesk", NewOffice("Lumo & Suoni Oy", "FI", "fi"))
    return window


def workspace(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def office(window: MainWindow) -> Office:
    assert window.shell is not None
    return window.shell.client.office


def test_a_new_clerk_makes_a_company_with_the_keyboard_only(
    qtbot: QtBot, window: MainWindow, door: Door, tmp_path: Path
) -> None:
    with qtbot.waitSignal(door.countries):
        door.warm_up()
    page = window.welcome
    page.name.setFocus()

    type_in(page.name, "Lumo & Suoni Oy")
    with qtbot.waitSignal(door.opened):
        press(page.name, Qt.Key.Key_Return)
        press(page.password, Qt.Key.Key_Return)

    assert window.pages.currentWidget() is window.workspace
    assert window.windowTitle() == "Lumo & Suoni Oy – Backdesk"
    assert (tmp_path / "Lumo & Suoni Oy.backdesk").is_dir()
    assert window.findChildren(QDialog) == []


def test_a_company_is_never_overwritten(
    qtbot: QtBot, window: MainWindow, door: Door, tmp_path: Path
) -> None:
    path = tmp_path / "Lumo.backdesk"
    welcome.create(path, NewOffice("Lumo", "FI", "fi"), CLOCK, WHO).close()
    before = sorted((file.name, file.stat().st_size) for file in path.iterdir())

    with qtbot.waitSignal(door.refused):
        door.create(path, NewOffice("Other", "FI", "fi"))

    assert sorted((file.name, file.stat().st_size) for file in path.iterdir()) == before
    assert window.pages.currentWidget() is window.welcome
    assert len(window.findChildren(QDialog)) == 1


def test_a_company_with_a_password_asks_for_it_again_until_it_is_right(
    qtbot: QtBot, window: MainWindow, door: Door, tmp_path: Path
) -> None:
    path = tmp_path / "Lumo.backdesk"
    welcome.create(path, NewOffice("Lumo", "FI", "fi"), CLOCK, WHO, "sala").close()

    with qtbot.waitSignal(door.refused):
        door.open(path, "väärä")
    (dialog,) = window.findChildren(QDialog)
    field = dialog.focusWidget() or dialog
    type_in(field, "sala")
    with qtbot.waitSignal(door.opened):
        press(field, Qt.Key.Key_Return)

    assert window.windowTitle() == "Lumo – Backdesk"


def test_the_sample_company_is_marked_and_goes_without_trace(
    qtbot: QtBot, window: MainWindow, door: Door, tmp_path: Path
) -> None:
    with qtbot.waitSignal(door.countries):
        door.warm_up()
    with qtbot.waitSignal(door.opened):
        window.welcome.sample.click()
    assert window.strips.sample.isVisible()

    window.strips.sample.button.click()
    (dialog,) = window.findChildren(QDialog)
    with qtbot.waitSignal(door.removed):
        dialog.accept()

    assert not list(tmp_path.glob("*.backdesk"))
    assert window.pages.currentWidget() is window.welcome
    assert window._settings.now.recent == ()


def test_a_module_is_built_when_it_is_shown_first(lumo: MainWindow) -> None:
    space = workspace(lumo)
    assert set(space._tabs) == {"people"}

    lumo.book.action("go.goods").trigger()

    assert set(space._tabs) == {"people", "goods"}
    assert space.module == "goods"


def test_records_open_once_beside_their_list_and_close(
    qtbot: QtBot, lumo: MainWindow, settle: Settle
) -> None:
    (person,) = add(office(lumo), "Aamu Oy")
    assert lumo.shell is not None

    lumo.shell.open("person", person)
    lumo.shell.open("person", person)
    pages = workspace(lumo).pages()
    lumo.book.action("page.close").trigger()

    assert len(pages) == 1
    assert workspace(lumo).pages() == ()
    assert isinstance(workspace(lumo).page, PeopleTab)
    settle()


def test_actions_follow_the_page_that_is_shown(lumo: MainWindow) -> None:
    assert lumo.shell is not None
    save, new = lumo.book.action("person.save"), lumo.book.action("person.new")
    assert (save.isEnabled(), new.isEnabled()) == (False, True)

    lumo.shell.open("person")
    assert (save.isEnabled(), new.isEnabled()) == (True, True)

    lumo.book.action("go.books").trigger()
    assert (save.isEnabled(), new.isEnabled()) == (False, False)


def test_a_record_that_is_not_kept_is_marked_until_it_is(qtbot: QtBot, lumo: MainWindow) -> None:
    assert lumo.shell is not None
    lumo.shell.open("person")
    page = workspace(lumo).page
    assert isinstance(page, PersonPage)
    bar = workspace(lumo)._tabs["people"].bar

    type_in(page.name, "Aamu")
    marked = bar.tabText(1)
    lumo.book.action("person.save").trigger()

    assert marked == "• New"
    assert bar.tabText(1) == "Aamu"


def test_the_session_comes_back(
    qtbot: QtBot, lumo: MainWindow, door: Door, tmp_path: Path, settle: Settle
) -> None:
    (person,) = add(office(lumo), "Aamu Oy")
    assert lumo.shell is not None
    lumo.shell.open("person", person)
    lumo.book.action("go.books").trigger()

    lumo.leave()
    qtbot.waitUntil(lambda: lumo.workspace is None)
    with qtbot.waitSignal(door.opened):
        door.open(tmp_path / "Lumo.backdesk")

    assert workspace(lumo).module == "books"
    assert [(page.kind, page.record) for page in workspace(lumo).pages()] == [("person", person)]


def test_closing_keeps_what_was_typed_then_closes_the_office(
    qtbot: QtBot, lumo: MainWindow
) -> None:
    assert lumo.shell is not None
    lumo.shell.open("person")
    page = workspace(lumo).page
    assert isinstance(page, PersonPage)
    type_in(page.name, "Aamu")

    with qtbot.waitSignal(lumo.closed):
        lumo.close()

    assert page.flushed == ["Aamu"]
    assert not lumo.isVisible()
    assert lumo.shell is None


def test_a_bug_in_a_form_or_in_the_settings_does_not_keep_the_window(
    qtbot: QtBot, lumo: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    bugs: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: bugs.append(kind))
    assert lumo.shell is not None
    for _turn in range(2):
        lumo.shell.open("person")
    first, second = (page for page in workspace(lumo).pages() if isinstance(page, PersonPage))
    monkeypatch.setattr(first, "flush", fail)
    monkeypatch.setattr(lumo._settings, "keep", fail)
    type_in(second.name, "Aamu")

    with qtbot.waitSignal(lumo.closed):
        lumo.close()

    assert second.flushed == ["Aamu"]
    assert lumo.shell is None
    assert ZeroDivisionError in bugs


def fail() -> None:
    raise ZeroDivisionError


def test_the_palette_does_an_action_by_its_first_letters(qtbot: QtBot, lumo: MainWindow) -> None:
    lumo.book.action("go.palette").trigger()

    type_in(lumo.finder.box, "acc")
    press(lumo.finder.box, Qt.Key.Key_Return)

    assert workspace(lumo).module == "books"
    assert not lumo.finder.isVisible()


def test_settings_are_kept_and_worn_at_once(qtbot: QtBot, lumo: MainWindow) -> None:
    lumo.book.action("view.settings").trigger()
    lumo.book.action("view.dark").trigger()
    lumo.book.action("view.bigger").trigger()

    now = lumo._settings.now
    assert (now.look, now.text_size) == ("dark", 110)
    qtbot.waitUntil(lambda: lumo.palette().window().color().lightness() < 80)

    lumo.book.action("view.usual").trigger()
    back = [one for one in lumo.findChildren(QPushButton) if one.text() == "Back"]
    back[0].click()
    assert lumo.pages.currentWidget() is lumo.workspace


def test_what_a_command_refuses_is_told_in_a_dialog_without_a_nested_loop(
    qtbot: QtBot, lumo: MainWindow
) -> None:
    assert lumo.shell is not None

    lumo.shell.client.ask(print, welcome_not_there)  # type: ignore[arg-type]  # not a query
    qtbot.waitUntil(lambda: bool(lumo.findChildren(QDialog)))

    assert lumo.findChildren(QDialog)[0].windowTitle()


def welcome_not_there() -> None:
    """A function without a permission: default deny."""


def test_work_that_was_stopped_is_told_in_passing(lumo: MainWindow) -> None:
    assert lumo.shell is not None

    lumo.shell.refuse(Cancelled())

    assert lumo.toast.isVisible()
    assert lumo.findChildren(QDialog) == []


def test_undo_in_the_menu_takes_back_what_the_toast_told_of(lumo: MainWindow) -> None:
    undone: list[str] = []
    assert lumo.shell is not None
    lumo.shell.say("Contact kept", undo=partial(undone.append, "kept"))

    lumo.book.action("edit.undo").trigger()

    assert undone == ["kept"]
    assert not lumo.toast.isVisible()


def test_the_edit_menu_names_what_would_be_undone_and_does_it_again(
    qtbot: QtBot, lumo: MainWindow
) -> None:
    (contact,) = add(office(lumo), "Aamu & Ilta")
    office(lumo).do(contacts.put_away, (ContactId(contact),))
    assert lumo.shell is not None
    history = lumo.shell.history
    undo, redo = lumo.book.action("edit.undo"), lumo.book.action("edit.redo")
    usual = (undo.text(), redo.text())

    lumo.shell.did(removed((ContactId(contact),)))
    named = undo.text()
    undo.trigger()
    qtbot.waitUntil(lambda: bool(history.to_redo))
    was = (undo.text(), redo.text(), office(lumo).ask(contacts.get, ContactId(contact)).is_archived)
    redo.trigger()
    qtbot.waitUntil(lambda: bool(history.to_undo))

    assert usual == ("Undo", "Redo")
    assert named == "Undo: 1 contact put away"
    assert was == ("Undo", "Redo: 1 contact added", False)
    assert office(lumo).ask(contacts.get, ContactId(contact)).is_archived


def test_with_nothing_to_undo_that_is_said(lumo: MainWindow) -> None:
    lumo.toast.hide()

    lumo.book.action("edit.undo").trigger()

    assert lumo.toast.history[0].text == "There is nothing to undo here."
    assert not lumo.book.action("edit.redo").isEnabled()


def test_opened_companies_are_remembered(lumo: MainWindow, tmp_path: Path) -> None:
    assert lumo._settings.now.recent == (str(tmp_path / "Lumo.backdesk"),)


def test_the_window_can_be_renewed_in_another_language(qtbot: QtBot, lumo: MainWindow) -> None:
    with qtbot.waitSignal(lumo.renewed) as renewed:
        lumo.renew()

    assert renewed.args is not None
    assert isinstance(renewed.args[0], Opened)


def test_an_open_company_has_the_keyboard_where_work_begins(
    qtbot: QtBot, lumo: MainWindow, settle: Settle
) -> None:
    bring_up(qtbot, lumo)
    settle()

    lumo._show(workspace(lumo))

    found = lumo.focusWidget()
    page = workspace(lumo).page
    assert found is not None and page is not None
    assert page.isAncestorOf(found)


def test_leaving_a_company_gives_the_keyboard_to_the_questions(
    qtbot: QtBot, lumo: MainWindow
) -> None:
    lumo.leave()
    qtbot.waitUntil(lambda: lumo.pages.currentWidget() is lumo.welcome)

    found = lumo.focusWidget()

    assert found is lumo.welcome.language
