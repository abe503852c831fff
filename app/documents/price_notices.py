"""The notice of a price rise, as invoices before it tell their reader."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from app.lang.formats import Formats
from app.lang.texts import Say


def notice(
    since: date, prices: Iterable[tuple[str, Decimal]], currency: str, say: Say, formats: Formats
) -> str:
    """Return from when on which prices hold, a line for each that changes."""
    told = [say("New prices from {day}:", day=formats.day(since))]
    for text, price in prices:
        told.append(": ".join(filter(None, (text, formats.price(price, currency)))))
    return "\n".join(told)
