"""Contracting: a contract is drafted, signed, replaced by a later version, and ended."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from decimal import Decimal

from app.domain.employees.contract import Contract, ContractKind, ContractState, Pay
from app.domain.employees.employee import Employee
from app.domain.shared.ids import CalendarId, ContractId, DocumentId, EmployeeId
from app.domain.shared.lines import one_line
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.refusals import Refusal

HOURS_OF_WEEK = Decimal(168)
HOUR_PLACES = 2
MONTHS = 12
PROBATION_MONTHS = {"FI": 6, "DE": 6, "SE": 6}
"""Longer than these months no probation lasts (FI: Employment Contracts Act 55/2001 ch. 1 s. 4)."""
PROBATION_DAYS = {"TH": 119}
"""From day 120 a dismissal costs severance pay (TH: Labour Protection Act s. 118)."""

NO_POSITION = Rule("contracts.no-position")
ENDS_BEFORE_START = Rule("contracts.ends-before-start", "starts", "ends")
NO_END = Rule("contracts.no-end")
PROBATION_OUTSIDE = Rule("contracts.probation-outside", "starts", "ends")
LONG_PROBATION = Rule("contracts.long-probation", "latest", is_warning=True)
WRONG_HOURS = Rule("contracts.wrong-hours", "hours")
WRONG_NOTICE = Rule("contracts.wrong-notice", "days")
NEGATIVE_PAY = Rule("contracts.negative-pay")
BEFORE_EMPLOYMENT = Rule("contracts.before-employment", "starts")
AFTER_EMPLOYMENT = Rule("contracts.after-employment", "ends")


class NotADraft(Refusal):
    """Only a draft is written on; what was signed gets a new version."""

    code = "contracts.not-a-draft"


class NotSigned(Refusal):
    """Only what was signed is ended or replaced."""

    code = "contracts.not-signed"


class ContractsOverlap(Refusal):
    """Another signed contract of the same person holds on some of these days."""

    code = "contracts.overlapping"


class VersionTooEarly(Refusal):
    """A new version cannot begin before the one whose place it takes."""

    code = "contracts.version-too-early"


class EndsTooEarly(Refusal):
    """A contract ends on or after its first day."""

    code = "contracts.ends-too-early"


class PaperOutdated(Refusal):
    """The paper was written before the draft was changed: it is written again before signing."""

    code = "contracts.paper-outdated"


class EndsAlready(Refusal):
    """The contract ends before that day as it is."""

    code = "contracts.ends-already"


@dataclass(frozen=True, slots=True)
class ContractTerms:
    """What a clerk writes of a contract; the pay is written beside it, behind the wall."""

    kind: ContractKind
    starts_on: date
    position: str
    hours: Decimal
    ends_on: date | None = None
    calendar_id: CalendarId | None = None
    probation_until: date | None = None
    notice_days: int = 0
    agreement: str = ""

    def as_draft(
        self, contract_id: ContractId, employee_id: EmployeeId, pay: Pay | None
    ) -> Contract:
        """Return a new draft of these terms."""
        terms = {one.name: getattr(self, one.name) for one in fields(self)}
        return Contract(
            id=contract_id,
            version=1,
            employee_id=employee_id,
            state=ContractState.DRAFT,
            pay=pay,
            **terms,
        )


def terms_of(contract: Contract) -> ContractTerms:
    """Return what a clerk may write of a contract."""
    return ContractTerms(**{one.name: getattr(contract, one.name) for one in fields(ContractTerms)})


def tidied(terms: ContractTerms) -> ContractTerms:
    """Return terms as they are kept: every text on one line."""
    return replace(terms, position=one_line(terms.position), agreement=one_line(terms.agreement))


def changed(contract: Contract, terms: ContractTerms) -> Contract:
    """Return a draft with other terms; raises NotADraft."""
    if contract.state is not ContractState.DRAFT:
        raise NotADraft(state=contract.state.value)
    new = {one.name: getattr(terms, one.name) for one in fields(terms)}
    return replace(contract, version=contract.version + 1, **new)


def check(terms: ContractTerms, employee: Employee, country: str = "") -> tuple[Problem, ...]:
    """Return what is wrong with terms, each at its field."""
    return (
        *_faults_of_days(terms, employee),
        *_faults_of_probation(terms, country),
        *_faults_of_work(terms),
    )


def check_pay(pay: Pay | None) -> tuple[Problem, ...]:
    """Return what is wrong with an agreed pay; no problem tells how much it is."""
    if pay is None:
        return ()
    amounts = (pay.amount, pay.overtime)
    is_negative = any(one is not None and one.minor < 0 for one in amounts)
    return (NEGATIVE_PAY.at("pay"),) if is_negative else ()


def _faults_of_days(terms: ContractTerms, employee: Employee) -> Iterator[Problem]:
    starts, ends = terms.starts_on, terms.ends_on
    if ends is not None and ends < starts:
        yield ENDS_BEFORE_START.at("ends_on", starts=starts, ends=ends)
    if ends is None and terms.kind is ContractKind.FIXED_TERM:
        yield NO_END.at("ends_on")
    if starts < employee.starts_on:
        yield BEFORE_EMPLOYMENT.at("starts_on", starts=employee.starts_on)
    if employee.ends_on is not None and starts > employee.ends_on:
        yield AFTER_EMPLOYMENT.at("starts_on", ends=employee.ends_on)


def _faults_of_probation(terms: ContractTerms, country: str) -> Iterator[Problem]:
    until, ends = terms.probation_until, terms.ends_on or date.max
    if until is None:
        return
    if not terms.starts_on <= until <= ends:
        shown = terms.ends_on or ""
        yield PROBATION_OUTSIDE.at("probation_until", starts=terms.starts_on, ends=shown)
    latest = longest_probation(terms, country)
    if latest is not None and until > latest:
        yield LONG_PROBATION.at("probation_until", latest=latest)


def _faults_of_work(terms: ContractTerms) -> Iterator[Problem]:
    if not terms.position:
        yield NO_POSITION.at("position")
    if not 0 <= terms.hours <= HOURS_OF_WEEK or terms.hours != round(terms.hours, HOUR_PLACES):
        yield WRONG_HOURS.at("hours", hours=terms.hours)
    if terms.notice_days < 0:
        yield WRONG_NOTICE.at("notice_days", days=terms.notice_days)


def longest_probation(terms: ContractTerms, country: str) -> date | None:
    """Return the last day that a probation may have by law, or none where none is known.

    Of a fixed term in Finland it is at most half of it.
    """
    if country in PROBATION_DAYS:
        left = (date.max - terms.starts_on).days
        return terms.starts_on + timedelta(days=min(left, PROBATION_DAYS[country] - 1))
    if country not in PROBATION_MONTHS:
        return None
    latest = months_after(terms.starts_on, PROBATION_MONTHS[country]) - timedelta(days=1)
    if country == "FI" and terms.ends_on is not None and terms.ends_on >= terms.starts_on:
        half = ((terms.ends_on - terms.starts_on).days + 1) // 2
        latest = min(latest, terms.starts_on + timedelta(days=max(0, half - 1)))
    return latest


def months_after(day: date, months: int) -> date:
    """Return the same day some months later; of a shorter month its last."""
    years, month = divmod(day.month - 1 + months, MONTHS)
    year = day.year + years
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def is_held(contract: Contract) -> bool:
    """Say whether a contract was signed, whatever became of it since."""
    return contract.state in (ContractState.SIGNED, ContractState.REPLACED, ContractState.ENDED)


def meets(one: Contract, other: Contract) -> bool:
    """Say whether two contracts share a day."""
    return one.starts_on <= (other.ends_on or date.max) and other.starts_on <= (
        one.ends_on or date.max
    )


def sign(contract: Contract, day: date, others: Sequence[Contract]) -> tuple[Contract, ...]:
    """Return a draft signed, and after it the version whose place it takes.

    Raises NotADraft, VersionTooEarly, or ContractsOverlap where another one holds on these days.
    """
    if contract.state is not ContractState.DRAFT:
        raise NotADraft(state=contract.state.value)
    signed = replace(
        contract, version=contract.version + 1, state=ContractState.SIGNED, signed_on=day
    )
    former = next((one for one in others if one.id == contract.follows_id), None)
    given_way = () if former is None else (_replaced(former, contract),)
    gone = {one.id for one in given_way}
    for other in (*(one for one in others if one.id not in gone), *given_way):
        _require_apart(signed, other)
    return (signed, *given_way)


def papered(contract: Contract, document_id: DocumentId) -> Contract:
    """Return a contract with its paper; raises NotADraft where a signed one has its paper."""
    if contract.state is not ContractState.DRAFT and contract.document_id is not None:
        raise NotADraft(state=contract.state.value)
    return replace(contract, version=contract.version + 1, document_id=document_id)


def end(contract: Contract, day: date, reason: str) -> Contract:
    """Return a signed contract that ends on a day; raises NotSigned, EndsTooEarly, EndsAlready."""
    if contract.state is not ContractState.SIGNED:
        raise NotSigned(state=contract.state.value)
    if day < contract.starts_on:
        raise EndsTooEarly(starts=contract.starts_on, day=day)
    if contract.ends_on is not None and day > contract.ends_on:
        raise EndsAlready(ends=contract.ends_on, day=day)
    return replace(
        contract,
        version=contract.version + 1,
        state=ContractState.ENDED,
        ends_on=day,
        reason=one_line(reason),
    )


def discard(contract: Contract) -> Contract:
    """Return a draft that is thrown away; raises NotADraft."""
    if contract.state is not ContractState.DRAFT:
        raise NotADraft(state=contract.state.value)
    return replace(contract, version=contract.version + 1, state=ContractState.DISCARDED)


def _replaced(former: Contract, by: Contract) -> Contract:
    """Return the version that gives way from the day on which the new one begins.

    One that begins on the same day held on none, and is put aside.
    """
    if former.state is not ContractState.SIGNED:
        raise NotSigned(state=former.state.value)
    if by.starts_on < former.starts_on:
        raise VersionTooEarly(starts=former.starts_on, day=by.starts_on)
    next_version = former.version + 1
    if by.starts_on == former.starts_on:
        return replace(former, version=next_version, state=ContractState.DISCARDED)
    before = by.starts_on - timedelta(days=1)
    ends = min(before, former.ends_on or date.max)
    return replace(former, version=next_version, state=ContractState.REPLACED, ends_on=ends)


def _require_apart(signed: Contract, other: Contract) -> None:
    if other.id != signed.id and is_held(other) and meets(signed, other):
        because = "open" if other.ends_on is None else "ends"
        raise ContractsOverlap(starts=other.starts_on, ends=other.ends_on, because=because)
