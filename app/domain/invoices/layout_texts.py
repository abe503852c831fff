"""What a layout says before and after the lines, with fields that each paper fills."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from app.domain.shared.languages import check_language
from app.domain.shared.problems import Problem, Rule


class TextField(Enum):
    """A field of a layout's texts, as it is written between braces."""

    CUSTOMER = "contact.name"
    CUSTOMER_NUMBER = "contact.number"
    COMPANY = "company.name"
    PHONE = "company.phone"
    EMAIL = "company.email"
    ACCOUNT = "company.account"
    NUMBER = "invoice.number"
    DATE = "invoice.date"
    DUE = "invoice.due"
    TOTAL = "invoice.total"
    REFERENCE = "invoice.reference"
    PERIOD = "invoice.period"
    YOUR_REFERENCE = "invoice.your-reference"
    OUR_REFERENCE = "invoice.our-reference"
    ORDER = "invoice.order"


@dataclass(frozen=True, slots=True)
class LayoutText:
    """What is said in one language."""

    language: str
    opening: str = ""
    closing: str = ""


TEXT_LENGTH = 4000
UNKNOWN_FIELD = Rule("layouts.unknown-field", "name")
TEXT_TOO_LONG = Rule("layouts.text-too-long", "most")
TWICE_IN_LANGUAGE = Rule("layouts.twice-in-language", "language")
_FIELD = re.compile(r"\{([^{}\n]*)\}")
_KNOWN = {one.value: one for one in TextField}


def filled(text: str, values: Mapping[TextField, str]) -> str:
    """Return a text with its fields filled; a line of which nothing is left goes."""
    lines = []
    for line in text.split("\n"):
        said = _FIELD.sub(lambda found: _value(found, values), line)
        if said.strip() or not line.strip():
            lines.append(" ".join(said.split()) if said != line else said)
    return "\n".join(lines).strip("\n")


def check_texts(texts: tuple[LayoutText, ...]) -> Iterator[Problem]:
    """Yield what is wrong with texts: a field that is none, a language twice, too much of it."""
    seen: set[str] = set()
    for at, one in enumerate(texts):
        yield from check_language(one.language, f"texts.{at}.language")
        if one.language in seen or not one.language:
            yield TWICE_IN_LANGUAGE.at(f"texts.{at}.language", language=one.language)
        seen.add(one.language)
        for name, text in (("opening", one.opening), ("closing", one.closing)):
            yield from _problems_of(text, f"texts.{at}.{name}")


def _problems_of(text: str, place: str) -> Iterator[Problem]:
    if len(text) > TEXT_LENGTH:
        yield TEXT_TOO_LONG.at(place, most=TEXT_LENGTH)
    unknown = next((one for one in _FIELD.findall(text) if one.strip() not in _KNOWN), None)
    if unknown is not None:
        yield UNKNOWN_FIELD.at(place, name=unknown)


def _value(found: re.Match[str], values: Mapping[TextField, str]) -> str:
    field = _KNOWN.get(found[1].strip())
    return found[0] if field is None else values.get(field, "")
