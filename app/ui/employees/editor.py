"""The editor of a person: what holds from which day."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from app.domain.employees.employee import Employee, PersonName, Profile
from app.domain.employees.form import EmployeeForm, check, form_of, tidied
from app.domain.shared.drafts import typed_in
from app.domain.shared.ids import EmployeeId
from app.domain.shared.problems import Problem
from app.services import employees
from app.services.employees import OpenedPerson
from app.ui.employees import deeds
from app.ui.employees.form import EmployeeFields
from app.ui.kit.focus import lead_to
from app.ui.kit.form_page import FormPage
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

KIND = "employee-form"


class EmployeeEditor(FormPage):
    """Writes what the office may know of one person."""

    recorded = "employee"

    def __init__(self, shell: Shell, record: int | None = None) -> None:
        super().__init__(shell, KIND, record, "employee.save")
        self._opened: OpenedPerson | None = None
        self.fields: EmployeeFields | None = None
        self.reread()

    def reread(self) -> None:
        person = None if self.record is None else EmployeeId(self.record)
        asked = (person, self.shell.held(KIND))
        self.shell.client.ask_or(self._begin, self._gone, employees.opened, *asked)

    def content(self) -> EmployeeForm:
        assert self.fields is not None
        return self.fields.value()

    def problems(self) -> Sequence[Problem]:
        assert self.fields is not None and self._opened is not None
        employee = self._opened.employee
        ends_on = employee.ends_on if employee else None
        unread = self.fields.unreadable()
        places = {one.field for one in unread}
        found = check(tidied(self.content()), ends_on)
        return (*unread, *(one for one in found if one.field not in places))

    def send(self) -> None:
        assert self._opened is not None and self.fields is not None
        client, before = self.shell.client, self._opened.employee
        if before is None:
            new = (self.content(), EmployeeId(self.entity))
            client.do(self._saved, employees.add, *new, refused=self.refused)
        else:
            known = (before.id, before.version, self.content(), self.fields.begins())
            client.do(self._saved, employees.change, *known, refused=self.refused)

    def _begin(self, opened: OpenedPerson) -> None:
        self._opened = opened
        self.fields = EmployeeFields(opened, self.shell.today())
        employee, record = opened.employee, opened.record
        if employee is not None and record is not None:
            form = form_of(employee, record)
        else:
            form = EmployeeForm(Profile(PersonName("", "")), self.shell.today())
        self.fields.put(form)
        self.begin(self.fields, employee.version if employee else 0)
        self.titled.emit(form.profile.name.written or _("New person"))
        typed = typed_in(EmployeeForm, self._taken(opened.draft))
        if typed is not None and typed != form:
            self.fields.put(typed)
            self.offer_typed(partial(self.fields.put, form))
        lead_to(self, self.fields.given)
        self.fields.given.setFocus()

    def _think(self) -> None:
        """Ask what the office says to it: who leads whom, numbers that are taken."""
        assert self._opened is not None and self.fields is not None
        employee = self._opened.employee
        asked = (self.content(), employee.id if employee else None, self.fields.since.value())
        self.shell.client.ask(self._warn, employees.check, *asked)

    def _saved(self, employee: Employee) -> None:
        assert self._opened is not None and self.fields is not None
        before = self._opened
        if before.employee is None or before.record is None:
            self._close_with(employee.id, _("{number} added", number=employee.number))
            self.shell.open("employee", employee.id)
            return
        wanted = form_of(before.employee, before.record)
        since = self.fields.since.value() or self.shell.today()
        self.done(employee.id, deeds.changed(employee, self.content(), wanted, since))
