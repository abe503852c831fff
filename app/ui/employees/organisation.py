"""The organisation: everybody under who leads them, on a day; Enter opens the file."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.lang.texts import mark
from app.services import organisation
from app.services.organisation import Placed
from app.ui.kit.fields import DateEdit
from app.ui.kit.focus import lead_to
from app.ui.kit.page_bar import PageBar
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

_DAY = 130
STEP = "        "
COLUMNS: tuple[Column[Placed], ...] = (
    Column(mark("Name"), lambda row: STEP * row.depth + row.row.name, width=320, is_roomy=True),
    Column(mark("Position"), lambda row: row.row.position, width=220),
    Column(mark("Department"), lambda row: row.row.department, width=160),
    Column(mark("Leads"), lambda row: str(row.leads or ""), right=True, width=90),
)


class OrganisationPage(QWidget):
    """Shows who leads whom on a day."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__()
        self._shell = shell
        self._day: date | None = None
        self.bar = PageBar("", shell.book, ("employees.chart-paper",))
        self.bar.lead(strip)
        self.day = DateEdit(shell.today)
        self.day.setAccessibleName(_("As of a day"))
        self.day.setPlaceholderText(_("As of a day"))
        self.day.setFixedWidth(theme().px(_DAY))
        self.day.editingFinished.connect(self._as_of)
        self.bar.add(self.day)
        self.table: ShortTable[Placed] = ShortTable(_("Organisation"), COLUMNS)
        self.table.give_room("Name")
        self.table.opened.connect(self._open)
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(8))
        column.setSpacing(px(12))
        column.addWidget(self.bar)
        column.addWidget(self.table, 1)
        lead_to(self, self.table)
        shell.book.offer(
            self, {"employees.chart-paper": self._print, "employee.day": self.day.setFocus}
        )
        shell.client.changed.connect(self._news)
        self.refresh()

    def refresh(self) -> None:
        """Ask who leads whom."""
        self._shell.client.ask(self.table.show_rows, organisation.chart, self._day)

    def _as_of(self) -> None:
        if self.day.value() != self._day:
            self._day = self.day.value()
            self.refresh()

    def _print(self) -> None:
        self._shell.open("organisation", self._day.toordinal() if self._day else None)

    def _open(self, record: object) -> None:
        if isinstance(record, int):
            self._shell.open("employee", record)

    def _news(self, tables: frozenset[str]) -> None:
        if tables & {"employee", "employee_record", "department"}:
            self.refresh()
