"""Reckoning a payslip: component by component, each line with how it came about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from app.domain.payroll.component import ComponentKind, PayComponent, PayItem, RateTable
from app.domain.payroll.figures import figures_of
from app.domain.payroll.formulas.tree import FormulaWrong
from app.domain.payroll.formulas.working import work_out
from app.domain.payroll.ordering import (
    GROSS,
    IN_GROSS,
    LEFT,
    Ready,
    counts_before,
    ordered,
)
from app.domain.payroll.parts import items_of, told_of, told_of_pay, told_off
from app.domain.payroll.payee import NOUGHT, Payee, Span
from app.domain.payroll.payroll import PayLine, Payslip, Why
from app.domain.payroll.rates import Rates
from app.domain.shared.ids import PayrollRunId, PayslipId
from app.domain.shared.money import Money, money, total, zero
from app.domain.shared.refusals import Refusal

BASES = frozenset({"taxable", "regular", "pension", "unemployment", "health", "social"})
"""The sums that a component may count into; ``regular`` is what is taxed and paid every time."""

BEFORE = "before_"
_SIGN = {ComponentKind.DEDUCTION: -1, ComponentKind.EMPLOYER: 0}


class NegativeNet(Refusal):
    """More would be taken than the person earned; the person's number says whose payslip it is."""

    code = "payroll.negative-net"


class ComponentFails(FormulaWrong):
    """The formula of a component cannot be reckoned for somebody, though it can be read."""

    code = "payroll.component-fails"


class BirthDayMissing(Refusal):
    """A rule goes by age, and the birth day is not known."""

    code = "payroll.birth-day-missing"


class OtherPayCurrency(Refusal):
    """A person's pay is agreed in another currency than the run's."""

    code = "payroll.other-currency"


class Reckoner:
    """Reckons the payslips of one run: the components of its day, read and put in order once."""

    def __init__(self, components: Iterable[PayComponent], rates: Rates, span: Span) -> None:
        self.rates, self.span = rates, span
        day = span.pay_on
        holding = [one for one in components if is_valid(one, day)]
        self._ready = tuple(
            one
            for one in ordered(holding)
            if not any(rates.is_left_to_office(code, day) for code in one.formula.rates)
        )
        self.codes = frozenset(one.component.code for one in self._ready)
        self.left_out = tuple(one for one in holding if one.code not in self.codes)
        self._known = frozenset(one.code for one in holding)

    @property
    def rates_used(self) -> frozenset[str]:
        """The codes of rates that the components need."""
        return frozenset(code for one in self._ready for code in one.formula.rates)

    def payslip(self, payee: Payee, payslip_id: PayslipId, run_id: PayrollRunId) -> Payslip:
        """Reckon one payslip; raises NegativeNet, BirthDayMissing, FormulaWrong and of rates."""
        sheet = _Sheet(payee, self.rates, self.span)
        sheet.know(self._known)
        items = items_of(payee, self.span)
        for ready in self._ready:
            for item in _items(ready, items, self.span):
                sheet.add(ready, item)
        return put_together(sheet.in_order(), payee, payslip_id, run_id)


def put_together(
    lines: tuple[PayLine, ...], payee: Payee, payslip_id: PayslipId, run_id: PayrollRunId
) -> Payslip:
    """Return the payslip of lines: what they add up to, this time and in the year."""
    currency = payee.currency
    sums = {kind: _sum(lines, kind, currency) for kind in ComponentKind}
    money_earned = sums[ComponentKind.EARNING]
    gross = money_earned + sums[ComponentKind.BENEFIT]
    deducted, repaid = sums[ComponentKind.DEDUCTION], sums[ComponentKind.REIMBURSEMENT]
    net = money_earned - deducted + repaid
    basis = {base: basis_of(lines, base, currency) for base in sorted(_bases(lines))}
    taken = deducted + sums[ComponentKind.BENEFIT]
    slip = Payslip(
        payslip_id,
        run_id,
        payee.employee_id,
        lines,
        gross,
        taken,
        repaid,
        net,
        sums[ComponentKind.EMPLOYER],
        payee.account,
        basis,
        year={},
        handed=payee.handed.marks,
    )
    return replace(slip, year=_with(payee.year, sums_of(slip)))


def sums_of(slip: Payslip) -> dict[str, Money]:
    """Return what a payslip adds to the sums of the year."""
    more = {GROSS: slip.gross, "deductions": slip.deductions, "net": slip.net}
    return {**slip.basis, **more, "employer": slip.employer}


def require_positive(payslip: Payslip, payee: Payee) -> None:
    """Refuse a payslip that takes more than it gives."""
    if payslip.net.minor < 0:
        raise NegativeNet(employee=payee.number)


def basis_of(lines: Iterable[PayLine], base: str, currency: str) -> Money:
    """Return what lines add to a base: what is earned adds, what is taken off first lowers."""
    minor = sum(one.amount.minor * _SIGN.get(one.kind, 1) for one in lines if base in one.bases)
    return Money(minor, currency)


class _Sheet:
    """A payslip while it is reckoned."""

    def __init__(self, payee: Payee, rates: Rates, span: Span) -> None:
        self._payee, self._rates, self._span = payee, rates, span
        self._figures = figures_of(payee, span)
        self._lines: list[tuple[PayComponent, PayLine]] = []
        self._of_code: dict[str, Decimal] = {}
        self._now: PayComponent | None = None
        self._item: Mapping[str, Decimal] = {}

    def know(self, codes: Iterable[str]) -> None:
        """Let formulas name components; what was not reckoned is nought."""
        self._of_code.update((code, NOUGHT) for code in codes)

    def add(self, ready: Ready, item: PayItem | None) -> None:
        """Reckon a component, for an item or by itself; what comes to nothing is no line."""
        component = ready.component
        self._now, self._item = component, _figures_of(item, self._payee)
        self._item["taken"] = self._of_code.get(component.code, NOUGHT)
        value, why = self._worked_out(ready)
        if item is not None:
            why = (*told_of(item, self._payee, self._span), *why)
        amount = money(value, self._payee.currency)
        self._of_code[component.code] += amount.amount
        if amount:
            rule = Why("rule", component.source) if component.source else None
            self._lines.append((component, _line(component, amount, item, (why, rule))))

    def _worked_out(self, ready: Ready) -> tuple[Decimal, tuple[Why, ...]]:
        try:
            return work_out(ready.formula, self)
        except FormulaWrong as wrong:
            raise ComponentFails(component=ready.component.code, **wrong.facts) from wrong

    def in_order(self) -> tuple[PayLine, ...]:
        """Return the lines as a payslip shows them."""
        by_rank = sorted(self._lines, key=lambda one: (one[0].rank, one[0].code))
        return tuple(line for _, line in by_rank)

    def figure(self, name: str) -> Decimal | None:
        """Return what a name stands for in the formula that is worked out."""
        if name in self._item:
            return self._item[name]
        if name in self._figures:
            return self._figures[name]
        if name == "age":
            raise BirthDayMissing(employee=self._payee.number)
        if name.startswith(BEFORE):
            return self._payee.year.get(name[len(BEFORE) :], zero(self._payee.currency)).amount
        return self._summed(name)

    def _summed(self, name: str) -> Decimal | None:
        lines = [line for _, line in self._lines]
        currency = self._payee.currency
        if name in BASES:
            return basis_of(lines, name, currency).amount
        if name == GROSS:
            return total(
                tuple(one.amount for one in lines if one.kind in IN_GROSS), currency
            ).amount
        if name == LEFT:
            return self._left()
        return self._of_code.get(name)

    def _left(self) -> Decimal:
        assert self._now is not None
        return sum(
            (
                line.amount.amount * _SIGN.get(line.kind, 1)
                for component, line in self._lines
                if counts_before(component, self._now)
            ),
            NOUGHT,
        )

    def rate(self, code: str) -> RateTable:
        """Return the table that holds on the day of pay."""
        return self._rates.on(code, self._span.pay_on)

    def told(self, name: str) -> tuple[Why, ...]:
        """Return how a figure came about, where that is more than the figure."""
        if name in {"unpaid_pay", "apart_pay"}:
            return told_off(self._payee, self._span, is_apart=name == "apart_pay")
        return told_of_pay(self._payee, self._span) if name == "pay" else ()


def is_valid(component: PayComponent, day: date) -> bool:
    """Say whether a component holds on a day; ``valid_until`` is its last one."""
    ends = component.valid_until
    return component.valid_from <= day and (ends is None or day <= ends)


def _items(ready: Ready, items: Sequence[PayItem], span: Span) -> tuple[PayItem | None, ...]:
    """Return for what a component is reckoned: each fitting item, or once by itself."""
    if not ready.is_of_item:
        return (None,)
    return tuple(
        one
        for one in items
        if one.component == ready.component.code
        and one.first_on <= span.last
        and (one.last_on is None or one.last_on >= span.first)
        and (one.rest is None or one.rest.minor > 0)
    )


def _figures_of(item: PayItem | None, payee: Payee) -> dict[str, Decimal]:
    if item is None:
        return {}
    amounts = (item.amount, item.rest)
    if any(one is not None and one.currency != payee.currency for one in amounts):
        raise OtherPayCurrency(employee=payee.number, currency=payee.currency)
    amount, rest = (one.amount if one is not None else NOUGHT for one in amounts)
    quantity = Decimal(1) if item.quantity is None else item.quantity
    percent = NOUGHT if item.percent is None else item.percent
    return {"amount": amount, "rest": rest, "quantity": quantity, "percent": percent}


def _line(
    component: PayComponent,
    amount: Money,
    item: PayItem | None,
    told: tuple[tuple[Why, ...], Why | None],
) -> PayLine:
    steps, rule = told
    return PayLine(
        component=component.code,
        names=component.names,
        kind=component.kind,
        amount=amount,
        quantity=item.quantity if item else None,
        price=_price(item, amount),
        bases=component.bases,
        why=(*steps, rule) if rule else steps,
        text=item.text if item else "",
        item_id=item.id if item else None,
        rest=item.rest - amount if item and item.rest is not None else None,
    )


def _price(item: PayItem | None, amount: Money) -> Decimal | None:
    """Return the price of one, where a quantity of it makes the amount."""
    if item is None or item.amount is None or item.quantity is None:
        return None
    price = item.amount.amount
    return price if money(price * item.quantity, amount.currency) == amount else None


def _sum(lines: Iterable[PayLine], kind: ComponentKind, currency: str) -> Money:
    return total(tuple(one.amount for one in lines if one.kind is kind), currency)


def _bases(lines: Iterable[PayLine]) -> set[str]:
    return {base for one in lines for base in one.bases}


def _with(year: Mapping[str, Money], now: Mapping[str, Money]) -> dict[str, Money]:
    return {
        name: year[name] + now[name]
        if name in year and name in now
        else year.get(name) or now[name]
        for name in sorted({*year, *now})
    }
