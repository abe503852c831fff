"""People for tests: a name, a first day, a contract with a salary that nobody else has."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from app.domain.contacts.address import Address
from app.domain.employees.contract import ContractKind, Pay
from app.domain.employees.contracting import ContractTerms
from app.domain.employees.employee import (
    EmergencyContact,
    Employee,
    PayAccount,
    PersonName,
    Private,
    Profile,
)
from app.domain.employees.form import EmployeeForm
from app.domain.shared.money import money
from app.outside.clock import FixedClock
from app.services import contracts, employees
from app.services.office import Office
from app.services.permissions import Actor, Permission, Role
from tests.builders import TODAY

SALARY = Pay(money(Decimal("4711.23"), "EUR"))
"""The canary: it may be read behind the wall only."""
IDENTITY = "131052-308T"
PRIVATE = Private(
    identity_number=IDENTITY,
    identity_country="FI",
    born_on=date(1952, 10, 13),
    nationality="FI",
    address=Address("Salakuja 7", "", "00100", "Helsinki", "", "FI"),
    phone="+358 40 7654321",
    account=PayAccount(iban="FI2112345600000785"),
    emergency=(EmergencyContact("Pekka Salonen", "puoliso", "+358 50 1112223"),),
    health="Pähkinäallergia",
)
STARTS = date(2024, 5, 1)
PERSONNEL = Role("personnel", frozenset(Permission))
CLERK = Role("clerk", frozenset(Permission) - {Permission.EMPLOYEES_PRIVATE})


def a_profile(given: str = "Maija", family: str = "Salonen", **parts: Any) -> Profile:
    """Return what the office knows of a person."""
    return Profile(PersonName(given, family), **{"position": "Accountant", **parts})


def a_form(given: str = "Maija", family: str = "Salonen", **parts: Any) -> EmployeeForm:
    """Return the form of a person who began in May 2024; parts are of the profile."""
    return EmployeeForm(a_profile(given, family, **parts), STARTS)


def terms(starts_on: date = STARTS, ends_on: date | None = None, **parts: Any) -> ContractTerms:
    """Return terms of a contract of 37.5 hours a week."""
    kind = ContractKind.PERMANENT if ends_on is None else ContractKind.FIXED_TERM
    made = ContractTerms(kind, starts_on, "Accountant", Decimal("37.5"), ends_on)
    return replace(made, **parts)


def hire(office: Office, form: EmployeeForm | None = None, pay: Pay = SALARY) -> Employee:
    """Return a person who was added, with what is private and a signed contract."""
    person = office.do(employees.add, form or a_form()).result
    known = office.do(employees.keep_private, person.id, person.version, PRIVATE).result
    draft = office.do(contracts.draft, person.id, terms(known.starts_on), pay).result
    office.do(contracts.sign_draft, draft.id, draft.version)
    return known


def as_role(office: Office, role: Role, name: str = "Ville", day: date = TODAY) -> Office:
    """Return the same office as somebody of another role sees it."""
    return Office(office.database, FixedClock(day), Actor(name, role))
