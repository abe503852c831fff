"""One's own hours: the clock, the week as it is written, and handing it in."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.hours.hours import WeekState
from app.domain.hours.measuring import WEEK, Stretch
from app.domain.hours.refused import ClockForgotten
from app.domain.shared.ids import EmployeeId
from app.domain.shared.refusals import OfficeError
from app.services import own_hours
from app.services.hours import OpenedSheet
from app.ui.employees.clock_dialog import ClockDialog
from app.ui.employees.hours_words import overtime_lines, state_text, sums_text
from app.ui.employees.own.paper import Papered
from app.ui.employees.week_grid import WeekGrid
from app.ui.kit.fields import DateEdit
from app.ui.kit.labels import plain_label
from app.ui.kit.page_bar import PageBar
from app.ui.kit.scrolling import Scrolled
from app.ui.kit.sections import Strip
from app.ui.kit.sheets import controls
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats, language
from app.ui.kit.theme import theme

_DAY = 130
_TABLES = frozenset({"time_week", "time_entry", "contract", "leave_request"})


class OwnClock(ClockDialog):
    """Asks when one's own work ended."""

    def stop(self, ended: time) -> None:
        client = self.shell.client
        client.do(self._stopped, own_hours.stop_clock, ended, refused=self._refused)


class OwnHours(QWidget):
    """Shows one's week; what is typed in a day is kept when the cursor leaves it."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__()
        self.shell = shell
        self.opened: OpenedSheet | None = None
        self.bar = PageBar("", shell.book, ("own.paper", "own.clock", "own.submit"))
        self.bar.lead(strip)
        self.day = DateEdit(shell.today)
        self.about, self.overtime = plain_label("", "heading"), plain_label("", "muted")
        self.note, self.sums = plain_label("", "muted"), plain_label()
        self.grid = WeekGrid()
        self._lay_out()
        self._connect()
        self.ask()

    def ask(self) -> None:
        """Ask how the week stands."""
        self.shell.client.ask(self._show, own_hours.opened, self._asked())

    def _asked(self) -> date:
        return self.day.value() or self.shell.today()

    def _connect(self) -> None:
        self.grid.written.connect(self._write)
        self.day.editingFinished.connect(self.ask)
        self.papered.wanted.connect(self._ask_paper)
        self.shell.client.changed.connect(self._news)
        self.shell.book.offer(
            self,
            {
                "own.clock": self._clock,
                "own.copy": self._copy,
                "own.submit": self._submit,
                "own.withdraw": self._take_back,
                "own.earlier": self._earlier,
                "own.later": self._later,
            },
        )
        self.shell.book.call(self, "own.withdraw", _("Take the week back"))

    def _lay_out(self) -> None:
        px = theme().px
        self.day.setAccessibleName(_("Week of a day"))
        self.day.setFixedWidth(px(_DAY))
        self.day.put(self.shell.today())
        book = self.shell.book
        for tool in (book.tool("own.earlier"), self.day, book.tool("own.later")):
            self.bar.add(tool)
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(px(12), px(12), px(12), px(12))
        rows.setSpacing(px(8))
        for part in (self.about, self.note, self.grid, self.sums, self.overtime):
            rows.addWidget(part)
        rows.addStretch(1)
        theme().dress(inside, controls)
        self.papered = Papered(self, self.shell, Scrolled(inside), self.grid.edits[0])
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(8), px(24), px(8))
        column.setSpacing(px(8))
        column.addWidget(self.bar)
        column.addWidget(self.papered, 1)

    def _show(self, opened: OpenedSheet) -> None:
        self.opened = opened
        sheet, week = opened.sheet, opened.sheet.week
        state = state_text(week.state if week is not None else None)
        days = f"{formats().day(sheet.monday)} – {formats().day(sheet.days[-1].day)}"
        self.about.setText(f"{days} · {state}")
        self.note.setText(week.note if week is not None else "")
        self.note.setVisible(bool(self.note.text()))
        self.grid.show_sheet(opened)
        self.sums.setText(sums_text(sheet))
        self.overtime.setText(overtime_lines(sheet))
        self.overtime.setVisible(bool(sheet.overtime))
        runs = opened.since is not None
        self.shell.book.call(self, "own.clock", _("Clock out") if runs else _("Clock in"))
        state_now = week.state if week is not None else None
        for name, fit in (("submit", WeekState.OPEN), ("withdraw", WeekState.SUBMITTED)):
            self.shell.book.allow(self, f"own.{name}", allowed=state_now is fit)
        self.shell.book.allow(self, "own.copy", allowed=sheet.is_open)

    def _write(self, day: object, times: object) -> None:
        if isinstance(day, date) and isinstance(times, tuple):
            worked: tuple[Stretch, ...] = times
            known = (day, worked)
            client = self.shell.client
            client.do(self._written, own_hours.write_day, *known, refused=self._refused)

    def _clock(self) -> None:
        client = self.shell.client
        if self.opened is not None and self.opened.since is not None:
            client.do(self._written, own_hours.clock_out, refused=self._runs_on)
        else:
            client.do(self._written, own_hours.clock_in, refused=self._refused)

    def _runs_on(self, error: OfficeError) -> None:
        """Ask when work ended where the clock was left running."""
        if isinstance(error, ClockForgotten):
            OwnClock(self.shell, self, EmployeeId(0), error).open()
        else:
            self._refused(error)

    def _copy(self) -> None:
        client = self.shell.client
        client.do(self._written, own_hours.copy_week, self._asked(), refused=self._refused)

    def _submit(self) -> None:
        week = self.opened.sheet.week if self.opened is not None else None
        if week is not None:
            known = (week.id, week.version)
            self.shell.client.do(self._written, own_hours.submit, *known, refused=self._refused)

    def _take_back(self) -> None:
        week = self.opened.sheet.week if self.opened is not None else None
        if week is not None:
            known = (week.id, week.version)
            self.shell.client.do(self._written, own_hours.take_back, *known, refused=self._refused)

    def _written(self, _done: object) -> None:
        """The week is shown anew when the office tells that it changed."""

    def _refused(self, error: OfficeError) -> None:
        self.shell.refuse(error)
        self.ask()

    def _earlier(self) -> None:
        self._move(-1)

    def _later(self) -> None:
        self._move(1)

    def _move(self, weeks: int) -> None:
        self.day.put(self._asked() + weeks * WEEK)
        self.ask()
        self.papered.renew()

    def _ask_paper(self) -> None:
        client = self.shell.client
        client.ask(self._show_paper, own_hours.week_page, self._asked(), language())

    def _show_paper(self, pdf: bytes) -> None:
        self.papered.show_pdf(pdf, f"{_('Hours of a week')}.pdf")

    def _news(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.ask()
