"""The departments of the firm, one within another, made and closed here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.domain.employees.employee import Department
from app.domain.shared.ids import DepartmentId, EmployeeId
from app.services import departments
from app.services.departments import DepartmentsSeen
from app.ui.kit.editor import CheckEdit
from app.ui.kit.fields import ChoiceEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.listed_form import ListedForm
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

NONE = "0"


class DepartmentsPage(ListedForm[Department]):
    """Lists departments under each other as they stand one within another."""

    recorded = "department"

    def __init__(self, shell: Shell, strip: Strip) -> None:
        self._seen = DepartmentsSeen((), {})
        super().__init__(shell, strip, _("Departments"))
        shell.client.changed.connect(self._news)
        self.ask()

    def ask(self) -> None:
        self.shell.client.ask(self._show, departments.seen)

    def lines(self) -> Sequence[tuple[Department, str]]:
        return list(_within(self._seen.rows, None, 0))

    def make_form(self) -> Form:
        one, form = self.chosen, Form()
        self.name, self.cost_centre = TextEdit(), TextEdit()
        self.closed = CheckEdit(_("Closed"))
        others = [(str(each.id), each.name) for each in self._seen.rows if each != one]
        self.parent_id = ChoiceEdit([(NONE, ""), *others])
        people = [(str(person), name) for person, name in self._seen.people.items()]
        self.head = ChoiceEdit([(NONE, ""), *sorted(people, key=lambda each: each[1])])
        self.name.put(one.name if one else "")
        self.cost_centre.put(one.cost_centre if one else "")
        self.closed.put(bool(one and one.is_closed))
        self.parent_id.put(str(one.parent_id or NONE) if one else NONE)
        self.head.put(str(one.head_id or NONE) if one else NONE)
        form.add("name", _("Name"), self.name, columns=6)
        form.add("parent_id", _("Part of"), self.parent_id, columns=6)
        form.add("head_id", _("Head"), self.head, columns=6)
        form.add("cost_centre", _("Cost centre"), self.cost_centre, columns=3)
        form.add("is_closed", "", self.closed, columns=3)
        return form

    def send(self) -> None:
        command = departments.change if self.chosen else departments.add
        self.shell.client.do(self.saved, command, self.written(), refused=self.refused)

    def written(self) -> Department:
        """Return the department as the form says it is."""
        before = self.chosen or Department(DepartmentId(0), 1, "")
        parent, head = int(self.parent_id.value()), int(self.head.value())
        return replace(
            before,
            name=self.name.value(),
            parent_id=DepartmentId(parent) if parent else None,
            head_id=EmployeeId(head) if head else None,
            cost_centre=self.cost_centre.value(),
            is_closed=self.closed.value(),
        )

    def _show(self, seen: DepartmentsSeen) -> None:
        self._seen = seen
        self.fill()

    def _news(self, tables: frozenset[str]) -> None:
        if tables & {"department", "employee", "employee_record"}:
            self.ask()


def _within(
    rows: Sequence[Department], parent: DepartmentId | None, depth: int
) -> Iterator[tuple[Department, str]]:
    inside = [one for one in rows if one.parent_id == parent]
    for one in sorted(inside, key=lambda each: each.name.casefold()):
        name = "    " * depth + one.name
        closed = _("closed")
        yield one, f"{name} ({closed})" if one.is_closed else name
        yield from _within(rows, one.id, depth + 1)
