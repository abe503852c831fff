"""Actions: on while a page that is shown does them, and never two for one key."""

from __future__ import annotations

import gc
import weakref
from functools import partial

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from app.ui.kit.actions import Action, ActionBook

ROWS = (
    Action("thing.new", "New thing", "record", "things", "Ctrl+N", icon="plus", letter="n"),
    Action("thing.print", "Print", "file", "things", "Ctrl+P", tip="On paper"),
)


@pytest.fixture
def book(qtbot: QtBot) -> ActionBook:
    return ActionBook(ROWS)


def test_an_action_is_on_while_its_page_is_shown(book: ActionBook) -> None:
    page, done = QObject(), list[str]()
    book.offer(page, {"thing.new": partial(done.append, "new")})
    action = book.action("thing.new")
    assert not action.isEnabled()

    book.enter((page,))
    action.trigger()
    book.enter(())
    action.trigger()

    assert done == ["new"]


def test_the_innermost_page_that_offers_an_action_does_it(book: ActionBook) -> None:
    inner, outer, done = QObject(), QObject(), list[str]()
    book.offer(inner, {"thing.new": partial(done.append, "inner")})
    book.offer(outer, {"thing.new": partial(done.append, "outer")})

    book.enter((inner, outer))
    book.action("thing.new").trigger()
    book.allow(inner, "thing.new", allowed=False)
    book.action("thing.new").trigger()

    assert done == ["inner", "outer"]


def test_a_page_that_is_gone_offers_nothing(book: ActionBook) -> None:
    gone, other = QObject(), QObject()
    book.offer(gone, {"thing.new": print})
    book.enter((gone,))

    Shiboken.delete(gone)
    book.offer(other, {})
    book.enter((other,))

    assert not book.action("thing.new").isEnabled()


def test_a_book_that_nobody_holds_is_gone_with_its_actions(qtbot: QtBot) -> None:
    held = ActionBook(ROWS)
    gone = weakref.ref(held)

    del held
    gc.collect()

    assert gone() is None


def test_a_button_follows_its_action(qtbot: QtBot, book: ActionBook) -> None:
    page, done = QObject(), list[str]()
    button = book.button("thing.new", primary=True)
    qtbot.addWidget(button)
    book.offer(page, {"thing.new": partial(done.append, "new")})
    before = button.isEnabled()

    book.enter((page,))
    button.click()

    assert (before, done) == (False, ["new"])
    assert button.accessibleName() == "New thing"
    assert "Ctrl+N" in button.toolTip()


def test_a_tool_and_a_menu_show_the_same_action(qtbot: QtBot, book: ActionBook) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    tool = book.tool("thing.print")
    qtbot.addWidget(tool)
    menu = book.menu(("thing.new", "", "thing.print"), window)

    assert tool.defaultAction() is book.action("thing.print")
    assert [entry.isSeparator() for entry in menu.actions()] == [False, True, False]
    assert tool.toolTip().startswith("On paper")


def test_a_letter_does_its_verb_in_its_own_list_only(book: ActionBook) -> None:
    page, done = QObject(), list[str]()
    book.offer(page, {"thing.new": partial(done.append, "new")})
    book.enter((page,))

    assert [book.press(*pressed) for pressed in (("n", "things"), ("N", "things"))] == [True, True]
    assert not book.press("n", "others")
    assert not book.press("x", "things")
    assert done == ["new", "new"]


def test_an_action_keeps_the_name_its_page_gives_it_while_it_cannot_be_done(
    book: ActionBook,
) -> None:
    page = QObject()
    book.offer(page, {"thing.new": print})
    book.call(page, "thing.new", "Make the drafts")
    book.enter((page,))

    book.allow(page, "thing.new", allowed=False)

    action = book.action("thing.new")
    assert (action.isEnabled(), action.text()) == (False, "Make the drafts")
