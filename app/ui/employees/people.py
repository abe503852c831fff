"""The people as of a day: found, narrowed, looked at, opened."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from app.domain.employees.row import EmployeeRow
from app.domain.shared.ids import EmployeeId
from app.services import employees, people_exports
from app.ui.employees.card import EmployeeCard
from app.ui.employees.leaving import ask_leaving
from app.ui.employees.listing import LISTING
from app.ui.kit.fields import DateEdit
from app.ui.kit.list_page import ListPage
from app.ui.kit.listing import FIRST_PAGE
from app.ui.kit.saving import Saving
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.table import Answer
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

_DAY = 130
_OF_ONE = tuple(f"employee.{one}" for one in ("open", "change", "leave", "paper", "export"))
"""What can be done where somebody is in the list."""
_NEEDED, _LEAST = 800, 260
"""How wide the list and the card are, where there is room for both."""


class PeopleList(ListPage[EmployeeRow]):
    """Lists people; a day shows who worked here then, and as what."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        self._day: date | None = None
        self.day = DateEdit(shell.today)
        super().__init__(shell, LISTING)
        self.head.lead(strip)
        self.day.setAccessibleName(_("As of a day"))
        self.day.setPlaceholderText(_("As of a day"))
        self.day.setFixedWidth(theme().px(_DAY))
        self.head.add(self.day)
        self.card = EmployeeCard(shell)
        self._saving = Saving(shell, self)
        self.set_details(self.card, _NEEDED, _LEAST)
        self.day.editingFinished.connect(self._as_of)
        self.opened.connect(self._open)
        self.chosen.connect(self._look_at)
        self.shown.connect(self._settled)
        shell.book.offer(
            self,
            {
                "employee.new": partial(shell.open, "employee-form"),
                "employee.open": self._open_chosen,
                "employee.change": self._change,
                "employee.leave": self._leave,
                "employee.export": self._export,
                "employee.paper": self._print,
                "employee.day": self.day.setFocus,
            },
        )
        shell.client.changed.connect(self._news)
        self._settled(0)
        self._ask_counts()

    def ask_first(self) -> None:
        self.shell.client.ask(self._show_first, employees.first, self.view(), FIRST_PAGE, self._day)

    def ask_spine(self) -> None:
        self.shell.client.ask(self._show, employees.spine, self.view(), self._day)

    def _fetch(self, ids: tuple[int, ...], answer: Answer[EmployeeRow]) -> None:
        wanted: Any = ids
        self.shell.client.ask_each(answer, employees.rows, wanted, self._day)

    def _as_of(self) -> None:
        day = self.day.value()
        if day != self._day:
            self._day = day
            self.refresh()
            self._ask_counts()

    def _open(self, record: object) -> None:
        if isinstance(record, int):
            self.shell.open("employee", record)

    def _open_chosen(self) -> None:
        self._open(self.table.chosen_id())

    def _change(self) -> None:
        chosen = self.table.chosen_id()
        if chosen is not None:
            self.shell.open("employee-form", chosen)

    def _leave(self) -> None:
        chosen = self.table.chosen_id()
        if chosen is not None:
            ask_leaving(self.shell, self, EmployeeId(chosen))

    def _print(self) -> None:
        chosen = self.table.chosen_id()
        if chosen is not None:
            self.shell.open("employee-paper", chosen)

    def _export(self) -> None:
        wanted = people_exports.ListOn(self.view(), self._day)
        self._saving.ask(_(self.listing.title), people_exports.people, wanted)

    def _look_at(self, record: object) -> None:
        if isinstance(record, int):
            self.card.ask(EmployeeId(record), self._day)

    def _settled(self, count: object) -> None:
        self.show_details(self.card, wanted=bool(count))
        for name in _OF_ONE:
            self.shell.book.allow(self, name, allowed=bool(count))

    def _news(self, tables: frozenset[str]) -> None:
        if tables & EmployeeCard.tables:
            self._ask_counts()
            self._look_at(self.table.chosen_id())

    def _ask_counts(self) -> None:
        self.shell.client.ask(self._show_counts, employees.counts, self._day)

    def _show_counts(self, found: Mapping[str, int]) -> None:
        self.filters.show_counts(found)
