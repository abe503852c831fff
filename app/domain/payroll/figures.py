"""Figures: what formulas may name of a payee, besides bases and components."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from decimal import Decimal

from app.domain.payroll.daily import worth_of_hour
from app.domain.payroll.parts import Off, PaidPart, off_of, paid_parts
from app.domain.payroll.payee import NOUGHT, PERIODS, Payee, Span, age_on
from app.domain.payroll.payroll import TaxCard


def figures_of(payee: Payee, span: Span) -> dict[str, Decimal]:
    """Return what formulas may name of a payee; without a birth day there is no ``age``."""
    parts, off = paid_parts(payee, span), off_of(payee, span)
    card = payee.card
    found = {
        "pay": sum((one.paid.amount for one in parts), NOUGHT),
        "full_pay": parts[-1].full.amount if parts else NOUGHT,
        "hour_pay": _hour_pay(payee),
        "days": Decimal(span.days),
        "days_paid": Decimal(sum(one.days for one in parts)),
        "unpaid_days": payee.unpaid_days + _sum(off, is_apart=False, name="days"),
        "unpaid_pay": _unpaid(payee, parts, span) + _sum(off, is_apart=False, name="pay"),
        "apart_pay": _sum(off, is_apart=True, name="pay"),
        "hours": payee.contracts[-1].hours if payee.contracts else NOUGHT,
        "periods": Decimal(payee.periods or PERIODS[span.period]),
        "card": Decimal(card is not None),
    }
    if payee.born_on is not None:
        before = span.pay_on.replace(day=1) - timedelta(days=1)
        found["age"] = Decimal(age_on(payee.born_on, before))
    return found | _figures_of_card(card)


def _sum(off: Iterable[Off], *, is_apart: bool, name: str) -> Decimal:
    """Return the days or the pay of leaves that a component pays for, or that nothing does."""
    return sum(
        (getattr(one, name) for one in off if bool(one.absent.component) is is_apart), NOUGHT
    )


def _unpaid(payee: Payee, parts: tuple[PaidPart, ...], span: Span) -> Decimal:
    """Return what is off for unpaid days that nobody handed over."""
    if not parts:
        return NOUGHT
    days = min(payee.unpaid_days, Decimal(span.days))
    return parts[-1].full.amount * days / span.days


def _figures_of_card(card: TaxCard | None) -> dict[str, Decimal]:
    percents = (card.percent, card.percent_above) if card else (None, None)
    amounts = (card.limit, card.allowances) if card else (None, None)
    return {
        "card_percent": percents[0] or NOUGHT,
        "card_percent_above": percents[1] or NOUGHT,
        "card_limit": amounts[0].amount if amounts[0] else NOUGHT,
        "card_allowances": amounts[1].amount if amounts[1] else NOUGHT,
    }


def _hour_pay(payee: Payee) -> Decimal:
    """Return what an hour is worth by the contract that holds last."""
    if not payee.contracts:
        return NOUGHT
    return worth_of_hour(payee.contracts[-1], payee.rule, payee.a_week)
