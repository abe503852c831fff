"""Safekeeping: what is typed in any fields is kept while it is typed, and offered again later.

keeping = Safekeeping(shell.client, host)      # ``keeping.strip`` goes above the fields
keeping.watch(form, Place("leave-types", 7), 3)    # these fields, of this record in this version
with keeping.sending(): self.send()            # the command that saves forgets what was kept
keeping.settle()                               # it was saved or given up: nothing waits any more

It is kept 500 ms after the last key and at least every 2 s, by a transaction of its own. What
somebody typed before and did not save is offered with a look at it, and never put there unasked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.shared.drafts import FormDraft, Place, Writing
from app.services import drafts
from app.ui.kit.client import OfficeClient
from app.ui.kit.draft_strip import DraftStrip
from app.ui.kit.form import Form
from app.ui.kit.pause import Pause
from app.ui.kit.typed import editors_of, put_typed, told_of, typed_of

_HEARD = "is-kept"


class Safekeeping(QObject):
    """Keeps what is typed into the fields of a widget; ``taken(draft)`` when an offer was taken."""

    taken = Signal(object)

    def __init__(self, client: OfficeClient, host: QWidget) -> None:
        super().__init__(host)
        self._client = client
        self._fields: QWidget | None = None
        self._place = Place("", 0)
        self._version = 0
        self._offer: FormDraft | None = None
        self._is_sent = False
        self._pause = Pause(self)
        self._pause.over.connect(self.keep)
        self.is_kept = False
        """Whether the office holds something of what is typed here now."""
        self.strip = DraftStrip()
        self.strip.pressed.connect(self.take_offer)
        self.strip.pressed_other.connect(self.forget)
        client.flushing.connect(self.flush)

    def watch(self, fields: QWidget, place: Place, version: int = 0) -> None:
        """Keep what is typed into these fields from now on; what was typed before is kept."""
        self.flush()
        self._fields, self._place, self._version = fields, place, version
        self._offer, self.is_kept = None, False
        self.strip.clear()
        self._hear(fields)
        if self._may_keep:
            self._client.ask(self._found, drafts.kept, *place)
            self._client.ask(self._tell_others, drafts.others, *place)

    @property
    def _may_keep(self) -> bool:
        office = self._client.office
        return not office.is_read_only and drafts.may_keep(office.who)

    def flush(self) -> None:
        """Keep what was typed now, if something was."""
        if self._pause.is_running:
            self.keep()

    def keep(self) -> None:
        """Keep what stands in the fields."""
        self._pause.stop()
        fields = self._fields
        if fields is None or not self._may_keep:
            return
        self._hear(fields)
        self.is_kept = True
        self._client.do(self._noted, drafts.keep, *self._place, self._version, typed_of(fields))

    @contextmanager
    def sending(self) -> Iterator[None]:
        """Let the command that is given meanwhile forget what is kept, in its own transaction."""
        self.flush()
        self._is_sent = False
        before, self._client.saver = self._client.saver, self
        try:
            yield
        finally:
            self._client.saver = before

    def take(self) -> Place:
        """Return where it is kept, for the command that saves it."""
        self._is_sent = True
        return self._place

    def settle(self) -> None:
        """Forget what is kept: it was saved; the command that saved it may have done so."""
        self._pause.stop()
        is_sent, self._is_sent = self._is_sent, False
        if self.is_kept and not is_sent:
            self._client.do(self._noted, drafts.drop, *self._place)
        self.is_kept = False
        self.strip.clear()

    def stop(self) -> None:
        """Keep nothing more of these fields: they are about to go."""
        self._pause.stop()
        self._fields = None

    def take_offer(self) -> None:
        """Write into the fields what was typed before."""
        draft, self._offer = self._offer, None
        self.strip.offer_nothing()
        if draft is not None and self._fields is not None and isinstance(draft.body, dict):
            put_typed(self._fields, draft.body)
            self._touch()
            self.taken.emit(draft)

    def forget(self) -> None:
        """Forget what was typed before."""
        self._pause.stop()
        self._offer, self.is_kept = None, False
        self.strip.offer_nothing()
        self._client.do(self._noted, drafts.drop, *self._place)

    def _found(self, draft: FormDraft | None) -> None:
        """Offer what was typed before, unless it stands there already."""
        fields = self._fields
        if draft is None or fields is None or (draft.form, draft.entity) != self._place:
            return
        body = draft.body if isinstance(draft.body, dict) else {}
        if told := told_of(fields, body):
            self._offer = draft
            self.strip.offer(draft.at, told)

    def _tell_others(self, found: tuple[Writing, ...]) -> None:
        self.strip.tell_others(found)

    def _hear(self, fields: QWidget) -> None:
        """Hear every field that is not heard yet: rows come while somebody types."""
        for form in [fields, *fields.findChildren(Form)]:
            if isinstance(form, Form):
                self._hear_one(form, form.edited, self._touch)
                self._hear_one(form, form.submitting, self._submitting, "is-sent")
        for editor in editors_of(fields):
            self._hear_one(editor, _signal_of(editor), self._touch)

    def _hear_one(
        self, one: QWidget, signal: Any, done: Callable[..., None], mark: str = _HEARD
    ) -> None:
        if not one.property(mark):
            one.setProperty(mark, True)  # noqa: FBT003  Qt takes it so
            signal.connect(done)

    def _touch(self, *_given: object) -> None:
        if self._fields is not None:
            self._pause.touch()

    def _submitting(self, is_begun: object) -> None:
        self.flush()
        self._client.saver = self if is_begun else None

    def _noted(self, nothing: object) -> None:
        """The draft is safe."""


def _signal_of(editor: Any) -> Any:
    """Return the signal of a field that tells what somebody typed."""
    for name in ("edited", "textEdited", "activated", "clicked", "textChanged"):
        if hasattr(editor, name):
            return getattr(editor, name)
    raise TypeError(editor)
