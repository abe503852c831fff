"""What a clerk writes of a person that the whole office may know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from app.domain.employees.employee import Employee, EmployeeRecord, Profile
from app.domain.shared.ids import EmployeeId
from app.domain.shared.lines import one_line
from app.domain.shared.printable import check_printable
from app.domain.shared.problems import Problem, Rule

NO_DAY = Rule("employees.no-day")
NO_NAME = Rule("employees.no-name")
STARTS_AFTER_END = Rule("employees.starts-after-end", "ends")
OWN_MANAGER = Rule("employees.own-manager")
MANAGER_CYCLE = Rule("employees.manager-cycle", "name", "day")
NUMBER_TAKEN = Rule("employees.number-taken", "number")
USER_TAKEN = Rule("employees.user-taken", "user", "number")
BEFORE_START = Rule("employees.before-start", "starts")
NO_EMAIL = Rule("employees.no-email", "value")
LATER_RECORD = Rule("employees.later-record", "day", is_warning=True)


@dataclass(frozen=True, slots=True)
class EmployeeForm:
    """The editable part of a person; an empty ``number`` asks for the next free one."""

    profile: Profile
    starts_on: date
    number: str = ""
    user: str = ""

    def as_employee(self, employee_id: EmployeeId, version: int) -> Employee:
        """Return the person whom this form describes."""
        return Employee(employee_id, version, self.number, self.starts_on, user=self.user)


@dataclass(frozen=True, slots=True)
class Since:
    """From which day something holds, today where none is said, and why."""

    day: date | None = None
    reason: str = ""


TODAY = Since()


def form_of(employee: Employee, record: EmployeeRecord) -> EmployeeForm:
    """Return what a clerk may change of a person, as it was on the day of a record."""
    return EmployeeForm(record.profile, employee.starts_on, employee.number, employee.user)


def tidied(form: EmployeeForm) -> EmployeeForm:
    """Return a form as it is kept: every text on one line."""
    profile = replace(_one_lined(form.profile), name=_one_lined(form.profile.name))
    return replace(form, profile=profile, number=one_line(form.number), user=one_line(form.user))


def check(form: EmployeeForm, ends_on: date | None = None) -> tuple[Problem, ...]:
    """Return what is wrong with a form by itself, each at its field."""
    return tuple(_faults(form, ends_on))


def _faults(form: EmployeeForm, ends_on: date | None) -> Iterator[Problem]:
    name = form.profile.name
    if not name.family and not name.given:
        yield NO_NAME.at("profile.name.family")
    if ends_on is not None and form.starts_on > ends_on:
        yield STARTS_AFTER_END.at("starts_on", ends=ends_on)
    email = form.profile.work_email
    if email and ("@" not in email.strip("@") or " " in email):
        yield NO_EMAIL.at("profile.work_email", value=email)
    yield from check_printable(
        {"profile.name.given": name.given, "profile.name.family": name.family}
    )


def _one_lined(record: Any) -> Any:
    """Return a record of texts with each of them on one line."""
    texts = {one.name: getattr(record, one.name) for one in fields(record)}
    tidy = {name: one_line(text) for name, text in texts.items() if isinstance(text, str)}
    return replace(record, **tidy)
