"""Figures, days and texts of e-invoices, read as their senders write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal, InvalidOperation

from app.formats.trees import Node

MOST_TOLD = 10
_CREDITS = "81 83 261 262 296 308 381 396 420 458 502 503 532"
CREDITS = frozenset(_CREDITS.split())
"""Type codes of credit notes (UNTDID 1001 as EN 16931 knows it); in Thailand it is 81."""
_DECIMAL = re.compile(r"-?[0-9]{1,18}([.,][0-9]{1,12})?")
_DAY = re.compile(r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})")
_FIGURE = re.compile(r"Amount$|Quantity$|Percent$|^CalculatedRate$")
_DATE = re.compile(r"Date$|^DateTimeString$|^IssueDateTime$")


def decimal(text: str) -> Decimal | None:
    """Return a figure, written with a point or a comma; none where it is no figure."""
    written = text.replace("\u00a0", "").replace(" ", "").removeprefix("+")
    if not _DECIMAL.fullmatch(written):
        return None
    try:
        return Decimal(written.replace(",", "."))
    except InvalidOperation:
        return None


def day(text: str) -> date | None:
    """Return the day with which a text begins, with hyphens or without; none if with none."""
    found = _DAY.match(text)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def texts(node: Node, *paths: str) -> tuple[str, ...]:
    """Return the texts of every path that has one, each once."""
    return tuple(dict.fromkeys(text for path in paths if (text := node.read(path))))


def in_currency(amounts: Iterable[Node], currency: str) -> str:
    """Return the amount in a currency, else the first: taxes may be told in another one, too."""
    told = list(amounts)
    own = [one for one in told if one.attributes.get("currencyID", currency) == currency]
    return (own or told or [Node("")])[0].text.strip()


def unreadable(root: Node) -> tuple[str, ...]:
    """Return the figures and days that nobody can read, with the names of their elements."""
    found = (
        f"{node.name}: {text[:40]}"
        for node in _below(root)
        if (text := node.text.strip())
        and (
            (_FIGURE.search(node.name) and decimal(text) is None)
            or (_DATE.search(node.name) and not node.nodes and day(text) is None)
        )
    )
    return tuple(dict.fromkeys(found))[:MOST_TOLD]


def _below(node: Node) -> Iterator[Node]:
    for one in node.nodes:
        yield one
        yield from _below(one)
