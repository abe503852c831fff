"""Keeping a draft: its texts half a second after the last key, the record when it is left.

What cannot be read, or cannot be saved, stays kept as it was typed; nothing asks "save?".
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from app.domain.shared.refusals import Conflict, Invalid, NotFound, OfficeError
from app.services import drafts
from app.ui.invoices.making import Deeds
from app.ui.kit.client import OfficeClient
from app.ui.kit.draft_strip import DraftStrip

_REST, _LONGEST = 500, 2000


class Saving(Enum):
    """How the last attempt to save ended."""

    SAVED = "saved"
    UNREADABLE = "unreadable"
    REFUSED = "refused"
    CONFLICT = "conflict"


class Keeper(QObject):
    """Keeps one draft; ``version`` is the record's, 0 as long as there is none."""

    marked = Signal(object)
    settled = Signal(object)
    refused = Signal(object)

    def __init__(self, client: OfficeClient, deeds: Deeds, record: int, parent: QObject) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self._record = record
        self.version = 0
        self._client = client
        self._body: Callable[[], object] = dict
        self._strokes = self._kept_at = self._saved_at = 0
        self.is_saving = False
        self._saving_at = 0
        self._next: Any = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self.keep)
        self._since = QElapsedTimer()
        self.writers = DraftStrip()

    def begin(self, version: int, body: Callable[[], object], *, is_typed_on: bool) -> None:
        """Begin with a record's version; ``is_typed_on`` says that unsaved texts are shown."""
        self.version = version
        self._body = body
        self._strokes = self._kept_at = 1 if is_typed_on else 0
        self._saved_at = 0
        self._client.ask(self.writers.tell_others, drafts.others, self._deeds.form, self._record)

    def go_on_as(self, record: int) -> None:
        """Go on with what was typed under another id, before anything is kept under the own."""
        self._record = record

    @property
    def is_saved(self) -> bool:
        """Say whether the record holds all that was typed, or is about to."""
        return self._strokes == (self._saving_at if self.is_saving else self._saved_at)

    @property
    def is_kept(self) -> bool:
        """Say whether nothing is lost if the machine stops now."""
        return self._strokes in {self._kept_at, self._saved_at}

    def touch(self) -> None:
        """Note a key: the texts are kept when typing rests, at the latest after two seconds."""
        self._strokes += 1
        if not self._rest.isActive():
            self._since.start()
        self._rest.start(max(0, min(_REST, _LONGEST - self._since.elapsed())))
        self.marked.emit(True)  # noqa: FBT003  a signal's only value

    def keep(self) -> None:
        """Keep the texts now, as they stand."""
        self._rest.stop()
        if self.is_kept:
            return
        self._kept_at = self._strokes
        form = self._deeds.form
        self._client.do(self._kept, drafts.keep, form, self._record, self.version, self._body())

    def save(self, content: Any) -> None:
        """Save the record, and forget the texts that were kept; ``settled`` tells how it ended."""
        self._rest.stop()
        if self.is_saving:
            self._next = content
            return
        self.is_saving = True
        self._saving_at = self._strokes
        if self.version:
            self._client.do(
                self._saved,
                self._deeds.revise,
                self._record,
                self.version,
                content,
                refused=self._not_saved,
            )
        else:
            self._client.do(
                self._saved, self._deeds.add, content, self._record, refused=self._not_saved
            )

    def drop(self) -> None:
        """Forget what was typed."""
        self._rest.stop()
        if not self._strokes:
            return
        self._strokes = self._kept_at = self._saved_at = 0
        self._client.do(self._kept, drafts.drop, self._deeds.form, self._record)

    def _kept(self, nothing: object) -> None:
        if self._kept_at == self._strokes:
            self.marked.emit(False)  # noqa: FBT003  a signal's only value

    def _saved(self, record: Any) -> None:
        self.is_saving = False
        self.version = record.version
        self._saved_at = self._saving_at
        if self._saved_at == self._strokes:
            self.marked.emit(False)  # noqa: FBT003  a signal's only value
        following, self._next = self._next, None
        if following is not None:
            self.save(following)
        else:
            self.settled.emit(Saving.SAVED)

    def _not_saved(self, error: OfficeError) -> None:
        self.is_saving, self._next = False, None
        self.keep()
        if isinstance(error, Conflict | NotFound):
            # Whoever writes is shown both versions; a second dialog would say the same.
            self._client.told.add(error)
            self.settled.emit(Saving.CONFLICT)
        elif isinstance(error, Invalid):
            self.settled.emit(Saving.REFUSED)
        else:
            self.settled.emit(Saving.REFUSED)
            self.refused.emit(error)
