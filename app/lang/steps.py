"""The steps of "Explain this total", said in sentences: one per code of domain.invoices.explain."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from app.lang.formats import Amount, Formats
from app.lang.texts import Say, mark

STEPS = {
    "explain.line-amount": mark("Line {line}: {quantity} × {price} = {amount}"),
    "explain.line-amount-rounded": mark(
        "Line {line}: {quantity} × {price} = {exact}, rounded to {amount}"
    ),
    "explain.line-discount": mark("Line {line}: discount {percent} of {of} = {discount}"),
    "explain.line-discount-rounded": mark(
        "Line {line}: discount {percent} of {of} = {exact}, rounded to {discount}"
    ),
    "explain.line-discount-amount": mark("Line {line}: discount {discount}"),
    "explain.line-net": mark("Line {line}: {amount} − {discount} = {net}"),
    "explain.rate-by-line-delivery": mark(
        "Line {line}: VAT {rate}, because the line was delivered on {day}"
    ),
    "explain.rate-by-delivery": mark(
        "Line {line}: VAT {rate}, because the invoice was delivered on {day}"
    ),
    "explain.rate-by-invoice-day": mark(
        "Line {line}: VAT {rate}, by the invoice date {day}, as no delivery date is given"
    ),
    "explain.rate-by-today": mark("Line {line}: VAT {rate}, as it is today"),
    "explain.line-sum": mark("Sum of the lines ({count}): {amount}"),
    "explain.group-lines": mark("VAT {rate}: lines together {amount}"),
    "explain.allowance": mark("VAT {rate}: discount {percent} of {of} = {allowance}"),
    "explain.allowance-rounded": mark(
        "VAT {rate}: discount {percent} of {of} = {exact}, rounded to {allowance}"
    ),
    "explain.allowance-share": mark(
        "VAT {rate}: {of} of {sum} bears {allowance} of the discount {whole}"
    ),
    "explain.base": mark("VAT {rate}: {amount} − {allowance} = {base} before tax"),
    "explain.tax": mark("VAT {rate}: {rate} of {base} = {tax}"),
    "explain.tax-rounded": mark("VAT {rate}: {rate} of {base} = {exact}, rounded once to {tax}"),
    "explain.tax-within": mark("VAT {rate}: {gross} includes {tax} of tax"),
    "explain.tax-within-rounded": mark(
        "VAT {rate}: {gross} includes {exact} of tax, rounded once to {tax}"
    ),
    "explain.base-within": mark("VAT {rate}: {gross} − {tax} = {base} before tax"),
    "explain.allowance-sum": mark("Discount, all rates together: {allowance}"),
    "explain.net-sum": mark("Total without tax, all rates together: {net}"),
    "explain.tax-sum": mark("VAT, all rates together: {tax}"),
    "explain.gross": mark("To pay: {net} + {tax} = {gross}"),
}
"""The sentence of every step; the slots are its facts."""

_PERCENTS = frozenset({"rate", "percent"})


def step_text(code: str, facts: Mapping[str, object], say: Say, formats: Formats) -> str:
    """Return one step as a sentence, its facts written as the reader writes them."""
    written = {name: _written(name, fact, formats) for name, fact in facts.items()}
    price, amount = facts.get("price"), facts.get("amount")
    if isinstance(price, Decimal) and isinstance(amount, Amount):
        written["price"] = formats.price(price, amount.currency)
    return say(STEPS[code], **written)


def _written(name: str, fact: object, formats: Formats) -> str:
    match fact:
        case Amount():
            return formats.money(fact.minor, fact.currency)
        case Decimal():
            return formats.percent(fact) if name in _PERCENTS else formats.decimal(fact)
        case date():
            return formats.day(fact)
    return str(fact)
