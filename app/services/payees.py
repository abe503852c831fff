"""Payees: who is paid in a period, with all that the payroll needs to know of each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from app.domain.employees.employee import Employee, Private
from app.domain.payroll.component import PayItem
from app.domain.payroll.payee import Payee, Span, periods_in_year
from app.domain.payroll.payroll import TaxCard
from app.domain.shared.ids import EmployeeId
from app.domain.shared.money import Money
from app.services.office import Desk


class Payees:
    """Gathers payees at one desk; who may not read what is private is refused."""

    def __init__(self, desk: Desk, currency: str) -> None:
        self._store = desk.store
        self._today = desk.today
        self._currency = currency

    def of(self, span: Span) -> tuple[Payee, ...]:
        """Return everybody who is paid in a period: under contract in it, or with an item of it."""
        heads = {one.id: one for one in self._store.employees.all()}
        items = self._store.pay_items.of_all(heads)
        held = self._store.contracts.between(heads, span.first, span.last)
        paid = [one for one in heads if one in held or _has_own(items.get(one, ()), span)]
        cards = self._store.tax_cards.of_all(paid)
        years, unpaid = self._years(paid, span), self._unpaid(paid, span)
        private = self._private(paid, max(span.last, self._today))
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
                unpaid_days=unpaid.get(one, Decimal(0)),
                periods=_periods(heads[one], span),
            )
            for one in paid
        )

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

    def _unpaid(self, people: list[EmployeeId], span: Span) -> Mapping[EmployeeId, Decimal]:
        """Return how many calendar days of the period each is away without pay."""
        return {}


def card_on(cards: tuple[TaxCard, ...], day: date) -> TaxCard | None:
    """Return the card that holds on a day: of several the one that began last."""
    holding = [
        one
        for one in cards
        if one.valid_from <= day and (one.valid_until is None or day <= one.valid_until)
    ]
    return max(holding, key=lambda one: one.valid_from, default=None)


def _has_own(items: tuple[PayItem, ...], span: Span) -> bool:
    return any(span.first <= one.first_on <= span.last for one in items)


def _periods(employee: Employee, span: Span) -> int:
    return periods_in_year(employee.starts_on, employee.ends_on, span)
