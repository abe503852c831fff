"""People at work: how a file is begun, changed from a day, and ended, with what follows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property

from app.domain.admin.approvals import Difference, Need, hashed
from app.domain.admin.users import SecondPair
from app.domain.archive.document import Link
from app.domain.employees.contract import ContractState
from app.domain.employees.contracting import end
from app.domain.employees.dating import holding, later, spot
from app.domain.employees.employee import (
    KIND,
    Employee,
    EmployeeRecord,
    Leaving,
    PayAccount,
    Private,
    Profile,
)
from app.domain.employees.findable import findable
from app.domain.employees.form import (
    BEFORE_START,
    LATER_RECORD,
    MANAGER_CYCLE,
    NUMBER_TAKEN,
    OWN_MANAGER,
    USER_TAKEN,
    EmployeeForm,
    Since,
    check,
    tidied,
)
from app.domain.employees.managing import is_circle
from app.domain.shared.codec import plain
from app.domain.shared.ids import DepartmentId, DocumentId, EmployeeId
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.services.numbering import Numbering
from app.services.office import Desk
from app.services.second_looks import SecondLooks

NOBODY = EmployeeId(0)
FORM, PRIVATE_FORM = "employee-form", "employee-private"
"""The forms of a person, as their drafts are kept."""


class People:
    """Keeps the files of people at one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._store = desk.store

    @cached_property
    def departments(self) -> Mapping[DepartmentId, str]:
        """The names of the departments, of those that are closed too."""
        return {one.id: one.name for one in self._store.departments.all()}

    def department_name(self, department_id: DepartmentId | None) -> str:
        """Return the name of a department, empty for none."""
        return self.departments.get(department_id or DepartmentId(0), "")

    def names(self, day: date) -> dict[EmployeeId, str]:
        """Return the name of everybody who has not left on a day, as of that day."""
        everybody = [one for one in self._store.employees.all() if not _has_left(one, day)]
        found = self._store.employee_lists.rows([one.id for one in everybody], day)
        return {one.id: one.name for one in found}

    def name(self, employee_id: EmployeeId | None, day: date) -> str:
        """Return the name of a person on a day, empty for nobody."""
        found = self._store.employee_lists.rows((employee_id or NOBODY,), day)
        return found[0].name if found else ""

    def current(self, employee_id: EmployeeId, version: int) -> Employee:
        """Return a person as it was read before; raises NotFound, or Conflict if it changed."""
        found = self._store.employees.get(employee_id)
        if found.version != version:
            raise Conflict(record="employee", id=employee_id)
        return found

    def problems(
        self, form: EmployeeForm, employee_id: EmployeeId | None, day: date
    ) -> tuple[Problem, ...]:
        """Return all that is wrong with a form of a person, each at its field."""
        before = self._store.employees.get(employee_id) if employee_id else None
        kept = tidied(form)
        return (
            *check(kept, before.ends_on if before else None),
            *self._taken(kept, employee_id or NOBODY),
            *self._misled(kept, employee_id or NOBODY, day),
            *(self._misdated(before, kept, day) if before else ()),
        )

    def add(self, form: EmployeeForm, employee_id: EmployeeId) -> Employee:
        """Begin the file of a person; raises Invalid, Conflict, NotFound."""
        if self._store.employees.get_all((employee_id,)):
            raise Conflict(record="employee", id=employee_id)
        kept, today = tidied(form), self._desk.today
        self._require_own(kept.profile.photo_id, employee_id)
        _require_right(self.problems(kept, None, today))
        if not kept.number:
            company = self._store.company.get()
            kept = replace(kept, number=Numbering(self._desk, company).take(KIND, today))
        new = kept.as_employee(employee_id, 1)
        self._store.employees.add(new)
        self._write(new, kept.profile, min(today, kept.starts_on), "")
        self._store.drafts.drop(FORM, employee_id, self._desk.who.name)
        return new

    def change(self, before: Employee, form: EmployeeForm, since: Since) -> Employee:
        """Write what holds of a person from a day; raises Invalid, Conflict, NotFound."""
        day = since.day or self._desk.today
        kept = tidied(form)
        kept = replace(kept, number=kept.number or before.number)
        self._require_own(kept.profile.photo_id, before.id)
        _require_right(self.problems(kept, before.id, day))
        self._store.drafts.drop(FORM, before.id, self._desk.who.name)
        records = self._store.employees.records(before.id)
        held = holding(records, day)
        is_same_profile = held is not None and held.profile == kept.profile
        head = replace(before, number=kept.number, starts_on=kept.starts_on, user=kept.user)
        if is_same_profile and head == before:
            return before
        after = replace(head, version=before.version + 1)
        self._store.employees.save(before, after)
        if not is_same_profile:
            self._write(after, kept.profile, day, since.reason)
        self._reach_back(after)
        self._find(after)
        return after

    def leave(self, before: Employee, ends_on: date, leaving: Leaving) -> Employee:
        """Write down the last day of a person: signed contracts end with it, at the latest."""
        after = before.leave(ends_on, leaving)
        self._store.employees.save(before, after)
        for one in self._store.contracts.of(before.id):
            is_longer = one.ends_on is None or one.ends_on > ends_on
            if one.state is ContractState.SIGNED and is_longer and one.starts_on <= ends_on:
                self._store.contracts.save(one, end(one, ends_on, leaving.value))
        return after

    def keep_private(self, before: Employee, private: Private, day: date) -> Employee:
        """Write what is private of a person and holds from a day."""
        day = max(day, min(before.starts_on, self._desk.today))
        records = self._store.employees.records(before.id)
        held = self._store.employees.record_on(before.id, day)
        self._look_at_account(before, held.private or Private(), private, day)
        after = replace(before, version=before.version + 1)
        self._store.employees.save(before, after)
        self._store.drafts.drop(PRIVATE_FORM, before.id, self._desk.who.name)
        new = self._record(after, held.profile, day, "")
        new = replace(new, private=private)
        place = spot(records, day)
        self._store.employees.add_record(replace(new, valid_until=place.valid_until), place)
        return after

    def _look_at_account(
        self, person: Employee, held: Private, private: Private, day: date
    ) -> None:
        """Note that pay is to go elsewhere: another person may have to look at it first."""
        if held.account != private.account:
            sides = (account_text(held.account), account_text(private.account))
            need = Need(
                SecondPair.BANK_DETAILS,
                f"{KIND}:{person.id}",
                self.name(person.id, day),
                hashed(plain(person)),
                differences=(Difference("accounts", *sides),),
                person=person.id,
            )
            SecondLooks(self._desk).look(need)

    def _require_own(self, photo_id: DocumentId | None, employee_id: EmployeeId) -> None:
        """Raise NotFound for a photo that does not lie in the file of the person."""
        if photo_id is None:
            return
        with self._store.housework():
            own = self._store.document_links.documents(Link(KIND, employee_id))
        if photo_id not in own:
            raise NotFound(record="document", id=photo_id)

    def _write(self, employee: Employee, profile: Profile, day: date, reason: str) -> None:
        """Write a record of what the office may know; what is private is taken over unread."""
        records = self._store.employees.records(employee.id)
        place, held = spot(records, day), holding(records, day)
        new = self._record(employee, profile, day, reason)
        new = replace(new, valid_until=place.valid_until, private=held.private if held else None)
        kept = None if held is None else self._store.employees.sealed_of(held)
        self._store.employees.add_record(new, place, kept)
        self._find(employee)

    def _reach_back(self, employee: Employee) -> None:
        """Let the first record hold from the first day, where that was moved before it."""
        records = self._store.employees.records(employee.id)
        first = holding(records, date.min)
        if first is not None and employee.starts_on < first.valid_from:
            self._write(employee, first.profile, employee.starts_on, first.reason)

    def _record(
        self, employee: Employee, profile: Profile, day: date, reason: str
    ) -> EmployeeRecord:
        return EmployeeRecord(
            employee_id=employee.id,
            number=len(self._store.employees.records(employee.id)) + 1,
            valid_from=day,
            valid_until=None,
            recorded_at=self._desk.now,
            who=self._desk.who.name,
            reason=" ".join(reason.split()),
            profile=profile,
            private=None,
        )

    def _find(self, employee: Employee) -> None:
        profile = self._store.employees.record_on(employee.id, self._desk.today).profile
        self._store.search.put(findable(employee, profile, self._desk.today))

    def _taken(self, form: EmployeeForm, own: EmployeeId) -> Iterator[Problem]:
        other = self._store.employee_lists.numbered(form.number) if form.number else None
        if other is not None and other.id != own:
            yield NUMBER_TAKEN.at("number", number=form.number)
        user = self._store.employee_lists.of_user(form.user) if form.user else None
        if user is not None and user.id != own:
            yield USER_TAKEN.at("user", user=form.user, number=user.number)

    def _misled(self, form: EmployeeForm, own: EmployeeId, day: date) -> Iterator[Problem]:
        """Yield what is wrong with who leads the person, and where."""
        profile = form.profile
        if profile.department_id is not None:
            self._store.departments.get(profile.department_id)
        if profile.manager_id is None:
            return
        self._store.employees.get(profile.manager_id)
        if profile.manager_id == own:
            yield OWN_MANAGER.at("profile.manager_id")
        elif own and is_circle(own, profile.manager_id, self._store.employee_lists.managers(day)):
            name = self.name(profile.manager_id, day)
            yield MANAGER_CYCLE.at("profile.manager_id", name=name, day=day)

    def _misdated(self, before: Employee, form: EmployeeForm, day: date) -> Iterator[Problem]:
        records = self._store.employees.records(before.id)
        known = min((one.valid_from for one in records), default=before.starts_on)
        if day < min(known, form.starts_on):
            yield BEFORE_START.at("valid_from", starts=form.starts_on)
        following = later(records, day)
        if following:
            yield LATER_RECORD.at("valid_from", day=following[0].valid_from)


def _has_left(employee: Employee, day: date) -> bool:
    return employee.ends_on is not None and employee.ends_on < day


def _require_right(problems: tuple[Problem, ...]) -> None:
    if any(not one.is_warning for one in problems):
        raise Invalid(problems)


def account_text(account: PayAccount) -> str:
    """Return where pay goes as a second pair compares it."""
    parts = (account.iban, account.bic, account.bank_code, account.number, account.holder)
    return " ".join(part for part in parts if part)
