"""Hours: the week of a person as it is written, and how everybody's week stands."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.hours.hours import TimeWeek
from app.domain.hours.measuring import WEEK, Stretch
from app.domain.hours.refused import ClockForgotten
from app.domain.hours.sheet import PersonWeek
from app.domain.shared.ids import EmployeeId
from app.domain.shared.refusals import OfficeError
from app.lang.texts import mark
from app.services import hours, time_papers, time_weeks
from app.services.hours import OpenedSheet
from app.ui.employees.clock_dialog import ClockDialog
from app.ui.employees.hours_words import (
    TONES,
    minutes_text,
    overtime_lines,
    state_text,
    sums_text,
    unchecked_text,
)
from app.ui.employees.lock_dialog import LockDialog
from app.ui.employees.week_grid import WeekGrid
from app.ui.kit.fields import DateEdit
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.page_bar import PageBar
from app.ui.kit.printing import print_pdf
from app.ui.kit.sections import Strip
from app.ui.kit.sheets import controls
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, language
from app.ui.kit.theme import theme

_DAY = 130
TABLES = frozenset({"time_week", "time_entry", "employee_record", "contract", "leave_request"})
COLUMNS: tuple[Column[PersonWeek], ...] = (
    Column(mark("Name"), lambda row: row.name, sort="name", width=200, is_roomy=True),
    Column(
        mark("Status"),
        lambda row: state_text(row.state),
        width=160,
        tone=lambda row: TONES[row.state],
    ),
    Column(mark("Worked"), lambda row: minutes_text(row.worked), right=True, width=90),
    Column(mark("Hours due"), lambda row: minutes_text(row.due), right=True, width=110),
    Column(mark("Overtime"), lambda row: minutes_text(row.paid), right=True, width=90),
    Column(mark("Account of hours"), lambda row: minutes_text(row.balance), right=True, width=140),
)


class HoursPage(QWidget):
    """Shows one week: on top that of the chosen person, below how everybody stands."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__()
        self.shell = shell
        self.person: EmployeeId | None = None
        self.opened: OpenedSheet | None = None
        self.bar = PageBar("", shell.book, ("hours.clock", "hours.submit"))
        self.bar.lead(strip)
        self.day = DateEdit(shell.today)
        self.name, self.about = plain_label("", "heading"), plain_label("", "muted")
        self.grid = WeekGrid()
        self.sums, self.overtime = plain_label(), plain_label("", "muted")
        self.unchecked = plain_label("", "warn")
        self.unchecked.setWordWrap(True)
        self.unchecked.hide()
        self.people: ShortTable[PersonWeek] = ShortTable(_("People"), COLUMNS)
        self._lay_out()
        self._connect()
        self.ask()

    def ask(self) -> None:
        """Ask how the week stands."""
        self.shell.client.ask(self._show_people, time_weeks.everyone, self._asked())
        self._ask_sheet()

    def _asked(self) -> date:
        return self.day.value() or self.shell.today()

    def _ask_sheet(self) -> None:
        if self.person is not None:
            self.shell.client.ask(self._show, hours.opened, self.person, self._asked())

    def _connect(self) -> None:
        self.grid.written.connect(self._write)
        self.day.editingFinished.connect(self.ask)
        self.people.chosen.connect(self._choose)
        self.people.opened.connect(self._enter)
        self.shell.client.changed.connect(self._news)
        self.shell.book.offer(
            self,
            {
                "hours.clock": self._clock,
                "hours.copy": self._copy,
                "hours.submit": self._submit,
                "hours.take-back": self._take_back,
                "hours.approve": self._approve,
                "hours.reopen": self._reopen,
                "hours.earlier": self._earlier,
                "hours.later": self._later,
                "hours.print": self._print,
                "hours.print-month": self._print_month,
                "hours.lock": self._lock,
            },
        )

    def _lay_out(self) -> None:
        px = theme().px
        self.day.setAccessibleName(_("Week of a day"))
        self.day.setFixedWidth(px(_DAY))
        self.day.put(self.shell.today())
        self.bar.add(self.day)
        self.people.give_room("Name")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(8))
        column.setSpacing(px(8))
        for part in (self.bar, self.name, self.about, self.grid):
            column.addWidget(part)
        for part in (self.sums, self.overtime, self.unchecked):
            column.addWidget(part)
        column.addWidget(self.people, 1)
        lead_to(self, self.people)
        for label in (self.name, self.about, self.overtime):
            theme().dress(label, controls)

    def _show_people(self, found: tuple[PersonWeek, ...]) -> None:
        self.people.show_rows(found)
        if self.person is None and found:
            self._choose(found[0].id)

    def _choose(self, record: object) -> None:
        if isinstance(record, int) and record != self.person:
            self.person = EmployeeId(record)
            self._ask_sheet()

    def _enter(self, record: object) -> None:
        """Go to the first day of the week that has no hours yet."""
        self._choose(record)
        free = (one for one in self.grid.edits if not one.text() and not one.isReadOnly())
        next(free, self.grid.edits[0]).setFocus()

    def _show(self, opened: OpenedSheet) -> None:
        sheet = opened.sheet
        if sheet.employee_id != self.person:
            return
        self.opened = opened
        week = sheet.week
        self.name.setText(sheet.name)
        note = week.note if week is not None else ""
        state = state_text(week.state if week is not None else None)
        self.about.setText(" · ".join(filter(None, (state, note))))
        self.grid.show_sheet(opened)
        self.sums.setText(sums_text(sheet))
        self.overtime.setText(overtime_lines(sheet))
        self.overtime.setVisible(bool(sheet.overtime))
        self.unchecked.setText(unchecked_text(sheet.rules))
        self.unchecked.setVisible(bool(self.unchecked.text()))
        self._allow(week)

    def _allow(self, week: TimeWeek | None) -> None:
        state = week.state.value if week is not None else ""
        fit = {
            "hours.submit": state == "open",
            "hours.take-back": state == "submitted",
            "hours.approve": state == "submitted",
            "hours.reopen": state in {"submitted", "approved"},
            "hours.copy": state in {"", "open"},
            "hours.clock": True,
            "hours.print": True,
            "hours.print-month": True,
            "hours.lock": True,
        }
        for name, allowed in fit.items():
            self.shell.book.allow(self, name, allowed=allowed)

    def _write(self, day: object, times: object) -> None:
        if self.person is None or not isinstance(day, date) or not isinstance(times, tuple):
            return
        worked: tuple[Stretch, ...] = times
        self.shell.client.do(
            self._written, hours.write_day, self.person, day, worked, refused=self._refused
        )

    def _written(self, _week: object) -> None:
        """The week is shown anew when the office tells that it changed."""

    def _refused(self, error: OfficeError) -> None:
        self.shell.refuse(error)
        self._ask_sheet()

    def _clock(self) -> None:
        if self.person is None or self.opened is None:
            return
        if self.opened.since is None:
            self.shell.client.do(self._written, hours.clock_in, self.person, refused=self._refused)
        else:
            self.shell.client.do(self._written, hours.clock_out, self.person, refused=self._runs_on)

    def _runs_on(self, error: OfficeError) -> None:
        """Ask when work ended where the clock was left running."""
        if isinstance(error, ClockForgotten) and self.person is not None:
            ClockDialog(self.shell, self, self.person, error).open()
        else:
            self._refused(error)

    def _copy(self) -> None:
        if self.person is not None:
            asked = (self.person, self._asked())
            self.shell.client.do(self._written, hours.copy_week, *asked, refused=self._refused)

    def _submit(self) -> None:
        if (week := self._week()) is not None:
            asked = (week.id, week.version)
            self.shell.client.do(self._written, time_weeks.submit, *asked, refused=self._refused)

    def _take_back(self) -> None:
        if (week := self._week()) is not None:
            asked = (week.id, week.version)
            self.shell.client.do(self._written, time_weeks.take_back, *asked, refused=self._refused)

    def _approve(self) -> None:
        if (week := self._week()) is not None:
            asked = (week.id, week.version)
            self.shell.client.do(self._written, time_weeks.approve, *asked, refused=self._refused)

    def _reopen(self) -> None:
        if (week := self._week()) is not None:
            asked = (week.id, week.version)
            self.shell.client.do(self._written, time_weeks.reopen, *asked, refused=self._refused)

    def _week(self) -> TimeWeek | None:
        return self.opened.sheet.week if self.opened is not None else None

    def _earlier(self) -> None:
        self._move(-1)

    def _later(self) -> None:
        self._move(1)

    def _move(self, weeks: int) -> None:
        self.day.put(self._asked() + weeks * WEEK)
        self.ask()

    def _print(self) -> None:
        if self.person is not None:
            person, day = self.person, self._asked()
            asked = (person, day, language())
            self.shell.client.ask(self._show_paper, time_papers.week_page, *asked)

    def _show_paper(self, content: bytes) -> None:
        print_pdf(self, self.shell.client.lanes, content, _("Hours of a week"))

    def _print_month(self) -> None:
        if self.person is not None:
            asked = (self.person, self._asked(), language())
            self.shell.client.ask(self._show_month, time_papers.month_page, *asked)

    def _show_month(self, content: bytes) -> None:
        print_pdf(self, self.shell.client.lanes, content, _("Hours of a month"))

    def _lock(self) -> None:
        LockDialog(self.shell, self, self._asked()).open()

    def _news(self, tables: frozenset[str]) -> None:
        if tables & TABLES:
            self.ask()
