"""Crashes: a bug anywhere becomes one report file and one window, with no values in it.

``install()`` comes before QApplication. Every hook of Python and Qt ends in ``Crashes.caught``,
which writes the report at once and tells the window through a queued signal.
"""

from __future__ import annotations

import faulthandler
import os
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

from app import VERSION

KEPT = 10
_MOST = 50
Caught = tuple[type[BaseException], BaseException, TracebackType | None]


class Crashes(QObject):
    """Notes every bug; ``seen(path of the report)`` comes on the window's thread.

    A bug that comes again is ``met(path)``: its report is there, and nobody is left to wonder.
    """

    seen = Signal(object)
    met = Signal(object)
    _caught = Signal(object)
    _again = Signal(object)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self.count = 0
        self._lock = threading.Lock()
        self._marks: dict[str, Path] = {}
        self._caught.connect(self.seen, Qt.ConnectionType.QueuedConnection)
        self._again.connect(self.met, Qt.ConnectionType.QueuedConnection)

    def caught(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Write a report and tell of it; the same bug is told once."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        text = described(kind, trace)
        if sys.stderr is not None:
            sys.stderr.write(text)
        with self._lock:
            self.count += 1
            known = self._marks.get(text)
            if known is None and len(self._marks) >= _MOST:
                return
            if known is None:
                self._marks[text] = report = self.write(text)
        if known is None:
            self._caught.emit(report)
        else:
            self._again.emit(known)

    def write(self, text: str) -> Path:
        """Write a report file and return its path; the oldest ones go."""
        now = datetime.now(UTC)
        file = self.folder / f"report-{now:%Y%m%d-%H%M%S-%f}.txt"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            file.write_text(f"{surroundings()}\n{now:%Y-%m-%d %H:%M:%S} UTC\n\n{text}", "utf-8")
            for old in sorted(self.folder.glob("report-*.txt"))[:-KEPT]:
                old.unlink(missing_ok=True)
        except OSError:
            return Path()
        return file


def number_of(report: Path) -> str:
    """Return the number of a report, by which it can be named; empty where none was written."""
    return report.stem.removeprefix("report-")


def described(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return where a bug was, without its message: a message may hold somebody's name."""
    places = traceback.extract_tb(trace)
    lines = [f'  File "{_short(one.filename)}", line {one.lineno}, in {one.name}' for one in places]
    return "\n".join([*lines, f"{kind.__module__}.{kind.__qualname__}", ""])


def surroundings() -> str:
    """Return what the program runs on; no name of a person or machine."""
    import platform  # noqa: PLC0415  only a report needs it

    from PySide6 import __version__ as qt  # noqa: PLC0415  only a report needs it

    return f"Backdesk {VERSION}, Python {platform.python_version()}, PySide6 {qt}, {sys.platform}"


def install(crashes: Crashes) -> Callable[[], None]:
    """Send every uncaught error of Python and Qt to the reports; returns what takes that back."""
    _give_streams()
    log = _open_log(crashes.folder)
    if log is not None:
        faulthandler.enable(log)
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    sys.excepthook = crashes.caught
    threading.excepthook = lambda told: crashes.caught(
        told.exc_type, told.exc_value, told.exc_traceback
    )
    sys.unraisablehook = lambda told: crashes.caught(
        told.exc_type, told.exc_value, told.exc_traceback
    )
    qInstallMessageHandler(_from_qt)

    def take_back() -> None:
        sys.excepthook, threading.excepthook, sys.unraisablehook = before
        qInstallMessageHandler(None)
        if log is not None:
            faulthandler.disable()
            log.close()

    return take_back


def _from_qt(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    if sys.stderr is not None and kind != QtMsgType.QtDebugMsg:
        sys.stderr.write(f"Qt: {text}\n")


def _give_streams() -> None:
    """A windowed program on Windows has no output streams; writing to None would raise."""
    if sys.stdout is None or sys.stderr is None:
        nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  lives as long as we
        sys.stdout = sys.stdout or nowhere
        sys.stderr = sys.stderr or nowhere


def _open_log(folder: Path) -> IO[str] | None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        log = folder / "faults.txt"
        if log.exists() and log.stat().st_size:
            log.replace(folder / "faults-before.txt")
        return log.open("w", encoding="utf-8")
    except OSError:
        return None


def _short(file: str) -> str:
    parts = Path(file).parts
    for root in ("app", "site-packages"):
        if root in parts:
            return "/".join(parts[parts.index(root) :])
    return Path(file).name
