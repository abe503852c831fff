"""Explain this total: the way from what was typed to each figure, one step at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from app.domain.invoices.invoice import Discount, Invoice, Line, LineTotal, Totals, VatTotal
from app.domain.shared.money import Money

Fact = Money | Decimal | date | int | str

LINE_AMOUNT = "explain.line-amount"
LINE_AMOUNT_ROUNDED = "explain.line-amount-rounded"
LINE_DISCOUNT = "explain.line-discount"
LINE_DISCOUNT_ROUNDED = "explain.line-discount-rounded"
LINE_DISCOUNT_AMOUNT = "explain.line-discount-amount"
LINE_NET = "explain.line-net"
RATE_BY_LINE_DELIVERY = "explain.rate-by-line-delivery"
RATE_BY_DELIVERY = "explain.rate-by-delivery"
RATE_BY_INVOICE_DAY = "explain.rate-by-invoice-day"
RATE_BY_TODAY = "explain.rate-by-today"
LINE_SUM = "explain.line-sum"
GROUP_LINES = "explain.group-lines"
ALLOWANCE = "explain.allowance"
ALLOWANCE_ROUNDED = "explain.allowance-rounded"
ALLOWANCE_SHARE = "explain.allowance-share"
BASE = "explain.base"
TAX = "explain.tax"
TAX_ROUNDED = "explain.tax-rounded"
TAX_WITHIN = "explain.tax-within"
TAX_WITHIN_ROUNDED = "explain.tax-within-rounded"
BASE_WITHIN = "explain.base-within"
ALLOWANCE_SUM = "explain.allowance-sum"
NET_SUM = "explain.net-sum"
TAX_SUM = "explain.tax-sum"
GROSS = "explain.gross"

STEP_CODES: Mapping[str, frozenset[str]] = {
    LINE_AMOUNT: frozenset({"line", "quantity", "price", "amount"}),
    LINE_AMOUNT_ROUNDED: frozenset({"line", "quantity", "price", "exact", "amount"}),
    LINE_DISCOUNT: frozenset({"line", "percent", "of", "discount"}),
    LINE_DISCOUNT_ROUNDED: frozenset({"line", "percent", "of", "exact", "discount"}),
    LINE_DISCOUNT_AMOUNT: frozenset({"line", "discount"}),
    LINE_NET: frozenset({"line", "amount", "discount", "net"}),
    RATE_BY_LINE_DELIVERY: frozenset({"line", "rate", "day"}),
    RATE_BY_DELIVERY: frozenset({"line", "rate", "day"}),
    RATE_BY_INVOICE_DAY: frozenset({"line", "rate", "day"}),
    RATE_BY_TODAY: frozenset({"line", "rate"}),
    LINE_SUM: frozenset({"count", "amount"}),
    GROUP_LINES: frozenset({"rate", "amount"}),
    ALLOWANCE: frozenset({"rate", "percent", "of", "allowance"}),
    ALLOWANCE_ROUNDED: frozenset({"rate", "percent", "of", "exact", "allowance"}),
    ALLOWANCE_SHARE: frozenset({"rate", "whole", "of", "sum", "allowance"}),
    BASE: frozenset({"rate", "amount", "allowance", "base"}),
    TAX: frozenset({"rate", "base", "tax"}),
    TAX_ROUNDED: frozenset({"rate", "base", "exact", "tax"}),
    TAX_WITHIN: frozenset({"rate", "gross", "tax"}),
    TAX_WITHIN_ROUNDED: frozenset({"rate", "gross", "exact", "tax"}),
    BASE_WITHIN: frozenset({"rate", "gross", "tax", "base"}),
    ALLOWANCE_SUM: frozenset({"count", "allowance"}),
    NET_SUM: frozenset({"count", "net"}),
    TAX_SUM: frozenset({"count", "tax"}),
    GROSS: frozenset({"net", "tax", "gross"}),
}
"""Every code a step may have, with the names of its facts."""

_HUNDRED = Decimal(100)
_SHOWN_PLACES = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class Step:
    """How one figure came about; ``figure`` names it (``lines.0.net``, ``vat.1.tax``, ``gross``).

    Lines count from 1 in the facts, as people count them. ``exact`` is the figure before it was
    rounded, to six places at most.
    """

    figure: str
    code: str
    facts: Mapping[str, Fact] = field(default_factory=dict)


def explain(invoice: Invoice, totals: Totals) -> tuple[Step, ...]:
    """Return the steps that lead to every figure of an invoice, in the order of the paper."""
    return (
        *_lines(invoice, totals),
        *_groups(invoice, totals),
        *_sums(invoice, totals),
    )


def steps_of(figure: str, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Return the steps of one figure, or of all within it: ``vat.1`` holds ``vat.1.tax``."""
    return tuple(step for step in steps if f"{step.figure}.".startswith(f"{figure}."))


def as_written(steps: tuple[Step, ...], places: tuple[int, ...]) -> tuple[Step, ...]:
    """Return the steps of a tidy draft with its lines counted as in the form, blank ones too."""
    return tuple(_at_place(step, places) for step in steps)


def _at_place(step: Step, places: tuple[int, ...]) -> Step:
    place = step.facts.get("line")
    if not isinstance(place, int):
        return step
    figure = f"lines.{places[place - 1]}.{step.figure.split('.')[2]}"
    return replace(step, figure=figure, facts={**step.facts, "line": places[place - 1] + 1})


def _lines(invoice: Invoice, totals: Totals) -> Iterator[Step]:
    for place, (line, figures) in enumerate(zip(invoice.lines, totals.lines, strict=True)):
        if line.is_heading:
            continue
        yield _line_amount(place, line, figures)
        if figures.discount:
            yield _line_discount(place, line, figures)
            yield Step(
                f"lines.{place}.net",
                LINE_NET,
                {
                    "line": place + 1,
                    "amount": figures.gross_of_discount,
                    "discount": figures.discount,
                    "net": figures.net,
                },
            )
        yield _line_rate(place, line, invoice)


def _line_amount(place: int, line: Line, figures: LineTotal) -> Step:
    facts: dict[str, Fact] = {
        "line": place + 1,
        "quantity": line.quantity,
        "price": line.price,
        "amount": figures.gross_of_discount,
    }
    exact = line.quantity * line.price
    codes = (LINE_AMOUNT, LINE_AMOUNT_ROUNDED)
    return _rounded(f"lines.{place}.amount", codes, facts, exact, figures.gross_of_discount)


def _line_discount(place: int, line: Line, figures: LineTotal) -> Step:
    figure = f"lines.{place}.discount"
    facts: dict[str, Fact] = {"line": place + 1, "discount": figures.discount}
    if line.discount.amount:
        return Step(figure, LINE_DISCOUNT_AMOUNT, facts)
    facts |= {"percent": line.discount.percent, "of": figures.gross_of_discount}
    exact = _share(figures.gross_of_discount, line.discount)
    codes = (LINE_DISCOUNT, LINE_DISCOUNT_ROUNDED)
    return _rounded(figure, codes, facts, exact, figures.discount)


def _line_rate(place: int, line: Line, invoice: Invoice) -> Step:
    """Return which rate holds for a line and which day chose it (see issue.rate_day)."""
    days = (
        (RATE_BY_LINE_DELIVERY, line.delivered_on),
        (RATE_BY_DELIVERY, invoice.delivered_on),
        (RATE_BY_INVOICE_DAY, invoice.issued_on),
    )
    facts: dict[str, Fact] = {"line": place + 1, "rate": line.rate}
    for code, day in days:
        if day is not None:
            return Step(f"lines.{place}.rate", code, {**facts, "day": day})
    return Step(f"lines.{place}.rate", RATE_BY_TODAY, facts)


def _groups(invoice: Invoice, totals: Totals) -> Iterator[Step]:
    for place, part in enumerate(totals.vat):
        figure = f"vat.{place}"
        yield Step(f"{figure}.lines", GROUP_LINES, {"rate": part.rate, "amount": part.lines})
        if part.allowance:
            yield _allowance(figure, part, invoice, totals)
        yield from _gross_tax(figure, part) if invoice.is_gross else _net_tax(figure, part)


def _allowance(figure: str, part: VatTotal, invoice: Invoice, totals: Totals) -> Step:
    figure = f"{figure}.allowance"
    facts: dict[str, Fact] = {"rate": part.rate, "of": part.lines, "allowance": part.allowance}
    if invoice.discount.amount:
        facts |= {"whole": totals.allowance, "sum": totals.line_sum}
        return Step(figure, ALLOWANCE_SHARE, facts)
    facts["percent"] = invoice.discount.percent
    exact = _share(part.lines, invoice.discount)
    return _rounded(figure, (ALLOWANCE, ALLOWANCE_ROUNDED), facts, exact, part.allowance)


def _net_tax(figure: str, part: VatTotal) -> Iterator[Step]:
    if part.allowance:
        facts: dict[str, Fact] = {
            "rate": part.rate,
            "amount": part.lines,
            "allowance": part.allowance,
            "base": part.base,
        }
        yield Step(f"{figure}.base", BASE, facts)
    exact = part.base.amount * part.rate / _HUNDRED
    facts = {"rate": part.rate, "base": part.base, "tax": part.tax}
    yield _rounded(f"{figure}.tax", (TAX, TAX_ROUNDED), facts, exact, part.tax)


def _gross_tax(figure: str, part: VatTotal) -> Iterator[Step]:
    gross = part.lines - part.allowance
    exact = gross.amount * part.rate / (_HUNDRED + part.rate)
    facts: dict[str, Fact] = {"rate": part.rate, "gross": gross, "tax": part.tax}
    yield _rounded(f"{figure}.tax", (TAX_WITHIN, TAX_WITHIN_ROUNDED), facts, exact, part.tax)
    yield Step(f"{figure}.base", BASE_WITHIN, {**facts, "base": part.base})


def _sums(invoice: Invoice, totals: Totals) -> Iterator[Step]:
    count = sum(not line.is_heading for line in invoice.lines)
    yield Step("line_sum", LINE_SUM, {"count": count, "amount": totals.line_sum})
    if totals.allowance:
        facts: dict[str, Fact] = {"count": len(totals.vat), "allowance": totals.allowance}
        yield Step("allowance", ALLOWANCE_SUM, facts)
    yield Step("net", NET_SUM, {"count": len(totals.vat), "net": totals.net})
    yield Step("tax", TAX_SUM, {"count": len(totals.vat), "tax": totals.tax})
    facts = {"net": totals.net, "tax": totals.tax, "gross": totals.gross}
    yield Step("gross", GROSS, facts)


def _share(amount: Money, discount: Discount) -> Decimal:
    return amount.amount * discount.percent / _HUNDRED


def _rounded(
    figure: str, codes: tuple[str, str], facts: Mapping[str, Fact], exact: Decimal, made: Money
) -> Step:
    """Return the step with the first code, or the second one if the exact figure was rounded."""
    if exact == made.amount:
        return Step(figure, codes[0], facts)
    shown = exact.quantize(_SHOWN_PLACES).normalize()
    return Step(figure, codes[1], {**facts, "exact": shown})
