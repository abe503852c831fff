"""The calendar of absences: who is away in a month or a quarter, on screen and on paper."""

from __future__ import annotations

from datetime import date

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.leave.row import AwayCalendar
from app.domain.leave.spans import ONE, month_of, months_after
from app.domain.shared.ids import EmployeeId
from app.services import absences, leave_papers
from app.ui.employees.ask_leave import ask_leave
from app.ui.employees.people_days import PeopleDays
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.page_bar import PageBar
from app.ui.kit.preview import Preview
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats, language, many
from app.ui.kit.theme import theme

_TABLES = frozenset({"leave_request", "leave_type", "employee", "employee_record", "contract"})
_BUTTONS = ("leave.ask", "leave.quarter", "leave.paper")
QUARTER = 3


class AbsenceCalendar(QWidget):
    """Shows people and days; what stands under the cursor is told below."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__()
        self.shell = shell
        self.first = month_of(shell.today()).first
        self.months = 1
        self.head = PageBar(_("Calendar"), shell.book, _BUTTONS)
        self.head.lead(strip)
        self.title = plain_label("", "heading")
        self.grid = PeopleDays(_("Calendar of absences"))
        self.told = plain_label("", "muted")
        self.told.setWordWrap(True)
        self.paper = Preview(shell.client.lanes)
        self.paper.told.connect(shell.say)
        self.stack = QStackedWidget()
        self._lay_out()
        shell.book.offer(
            self,
            {
                "leave.ask": self._ask,
                "leave.quarter": self.widen,
                "leave.paper": self.look,
                "leave.ledger": self._open_chosen,
                "paper.save": self.paper.save_as,
                "paper.print": self.paper.print_out,
                "list.refresh": self.ask,
            },
        )
        self._allow_paper(is_paper=False)
        self.grid.turned.connect(self.turn)
        self.grid.home.connect(self._home)
        self.grid.opened.connect(self._open)
        self.grid.selectionModel().currentChanged.connect(self._tell)
        shell.client.changed.connect(self._news)
        lead_to(self, self.grid)
        self.ask()

    @property
    def last(self) -> date:
        """The last day that is shown."""
        return months_after(self.first, self.months) - ONE

    def ask(self) -> None:
        """Ask who is away in the time that is shown."""
        days = (self.first, self.last)
        self.shell.client.ask(self._show, absences.calendar, *days)
        if self.stack.currentWidget() is self.paper:
            asked = (*days, None, language())
            self.shell.client.ask(self._show_paper, leave_papers.calendar_page, *asked)

    def turn(self, months: int) -> None:
        """Show so many months later."""
        self.first = months_after(self.first, months)
        self.ask()

    def widen(self) -> None:
        """Show a quarter in place of a month, or a month again."""
        self.months = 1 if self.months == QUARTER else QUARTER
        self.ask()

    def look(self) -> None:
        """Show the calendar as it prints, or the days again."""
        is_paper = self.stack.currentWidget() is not self.paper
        self.stack.setCurrentIndex(int(is_paper))
        self._allow_paper(is_paper=is_paper)
        shown: QWidget = self.paper if is_paper else self.grid
        lead_to(self, shown)
        shown.setFocus()
        self.ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if not (text and self.grid.hasFocus() and self.shell.book.press(text, "employees")):
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        px = theme().px
        self.stack.addWidget(self.grid)
        self.stack.addWidget(self.paper)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(8))
        column.setSpacing(px(8))
        for part in (self.head, self.title):
            column.addWidget(part)
        column.addWidget(self.stack, 1)
        column.addWidget(self.told)

    def _allow_paper(self, *, is_paper: bool) -> None:
        for name in ("paper.save", "paper.print"):
            self.shell.book.allow(self, name, allowed=is_paper)

    def _show(self, calendar: AwayCalendar) -> None:
        span = calendar.span
        days = f"{formats().day(span.first)} – {formats().day(span.last)}"
        away = sum(1 for one in calendar.rows if one.spans)
        told = many("{n} person away", "{n} people away", away)
        self.title.setText(f"{days} · {told}")
        self.grid.show_calendar(calendar, self.shell.today())
        self._tell()

    def _show_paper(self, pdf: bytes) -> None:
        name = f"{_('Calendar of absences')} {self.first:%Y-%m}.pdf"
        self.paper.show_pdf(pdf, name)

    def _tell(self, *_places: object) -> None:
        self.told.setText(self.grid.said() or _("Nobody works here yet."))

    def _home(self) -> None:
        self.first = month_of(self.shell.today()).first
        self.ask()

    def _ask(self) -> None:
        person = self.grid.person
        ask_leave(self.shell, self, person.id if person else None)

    def _open(self, person: object) -> None:
        if isinstance(person, int):
            self.shell.open("leave-ledger", EmployeeId(person))

    def _open_chosen(self) -> None:
        if (person := self.grid.person) is not None:
            self._open(person.id)

    def _news(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.ask()
