"""Contracts of employment: drafted, signed, replaced by a new version, ended."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.domain.employees.calendar import WorkCalendar
from app.domain.employees.contract import Contract, Pay, masked
from app.domain.employees.contracting import (
    ContractTerms,
    NotSigned,
    changed,
    check_pay,
    discard,
    end,
    is_held,
    sign,
    terms_of,
    tidied,
)
from app.domain.employees.contracting import check as check_terms
from app.domain.employees.employee import Employee
from app.domain.shared.ids import ContractId, EmployeeId, new_id
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Conflict, Invalid
from app.services.contract_filing import ContractFiling
from app.services.office import Desk
from app.services.permissions import Permission, command, query

FORM = "employment-contract"
"""The form of a contract, as its drafts are kept."""
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class OpenedContract:
    """A draft as it is edited, or what a new one of a person begins with; the pay is not in it.

    ``week`` is how many minutes the usual week has, ``begins`` the day on which a new one begins.
    """

    employee: Employee
    name: str
    position: str
    contract: Contract | None
    calendars: tuple[WorkCalendar, ...]
    week: int
    begins: date
    country: str
    currency: str
    may_show: bool


class Contracting:
    """Keeps contracts at one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._store = desk.store

    def problems(self, employee_id: EmployeeId, terms: ContractTerms) -> tuple[Problem, ...]:
        """Return all that is wrong with terms, each at its field."""
        employee = self._store.employees.get(employee_id)
        country = self._store.company.get().country
        if terms.calendar_id is not None:
            self._store.calendars.get(terms.calendar_id)
        return check_terms(terms, employee, country)

    def require_right(
        self, employee_id: EmployeeId, terms: ContractTerms, pay: Pay | None
    ) -> ContractTerms:
        """Return the terms as they are kept; raises Invalid."""
        kept = tidied(terms)
        problems = (*self.problems(employee_id, kept), *check_pay(pay))
        if any(not one.is_warning for one in problems):
            raise Invalid(problems)
        return kept

    def current(self, contract_id: ContractId, version: int) -> Contract:
        """Return a contract as it was read before; raises NotFound, or Conflict if it changed."""
        found = self._store.contracts.get(contract_id)
        if found.version != version:
            raise Conflict(record="contract", id=contract_id)
        return found

    def keep(self, before: Contract, after: Contract) -> Contract:
        """Replace a contract, its pay as it is; return it masked."""
        self._store.contracts.save(before, after)
        return masked(after)


@query(Permission.EMPLOYEES_READ)
def of(desk: Desk, employee_id: EmployeeId) -> tuple[Contract, ...]:
    """Return every contract of a person without its pay, by the day on which it begins."""
    return tuple(map(masked, desk.store.contracts.of(employee_id)))


@query(Permission.EMPLOYEES_READ)
def get(desk: Desk, contract_id: ContractId) -> Contract:
    """Return a contract without its pay; raises NotFound."""
    return masked(desk.store.contracts.get(contract_id))


@query(Permission.EMPLOYEES_READ)
def opened(
    desk: Desk, contract_id: ContractId | None = None, employee_id: EmployeeId | None = None
) -> OpenedContract:
    """Return what a form of a contract needs to begin with; raises NotFound."""
    store, company = desk.store, desk.store.company.get()
    contract = None if contract_id is None else masked(store.contracts.get(contract_id))
    person = contract.employee_id if contract else employee_id or EmployeeId(0)
    employee = store.employees.get(person)
    profile = store.employees.record_on(person, desk.today).profile
    ends = [one.ends_on for one in store.contracts.of(person) if is_held(one)]
    after = max((one for one in ends if one is not None), default=None)
    return OpenedContract(
        employee=employee,
        name=profile.name.written,
        position=profile.position,
        contract=contract,
        calendars=store.calendars.all(),
        week=store.calendars.default().week,
        begins=employee.starts_on if after is None else min(after, date.max - ONE_DAY) + ONE_DAY,
        country=company.country,
        currency=company.currency,
        may_show=store.wall.may_read(person),
    )


@query(Permission.EMPLOYEES_READ)
def check(desk: Desk, employee_id: EmployeeId, terms: ContractTerms) -> tuple[Problem, ...]:
    """Return all that is wrong with terms, each at its field; a warning may be accepted."""
    return Contracting(desk).problems(employee_id, tidied(terms))


@command(Permission.EMPLOYEES_PRIVATE)
def show_pay(desk: Desk, contract_id: ContractId) -> Pay | None:
    """Show the pay that is agreed; the audit notes who looked, not at what."""
    return desk.store.contracts.get(contract_id).pay


@command(Permission.EMPLOYEES_CHANGE, private=True)
def draft(
    desk: Desk,
    employee_id: EmployeeId,
    terms: ContractTerms,
    pay: Pay | None = None,
    contract_id: ContractId | None = None,
) -> Contract:
    """Draft a contract, under the id that a form has given it; raises Invalid, or Conflict."""
    kept = Contracting(desk).require_right(employee_id, terms, pay)
    new = kept.as_draft(contract_id or ContractId(new_id()), employee_id, pay)
    desk.store.contracts.add(new)
    desk.store.drafts.drop(FORM, new.id, desk.who.name)
    return masked(new)


@command(Permission.EMPLOYEES_CHANGE, private=True)
def change(
    desk: Desk,
    contract_id: ContractId,
    version: int,
    terms: ContractTerms,
    pay: Pay | None = None,
) -> Contract:
    """Replace a draft; where no pay is written it stays as it is.

    Raises NotADraft, Invalid, or Conflict if it changed since.
    """
    contracting = Contracting(desk)
    before = contracting.current(contract_id, version)
    after = changed(before, contracting.require_right(before.employee_id, terms, pay))
    desk.store.drafts.drop(FORM, contract_id, desk.who.name)
    if pay is None:
        return contracting.keep(before, after)
    paid = replace(after, pay=pay)
    desk.store.contracts.agree(before, paid)
    return masked(paid)


@command(Permission.EMPLOYEES_CHANGE)
def discard_draft(desk: Desk, contract_id: ContractId, version: int) -> Contract:
    """Throw a draft away; it is kept as discarded; raises NotADraft, Conflict."""
    contracting = Contracting(desk)
    before = contracting.current(contract_id, version)
    return contracting.keep(before, discard(before))


@command(Permission.EMPLOYEES_CHANGE)
def sign_draft(
    desk: Desk, contract_id: ContractId, version: int, day: date | None = None
) -> Contract:
    """Note that a draft was signed: it holds from its first day, and what it follows gives way.

    Its paper is sealed with it. Raises NotADraft, ContractsOverlap, VersionTooEarly, PaperOutdated,
    Invalid, Conflict.
    """
    contracting = Contracting(desk)
    before = contracting.current(contract_id, version)
    contracting.require_right(before.employee_id, terms_of(before), None)
    ContractFiling(desk).seal(before)
    others = desk.store.contracts.of(before.employee_id)
    signed, *given_way = sign(before, day or desk.today, others)
    for former in given_way:
        contracting.keep(next(one for one in others if one.id == former.id), former)
    return contracting.keep(before, signed)


@command(Permission.EMPLOYEES_CHANGE)
def next_version(desk: Desk, contract_id: ContractId, starts_on: date | None = None) -> Contract:
    """Draft the next version of a signed contract, with its terms and its pay; raises NotSigned."""
    former = desk.store.contracts.get(contract_id)
    if not is_held(former):
        raise NotSigned(state=former.state.value)
    begins = max(starts_on or desk.today, former.starts_on)
    ends = former.ends_on if former.ends_on is None or former.ends_on >= begins else None
    terms = replace(terms_of(former), starts_on=begins, ends_on=ends, probation_until=None)
    fresh = terms.as_draft(ContractId(new_id()), former.employee_id, None)
    fresh = replace(fresh, follows_id=former.id)
    desk.store.contracts.add(fresh, taken_from=former)
    return fresh


@command(Permission.EMPLOYEES_CHANGE)
def end_on(
    desk: Desk, contract_id: ContractId, version: int, day: date, reason: str = ""
) -> Contract:
    """Let a signed contract end on a day; raises NotSigned, EndsTooEarly, EndsAlready, Conflict."""
    contracting = Contracting(desk)
    before = contracting.current(contract_id, version)
    return contracting.keep(before, end(before, day, reason))
