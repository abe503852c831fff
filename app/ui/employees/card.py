"""The card beside the list: the chosen person as of the day of the list, nothing private."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.shared.ids import EmployeeId
from app.domain.shared.refusals import NotFound, OfficeError
from app.services import employees
from app.services.employees import SeenPerson
from app.ui.employees.facts import FactGrid, facts_of, standing_text
from app.ui.kit.labels import plain_label
from app.ui.kit.sheets import controls
from app.ui.kit.shell import Shell
from app.ui.kit.theme import theme

_NARROWEST = 240


class EmployeeCard(QFrame):
    """Shows one person; it follows the cursor of the list."""

    tables = frozenset({"employee", "employee_record", "department", "contract"})

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._person: EmployeeId | None = None
        self.name = plain_label(role="heading")
        self.about = plain_label(role="muted")
        self.facts = FactGrid()
        self._lay_out()
        theme().dress(self, controls)

    def ask(self, person: EmployeeId, day: date | None) -> None:
        """Show a person as of a day as soon as the office has answered."""
        self._person = person
        self._shell.client.ask_or(self.show_seen, self._gone, employees.seen, person, day)

    def show_seen(self, seen: SeenPerson) -> None:
        """Show a person, if that is still the one that was asked for."""
        if seen.employee.id == self._person:
            self.name.setText(seen.record.profile.name.written)
            self.about.setText(standing_text(seen))
            self.facts.show_facts(facts_of(seen))

    def _gone(self, error: OfficeError) -> None:
        if not isinstance(error, NotFound):
            self._shell.refuse(error)
        self.name.clear()
        self.about.clear()
        self.facts.empty()

    def _lay_out(self) -> None:
        px = theme().px
        self.setMinimumWidth(px(_NARROWEST))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), 0, px(4), px(12))
        column.setSpacing(px(8))
        column.addWidget(self.name)
        column.addWidget(self.about)
        column.addWidget(self.facts)
        column.addStretch(1)
