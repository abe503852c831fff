"""Everything is reached without a mouse: Tab walks every page round, and shows where it stands.

The walk presses the key itself, as a clerk does: a grid that moves from cell to cell is left in
the end, too. What stands in the focus looks other than without it.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from app.ui.kit.lane import Lanes
from app.ui.kit.settings import Settings
from app.ui.main_window import MainWindow
from app.ui.modules import MODULES
from app.ui.welcome.door import Door
from tests.databases import Samples
from tests.ui.keys import press
from tests.ui.test_clipping import records
from tests.ui.ways import ways_in

Settle = Callable[[], None]
MOST = 400
"""How often Tab is pressed at most; the longest page has far fewer places."""


@dataclass(slots=True)
class Walk:
    """Where Tab led, and what could not be seen there."""

    seen: list[QWidget] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    is_round: bool = False


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory, samples: Samples) -> Path:
    path = tmp_path_factory.mktemp("walked") / "Sample.backdesk"
    shutil.copytree(samples("FI"), path)
    return path


@pytest.fixture
def window(qtbot: QtBot, lanes: Lanes, sample: Path, settle: Settle) -> Iterator[MainWindow]:
    """The window over the sample company."""
    door = Door(ways_in(sample.parent), lanes)
    window = MainWindow(door, lanes, Settings(), MODULES)
    window.resize(1280, 900)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    with qtbot.waitSignal(door.opened, timeout=20_000):
        door.open(sample)
    settle()
    yield window
    settle()
    if window.shell is not None:
        window.shell.client.office.close()
    window.hide()
    window.deleteLater()


def told(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName() or widget.toolTip()}"


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def place(window: QWidget) -> tuple[QWidget | None, object]:
    """Return what has the keyboard, and in a grid the cell."""
    focused = QApplication.focusWidget()
    if isinstance(focused, QAbstractItemView):
        index = focused.currentIndex()
        return focused, (index.row(), index.column())
    return focused, None


def walk(window: QWidget, key: Qt.Key) -> Walk:
    """Press a key until it leads to where it began, or nowhere."""
    found = Walk()
    first = QApplication.focusWidget()
    for _turn in range(MOST):
        focused, _cell = now = place(window)
        if focused is None:
            return found
        if focused not in found.seen:
            found.seen.append(focused)
        with_focus = picture(focused) if key == Qt.Key.Key_Tab else None
        press(focused, key)
        if place(window) == now:
            found.unseen.append(f"trap: {told(focused)}")
            return found
        left = QApplication.focusWidget() is not focused
        if left and with_focus is not None and with_focus == picture(focused):
            found.unseen.append(told(focused))
        if left and QApplication.focusWidget() is first:
            found.is_round = True
            return found
    return found


def wanted(window: QWidget) -> set[QWidget]:
    """Return what Tab must reach: all that is shown, enabled and takes the keyboard by Tab."""
    return {
        one
        for one in window.findChildren(QWidget)
        if one.isVisible()
        and one.isEnabled()
        and one.window() is window
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        and one.focusProxy() is None
        and (not isinstance(one, QTabBar) or one.count() > 0)
    }


def pages(window: MainWindow, qtbot: QtBot, settle: Settle) -> Iterator[str]:
    """Show every page, one after the other, each once it has come to rest."""
    assert window.shell is not None
    for module in MODULES:
        window.book.action(f"go.{module.name}").trigger()
        rest(window, qtbot, settle)
        yield module.name
    for name in ("books.journal", "books.trial"):
        window.book.action("go.accounting").trigger()
        window.book.action(name).trigger()
        rest(window, qtbot, settle)
        yield name
    for kind, record in records(window.shell.client.office):
        window.shell.open(kind, record)
        rest(window, qtbot, settle)
        yield f"{kind} {'new' if record is None else 'old'}"
    window.show_settings()
    rest(window, qtbot, settle)
    yield "settings"


def rest(window: MainWindow, qtbot: QtBot, settle: Settle) -> None:
    """Wait until answers are shown: what has just come into a layout is shown a little later."""
    before: list[set[QWidget]] = [set()]

    def is_still() -> bool:
        former, before[0] = before[0], wanted(window)
        return former == before[0] and not window._lanes.pages.is_busy

    settle()
    qtbot.waitUntil(is_still)


def test_tab_reaches_everything_on_every_page_and_shows_where_it_stands(
    window: MainWindow, qtbot: QtBot, settle: Settle
) -> None:
    wrong: dict[str, object] = {}

    for page in pages(window, qtbot, settle):
        if QApplication.focusWidget() is None:
            wrong[page] = "nothing has the keyboard"
            continue
        walked = walk(window, Qt.Key.Key_Tab)
        missed = sorted(told(one) for one in wanted(window) - set(walked.seen))
        if missed or walked.unseen or not walked.is_round:
            begun = told(walked.seen[0])
            wrong[page] = (missed, walked.unseen, walked.is_round, begun)

    assert wrong == {}


def test_tab_leads_back_as_it_came(window: MainWindow, qtbot: QtBot, settle: Settle) -> None:
    wrong: dict[str, object] = {}

    for page in pages(window, qtbot, settle):
        forward = set(walk(window, Qt.Key.Key_Tab).seen)
        back = set(walk(window, Qt.Key.Key_Backtab).seen)
        if forward != back:
            wrong[page] = sorted(told(one) for one in forward ^ back)

    assert wrong == {}


def test_tab_walks_the_first_page_round(qtbot: QtBot, lanes: Lanes, tmp_path: Path) -> None:
    door = Door(ways_in(tmp_path), lanes)
    window = MainWindow(door, lanes, Settings(), MODULES)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    with qtbot.waitSignal(door.countries):
        door.warm_up()
    window.pages.setCurrentWidget(window.welcome)
    window.welcome.name.setFocus()

    walked = walk(window, Qt.Key.Key_Tab)

    assert (walked.unseen, walked.is_round) == ([], True)
    assert wanted(window) <= set(walked.seen)
