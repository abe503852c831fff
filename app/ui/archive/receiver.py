"""The receiver: watched folders are looked into, and new pages compared, while a window is open.

A folder may lie on another machine, and pages take their time: nobody who works waits for a look.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.shared.refusals import OfficeError
from app.services.likeness import Comparing
from app.services.office import Office
from app.services.rounds import Looked, Rounds
from app.ui.kit.lane import Reply
from app.ui.kit.messages import error_sentence
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, many

EVERY = 4_000
"""So often folders are looked into, in milliseconds: a file has to lie still from look to look."""
COMPARING_FROM = 5
"""Pages are compared from this look on: a window that has just been opened has other work."""


class Receiver(QObject):
    """Looks again and again; ``told(str)`` says in a few words how that stands."""

    told = Signal(str)

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._rounds = _Round(shell.client.office)
        self._is_looking = False
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        shell.look_wanted.connect(self.look_again)

    def look(self) -> None:
        """Look into the folders now, unless that is under way."""
        office = self._shell.client.office
        if not self._is_looking and not office.is_read_only:
            self._is_looking = True
            self._shell.client.lanes.beside.run(self._rounds.go, Reply(self._looked, self._failed))

    def look_again(self) -> None:
        """Look now, and try again what failed before."""
        self._rounds.again()
        self.look()

    def _looked(self, looked: Looked) -> None:
        self._is_looking = False
        if looked.changed:
            self._shell.client.changed.emit(looked.changed)
        if looked.received:
            count = len(looked.received)
            self._shell.say(many("{n} document came in", "{n} documents came in", count))
        self.told.emit(state_of(looked))
        self._shell.looked.emit(looked)

    def _failed(self, error: Exception) -> None:
        self._is_looking = False
        if not isinstance(error, OfficeError):
            raise error
        self.told.emit(error_sentence(error).what)
        self._shell.intake_failed.emit(error)


@dataclass(slots=True)
class _Round:
    """What is done at each look, in a lane."""

    office: Office
    rounds: Rounds
    looks: int = 0

    def __init__(self, office: Office) -> None:
        self.office = office
        self.rounds = Rounds(office)
        self.looks = 0

    def again(self) -> None:
        self.rounds.again()

    def go(self) -> Looked:
        """Look once, and when nothing came in compare a few pages."""
        looked = self.rounds.look()
        self.looks += 1
        if looked.received or self.looks < COMPARING_FROM:
            return looked
        comparing = Comparing(self.office)
        comparing.some(0)
        return replace(looked, changed=looked.changed | comparing.changed)


def state_of(looked: Looked) -> str:
    """Return in a few words how many folders are watched and what is wrong; nothing for none."""
    watched = [one for one in looked.states if one.looked_at is not None]
    if not watched:
        return ""
    text = many("{n} folder watched", "{n} folders watched", len(watched))
    gone = sum(one.is_gone for one in watched)
    failures = sum(one.failures for one in watched)
    if gone:
        unreached = many("{n} cannot be reached", "{n} cannot be reached", gone)
        return f"{text} · {unreached}"
    if failures:
        problems = many("{n} problem", "{n} problems", failures)
        return f"{text} · {problems}"
    coming = _("files are coming in")
    waiting = sum(one.waiting for one in watched)
    return f"{text} · {coming}" if waiting else text
