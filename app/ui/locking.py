"""Locking: nobody reads a screen that was left, and whoever comes back says who it is.

The office is closed, and its keys with it; what was being typed is kept in it as drafts. It locks
by the verb, when nobody touched it for ten minutes, when the machine was asleep, and together with
the screen of the machine.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog

from app.domain.shared.refusals import OfficeError
from app.ui.kit.dialogs import tell
from app.ui.kit.private_clip import Clips
from app.ui.kit.texts import _
from app.ui.welcome.door import Door, Opened

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

    from app.ui.main_window import MainWindow
    from app.ui.screen_locks import ScreenLocks
    from app.ui.welcome.log_in import LogInPage

IDLE, ASLEEP = 600.0, 60.0
"""After so many seconds without a touch it locks, and after so many in which nothing ran."""
_LOOK = 10_000
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)
LOG_IN = frozenset({"keys.log-in-needed", "keys.wrong-log-in"})
TOO_MANY = "keys.too-many-tries"


class Locking(QObject):
    """Locks the open office and shows the page on which somebody logs in."""

    def __init__(
        self, window: MainWindow, door: Door, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(window)
        self._window = window
        self._door = door
        self._clock = clock
        self._touched = self._looked = clock()
        self._clips = Clips(self)
        self._slept = time.time
        self._wall = self._slept()
        self._locked: Path | None = None
        self._page: LogInPage | None = None
        self._screen: ScreenLocks | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK)
        self._timer.timeout.connect(self.look)
        window.book.offer(window, {"office.lock": self.lock})
        window.book.allow(window, "office.lock", allowed=False)
        window.left.connect(self._left)
        door.opened.connect(self._opened)
        door.recovered.connect(self._tell_code)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch)

    @property
    def page(self) -> LogInPage:
        """The page on which somebody logs in, made when it is asked for first."""
        if self._page is None:
            from app.ui.welcome.log_in import LogInPage  # noqa: PLC0415  built when it is shown

            self._page = LogInPage()
            self._page.given.connect(self._enter)
            self._page.left.connect(self._window.leave)
            self._page.recovering.connect(self._recover)
            self._window.pages.addWidget(self._page)
        return self._page

    @property
    def screen(self) -> ScreenLocks:
        """Who hears that the screen itself was locked, made for the first secret office."""
        if self._screen is None:
            from app.ui.screen_locks import ScreenLocks  # noqa: PLC0415  only where it is wanted

            self._screen = ScreenLocks(self)
            self._screen.locked.connect(self.lock)
        return self._screen

    @property
    def is_asking(self) -> bool:
        """Say whether the page is shown."""
        return self._page is not None and self._window.pages.currentWidget() is self._page

    def ask(self, path: Path, error: OfficeError) -> bool:
        """Ask who comes in, where an office did not open for want of that; say whether it is so."""
        is_ours = self._page is not None and self._page.path == path and self.is_asking
        if error.code not in LOG_IN and not (error.code == TOO_MANY and is_ours):
            return False
        self.page.ask(path, error=error)
        self._window.pages.setCurrentWidget(self.page)
        return True

    def lock(self) -> None:
        """Close the office and hide it; what was typed is kept."""
        opened = self._window.opened
        if opened is None or not opened.office.is_secret or self._locked is not None:
            return
        self._locked = opened.path
        for shown in QApplication.topLevelWidgets():
            if isinstance(shown, QDialog) and shown.isVisible():
                shown.reject()
        self.page.ask(opened.path, opened.office.who.name)
        self.page.set_busy(busy=True)
        self._window.foot.hide()
        self._window.menuBar().hide()
        self._window.pages.setCurrentWidget(self.page)
        self._window.leave()

    def look(self) -> None:
        """Lock when nobody touched anything for long, or when the machine was asleep."""
        now, wall = self._clock(), self._slept()
        gap = max(now - self._looked, wall - self._wall) - _LOOK / 1000
        self._looked, self._wall = now, wall
        if gap > ASLEEP or now - self._touched >= IDLE:
            self.lock()
        elif self._screen is not None:
            self._screen.look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self._touched = self._clock()
        return super().eventFilter(watched, event)

    def _watch(self, window: QWindow | None) -> None:
        """Hear what touches the window in front; only what comes from outside passes there."""
        if window is not None:
            window.installEventFilter(self)

    def _opened(self, opened: Opened) -> None:
        is_secret = opened.office.is_secret
        self._locked = None
        self._window.menuBar().show()
        self._window.book.allow(self._window, "office.lock", allowed=is_secret)
        self._touched = self._looked = self._clock()
        self._wall = self._slept()
        if is_secret:
            self.screen.look()
            self._timer.start()
        else:
            self._timer.stop()

    def _left(self) -> None:
        """The office is closed: ask who comes in next, where it was locked."""
        self._timer.stop()
        self._clips.clear()
        from app.ui.kit.pdf_file import let_go  # noqa: PLC0415  nothing is drawn before

        let_go()
        self._window.book.allow(self._window, "office.lock", allowed=False)
        self._window.menuBar().show()
        path, self._locked = self._locked, None
        if path is None:
            return
        self._window.setWindowTitle(_("{company} – locked", company=path.stem))
        if self._page is not None and self._page.path == path:
            self._page.set_busy(busy=False)
            self._window.pages.setCurrentWidget(self._page)
            self._page.ask(path)

    def _enter(self, user: str, password: str) -> None:
        if self._page is not None:
            self._door.open(self._page.path, password, user)

    def _tell_code(self, code: str) -> None:
        """Tell the code that is good next time: the one that was typed is used up."""
        title = _("The password is set")
        tell(self._window, title, _("Write down the new recovery code: {code}", code=code))
        if self._page is not None:
            self._page.ask(self._page.path)

    def _recover(self) -> None:
        from app.ui.welcome.recovering import recover  # noqa: PLC0415  only when it is asked for

        if self._page is not None:
            recover(self._window, self._door, self._page.path)
