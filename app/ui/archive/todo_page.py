"""What is to do with documents: the step of each, until when, and how late it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.archive.row import DocumentRow
from app.domain.archive.steps import following
from app.domain.shared.ids import DocumentId
from app.lang.texts import mark
from app.services import kinds, stepping
from app.services.kinds import Sorting
from app.services.stepping import ToDo
from app.ui.archive.form import stage_name
from app.ui.archive.naming import Naming
from app.ui.archive.overview import Overview
from app.ui.archive.stepping import Stepping
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, many

KIND = "to-do"
_TABLES = frozenset({"document", "document_type"})


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A document with a step to do, as a line of the table."""

    id: int
    row: DocumentRow
    late: int
    type_name: str
    stage: str
    next: str


def when_text(line: TaskLine) -> str:
    """Return how far the day is, in words."""
    if line.late > 0:
        return many("{n} day late", "{n} days late", line.late)
    if line.late == 0:
        return _("Today")
    return many("In {n} day", "In {n} days", -line.late)


def _tone(line: TaskLine) -> str:
    if line.late > 0:
        return "bad"
    return "warn" if line.late == 0 else "muted"


def _icon(line: TaskLine) -> str:
    return "alert-triangle" if line.late > 0 else "clock"


def _day(line: TaskLine) -> str:
    return formats().day(line.row.due_on) if line.row.due_on else ""


COLUMNS: tuple[Column[TaskLine], ...] = (
    Column(mark("Until"), _day, width=120, icon=_icon, sort="due"),
    Column(mark("When"), when_text, width=110, tone=_tone),
    Column(mark("Document"), lambda line: line.row.title, width=220, sort="title"),
    Column(mark("Type"), lambda line: line.type_name, width=100, sort="type"),
    Column(mark("Stage"), lambda line: line.stage, width=110, is_pill=True),
    Column(mark("Followed by"), lambda line: line.next, width=150, tone=lambda _line: "muted"),
    Column(mark("From or to"), lambda line: line.row.correspondent, width=140, sort="sender"),
)
_KEYS = {
    "due": lambda line: line.row.due_on or date.max,
    "title": lambda line: line.row.title.casefold(),
    "type": lambda line: line.type_name.casefold(),
    "sender": lambda line: line.row.correspondent.casefold(),
}


class ToDoPage(Overview):
    """Lists steps, those that are late first; the chosen ones are done by a key."""

    def __init__(self, shell: Shell, _record: int | None = None) -> None:
        super().__init__(shell, KIND, _("To do"), ("document.open", "document.step"))
        self.naming = Naming()
        self.steps = Stepping(shell, self)
        self.table: ShortTable[TaskLine] = ShortTable(_("To do"), COLUMNS, _KEYS)
        self.put_table(self.table, "Document")
        self.table.opened.connect(self._open)
        shell.book.offer(
            self,
            {
                "document.step": self._step,
                "document.open": self._open_chosen,
                "list.refresh": self.refresh,
            },
        )
        shell.client.changed.connect(self._news)
        shell.client.ask(self._learn, kinds.sorting)

    def refresh(self) -> None:
        """Ask for what is to do."""
        self.shell.client.ask(self._show, stepping.to_do)

    def _learn(self, sorting: Sorting) -> None:
        self.naming.learn(sorting)
        self.refresh()

    def _news(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.shell.client.ask(self._learn, kinds.sorting)

    def _show(self, found: ToDo) -> None:
        self.table.show_rows([self._line(row, found.day) for row in found.rows])
        self.hint.setText(hint_text(found))
        for name in ("document.step", "document.open"):
            self.shell.book.allow(self, name, allowed=bool(found.rows))

    def _line(self, row: DocumentRow, today: date) -> TaskLine:
        kind = self.naming.types.get(row.type_id) if row.type_id is not None else None
        return TaskLine(
            row.id,
            row,
            (today - (row.due_on or today)).days,
            self.naming.type(row.type_id),
            self.naming.stage(row.type_id, row.stage),
            _(" or ").join(stage_name(one) for one in following(kind, row.stage)),
        )

    def _step(self) -> None:
        lines = (self.table.row_of(one) for one in self.table.selected_ids())
        self.steps.ask(tuple(line.row for line in lines if line is not None), self.naming)

    def _open(self, record: int) -> None:
        self.shell.open("document", record)

    def _open_chosen(self) -> None:
        if (record := self.table.chosen_id()) is not None:
            self._open(DocumentId(record))


def hint_text(found: ToDo) -> str:
    """Return how much is to do, and how much of it is late, in a line."""
    if not found.count:
        return _("Nothing is to do: no document has a next step with a day.")
    parts = (
        many("{n} document is late", "{n} documents are late", found.overdue)
        if found.overdue
        else "",
        many("{n} step in all", "{n} steps in all", found.count),
    )
    return " · ".join(part for part in parts if part)
