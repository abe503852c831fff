"""The rules of leave in words: why a row of a ledger stands there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Protocol

from app.lang.formats import Formats
from app.lang.texts import Say, mark

MOVES: Mapping[str, str] = {
    "opening": mark("Brought in"),
    "accrued": mark("Earned"),
    "carried": mark("Carried over"),
    "expired": mark("Expired"),
    "taken": mark("Taken"),
    "reversed": mark("Taken back"),
    "adjusted": mark("Settled by hand"),
    "paid-out": mark("Paid out"),
}
_RULES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "yearly": (mark("{days} days a year"), ("days",)),
    "yearly-part": (
        mark("{days} days a year, for {months} of 12 months, up to half a day"),
        ("days", "months"),
    ),
    "monthly": (mark("A twelfth of {days} days a year"), ("days",)),
    "by-service": (
        mark("{days} days a year after {years} completed years of service"),
        ("days", "years"),
    ),
    "fi.days": (
        mark("Full month: {worked} days at work, 14 needed (s. 5, 6)"),
        ("worked", "days"),
    ),
    "fi.hours": (
        mark("Full month: {worked} hours at work, 35 needed (s. 5, 6)"),
        ("worked", "days"),
    ),
    "fi.right": (
        mark("A month of employment with little work (s. 8)"),
        ("worked", "days"),
    ),
    "fi.rounded": (
        mark("The sum of {sum} days is rounded up to whole days (s. 5)"),
        ("sum",),
    ),
    "fi.added": (
        mark("Days added because sickness left less than {least} (s. 7a)"),
        ("least",),
    ),
    "de.whole": (mark("{days} days a year: the six months are over (s. 4)"), ("days",)),
    "de.part": (
        mark("{months} of 12 months of {days} days a year, half a day rounded up (s. 5)"),
        ("days", "months"),
    ),
}


class Moved(Protocol):
    """A row of a ledger: ``kind`` and ``reason`` as the ledger has them."""

    @property
    def kind(self) -> str:
        """Why it stands there, in a word."""

    @property
    def day(self) -> date:
        """The day from which it counts."""

    @property
    def reason(self) -> str:
        """The rule with its facts, or what somebody wrote."""

    @property
    def is_granting(self) -> bool:
        """Whether days are granted by it that were carried."""

    @property
    def expires_on(self) -> date | None:
        """The last day on which its days can be taken."""

    @property
    def leave(self) -> tuple[date, date] | None:
        """The first and last day of the leave that it is of."""


_MONTH = re.compile(r"(\d{4})-(\d{2})")
_YEARS = re.compile(r"(\d{4})(?:/(\d{4}))?")


def period_name(period: str, formats: Formats) -> str:
    """Return for what something was earned as the reader writes it: a month, a year, or a day."""
    if found := _MONTH.fullmatch(period):
        first = date(int(found[1]), int(found[2]), 1)
        return f"{formats.month(first)} {formats.year(first)}"
    if found := _YEARS.fullmatch(period):
        return "/".join(formats.year(date(int(one), 1, 1)) for one in found.groups() if one)
    try:
        return formats.day(date.fromisoformat(period))
    except ValueError:
        return period


def rule(moved: Moved, say: Say, formats: Formats) -> str:
    """Return why a row stands in the ledger, and how long its days can be taken."""
    told = _WAYS[moved.kind](moved, say, formats)
    if moved.expires_on is None:
        return told
    until = say("can be taken until {day}", day=formats.day(moved.expires_on))
    return f"{told}; {until}" if told else until


def _earned(moved: Moved, say: Say, formats: Formats) -> str:
    code, *facts = moved.reason.split(" ")
    text, names = _RULES.get(code, ("", ()))
    if not text or len(facts) != len(names):
        return moved.reason
    told = {name: _number(fact, formats) for name, fact in zip(names, facts, strict=True)}
    return say(text, **told)


def _carried(moved: Moved, say: Say, _formats: Formats) -> str:
    if moved.is_granting:
        return say("Left of the year before")
    return say("Goes on into the year of leave that begins")


def _expired(moved: Moved, say: Say, formats: Formats) -> str:
    before = date.fromordinal(moved.day.toordinal() - 1)
    return say("Not taken by {day}", day=formats.day(before))


def _taken(moved: Moved, _say: Say, formats: Formats) -> str:
    if moved.leave is None:
        return ""
    first, last = (formats.day(one) for one in moved.leave)
    return first if first == last else f"{first} – {last}"


def _reversed(moved: Moved, say: Say, formats: Formats) -> str:
    if moved.reason.split(" ")[0] in _RULES:
        return _earned(moved, say, formats)
    return moved.reason or say("Does not hold any more: what it followed from was changed")


def _told(moved: Moved, _say: Say, _formats: Formats) -> str:
    return moved.reason


_WAYS: Mapping[str, Callable[[Moved, Say, Formats], str]] = {
    "opening": _told,
    "accrued": _earned,
    "carried": _carried,
    "expired": _expired,
    "taken": _taken,
    "reversed": _reversed,
    "adjusted": _told,
    "paid-out": _told,
}


def _number(fact: str, formats: Formats) -> str:
    try:
        return formats.decimal(Decimal(fact))
    except InvalidOperation:
        return fact
