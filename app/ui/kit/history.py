"""History: what was done in the office and can be taken back, step by step, and done again.

A deed says what was done, and which command takes it back; ``after`` makes of that command's
result the deed that was done by it, so that it can be taken back in its turn:

    def put_away(ids: tuple[ContactId, ...]) -> Deed:
        return Deed(_("…put away"), contacts.take_back, (ids,), taken_back)

    shell.did(put_away(ids))

Issued and posted things are no deeds: they are corrected by other ones. What was changed by
somebody else meanwhile is refused by its command; then that step is gone and theirs stays.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.domain.shared.refusals import OfficeError
from app.ui.kit.client import OfficeClient
from app.ui.kit.work import Work

MOST = 100


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that was done: in words, and the command that takes it back.

    Without ``after`` it cannot be done again, and ``gone`` is said once it is taken back;
    ``is_long`` work shows how far it is.
    """

    text: str
    command: Callable[..., Any]
    arguments: tuple[Any, ...]
    after: Callable[[Any], Deed] | None = None
    gone: str = ""
    is_long: bool = False


class History(QObject):
    """Takes back the last hundred deeds of a window, and does them again; one at a time."""

    changed = Signal()
    told = Signal(str)
    refused = Signal(object)
    watched = Signal(object, str)

    def __init__(self, client: OfficeClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._done: list[Deed] = []
        self._undone: list[Deed] = []
        self._asked: list[bool] = []
        self._running: Deed | None = None
        self._is_back = True

    @property
    def to_undo(self) -> str:
        """Say what would be taken back, or nothing."""
        return self._done[-1].text if self._done else ""

    @property
    def to_redo(self) -> str:
        """Say what would be taken back of what was taken back, or nothing."""
        return self._undone[-1].text if self._undone else ""

    def note(self, deed: Deed) -> None:
        """Remember what was done just now; what was taken back before cannot be done again."""
        self._done.append(deed)
        del self._done[:-MOST]
        self._undone.clear()
        self.changed.emit()

    def undo(self) -> None:
        """Take back what was done last."""
        self._ask(is_back=True)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._ask(is_back=False)

    def _ask(self, *, is_back: bool) -> None:
        """Begin a step, or let it wait for its turn."""
        self._asked.append(is_back)
        if self._running is None:
            self._begin()

    def _begin(self) -> None:
        while self._asked and self._running is None:
            self._is_back = self._asked.pop(0)
            steps = self._done if self._is_back else self._undone
            if steps:
                self._running = steps.pop()
                self._run(self._running)

    def _run(self, deed: Deed) -> None:
        answer, refused = partial(self._went, deed), self._not_gone
        if deed.is_long:
            work: Work = self._client.work(answer, deed.command, *deed.arguments, refused=refused)
            self.watched.emit(work, deed.text)
        else:
            self._client.do(answer, deed.command, *deed.arguments, refused=refused)

    def _went(self, deed: Deed, result: object) -> None:
        self._running = None
        opposite = deed.after(result) if deed.after is not None else None
        if opposite is not None:
            (self._undone if self._is_back else self._done).append(opposite)
        self.changed.emit()
        self.told.emit(opposite.text if opposite is not None else deed.gone)
        self._begin()

    def _not_gone(self, error: OfficeError) -> None:
        """Go on without a step that is refused: somebody else's change stays."""
        self._running = None
        self.refused.emit(error)
        self.changed.emit()
        self._begin()
