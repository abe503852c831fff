"""Leave as of a day: what everybody has left of a type, and why."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from app.domain.leave.leave import LeaveType
from app.domain.leave.row import LeaveRow
from app.domain.shared.ids import EmployeeId, LeaveTypeId
from app.services import leave, leave_types
from app.ui.employees.ask_leave import ask_leave
from app.ui.employees.leave_words import LISTING, kind_name
from app.ui.employees.settle_leave import pay_out, settle_leave
from app.ui.kit.fields import ChoiceEdit, DateEdit
from app.ui.kit.list_page import ListPage
from app.ui.kit.listing import FIRST_PAGE
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.table import Answer
from app.ui.kit.texts import _, many
from app.ui.kit.theme import theme

NONE = LeaveTypeId(0)
_DAY, _KIND = 130, 200
_VERBS = ("leave.ledger", "leave.adjust", "leave.pay-out")


class LeaveList(ListPage[LeaveRow]):
    """Lists what people have left; a type and a day say of what and when."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        self._day: date | None = None
        self._kinds: tuple[LeaveType, ...] = ()
        self.kind: ChoiceEdit[LeaveTypeId] = ChoiceEdit([(NONE, "")])
        self.day = DateEdit(shell.today)
        super().__init__(shell, LISTING)
        self.head.lead(strip)
        for field, name, width in (
            (self.kind, _("Type of leave"), _KIND),
            (self.day, _("As of a day"), _DAY),
        ):
            field.setAccessibleName(name)
            field.setFixedWidth(theme().px(width))
            self.head.add(field)
        self.day.setPlaceholderText(_("As of a day"))
        self.kind.edited.connect(self.refresh)
        self.day.editingFinished.connect(self._as_of)
        self.opened.connect(self._open)
        self.shown.connect(self._settled)
        shell.book.offer(self, self._ways())
        shell.client.changed.connect(self._news)
        self._settled(0)
        self._ask_kinds()

    @property
    def type_id(self) -> LeaveTypeId | None:
        """The type that is shown, none before there is one."""
        return self.kind.value() or None

    def ask_first(self) -> None:
        if self.type_id is None:
            self._show_first(())
        else:
            asked = (self.view(), FIRST_PAGE, self.type_id, self._day)
            self.shell.client.ask(self._show_first, leave.first, *asked)

    def ask_spine(self) -> None:
        if self.type_id is None:
            self._show(array("q"))
        else:
            self.shell.client.ask(self._show, leave.spine, self.view(), self._day)

    def _fetch(self, ids: tuple[int, ...], answer: Answer[LeaveRow]) -> None:
        wanted: Any = ids
        if self.type_id is not None:
            self.shell.client.ask_each(answer, leave.rows, wanted, self.type_id, self._day)

    def _is_verb(self, letter: str) -> bool:
        return self.table.hasFocus() and self.shell.book.press(letter, "employees")

    def _ways(self) -> dict[str, Any]:
        shell = self.shell
        return {
            "leave.adopt": partial(shell.client.do, self._adopted, leave_types.adopt),
            "leave.ask": self._ask,
            "leave.ledger": self._open_chosen,
            "leave.adjust": self._adjust,
            "leave.pay-out": self._pay_out,
            "leave.day": self.day.setFocus,
            "leave.type": self.kind.setFocus,
        }

    def _adopted(self, added: Sequence[LeaveType]) -> None:
        told = many("{n} type of leave taken up", "{n} types of leave taken up", len(added))
        self.shell.say(told)

    def _as_of(self) -> None:
        day = self.day.value()
        if day != self._day:
            self._day = day
            self.refresh()

    def _open(self, record: object) -> None:
        if isinstance(record, int):
            self.shell.open("leave-ledger", record)

    def _open_chosen(self) -> None:
        self._open(self.table.chosen_id())

    def _ask(self) -> None:
        chosen = self.table.chosen_id()
        ask_leave(self.shell, self, None if chosen is None else EmployeeId(chosen))

    def _adjust(self) -> None:
        chosen = self.table.chosen_id()
        if chosen is not None and self.type_id is not None:
            settle_leave(self.shell, self, EmployeeId(chosen), self.type_id)

    def _pay_out(self) -> None:
        chosen = self.table.chosen_id()
        if chosen is not None and self.type_id is not None:
            pay_out(self.shell, self, EmployeeId(chosen), self.type_id)

    def _settled(self, count: object) -> None:
        for name in _VERBS:
            self.shell.book.allow(self, name, allowed=bool(count))

    def _news(self, tables: frozenset[str]) -> None:
        if "leave_type" in tables:
            self._ask_kinds()

    def _ask_kinds(self) -> None:
        self.shell.client.ask(self._know, leave_types.all_types)

    def _know(self, kinds: tuple[LeaveType, ...]) -> None:
        self._kinds = tuple(one for one in kinds if not (one.is_closed or one.is_health))
        offers = [(one.id, kind_name(one)) for one in self._kinds]
        self.kind.offer(offers or [(NONE, "")])
        self.refresh()
