"""A note in a tab: its words can be changed, and what it is about opens from here."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from app.domain.correspondence.notes import NOTE, Note
from app.domain.shared.drafts import Place
from app.domain.shared.ids import NoteId
from app.domain.shared.refusals import Conflict, NotFound, OfficeError
from app.services import notes
from app.services.notes import SeenNote
from app.ui.kit.conflict import Seams, Standoff
from app.ui.kit.editor import MultiLine
from app.ui.kit.focus import lead_to
from app.ui.kit.form_content import Held
from app.ui.kit.history import Deed
from app.ui.kit.labels import plain_label
from app.ui.kit.merge_rows import Version
from app.ui.kit.remarks import day_text, kind_text
from app.ui.kit.safekeeping import Safekeeping
from app.ui.kit.sheets import controls
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme

_LINES = 12


class NotePage(RecordPage):
    """Shows one note."""

    def __init__(self, shell: Shell, record: int | None) -> None:
        super().__init__(shell, NOTE, record)
        self._seen: SeenNote | None = None
        self.title = plain_label("", "title")
        self.about = plain_label("", "muted")
        self.words = MultiLine(_LINES)
        self.words.setAccessibleName(_("Note"))
        self.days = plain_label("", "text")
        self.standoff = Standoff(shell, self, self._seams())
        self.save_button = QPushButton(_("Save"))
        self.save_button.clicked.connect(self.save)
        self.open_button = QPushButton(_("Open what it is about"))
        self.open_button.clicked.connect(self._open)
        self.keeping = Safekeeping(shell.client, self)
        px = theme().px
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.open_button)
        line.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(16))
        column.setSpacing(px(8))
        held = (self.title, self.about, self.keeping.strip, self.words, self.days)
        for widget in (self.standoff.line, *held):
            column.addWidget(widget)
        column.addLayout(line)
        column.addStretch(1)
        shell.book.offer(self, {"letter.save": self.save})
        theme().dress(self, controls)
        lead_to(self, self.words)
        self.setWindowTitle(_("Note"))
        shell.client.ask_or(self._show, self._gone, notes.seen, NoteId(record or 0))

    def save(self) -> None:
        """Keep the words as they stand."""
        if self.standoff.is_open:
            self.standoff.ask()
        elif self._seen is not None and self.words.value() != self._seen.note.text:
            note = self._seen.note
            told = (note.id, note.version, self.words.value())
            refused = self._refused
            with self.keeping.sending():
                self.shell.client.do(self._saved, notes.change, *told, refused=refused)

    def _show(self, seen: SeenNote) -> None:
        self._seen = seen
        note = seen.note
        title = note.caller or note.phone or seen.subject or kind_text(note.kind)
        self.title.setText(title)
        self.titled.emit(title)
        parts = (
            kind_text(note.kind),
            formats().day(note.written_at.date()),
            note.written_by,
            note.phone if note.caller else "",
            f"→ {note.for_whom}" if note.for_whom else "",
            seen.subject if seen.subject != title else "",
        )
        self.about.setText(" · ".join(part for part in parts if part))
        self.words.put(note.text)
        self.days.setText("\n".join(day_text(one) for one in seen.follow_ups if one.is_open))
        self.open_button.setVisible(note.about is not None)
        self.standoff.opened(note.version)
        self.keeping.watch(self, Place(NOTE, note.id), note.version)

    def _saved(self, after: Note) -> None:
        self.keeping.settle()
        before = self._seen.note if self._seen else after
        if self._seen is not None:
            self._seen = SeenNote(after, self._seen.subject, self._seen.follow_ups)
        self.standoff.opened(after.version)
        undo = (after.id, after.version, before.text)
        self.shell.did(Deed(_("Note saved"), notes.change, undo))

    def _seams(self) -> Seams:
        return Seams(
            now=self._now,
            is_typed=self._is_typed,
            reread=self._reread,
            put=self._put,
            save=self.save,
            forget=self._nothing,
            records=self._records,
        )

    def _now(self) -> Version:
        text = self.words.value()
        held = {"text": Held(_("Note"), text, text)}
        return Version(held, held)

    def _is_typed(self) -> bool:
        return self._seen is not None and self.words.value() != self._seen.note.text

    def _reread(self) -> None:
        asked = NoteId(self.record or 0)
        self.shell.client.ask_or(self._show, self.standoff.lost, notes.seen, asked)

    def _put(self, content: dict[str, Held]) -> None:
        self.words.put(content["text"].text)

    def _records(self) -> tuple[str, ...]:
        return (f"{NOTE}:{self.record}",)

    def _nothing(self) -> None:
        """Theirs stands in the field: there is nothing to forget."""

    def _refused(self, error: OfficeError) -> None:
        if isinstance(error, Conflict | NotFound):
            self.standoff.meet()
        else:
            self.shell.refuse(error)

    def _gone(self, error: OfficeError) -> None:
        self.shell.refuse(error)
        self.finished.emit()

    def _open(self) -> None:
        about = self._seen.note.about if self._seen else None
        if about is not None:
            self.shell.open(about.kind, about.record_id)
