"""The editor of what is private of a person: opening it is written down, as every showing is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from app.domain.employees.employee import Employee, Private
from app.domain.employees.private import check_private, tidied_private
from app.domain.shared.drafts import FormDraft, typed_in
from app.domain.shared.ids import EmployeeId
from app.domain.shared.problems import Problem
from app.services import drafts, employees
from app.services.employees import SeenPerson
from app.ui.employees.private_form import PrivateFields
from app.ui.kit.focus import lead_to
from app.ui.kit.form_page import FormPage
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.unread import unread

KIND = "employee-private"


class PrivateEditor(FormPage):
    """Writes what is private of one person; its draft is sealed as the record is."""

    recorded = "employee"

    def __init__(self, shell: Shell, record: int | None = None) -> None:
        super().__init__(shell, KIND, record, "employee.save")
        self.person = EmployeeId(record or 0)
        self.fields: PrivateFields | None = None
        self._seen: SeenPerson | None = None
        self.reread()

    def reread(self) -> None:
        self.shell.client.ask_or(self._known, self._gone, employees.seen, self.person)

    def content(self) -> Private:
        assert self.fields is not None
        return self.fields.value()

    def problems(self) -> Sequence[Problem]:
        assert self.fields is not None
        found = check_private(tidied_private(self.content()), self.shell.today())
        return (*unread(self.fields), *self.placed(found))

    def placed(self, problems: Sequence[Problem]) -> Sequence[Problem]:
        assert self.fields is not None
        rows = self.fields.emergency
        return [
            replace(one, field=rows.place_of(one.field))
            if one.field.startswith("emergency.")
            else one
            for one in problems
        ]

    def send(self) -> None:
        assert self.fields is not None and self._seen is not None
        employee = self._seen.employee
        known = (employee.id, employee.version, self.content(), self.fields.since.value())
        self.shell.client.do(self._saved, employees.keep_private, *known, refused=self.refused)

    def _known(self, seen: SeenPerson) -> None:
        self._seen = seen
        self.titled.emit(_("{name}: private", name=seen.record.profile.name.written))
        self.shell.client.do(self._begin, employees.show_private, self.person, refused=self._gone)

    def _begin(self, private: Private) -> None:
        assert self._seen is not None
        self.fields = PrivateFields(self._seen.country, self.shell.today)
        self.fields.put(private)
        self.begin(self.fields, self._seen.employee.version)
        lead_to(self, self.fields.identity)
        self.fields.identity.setFocus()
        answer = partial(self._offer, private)
        self.shell.client.ask(answer, drafts.kept, KIND, self.entity)

    def _offer(self, private: Private, draft: FormDraft | None) -> None:
        typed = typed_in(Private, self._taken(draft))
        if self.fields is not None and typed is not None and typed != private:
            self.fields.put(typed)
            self.offer_typed(partial(self.fields.put, private))

    def _saved(self, employee: Employee) -> None:
        self._close_with(employee.id, _("{number} saved", number=employee.number))
