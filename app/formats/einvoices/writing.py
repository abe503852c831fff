"""XML as it is written: elements in their order, what is empty left out, the same bytes always."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from xml.sax.saxutils import escape, quoteattr

from app.domain.shared.money import Money

_UNWRITABLE = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, and the carriage return, which it would change."""


@dataclass(frozen=True, slots=True)
class Element:
    """An element with a text or with others in it; without either it is left out, or ``stays``."""

    name: str
    text: str = ""
    inside: tuple[Element, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)
    stays: bool = False

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing to write: no text, and nothing in it that has any."""
        return not (self.text or self.stays) and all(one.is_empty for one in self.inside)


def leaf(name: str, text: str, **attributes: str) -> Element:
    """Return an element with a text; ``attributes`` that are empty are left out."""
    clean = _UNWRITABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    told = {key: value for key, value in attributes.items() if value}
    return Element(name, clean if clean.strip() else "", attributes=told)


def branch(name: str, *inside: Element | None) -> Element:
    """Return an element that holds others, in this order."""
    return Element(name, inside=tuple(one for one in inside if one is not None))


def path(names: str, *inside: Element | None) -> Element:
    """Return elements one in the other (``A/B/C``), the innermost holding the rest."""
    first, _slash, rest = names.partition("/")
    return branch(first, path(rest, *inside)) if rest else branch(first, *inside)


def document(root: Element, namespaces: Mapping[str, str], encoding: str = "UTF-8") -> bytes:
    """Return an XML document; ``namespaces`` maps prefixes (empty: the default) to names."""
    spaces = {f"xmlns:{prefix}" if prefix else "xmlns": name for prefix, name in namespaces.items()}
    told = Element(root.name, root.text, root.inside, {**spaces, **root.attributes})
    lines = (f'<?xml version="1.0" encoding="{encoding}"?>', *_lines(told, ""), "")
    return "\n".join(lines).encode(encoding, "xmlcharrefreplace")


def amount(money: Money) -> str:
    """Return an amount with the decimals of its currency and a point."""
    return f"{money.amount:f}"


def number(value: Decimal) -> str:
    """Return a figure with a point, without zeros at its end."""
    plain = f"{value:f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def price(value: Decimal) -> str:
    """Return a unit price: at least two decimals, as many as it has."""
    whole, _point, decimals = number(value).partition(".")
    return f"{whole}.{decimals:0<2}"


def compact_day(day: date | None) -> str:
    """Return a day as eight digits (format 102), or nothing."""
    return f"{day:%Y%m%d}" if day else ""


def iso_day(day: date | None) -> str:
    """Return a day as ISO 8601 writes it, or nothing."""
    return day.isoformat() if day else ""


def _lines(one: Element, indent: str) -> Iterator[str]:
    head = one.name + "".join(f" {key}={quoteattr(text)}" for key, text in one.attributes.items())
    if one.text:
        yield f"{indent}<{head}>{escape(one.text)}</{one.name}>"
        return
    yield f"{indent}<{head}>"
    for inner in one.inside:
        if not inner.is_empty:
            yield from _lines(inner, f"{indent}  ")
    yield f"{indent}</{one.name}>"
