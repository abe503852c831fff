"""Messages: what went wrong, said to a clerk in whole sentences.

A refusal and a problem of a form carry a code and facts; the code picks the sentence and the
facts are written as the reader's language writes them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import Enum

from app.lang.formats import Amount, Formats
from app.lang.places import place_name
from app.lang.sentences import SENTENCES
from app.lang.sentences.parts import Parts
from app.lang.series_words import series_name
from app.lang.terms import TERMS
from app.lang.texts import Say, mark

UNKNOWN = Parts(
    mark("That could not be done ({code})."),
    mark("Nothing was changed."),
    mark("Try again; if it happens again, write a report from the Help menu."),
)
NOT_KNOWN = mark("unknown")
LONGEST_FACT = 80
_REASONS = ("why", "because")
_DAYS = frozenset({"day", "today", "since", "until", "first", "last"})
_AMOUNTS = frozenset({"amount", "discount", "limit", "ours", "total"})
_PERCENTS = frozenset({"percent", "rate"})
_NUMBERS = frozenset({"value", "places", "days", "most", "least", "length", "row", "rows", "count"})
_QUANTITIES = frozenset(
    {"difference", "quantity", "on_hand", "incoming", "reserved", "free", "blocked"}
    | {"need", "pack", "packs", "missing"}
    | {"asked", "owed", "ready", "left", "planned", "line", "parcel"}
)
_PLACES = frozenset({"place", "elsewhere", "warehouse"})
_AMOUNT = re.compile(r"(-?\d+(?:\.\d+)?) ([A-Z]{3})")
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ISO_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+(?:[+-]\d\d:\d\d|Z)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """What happened, why, and what to do; ``why`` and ``todo`` may be empty."""

    what: str
    why: str = ""
    todo: str = ""

    def __str__(self) -> str:
        return " ".join(part for part in (self.what, self.why, self.todo) if part)


def sentence(code: str, facts: Mapping[str, object], say: Say, formats: Formats) -> Sentence:
    """Return the sentence of a code; one without a sentence is named and never hidden."""
    parts = _parts(code, facts)
    slots = {name: written(name, facts, say, formats) for name in facts}
    if parts is None:
        parts, slots = UNKNOWN, {**slots, "code": code}
    return Sentence(*(say(part, **slots) for part in parts))


def _parts(code: str, facts: Mapping[str, object]) -> Parts | None:
    """Return the sentence for the reason that the facts give, else that of the code."""
    reasons = (str(facts[name]) for name in _REASONS if name in facts)
    told = (SENTENCES.get(f"{code}:{reason}") for reason in reasons)
    return next((parts for parts in told if parts), SENTENCES.get(code))


def written(name: str, facts: Mapping[str, object], say: Say, formats: Formats) -> str:
    """Return one fact as the reader writes it: by its type, or as a text by its name."""
    fact = facts[name]
    if fact is None or fact == "":
        return say(NOT_KNOWN)
    if name in _PLACES:
        codes = fact if isinstance(fact, tuple | list) else (fact,)
        fact = ", ".join(place_name(str(code), say) for code in codes)
    if name == "kind":
        fact = series_name(str(fact), say)
    text = fact if isinstance(fact, str) else _typed(fact, say, formats)
    if isinstance(fact, str) or text is None:
        text = _named(name, str(fact), facts, formats) or _term(str(fact), say)
    if len(text) <= LONGEST_FACT:
        return text
    return f"…{text[-LONGEST_FACT:]}" if name == "place" else f"{text[:LONGEST_FACT]}…"


def _typed(fact: object, say: Say, formats: Formats) -> str | None:
    match fact:
        case datetime():
            return formats.instant(fact.astimezone())
        case date():
            return formats.day(fact)
        case Enum():
            return _term(str(fact.value), say)
        case tuple() | list():
            return ", ".join(_typed(item, say, formats) or str(item) for item in fact)
        case Amount():
            return formats.money(fact.minor, fact.currency)
    return None


def _named(name: str, text: str, facts: Mapping[str, object], formats: Formats) -> str | None:
    """Write a plain fact (ISO day, number with a point) by what its name says it is."""
    if (name.endswith("_on") or name in _DAYS) and _ISO_DAY.fullmatch(text):
        return _day(text, formats)
    if amount := _AMOUNT.fullmatch(text):
        return _number(amount[1], lambda value: formats.price(value, amount[2]))
    if name in _AMOUNTS:
        currency = str(facts.get("currency", ""))
        return _number(text, lambda value: formats.price(value, currency))
    if name in _PERCENTS:
        return _number(text, formats.percent)
    if _ISO_MOMENT.fullmatch(text):
        return _moment(text, formats)
    return _number(text, formats.decimal) if name in _NUMBERS | _QUANTITIES else None


def _day(text: str, formats: Formats) -> str | None:
    try:
        return formats.day(date.fromisoformat(text))
    except ValueError:
        return None


def _moment(text: str, formats: Formats) -> str | None:
    try:
        return formats.instant(datetime.fromisoformat(text).astimezone())
    except ValueError:
        return None


def _number(text: str, write: Callable[[Decimal], str]) -> str | None:
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return write(value) if value.is_finite() and abs(value.adjusted()) < LONGEST_FACT else None


def _term(text: str, say: Say) -> str:
    return say(TERMS[text]) if text in TERMS else text
