"""What of people comes to its day: probations, terms, qualifications and steps of checklists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.employees.alarms import Alarm, AlarmKind
from app.domain.expenses.expense import KIND as EXPENSE_CLAIM
from app.domain.expenses.expense import ExpenseClaim
from app.lang.texts import mark
from app.services import alarms, expenses
from app.ui.employees.wishes import answer_wishes
from app.ui.employees.words import day_text
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.page_bar import PageBar
from app.ui.kit.sections import Strip
from app.ui.kit.sheets import controls
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, many
from app.ui.kit.theme import theme

KINDS = {
    AlarmKind.PROBATION: mark("Probation ends"),
    AlarmKind.TERM: mark("Fixed term ends"),
    AlarmKind.QUALIFICATION: mark("Qualification runs out"),
    AlarmKind.STEP: mark("Step of a checklist"),
    AlarmKind.WISH: mark("Wants own data changed"),
    AlarmKind.CLAIM: mark("Expense claim to approve"),
}
TONES = {0: "bad", 7: "bad", 14: "warn", 30: "muted"}
TABLES = frozenset(
    {"employee", "employee_record", "contract", "qualification", "checklist", "checklist_item"}
    | {"own_change", "expense_claim"}
)


@dataclass(frozen=True, slots=True)
class AlarmLine:
    """An alarm as a line of a table, on a day."""

    id: int
    alarm: Alarm
    today: date


def when_text(line: AlarmLine) -> str:
    """Return in words how near the day is."""
    left = (line.alarm.day - line.today).days
    if left < 0:
        return many("{n} day ago", "{n} days ago", -left)
    return many("in {n} day", "in {n} days", left) if left else _("today")


COLUMNS: tuple[Column[AlarmLine], ...] = (
    Column(mark("Day"), lambda row: day_text(row.alarm.day), width=120),
    Column(
        mark("When"),
        when_text,
        width=130,
        tone=lambda row: TONES[row.alarm.level(row.today)],
    ),
    Column(mark("What ends"), lambda row: _(KINDS[row.alarm.kind]), width=190),
    Column(mark("Name"), lambda row: row.alarm.name, width=190),
    Column(mark("About"), lambda row: row.alarm.text, width=220, is_roomy=True),
)


class PeopleToDo(QWidget):
    """Lists the alarms, the nearest day first; Enter opens the file of the person."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__()
        self._shell = shell
        self.bar = PageBar("", shell.book, ("own.open",))
        self.bar.lead(strip)
        self.told = plain_label("", "muted")
        self.table: ShortTable[AlarmLine] = ShortTable(_("To do"), COLUMNS)
        self.table.give_room("About")
        self.table.opened.connect(self._open)
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(8))
        column.setSpacing(px(12))
        column.addWidget(self.bar)
        column.addWidget(self.told)
        column.addWidget(self.table, 1)
        lead_to(self, self.table)
        theme().dress(self.told, controls)
        shell.client.changed.connect(self._news)
        self.refresh()

    def refresh(self) -> None:
        """Ask what comes to its day."""
        self._shell.client.ask(self._show, alarms.due)

    def _show(self, found: tuple[Alarm, ...]) -> None:
        today = self._shell.today()
        lines = [AlarmLine(place, one, today) for place, one in enumerate(found)]
        self.table.show_rows(lines)
        nothing = _("Nothing runs out within 30 days")
        self.told.setText(many("{n} matter", "{n} matters", len(found)) if found else nothing)
        self._shell.count("employees", len(found))

    def _open(self, record: object) -> None:
        row = self.table.row_of(record) if isinstance(record, int) else None
        if row is not None and row.alarm.kind is AlarmKind.WISH:
            answer_wishes(self._shell, self, row.alarm.employee_id)
        elif row is not None and row.alarm.kind is AlarmKind.CLAIM:
            self._shell.client.ask(self._open_claim, expenses.numbered, row.alarm.text)
        elif row is not None:
            self._shell.open("employee", row.alarm.employee_id)

    def _news(self, tables: frozenset[str]) -> None:
        if tables & TABLES:
            self.refresh()

    def _open_claim(self, claim: ExpenseClaim) -> None:
        self._shell.open(EXPENSE_CLAIM, claim.id)
