"""What everybody can use: names, sizes, keys and large text, over every tab that there is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.ui.kit.lane import Lanes
from app.ui.kit.settings import Settings
from app.ui.kit.texts import speak
from app.ui.kit.theme import Density, Look, theme
from app.ui.main_window import MainWindow
from app.ui.modules import MODULES
from app.ui.welcome.door import Door, Ways
from tests.databases import Samples
from tests.windows import Settle, bring_up

MUST_HAVE_NAMES = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.PageTab,
    QAccessible.Role.RadioButton,
    QAccessible.Role.Table,
}
SMALLEST = 24


@pytest.fixture
def door(ways: Ways, lanes: Lanes) -> Door:
    return Door(ways, lanes)


@pytest.fixture
def window(
    qtbot: QtBot, door: Door, lanes: Lanes, sample_of: Samples, settle: Settle
) -> MainWindow:
    """The window over the sample company."""
    window = MainWindow(door, lanes, Settings(), MODULES)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    bring_up(qtbot, window)
    with qtbot.waitSignal(door.opened):
        door.open(sample_of("FI"))
    settle()
    return window


def below(interface: QAccessibleInterface, depth: int = 0) -> Iterator[QAccessibleInterface]:
    if not interface.isValid() or interface.state().invisible:
        return
    yield interface
    if interface.role() != QAccessible.Role.Table and depth < 40:
        for place in range(interface.childCount()):
            child = interface.child(place)
            if child is not None:
                yield from below(child, depth + 1)


def nameless(window: QWidget) -> list[str]:
    root = QAccessible.queryAccessibleInterface(window)
    assert root is not None
    return [
        f"{one.role().name} {type(one.object()).__name__}"
        for one in below(root)
        if one.role() in MUST_HAVE_NAMES and not one.text(QAccessible.Text.Name)
    ]


def shown(window: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [one for one in window.findChildren(kind) if one.isVisible()]


def go(window: MainWindow, name: str, settle: Settle) -> None:
    window.book.action(f"go.{name}").trigger()
    QApplication.processEvents()
    settle()


def small(window: QWidget) -> list[str]:
    """Return what is pressed, and is smaller than a finger or an unsteady hand needs."""
    return [
        f"{type(one).__name__} {one.accessibleName()} {one.size().toTuple()}"
        for one in [*shown(window, QAbstractButton), *shown(window, QLineEdit)]
        if one.focusPolicy() != Qt.FocusPolicy.NoFocus
        and (one.width() < SMALLEST or one.height() < SMALLEST)
    ]


def passed_over(window: QWidget) -> set[str]:
    """Walk through a window by Tab and return the buttons that it passes over."""
    window.setFocus()
    seen: list[QWidget] = []
    for _turn in range(200):
        window.focusNextChild()
        focused = window.focusWidget()
        if focused is None or focused in seen:
            break
        seen.append(focused)
    buttons = [one for one in window.findChildren(QAbstractButton) if one.isVisible()]
    wanted = {one for one in buttons if one.focusPolicy() & Qt.FocusPolicy.TabFocus}
    wanted = {one for one in wanted if one.isEnabled()}
    return {one.accessibleName() or one.text() for one in wanted - set(seen)}


def clipped(window: QWidget) -> list[str]:
    """Return the words that have no room on their button."""
    buttons = [one for one in shown(window, QAbstractButton) if isinstance(one, QAbstractButton)]
    return [
        one.text()
        for one in buttons
        if one.text() and one.fontMetrics().horizontalAdvance(one.text()) > one.width()
    ]


@pytest.mark.parametrize("name", [module.name for module in MODULES])
def test_a_tab_has_names_room_and_a_way_by_tab_in_large_text_too(
    window: MainWindow, settle: Settle, name: str
) -> None:
    """One window for all: to build it takes longer than to look at it."""
    go(window, name, settle)

    assert (nameless(window), small(window), passed_over(window)) == ([], [], set())

    theme().wear(Look.LIGHT, Density.NORMAL, 150, still=True)
    QApplication.processEvents()
    assert clipped(window) == []


def test_the_first_page_has_names_too(qtbot: QtBot, door: Door, lanes: Lanes) -> None:
    speak("fi")
    window = MainWindow(door, lanes, Settings(), MODULES)
    qtbot.addWidget(window)
    window.show()
    window.welcome.show()

    assert nameless(window) == []
