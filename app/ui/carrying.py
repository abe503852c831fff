"""Carrying an office from the File menu: packed, unpacked, or as an ordinary database."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from app.domain.shared.refusals import OfficeError
from app.ui.kit.dialogs import tell_error
from app.ui.kit.lane import Lanes, Reply
from app.ui.kit.texts import _
from app.ui.welcome.door import Door

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.services.office import Office
    from app.ui.main_window import MainWindow

PACKED = ".backdesk-pack"
PLAIN = ".sqlite"
OFFICE = ".backdesk"
NO_OVERWRITING = QFileDialog.Option.DontConfirmOverwrite
"""What exists is refused by the office itself, whatever the clerk answers."""


class Carrying(QObject):
    """Asks for files, lets the long lane work, and says where the copy lies."""

    def __init__(self, window: MainWindow, door: Door, lanes: Lanes) -> None:
        super().__init__(window)
        self._window = window
        self._door = door
        self._lanes = lanes
        slots = {
            "office.pack": self.pack,
            "office.unpack": self.unpack,
            "office.export": self.export,
        }
        window.book.offer(window, slots)

    def pack(self) -> None:
        """Ask for a file and put the open office into it."""
        self._carry_out(_("Pack into one file"), PACKED, _pack)

    def export(self) -> None:
        """Ask for a file and write the open office as an ordinary database."""
        self._carry_out(_("Export as SQLite"), PLAIN, _export)

    def unpack(self) -> None:
        """Ask for a packed file and a place, unpack it there and open it."""
        source, _kind = QFileDialog.getOpenFileName(
            self._window, _("Unpack a company"), "", f"Backdesk (*{PACKED})"
        )
        if not source:
            return
        named = str(Path(source).with_suffix(OFFICE))
        target, _kind = QFileDialog.getSaveFileName(
            self._window, _("Unpack to"), named, options=NO_OVERWRITING
        )
        if target:
            self.unpack_to(Path(source), Path(target).with_suffix(OFFICE))

    def unpack_to(self, source: Path, target: Path) -> None:
        """Unpack a file into a new folder and open it."""
        self._run(partial(_unpack, source, target), self._unpacked)

    def carry_out(self, target: Path, out: Callable[[Office, Path], Path]) -> None:
        """Write the open office to a file in the background."""
        if self._window.shell is not None:
            self._run(partial(out, self._window.shell.client.office, target), self._carried)

    def _carry_out(self, title: str, ending: str, out: Callable[[Office, Path], Path]) -> None:
        if self._window.shell is None:
            self._window.toast.tell(_("Open a company first."))
            return
        target, _kind = QFileDialog.getSaveFileName(
            self._window, title, "", f"*{ending}", options=NO_OVERWRITING
        )
        if target:
            path = Path(target)
            self.carry_out(path if path.suffix else path.with_suffix(ending), out)

    def _run(self, work: Callable[[], Path], done: Callable[[Path], None]) -> None:
        self._window.toast.tell(_("Writing the copy…"))
        self._lanes.long.run(work, Reply(done, self._failed))

    def _carried(self, target: Path) -> None:
        self._window.toast.tell(_("The copy lies in {place}.", place=str(target)))

    def _unpacked(self, target: Path) -> None:
        self._window.leave()
        self._lanes.when_quiet(partial(self._door.open, target))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, OfficeError):
            raise error
        tell_error(self._window, error)


def _pack(office: Office, target: Path) -> Path:
    from app.services import carrying  # noqa: PLC0415  loads SQLAlchemy, in a thread of its own

    return carrying.pack(office, target)


def _export(office: Office, target: Path) -> Path:
    from app.services import carrying  # noqa: PLC0415  loads SQLAlchemy, in a thread of its own

    return carrying.export_plain(office, target)


def _unpack(source: Path, target: Path) -> Path:
    from app.services import carrying  # noqa: PLC0415  loads SQLAlchemy, in a thread of its own

    return carrying.unpack(source, target)
