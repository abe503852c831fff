"""Payees: who is paid in a period, with all that the payroll needs to know of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from app.domain.employees.contract import Contract, PayBasis
from app.domain.employees.employee import Employee, Private
from app.domain.payroll.component import PayItem
from app.domain.payroll.handing import HOURS_WORKED, NOTHING, Handed
from app.domain.payroll.payee import Payee, Span, before, periods_in_year
from app.domain.payroll.payroll import PayrollRun, TaxCard
from app.domain.shared.ids import EmployeeId
from app.domain.shared.money import Money
from app.services.hand_overs import LONGEST, HandOvers
from app.services.office import Desk
from app.services.pay_components import PayRules
from app.services.worked_days import WorkedDays


class Payees:
    """Gathers payees at one desk; who may not read what is private is refused."""

    def __init__(self, desk: Desk, rules: PayRules) -> None:
        self._desk = desk
        self._store = desk.store
        self._today = desk.today
        self._currency = rules.company.currency
        self._rules = rules

    def of(self, span: Span, run: PayrollRun | None = None) -> tuple[Payee, ...]:
        """Return everybody who is paid in a period: under contract, or with something of it.

        ``run`` is the one that is reckoned; without it, a new one.
        """
        heads = {one.id: one for one in self._store.employees.all()}
        items = self._store.pay_items.of_all(heads)
        recent = self._store.contracts.between(heads, before(span.first, LONGEST), span.last)
        handed = self._handed(span, run, recent, items)
        held = {one: recent[one][-1:] for one in handed if one in recent} | _held(recent, span)
        paid = [one for one in heads if one in held or _has_own(items.get(one, ()), span)]
        cards = self._store.tax_cards.of_all(paid)
        years = self._years(paid, span)
        private = self._private(paid, max(span.last, self._today))
        weeks = WorkedDays(self._desk, span)
        return tuple(
            Payee(
                employee_id=one,
                number=heads[one].number,
                currency=self._currency,
                account=private[one].account,
                work_days=(heads[one].starts_on, heads[one].ends_on),
                contracts=held.get(one, ()),
                born_on=private[one].born_on,
                card=card_on(cards.get(one, ()), span.pay_on),
                items=items.get(one, ()),
                year=years.get(one, {}),
                periods=_periods(heads[one], span),
                rule=self._rules.country.days,
                worked=weeks.of(held.get(one, ())),
                a_week=weeks.a_week(held.get(one, ())),
                handed=handed.get(one, NOTHING),
            )
            for one in paid
        )

    def handed(self, span: Span, run: PayrollRun) -> dict[EmployeeId, Handed]:
        """Return what hours, leave and expenses hand over to a run."""
        people = [one.id for one in self._store.employees.all()]
        recent = self._store.contracts.between(people, before(span.first, LONGEST), span.last)
        return self._handed(span, run, recent, self._store.pay_items.of_all(people))

    def _handed(
        self,
        span: Span,
        run: PayrollRun | None,
        recent: Mapping[EmployeeId, Sequence[Contract]],
        items: Mapping[EmployeeId, Sequence[PayItem]],
    ) -> dict[EmployeeId, Handed]:
        by_hour = [
            one for one, some in recent.items() if _is_by_hour(some[-1], items.get(one, ()), span)
        ]
        codes = frozenset(one.code for one in self._rules.on(span.pay_on))
        return HandOvers(self._desk, span, run).of(by_hour, codes)

    def _private(self, people: list[EmployeeId], day: date) -> dict[EmployeeId, Private]:
        """Return what is private of each: nothing, where nothing is written down."""
        records = self._store.employees.records_on(people, day)
        found = {one: record.private or Private() for one, record in records.items()}
        return {one: found.get(one, Private()) for one in people}

    def _years(self, people: list[EmployeeId], span: Span) -> dict[EmployeeId, Mapping[str, Money]]:
        """Return the sums of the year of each, as the last payslip says."""
        first, last = span.pay_on.replace(month=1, day=1), span.pay_on.replace(month=12, day=31)
        latest = self._store.payslips.latest(people, first, last)
        return {one: slip.year for one, slip in latest.items()}


def card_on(cards: tuple[TaxCard, ...], day: date) -> TaxCard | None:
    """Return the card that holds on a day: of several the one that began last."""
    holding = [
        one
        for one in cards
        if one.valid_from <= day and (one.valid_until is None or day <= one.valid_until)
    ]
    return max(holding, key=lambda one: one.valid_from, default=None)


def _held(
    recent: Mapping[EmployeeId, tuple[Contract, ...]], span: Span
) -> dict[EmployeeId, tuple[Contract, ...]]:
    """Return the contracts that hold on some day of a period."""
    found = {
        person: tuple(one for one in some if one.ends_on is None or one.ends_on >= span.first)
        for person, some in recent.items()
    }
    return {person: some for person, some in found.items() if some}


def _is_by_hour(contract: Contract, items: Iterable[PayItem], span: Span) -> bool:
    """Say whether somebody is paid by the hour, and nobody wrote the hours as an item."""
    if contract.pay is None or contract.pay.basis is not PayBasis.HOUR:
        return False
    return not any(
        one.component == HOURS_WORKED
        and one.first_on <= span.last
        and (one.last_on is None or one.last_on >= span.first)
        for one in items
    )


def _has_own(items: tuple[PayItem, ...], span: Span) -> bool:
    return any(span.first <= one.first_on <= span.last for one in items)


def _periods(employee: Employee, span: Span) -> int:
    return periods_in_year(employee.starts_on, employee.ends_on, span)
