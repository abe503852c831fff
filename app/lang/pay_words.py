"""The words of payslips: how a line came about, step by step, for whoever gets it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from app.lang.formats import Formats
from app.lang.rate_words import rate_name
from app.lang.texts import Say, mark

FIGURES = {
    "pay": mark("Agreed pay of the days worked"),
    "full_pay": mark("Agreed pay of the whole period"),
    "hour_pay": mark("Pay of an hour"),
    "days": mark("Days of the period"),
    "days_paid": mark("Days paid for"),
    "unpaid_days": mark("Days without pay"),
    "unpaid_pay": mark("Pay of the days without pay"),
    "apart_pay": mark("Salary of the days that are paid apart"),
    "taken": mark("Taken by this component already"),
    "hours": mark("Agreed hours a week"),
    "age": mark("Age at the end of the month before"),
    "periods": mark("Pay days of the year"),
    "amount": mark("Amount"),
    "quantity": mark("Quantity"),
    "percent": mark("Percentage"),
    "rest": mark("What was left of it"),
    "card": mark("Tax card given"),
    "card_percent": mark("Percentage of the tax card"),
    "card_percent_above": mark("Percentage above the limit"),
    "card_limit": mark("Yearly limit of the tax card"),
    "card_allowances": mark("Yearly allowances of the tax form"),
    "gross": mark("Gross pay"),
    "left": mark("What was left before it"),
    "taxable": mark("Taxable pay"),
    "regular": mark("Pay that comes every time"),
    "pension": mark("Pay with pension insurance"),
    "unemployment": mark("Pay with unemployment insurance"),
    "health": mark("Pay with health insurance"),
    "social": mark("Pay with social security"),
    "before_taxable": mark("Taxable pay of the year before this"),
}
"""The figures that a formula may name, as a person says them."""

STEPS = {
    "room": mark("What is left of the limit"),
    "below": mark("Pay up to the limit"),
    "above": mark("Pay above the limit"),
    "tax": mark("Tax"),
    "people": mark("People who live on the pay"),
    "net": mark("Net pay before what is taken"),
    "a_day": mark("Protected part of a day"),
    "most": mark("At most, in percent of the pay"),
    "a_time": mark("At most at a time"),
    "protected": mark("Protected part"),
    "share": mark("What may be taken"),
    "whole": mark("Whole contribution"),
    "base": mark("Pay that counts"),
    "year": mark("Pay of the whole year"),
    "security": mark("Social security of the year"),
    "costs": mark("Deduction for expenses"),
    "allowance": mark("Personal allowances"),
    "taxed": mark("Taxable income of the year"),
    "once": mark("Paid once"),
    "costs_with": mark("Deduction for expenses, with what is paid once"),
    "taxed_with": mark("Taxable income of the year, with what is paid once"),
    "tax_once": mark("Tax of what is paid once"),
}
"""The steps of the formulas that come with the program."""

DIFFERENCES = {
    "right": mark("Right amount"),
    "paid": mark("Paid so far"),
    "owed": mark("Paid too much"),
}
PLACES = 2


@dataclass(frozen=True, slots=True)
class Told:
    """One step in words: what it is, its figure, and the rule it comes from."""

    label: str
    value: str
    source: str = ""


def told(
    step: tuple[str, str, str], names: Mapping[str, str], say: Say, formats: Formats
) -> Told | None:
    """Return a step in words; the formula itself is none. ``names`` are those of components."""
    kind, _, name = step[0].partition(":")
    value, source = step[1], step[2]
    if kind == "formula":
        return None
    if kind == "rule":
        return Told(say("Rule"), value)
    if kind in {"part", "off"}:
        return Told(_days(name, formats), _sum(value, formats), source)
    if kind == "week":
        return Told(_week(name, say), say("{hours} hours", hours=_hours(value, formats)), source)
    if kind == "paid-out":
        return Told(say("Pay and days of leave that are paid out"), _sum(value, formats), source)
    return Told(_label(kind, name, names, say), _figure(value, formats), source)


def _label(kind: str, name: str, names: Mapping[str, str], say: Say) -> str:
    if kind in {"rate", "step"}:
        return say("Rate: {rate}", rate=rate_name(name, say))
    if kind == "band":
        return say("By the scale {rate}", rate=rate_name(name, say))
    known = {"figure": FIGURES, "own": STEPS, "difference": DIFFERENCES}.get(kind, {}).get(name)
    if known is not None:
        return say(known)
    return names.get(name) or name.replace("_", " ")


def _days(name: str, formats: Formats) -> str:
    first, _, last = name.partition("/")
    return f"{formats.day(date.fromisoformat(first))} – {formats.day(date.fromisoformat(last))}"


def _week(monday: str, say: Say) -> str:
    week = date.fromisoformat(monday).isocalendar()
    return say("Week {week}/{year}", week=week.week, year=week.year)


def _hours(minutes: str, formats: Formats) -> str:
    return formats.decimal(Decimal(minutes) / 60, PLACES)


def _sum(text: str, formats: Formats) -> str:
    """Return a sum with its numbers as the reader writes them."""
    head, _, rest = text.partition(" ")
    return f"{_figure(head, formats)} {rest}"


def _figure(text: str, formats: Formats) -> str:
    """Return a number as the reader writes it; whole ones stay whole."""
    try:
        value = Decimal(text)
    except InvalidOperation:
        return text
    places = 0 if value == value.to_integral_value() else max(PLACES, _places(value))
    return formats.decimal(value, places)


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0
