"""The stage: the one window with nobody before it, driven by keys and photographed."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import (
    QDeadlineTimer,
    QEvent,
    QMessageLogContext,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.admin.preferences import Preferences
from app.services.office import Office
from app.ui.front import Front
from app.ui.kit import crash
from app.ui.kit.settings import Settings
from app.ui.kit.theme import theme
from app.ui.main_window import MainWindow
from app.ui.modules import MODULES
from app.ui.welcome.door import Ways

SIZE = (1280, 800)
PATIENCE = 60_000
TICK = 2
QUIET = 5
"""So many ticks must pass, one after the other, in which nothing is under way: a loaded machine
takes longer over each of them."""
LONGEST_REST = 600
"""A timer this short is a rest before work; a longer one is a time that a clerk is given."""
QUICKLY = 80
"""How hard a photograph is pressed: a tenth larger than with Qt's own measure, in half the time."""
UNABLE = "This plugin does not support"


def hush() -> None:
    """Keep to ourselves what a screen that nobody sees cannot do; all else is told."""
    qInstallMessageHandler(_hear)


def _hear(_kind: QtMsgType, _where: QMessageLogContext, words: str | None) -> None:
    if words and not words.startswith(UNABLE):
        print(words, file=sys.stderr)  # noqa: T201  Qt's own words


class TooSlow(Exception):
    """What the tour waited for did not come; the text says what it was."""


class UnsavedSettings(Settings):
    """Preferences that are never written: a tour leaves no trace on the machine."""

    def keep(self) -> None:
        """Keep nothing."""


def application() -> QApplication:
    """Return the application, drawn off screen where there is no display."""
    if sys.platform.startswith("linux"):
        has_display = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
        if not has_display:
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    theme().attach(app)
    return app


class Stage:
    """One window over one office; ``folder`` takes the photographs."""

    def __init__(self, ways: Ways, folder: Path, language: str) -> None:
        self._app = application()
        self._app.setQuitOnLastWindowClosed(False)
        preferences = Preferences(
            language=language, look="light", is_still=True, reads_documents=False
        )
        self.settings = UnsavedSettings(preferences)
        self._crashes = crash.Crashes(folder / "reports")
        self._crashes.seen.connect(self._note_crash)
        self._crashed: list[Path] = []
        self.front = Front(ways, self.settings, self._crashes, MODULES, self._app)
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.shots: list[Path] = []
        self._developing = ThreadPoolExecutor(1)

    @property
    def window(self) -> MainWindow:
        """The window as it is now; another after the language was changed."""
        return self.front.window

    @property
    def office(self) -> Office:
        """The office that is open."""
        assert self.window.shell is not None
        return self.window.shell.client.office

    @property
    def page(self) -> QWidget | None:
        """The list or the record that is shown."""
        return self.window.workspace.page if self.window.workspace is not None else None

    def raise_curtain(self, office: Path | None) -> None:
        """Show the window at its size, over an office or on the first page."""
        self.window.resize(*SIZE)
        self.front.start(office)
        self.window.resize(*SIZE)
        if office is not None:
            self.wait(self._is_open, "the office")
        self.settle()

    def drop_curtain(self) -> None:
        """Close the window as a clerk does; everything is kept, and every photograph is there."""
        window = self.window
        window.close()
        self.wait(lambda: not window.isVisible(), "the closed window")
        self._developing.shutdown()

    def wait(self, is_there: Callable[[], bool], what: str) -> None:
        """Let the window work until something holds; raises TooSlow."""
        deadline = QDeadlineTimer(PATIENCE)
        while not is_there():
            if deadline.hasExpired() or self._crashed:
                raise TooSlow(what, *self._crashed)
            QTest.qWait(TICK)

    def settle(self) -> None:
        """Wait until nothing is under way and everything is painted."""
        quiet = 0
        while quiet < QUIET or self._goes_on():
            QTest.qWait(TICK)
            quiet = 0 if self.front.is_busy else quiet + 1

    def go(self, module: str) -> None:
        """Show a module, as its shortcut does."""
        assert self.window.workspace is not None
        self.window.workspace.go(module)
        self.settle()

    def press(self, *keys: str) -> None:
        """Press keys by their names (``Ctrl+N``, ``Return``, ``T``), one after the other."""
        for name in keys:
            QTest.keySequence(self._target(), name)
            self.settle_briefly()

    def type(self, text: str) -> None:
        """Type a text into what has the focus, letter by letter, in any script."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                no_key, no_modifier = Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier
                event = QKeyEvent(kind, no_key, no_modifier, letter)
                QApplication.sendEvent(self._target(), event)
        self.settle_briefly()

    def settle_briefly(self) -> None:
        """Let the window take in a key."""
        QTest.qWait(TICK)

    def shoot(self, name: str) -> None:
        """Photograph the window, light and dark; the look it has first: a change takes time."""
        now = self.settings.now.look
        for look in (now, "light" if now == "dark" else "dark"):
            self.settings.change(look=look)
            self.settle()
            self.photograph(f"{name}-{look}")

    def photograph(self, name: str) -> Path:
        """Photograph the window as it is now; the file is written beside what goes on."""
        path = self.folder / f"{name}.png"
        picture = self._front().grab().toImage()
        self._developing.submit(lambda: picture.save(str(path), quality=QUICKLY))
        self.shots.append(path)
        return path

    def _goes_on(self) -> bool:
        """Say whether something rests before it goes on by itself, and let it go on at once."""
        timers = [one for one in self.window.findChildren(QTimer) if one.isActive()]
        resting = [one for one in timers if one.isSingleShot() and one.interval() <= LONGEST_REST]
        for one in resting:
            one.start(0)
        return bool(resting)

    def _target(self) -> QWidget:
        self.wait(self._has_keyboard, "the keyboard")
        return QApplication.focusWidget() or self.window

    def _has_keyboard(self) -> bool:
        """Say whether keys reach the window in front; ask for them where nobody gives them.

        A window manager gives the keyboard to a window that opens, and back when it closes;
        a bare display gives it to nobody, and shortcuts then wait for an active window.
        """
        front = self._front()
        if front.isActiveWindow() or QApplication.activePopupWidget() is not None:
            return True
        front.activateWindow()
        return False

    def _front(self) -> QWidget:
        """Return the dialog that waits for an answer, else what is active, else the window."""
        return QApplication.activeModalWidget() or QApplication.activeWindow() or self.window

    def _is_open(self) -> bool:
        return self.window.workspace is not None

    def _note_crash(self, report: Path) -> None:
        self._crashed.append(report)
