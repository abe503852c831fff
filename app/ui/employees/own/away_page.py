"""Who is away, month by month: of colleagues that they are away, and no reason."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.leave.row import AwayCalendar
from app.domain.leave.spans import ONE, month_of, months_after
from app.services import own_leave
from app.ui.employees.people_days import PeopleDays
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.page_bar import PageBar
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme


class OwnAway(QWidget):
    """Shows people and days; what stands under the cursor is told below."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__()
        self.shell = shell
        self.first = month_of(shell.today()).first
        self.bar = PageBar("", shell.book)
        self.bar.lead(strip)
        for verb in ("own.earlier", "own.later"):
            self.bar.add(shell.book.button(verb))
        self.title = plain_label("", "heading")
        self.grid = PeopleDays(_("Who is away"))
        self.told = plain_label("", "muted")
        self.told.setWordWrap(True)
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(8), px(24), px(8))
        column.setSpacing(px(8))
        for part in (self.bar, self.title):
            column.addWidget(part)
        column.addWidget(self.grid, 1)
        column.addWidget(self.told)
        lead_to(self, self.grid)
        shell.book.offer(self, {"own.earlier": self._earlier, "own.later": self._later})
        self.grid.turned.connect(self.turn)
        self.grid.home.connect(self._home)
        self.grid.selectionModel().currentChanged.connect(self._tell)
        self.ask()

    def ask(self) -> None:
        """Ask who is away in the month that is shown."""
        last = months_after(self.first, 1) - ONE
        self.shell.client.ask(self._show, own_leave.calendar, self.first, last)

    def turn(self, months: int) -> None:
        """Show so many months later."""
        self.first = months_after(self.first, months)
        self.ask()

    def _earlier(self) -> None:
        self.turn(-1)

    def _later(self) -> None:
        self.turn(1)

    def _home(self) -> None:
        self.first = month_of(self.shell.today()).first
        self.ask()

    def _show(self, calendar: AwayCalendar) -> None:
        span = calendar.span
        self.title.setText(f"{formats().day(span.first)} – {formats().day(span.last)}")
        self.grid.show_calendar(calendar, self.shell.today())
        self._tell()

    def _tell(self, *_places: object) -> None:
        self.told.setText(self.grid.said())
