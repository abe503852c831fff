"""Portions: what of a price falls on some of the days, and on each side of a change of rate."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from app.domain.invoices.draft import Draft, DraftLine
from app.domain.invoices.invoice import Discount
from app.domain.recurring.plan import Period, Supply
from app.domain.shared.quantities import UnitPrice
from app.domain.shared.vat import VatCode

Span = Callable[[date, date], str]
"""Writes from which day to which, in the language of the paper."""


def placed(content: Draft, period: Period, supply: Supply) -> Draft:
    """Return what a plan writes with the days of a period: what it is for, and when delivered."""
    delivered = period.begins_on if supply is Supply.FIRST_DAY else period.ends_on
    return replace(
        content,
        period_from=period.begins_on,
        period_to=period.ends_on,
        delivered_on=delivered,
    )


def cut(content: Draft, period: Period, digits: int) -> Draft:
    """Return what a plan writes with every amount in proportion to the days that are billed."""
    if not period.is_cut:
        return content
    share = Decimal(period.days) / Decimal(period.whole_days)
    lines = tuple(_scaled(line, share, digits) for line in content.lines)
    less = _rounded(content.discount.amount * share, digits)
    return replace(content, lines=lines, discount=replace(content.discount, amount=less))


def parted(
    content: Draft, period: Period, codes: Mapping[str, VatCode], digits: int, span: Span
) -> Draft:
    """Return what a plan writes with each line parted where its VAT rate changes.

    The parts have the rates of their own days, and their prices together are the whole price.
    """
    lines: list[DraftLine] = []
    for line in content.lines:
        parts = _parts(period, codes.get(line.vat))
        if len(parts) == 1 or line.price is None:
            lines.append(line)
        else:
            lines += _divided(line, parts, digits, span)
    return replace(content, lines=tuple(lines))


def changes_within(content: Draft, period: Period, codes: Mapping[str, VatCode]) -> bool:
    """Say whether the VAT rate of any line changes while a period goes on."""
    return any(len(_parts(period, codes.get(line.vat))) > 1 for line in content.lines)


def _parts(period: Period, code: VatCode | None) -> tuple[tuple[date, date], ...]:
    """Return the first and last day of each part of a period that has one rate throughout."""
    rates = code.rates if code else ()
    changes = (one.since for one in rates if period.begins_on < one.since <= period.ends_on)
    begins = (period.begins_on, *sorted(changes))
    ends = (*(one - timedelta(days=1) for one in begins[1:]), period.ends_on)
    return tuple(zip(begins, ends, strict=True))


def _divided(
    line: DraftLine, parts: tuple[tuple[date, date], ...], digits: int, span: Span
) -> Iterator[DraftLine]:
    whole = (parts[-1][1] - parts[0][0]).days + 1
    price, less = line.price or UnitPrice(Decimal(0)), line.discount.amount
    left, spared = Decimal(price), less
    for first, last in parts:
        share = Decimal((last - first).days + 1) / Decimal(whole)
        is_last = last == parts[-1][1]
        its = left if is_last else _rounded(price * share, digits)
        off = spared if is_last else _rounded(less * share, digits)
        left, spared = left - its, spared - off
        yield replace(
            line,
            description=f"{line.description}\n{span(first, last)}".lstrip("\n"),
            price=UnitPrice(its),
            discount=replace(line.discount, amount=off),
            delivered_on=last,
        )


def _scaled(line: DraftLine, share: Decimal, digits: int) -> DraftLine:
    if line.price is None:
        return line
    less = Discount(line.discount.percent, _rounded(line.discount.amount * share, digits))
    return replace(line, price=UnitPrice(_rounded(line.price * share, digits)), discount=less)


def _rounded(amount: Decimal, digits: int) -> Decimal:
    return amount.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
