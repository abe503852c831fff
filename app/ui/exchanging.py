"""Exchanging: the window closes its office, lets its folder be changed, and opens it again."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.domain.shared.refusals import OfficeError
from app.ui.exchange_dialog import ExchangeDialog
from app.ui.kit.dialogs import tell_error
from app.ui.kit.exchange import Exchange
from app.ui.kit.lane import Lanes, Reply
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.work import Work
from app.ui.welcome.door import Door, Opened

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow

CANCELLED = "office.cancelled"


class Exchanging(QObject):
    """Carries out one exchange at a time; whatever happens an office is opened at the end."""

    def __init__(self, window: MainWindow, door: Door, lanes: Lanes) -> None:
        super().__init__(window)
        self._window = window
        self._door = door
        self._lanes = lanes
        self._done: Exchange | None = None
        self._told: Work | None = None
        self.dialog: ExchangeDialog | None = None
        door.opened.connect(self._opened)

    def follow(self, shell: Shell) -> None:
        """Hear what the pages of an office ask for."""
        shell.exchange_wanted.connect(self.begin)

    def begin(self, exchange: Exchange) -> None:
        """Close the office, once what was typed is kept, and do the work."""
        if self._window.opened is not None:
            path = self._window.opened.path
            self._window.leave()
            self._lanes.when_quiet(partial(self._work, exchange, path))

    def _work(self, exchange: Exchange, path: Path) -> None:
        self._window.wait_for(path.stem)
        self.dialog, work = None, exchange.work
        if exchange.title:
            told = Work(self)
            work = partial(exchange.work, told.report)
            self.dialog = ExchangeDialog(self._window, exchange.title, told)
            self.dialog.open()
            self._told = told
        reply = Reply(partial(self._worked, exchange, path), partial(self._refused, exchange, path))
        self._lanes.long.run(work, reply)

    def _worked(self, exchange: Exchange, path: Path, _result: object) -> None:
        self._end()
        self._done = exchange
        self._door.open(exchange.opens or path)

    def _refused(self, exchange: Exchange, path: Path, error: Exception) -> None:
        self._end()
        is_cancelled = getattr(error, "code", "") == CANCELLED
        if is_cancelled:
            self._done = Exchange(exchange.work, _("Cancelled: the company is as it was."))
        self._door.open(path)
        if is_cancelled:
            return
        if not isinstance(error, OfficeError):
            raise error
        tell_error(self._window, error)

    def _end(self) -> None:
        if self._told is not None:
            self._told.ended.emit()
        self._told = None

    def _opened(self, _opened: Opened) -> None:
        """Say what was done, once the window has entered the office."""
        if self._done is not None:
            exchange, self._done = self._done, None
            QTimer.singleShot(0, self, partial(self._tell, exchange))

    def _tell(self, exchange: Exchange) -> None:
        if self._window.shell is not None:
            if exchange.after is not None:
                exchange.after(self._window.shell.client)
            self._window.shell.say(exchange.told)
