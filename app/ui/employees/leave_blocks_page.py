"""Block lists: days on which a department, or everybody, takes no leave or only a few do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from app.domain.leave.leave import LeaveBlock
from app.domain.shared.ids import DepartmentId, LeaveBlockId, new_id
from app.services import departments, leave_types
from app.services.departments import DepartmentsSeen
from app.ui.employees.leave_words import span_text
from app.ui.kit.fields import ChoiceEdit, DateEdit, NumberEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.listed_form import ListedForm
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

EVERYBODY = "0"


class LeaveBlocksPage(ListedForm[LeaveBlock]):
    """Lists block lists by their first day; who asks for leave then is warned."""

    recorded = "leave_block"

    def __init__(self, shell: Shell, strip: Strip) -> None:
        self._found: Sequence[LeaveBlock] = ()
        self._departments: Sequence[tuple[str, str]] = ()
        super().__init__(shell, strip, _("Block lists"))
        self.remove_button = self._button(_("Remove"), self._remove)
        self.buttons.insertWidget(0, self.remove_button)
        shell.client.changed.connect(self._news)
        shell.client.ask(self._know, departments.seen)
        self.ask()

    def ask(self) -> None:
        self.shell.client.ask(self._show, leave_types.blocks)

    def lines(self) -> Sequence[tuple[LeaveBlock, str]]:
        return [(one, f"{one.name}, {span_text(one.first_on, one.last_on)}") for one in self._found]

    def make_form(self) -> Form:
        one, form = self.chosen, Form()
        self.name = TextEdit()
        self.first_on, self.last_on = DateEdit(self.shell.today), DateEdit(self.shell.today)
        self.department = ChoiceEdit([(EVERYBODY, _("Everybody")), *self._departments])
        self.most_away = NumberEdit(0)
        self.name.put(one.name if one else "")
        self.first_on.put(one.first_on if one else None)
        self.last_on.put(one.last_on if one else None)
        self.department.put(str(one.department_id or EVERYBODY) if one else EVERYBODY)
        self.most_away.put(Decimal(one.most_away) if one else None)
        form.add("name", _("Name"), self.name, columns=6)
        form.add("department_id", _("Department"), self.department, columns=6)
        form.add("first_on", _("First day"), self.first_on, columns=4)
        form.add("last_on", _("Last day"), self.last_on, columns=4)
        form.add("most_away", _("Away at most"), self.most_away, columns=4)
        return form

    def show_form(self) -> None:
        super().show_form()
        self.remove_button.setEnabled(self.chosen is not None)

    def send(self) -> None:
        command = leave_types.change_block if self.chosen else leave_types.block
        self.shell.client.do(self.saved, command, self.written(), refused=self.refused)

    def written(self) -> LeaveBlock:
        """Return the block list as the form says it is; a day that is missing is today."""
        today: date = self.shell.today()
        new = LeaveBlock(LeaveBlockId(new_id()), 1, "", today, today)
        first = self.first_on.value() or today
        department = int(self.department.value())
        return replace(
            self.chosen or new,
            name=self.name.value(),
            first_on=first,
            last_on=self.last_on.value() or first,
            department_id=DepartmentId(department) if department else None,
            most_away=int(self.most_away.value() or 0),
        )

    def _remove(self, _is_checked: object = None) -> None:
        if self.chosen is not None:
            known = (self.chosen.id, self.chosen.version)
            self.shell.client.do(self._removed, leave_types.unblock, *known)

    def _removed(self, _nothing: object) -> None:
        if self.form is not None:
            self.form.call_clean()
        self.shell.say(_("The block list is removed"))
        self.ask()

    def _know(self, seen: DepartmentsSeen) -> None:
        self._departments = [(str(one.id), one.name) for one in seen.rows if not one.is_closed]
        self.fill()

    def _show(self, found: tuple[LeaveBlock, ...]) -> None:
        self._found = found
        self.fill()

    def _news(self, tables: frozenset[str]) -> None:
        if "leave_block" in tables:
            self.ask()
