"""To do: what is to be brought up again, overdue first, for one person or for all."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.correspondence.notes import FollowUp, Pressing, first_line
from app.lang.texts import mark
from app.services import follow_ups
from app.services.follow_ups import Task
from app.ui.kit.bring_up import ask_other_day
from app.ui.kit.fields import ChoiceEdit
from app.ui.kit.focus import lead_to
from app.ui.kit.history import Deed
from app.ui.kit.labels import plain_label
from app.ui.kit.page_bar import PageBar
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme

_TABLES = frozenset(
    {"follow_up", "letter_in", "letter_out", "contact", "document", "invoice", "quote"}
)
_PRESSING = {
    Pressing.OVERDUE: mark("Overdue"),
    Pressing.TODAY: mark("Today"),
    Pressing.LATER: mark("Later"),
    Pressing.DONE: mark("Done"),
}
_TONES = {Pressing.OVERDUE: "bad", Pressing.TODAY: "warn"}
VERBS = ("todo.done", "todo.other-day", "todo.open")


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A follow-up as a line of the table."""

    id: int
    task: Task


def _icon(line: TaskLine) -> str:
    return "alert-triangle" if line.task.pressing is Pressing.OVERDUE else "clock"


def _reason(task: Task) -> str:
    if task.asks_to_decide:
        return _("Past its day: decide about the quote")
    return first_line(task.follow_up.text)


COLUMNS: tuple[Column[TaskLine], ...] = (
    Column(
        mark("On"),
        lambda line: formats().day(line.task.follow_up.on),
        width=120,
        icon=_icon,
        sort="on",
    ),
    Column(
        mark("When"),
        lambda line: _(_PRESSING[line.task.pressing]),
        width=110,
        tone=lambda line: _TONES.get(line.task.pressing, "muted"),
    ),
    Column(mark("About"), lambda line: line.task.subject, width=260, sort="about"),
    Column(mark("What for"), lambda line: _reason(line.task), width=220),
    Column(mark("For whom"), lambda line: line.task.follow_up.who, width=130, sort="who"),
)
_KEYS = {
    "on": lambda line: line.task.follow_up.on,
    "about": lambda line: line.task.subject.casefold(),
    "who": lambda line: line.task.follow_up.who.casefold(),
}


class ToDoSection(QWidget):
    """Lists follow-ups; Enter opens what they are about, Y says that one is done."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__()
        self._shell = shell
        self.head = PageBar("", shell.book, ("todo.other-day", "todo.done"))
        self.head.lead(strip)
        self.who: ChoiceEdit[str] = ChoiceEdit([("", _("Everybody"))])
        self.who.setAccessibleName(_("For whom"))
        self.who.currentIndexChanged.connect(self.refresh)
        self.head.add(self.who)
        self.hint = plain_label("", "muted")
        self.table: ShortTable[TaskLine] = ShortTable(_("To do"), COLUMNS, _KEYS)
        self.table.give_room("About")
        self.table.opened.connect(self._open)
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(8))
        column.setSpacing(px(12))
        column.addWidget(self.head)
        column.addWidget(self.hint)
        column.addWidget(self.table, 1)
        lead_to(self, self.table)
        shell.book.offer(
            self,
            {
                "todo.done": self._done,
                "todo.other-day": self._other_day,
                "todo.open": self._open_chosen,
                "list.refresh": self.refresh,
                "letter.write": partial(shell.open, "letter-out"),
                "letter.receive": partial(shell.open, "letter-in"),
            },
        )
        shell.client.changed.connect(self._news)
        shell.client.ask(self._know_people, follow_ups.people)

    def refresh(self, _index: int = 0) -> None:
        """Ask for what is open."""
        self._shell.client.ask(self._show, follow_ups.waiting, self.who.value() or "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held or not event.text().strip() or not self._is_verb(event.text()):
            super().keyPressEvent(event)

    def _is_verb(self, letter: str) -> bool:
        return self.table.hasFocus() and self._shell.book.press(letter, "letters")

    def _know_people(self, people: tuple[str, ...]) -> None:
        for name in people:
            if self.who.findText(name) < 0:
                self.who.addItem(name, name)
        self.refresh()

    def _news(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.refresh()

    def _show(self, tasks: tuple[Task, ...]) -> None:
        self.table.show_rows([TaskLine(one.follow_up.id, one) for one in tasks])
        self.hint.setText(hint_text(tasks))
        for name in VERBS:
            self._shell.book.allow(self, name, allowed=bool(tasks))

    def _chosen(self) -> Task | None:
        record = self.table.chosen_id()
        line = self.table.row_of(record) if record is not None else None
        return line.task if line else None

    def _done(self) -> None:
        task = self._chosen()
        if task is not None and task.asks_to_decide:
            self._open_chosen()
        elif task is not None:
            one = task.follow_up
            self._shell.client.do(self._told, follow_ups.done, one.id, one.version)

    def _told(self, one: FollowUp) -> None:
        text = _("Done: {what}", what=first_line(one.text) or formats().day(one.on))
        self._shell.did(Deed(text, follow_ups.reopen, (one.id, one.version)))

    def _other_day(self) -> None:
        task = self._chosen()
        if task is not None and task.asks_to_decide:
            self._open_chosen()
        elif task is not None:
            ask_other_day(self, self._shell, task.follow_up, task.subject)

    def _open(self, _record: object) -> None:
        self._open_chosen()

    def _open_chosen(self) -> None:
        task = self._chosen()
        if task is None:
            return
        one = task.follow_up
        if one.about is not None:
            self._shell.open(one.about.kind, one.about.record_id)
        elif one.note_id is not None:
            self._shell.open("note", one.note_id)


def hint_text(tasks: tuple[Task, ...]) -> str:
    """Return how much is overdue, due today and later, in a line."""
    if not tasks:
        return _("Nothing is to be brought up again.")
    counts = [
        (pressing, sum(one.pressing is pressing for one in tasks))
        for pressing in (Pressing.OVERDUE, Pressing.TODAY, Pressing.LATER)
    ]
    return " · ".join(f"{_(_PRESSING[pressing])} {n}" for pressing, n in counts if n)
