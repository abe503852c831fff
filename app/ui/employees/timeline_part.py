"""The timeline of a person: all that happened, the newest first; Enter opens what is there."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.employees.timeline import Happened, PersonEvent
from app.domain.shared.ids import EmployeeId
from app.lang.person_words import FIELDS
from app.lang.texts import mark
from app.services import person_events
from app.ui.employees.words import day_text, span_text
from app.ui.kit.focus import lead_to
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, language
from app.ui.kit.theme import theme

WORDS = {
    Happened.JOINED: mark("First day of work"),
    Happened.CHANGED: mark("Change in the file"),
    Happened.LEFT: mark("Last day of work"),
    Happened.CONTRACT_DRAFTED: mark("Contract drafted"),
    Happened.CONTRACT_SIGNED: mark("Contract signed"),
    Happened.CONTRACT_BEGAN: mark("Contract begins"),
    Happened.PROBATION_OVER: mark("Probation ends"),
    Happened.CONTRACT_ENDED: mark("Contract ends"),
    Happened.AWAY: mark("Away"),
    Happened.QUALIFIED: mark("Qualification"),
    Happened.QUALIFICATION_OVER: mark("Qualification runs out"),
    Happened.HANDED_OUT: mark("Handed out"),
    Happened.CAME_BACK: mark("Came back"),
    Happened.CHECKLIST_BEGUN: mark("Checklist"),
    Happened.STEP_DONE: mark("Step done"),
    Happened.LETTER: mark("Letter"),
    Happened.NOTED: mark("Note"),
    Happened.DOCUMENT: mark("Document"),
    Happened.CLAIM: mark("Expense claim"),
}
AHEAD = "muted"


@dataclass(frozen=True, slots=True)
class EventLine:
    """A line of the timeline; ``is_ahead`` says that its day is still to come."""

    id: int
    event: PersonEvent
    is_ahead: bool


def about(event: PersonEvent) -> str:
    """Return in words what an event is about."""
    fields = ", ".join(_(FIELDS[one]) for one in event.fields)
    return " · ".join(part for part in (event.title, fields) if part)


COLUMNS: tuple[Column[EventLine], ...] = (
    Column(
        mark("Date"),
        lambda row: (
            span_text(row.event.day, row.event.until)
            if row.event.until
            else day_text(row.event.day)
        ),
        width=200,
        tone=lambda row: AHEAD if row.is_ahead else "",
    ),
    Column(mark("What happened"), lambda row: _(WORDS[row.event.what]), width=210),
    Column(mark("About"), lambda row: about(row.event), width=320, is_roomy=True),
)


class TimelinePart(QWidget):
    """Lists what happened with a person."""

    def __init__(self, shell: Shell, person: EmployeeId) -> None:
        super().__init__()
        self._shell = shell
        self._person = person
        self.table: ShortTable[EventLine] = ShortTable(_("Timeline"), COLUMNS)
        self.table.give_room("About")
        self.table.opened.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme().px(8), 0, 0)
        column.addWidget(self.table, 1)
        lead_to(self, self.table)

    def ask(self) -> None:
        """Ask what happened."""
        asked = (self._person, language())
        self._shell.client.ask_or(self._show, self._gone, person_events.of, *asked)

    def _show(self, found: tuple[PersonEvent, ...]) -> None:
        today = self._shell.today()
        lines = [EventLine(place, one, one.day > today) for place, one in enumerate(found)]
        self.table.show_rows(lines)

    def _gone(self, error: object) -> None:
        """Show nothing: the page itself tells that the person is gone."""
        self.table.show_rows(())

    def _open(self, record: object) -> None:
        row = self.table.row_of(record) if isinstance(record, int) else None
        if row is not None and row.event.kind:
            self._shell.open(row.event.kind, row.event.record)
