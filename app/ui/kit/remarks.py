"""The notes and follow-ups of a record, in a few lines, with buttons to add to them.

self.remarks = Remarks(shell)
column.addWidget(self.remarks)
self.remarks.ask("letter-in:123", "IN-2026-0001")
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from app.domain.correspondence.notes import FollowUp, Note, NoteKind, first_line
from app.domain.shared.refusals import OfficeError
from app.services import follow_ups, notes
from app.ui.kit.actions import beside_icon
from app.ui.kit.bring_up import ask_day, ask_note, ask_other_day
from app.ui.kit.flow import Flow
from app.ui.kit.hit_list import HitList
from app.ui.kit.icons import icon
from app.ui.kit.labels import plain_label
from app.ui.kit.sheets import controls
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme
from app.ui.kit.tips import plain_tip

_ONE = Qt.ItemDataRole.UserRole
_TABLES = frozenset({"note", "follow_up"})
_LINE, _MOST_SEEN = 30, 4


@dataclass(frozen=True, slots=True)
class _Held:
    """A line of the list."""

    one: Note | FollowUp


class Remarks(QWidget):
    """Lists what is noted about one record, and when it is brought up again."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._source = self._title = ""
        self._follow_ups: tuple[FollowUp, ...] = ()
        self.lines = HitList(_("Notes"))
        self.lines.picked.connect(self._open)
        self.note_button = QPushButton(beside_icon(_("Note…")))
        self.note_button.setIcon(icon("pencil"))
        self.note_button.clicked.connect(self.add_note)
        self.day_button = QPushButton(beside_icon(_("Bring up again…")))
        self.day_button.setIcon(icon("clock"))
        self.day_button.clicked.connect(self.bring_up)
        top = Flow(theme().px(8))
        top.addWidget(self.note_button)
        top.addWidget(self.day_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        column.addWidget(plain_label(_("Notes"), "label"))
        column.addLayout(top)
        column.addWidget(self.lines)
        self.lines.hide()
        shell.client.changed.connect(self._news)
        theme().dress(self, controls)

    def ask(self, source: str, title: str) -> None:
        """Show what is noted about a record (``letter-in:123``) that is called so."""
        self._source, self._title = source, title
        self._shell.client.ask_or(self._know_days, self._gone, follow_ups.of, source)

    def add_note(self) -> None:
        """Ask for a note."""
        if self._source:
            ask_note(self.window(), self._shell, self._source)

    def bring_up(self) -> None:
        """Ask for the day on which the record is brought up again."""
        if self._source:
            ask_day(self.window(), self._shell, self._source, self._title)

    def _know_days(self, found: tuple[FollowUp, ...]) -> None:
        self._follow_ups = found
        self._shell.client.ask_or(self._show, self._gone, notes.of, self._source)

    def _show(self, found: tuple[Note, ...]) -> None:
        self.lines.clear()
        lines: list[Note | FollowUp] = [one for one in self._follow_ups if one.is_open]
        lines += found
        for one in lines:
            text = day_text(one) if isinstance(one, FollowUp) else note_text(one)
            item = QListWidgetItem(text)
            item.setToolTip(plain_tip(one.text))
            item.setData(_ONE, _Held(one))
            self.lines.addItem(item)
        shown = min(max(self.lines.count(), 1), _MOST_SEEN)
        self.lines.setFixedHeight(theme().px(_LINE) * shown + 8)
        self.lines.setVisible(self.lines.count() > 0)

    def _gone(self, error: OfficeError) -> None:
        """Show nothing: the record is not kept yet, or may not be seen."""
        self.lines.clear()
        self.lines.hide()

    def _open(self, item: QListWidgetItem) -> None:
        held = item.data(_ONE)
        if isinstance(held, _Held) and isinstance(held.one, FollowUp):
            ask_other_day(self.window(), self._shell, held.one, self._title)
        elif isinstance(held, _Held):
            self._shell.open("note", held.one.id)

    def _news(self, tables: frozenset[str]) -> None:
        if self._source and tables & _TABLES:
            self.ask(self._source, self._title)


def day_text(one: FollowUp) -> str:
    """Return a follow-up in one line: its day, for whom and what for."""
    day = _("Again on {day}", day=formats().day(one.on))
    return "   ".join(part for part in (day, one.who, first_line(one.text)) if part)


def note_text(one: Note) -> str:
    """Return a note in one line: its day, what sort it is, who wrote it and how it begins."""
    day = formats().day(one.written_at.date())
    who = one.caller or one.phone or one.written_by
    kind = "" if one.kind is NoteKind.NOTE else kind_text(one.kind)
    to = f"→ {one.for_whom}" if one.for_whom else ""
    return "   ".join(part for part in (day, kind, who, to, first_line(one.text)) if part)


def kind_text(kind: NoteKind) -> str:
    """Return what sort of note it is, in a word."""
    names = {
        NoteKind.NOTE: _("Note"),
        NoteKind.HAND_OVER: _("Handed over"),
        NoteKind.PHONE: _("Phone call"),
    }
    return names[kind]
