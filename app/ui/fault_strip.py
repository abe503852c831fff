"""The strip of faults: a full disk, a save of which nobody knows, files replaced, a clock set back.

Each stays as long as it holds, says what to do, and goes by itself once it is over: with room on
the disk again writing goes on, and what was saved or not is looked up as soon as it can be read.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.shared.refusals import OfficeError
from app.ui.kit.banner import Banner
from app.ui.kit.lane import Reply
from app.ui.kit.messages import error_sentence
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.services.office import Office

LOOK_MS = 4_000
"""How often it is looked whether there is room again, or whether the disk answers."""
FULL, UNKNOWN, REPLACED = "disk-full", "storage.outcome-unknown", "storage.replaced"
CLOCK = "clock"
"""What a window hears of when the clock of the machine went back."""


class FaultStrip(QWidget):
    """Says which fault of the machine the office stands under, with the ways out of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell: Shell | None = None
        self._unknown: list[tuple[int, str]] = []
        self.full, self.unknown = Banner("full"), Banner("unknown")
        self.replaced, self.clock = Banner("replaced"), Banner("clock")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for banner in (self.full, self.unknown, self.replaced, self.clock):
            column.addWidget(banner)
        self.full.pressed.connect(self.look)
        self.full.pressed_other.connect(self._pack)
        self.unknown.pressed.connect(self.look)
        self.replaced.pressed.connect(self._close_office)
        self.clock.pressed.connect(self._seen)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    def follow(self, shell: Shell) -> None:
        """Hear of the faults of an office from now on."""
        self.clear()
        self._shell = shell
        shell.client.faulted.connect(self.hear)
        shell.client.changed.connect(self._news)
        shell.client.stopped.connect(self._timer.stop)
        if shell.client.office.database.read_only_facts.get("why") == FULL:
            self._tell_full()

    def clear(self) -> None:
        """Say nothing: no office is open."""
        self._timer.stop()
        self._unknown, self._shell = [], None
        for banner in (self.full, self.unknown, self.replaced, self.clock):
            banner.tell("")

    def hear(self, error: OfficeError) -> None:
        """Hear of a fault."""
        if self._shell is None:
            return
        if error.code == UNKNOWN and "seq" in error.facts:
            self._unknown.append((int(str(error.facts["seq"])), str(error.facts["proof"])))
            self.unknown.tell(str(error_sentence(error)), _("Look again"))
            self._timer.start()
        elif error.code == REPLACED:
            self.replaced.tell(str(error_sentence(error)), _("Close the company"))
        if self._shell.client.office.database.read_only_facts.get("why") == FULL:
            self._tell_full()

    def look(self) -> None:
        """Look whether there is room again, and what became of what was being saved."""
        if self._shell is None:
            return
        client = self._shell.client
        if self.full.isVisibleTo(self):
            work = partial(_has_room, client.office)
            client.lanes.beside.run(work, Reply(self._looked))
        if self._unknown:
            from app.services import unresolved  # noqa: PLC0415  as above

            client.ask_or(self._found, self._still, unresolved.is_saved, *self._unknown[0])

    def _tell_full(self) -> None:
        told = " ".join(
            (
                _("The disk is full: nothing more can be written, everything can be read."),
                _("Make room, and writing goes on by itself."),
            )
        )
        self.full.tell(told, _("Try again"), _("Pack into one file…"))
        self._timer.start()

    def _looked(self, has_room: object) -> None:
        if has_room and self._shell is not None and self.full.isVisibleTo(self):
            self.full.tell("")
            self._rest()
            self._shell.say(_("There is room on the disk again: writing goes on."))

    def _found(self, is_saved: object) -> None:
        if self._shell is None or not self._unknown:
            return
        self._unknown.pop(0)
        told = _("We looked: it was saved.") if is_saved else _("We looked: it was not saved.")
        self._shell.say(told)
        if not self._unknown:
            self.unknown.tell("")
            self._rest()

    def _still(self, _error: OfficeError) -> None:
        """Go on waiting: the disk cannot be read yet."""

    def _rest(self) -> None:
        if not self._unknown and not self.full.isVisibleTo(self):
            self._timer.stop()

    def _news(self, tables: frozenset[str]) -> None:
        if CLOCK in tables:
            told = _("The clock of this computer went back; the record of changes keeps its order.")
            self.clock.tell(" ".join((told, _("Set it right."))), _("OK"))

    def _pack(self) -> None:
        if self._shell is not None:
            self._shell.book.action("office.pack").trigger()

    def _close_office(self) -> None:
        if self._shell is not None:
            self._shell.book.action("office.close").trigger()

    def _seen(self) -> None:
        self.clock.tell("")


def _has_room(office: Office) -> bool:
    return not office.is_read_only
