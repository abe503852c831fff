"""The entries of hours: of everybody or of one person, of some days, of weeks that stand so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from app.domain.hours.hours import WeekState
from app.domain.hours.row import EntryRow, Sought
from app.domain.hours.sheet import PersonWeek
from app.domain.shared.ids import EmployeeId
from app.services import hours, time_papers, time_weeks
from app.ui.employees.hours_words import ENTRIES, STATES
from app.ui.kit.fields import ChoiceEdit, DateEdit
from app.ui.kit.listing import FIRST_PAGE
from app.ui.kit.printing import print_pdf
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.table import Answer
from app.ui.kit.texts import _, language
from app.ui.kit.theme import theme
from app.ui.kit.verb_list import VerbList

EVERYBODY = EmployeeId(0)
ANY = "any"
_PERSON, _DAY, _STATE = 170, 112, 150


class EntriesPage(VerbList[EntryRow, EntryRow]):
    """Lists entries, the newest first; ten years of them stay quick."""

    kind = "time-week"
    module = "employees"

    def __init__(self, shell: Shell, strip: Strip) -> None:
        self.person: ChoiceEdit[EmployeeId] = ChoiceEdit([(EVERYBODY, _("Everybody"))])
        states = [(one.value, _(text)) for one, text in STATES.items()]
        self.state = ChoiceEdit([(ANY, _("Any week")), *states])
        self.since, self.until = DateEdit(shell.today), DateEdit(shell.today)
        self._sought = Sought()
        super().__init__(shell, ENTRIES, strip)
        for field, name, width in (
            (self.person, _("Person"), _PERSON),
            (self.since, _("From the day"), _DAY),
            (self.until, _("Until the day"), _DAY),
            (self.state, _("Week"), _STATE),
        ):
            self._put(field, name, width)
        self.since.setPlaceholderText(_("From"))
        self.until.setPlaceholderText(_("Until"))
        self.person.edited.connect(self._narrow)
        self.state.edited.connect(self._narrow)
        self.since.editingFinished.connect(self._narrow)
        self.until.editingFinished.connect(self._narrow)
        verbs = {
            "entry.open-week": self.on_chosen(self._open_week),
            "hours.print-month": self._print_month,
            "entry.narrow": self.person.setFocus,
        }
        self.begin(verbs, hours.counts)
        shell.client.ask(self._know, time_weeks.everyone, shell.today())

    def ask_first(self) -> None:
        asked = (self.view(), FIRST_PAGE, self._sought)
        self.shell.client.ask(self._show_first, hours.first, *asked)

    def ask_spine(self) -> None:
        self.shell.client.ask(self._show, hours.spine, self.view(), self._sought)

    def _fetch(self, ids: tuple[int, ...], answer: Answer[EntryRow]) -> None:
        wanted: Any = ids
        self.shell.client.ask_each(answer, hours.rows, wanted)

    def open_record(self, record: object) -> None:
        """Open the week of an entry."""
        if self.seen is not None and self.seen.id == record:
            self._open_week(self.seen)

    def possible(self, seen: EntryRow | None) -> Mapping[str, bool]:
        return {
            "entry.open-week": seen is not None,
            "hours.print-month": seen is not None,
            "entry.narrow": True,
        }

    def _put(self, field: QWidget, name: str, width: int) -> None:
        field.setAccessibleName(name)
        field.setToolTip(name)
        field.setFixedWidth(theme().px(width))
        self.head.add(field)

    def _open_week(self, seen: EntryRow) -> None:
        self.shell.open(self.kind, seen.week_id)

    def _narrow(self) -> None:
        """Ask again where something else is sought; a day that cannot be read narrows nothing."""
        person, state = self.person.value(), self.state.value()
        sought = Sought(
            person if person != EVERYBODY else None,
            self.since.value(),
            self.until.value(),
            None if state == ANY else WeekState(state),
        )
        if sought != self._sought:
            self._sought = sought
            self.refresh()

    def _know(self, people: tuple[PersonWeek, ...]) -> None:
        names = [(one.id, one.name) for one in people]
        self.person.offer([(EVERYBODY, _("Everybody")), *names])

    def _print_month(self) -> None:
        """Print the month of the chosen entry, of its person."""
        if self.seen is not None:
            asked = (self.seen.employee_id, self.seen.day, language())
            self.shell.client.ask(self._show_paper, time_papers.month_page, *asked)

    def _show_paper(self, content: bytes) -> None:
        print_pdf(self, self.shell.client.lanes, content, _("Hours of a month"))
