"""The postage book: what left the house in some days, how, and what it cost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.correspondence.letter import Channel, Dispatch
from app.domain.shared.money import Money


@dataclass(frozen=True, slots=True)
class PostageLine:
    """A dispatch with the number and subject of its letter."""

    dispatch: Dispatch
    number: str
    subject: str


@dataclass(frozen=True, slots=True)
class PostageTotal:
    """How often a way was taken, and what that cost; of no way it is the sum of all."""

    channel: Channel | None
    count: int
    postage: Money


@dataclass(frozen=True, slots=True)
class PostageBook:
    """The dispatches of some days in their order, with a total for each way and of all."""

    first: date
    last: date
    lines: tuple[PostageLine, ...]
    totals: tuple[PostageTotal, ...]


def totals_of(lines: Iterable[PostageLine], currency: str) -> tuple[PostageTotal, ...]:
    """Return a total for each way and currency that was used, then that of all for each currency.

    A dispatch without postage counts in the company's currency.
    """
    counts: dict[tuple[str, Channel | None], tuple[int, int]] = {}
    for line in lines:
        paid = line.dispatch.postage or Money(0, currency)
        for way in (line.dispatch.channel, None):
            count, minor = counts.get((paid.currency, way), (0, 0))
            counts[paid.currency, way] = (count + 1, minor + paid.minor)
    order = [*Channel, None]
    return tuple(
        PostageTotal(way, *_paid(counts[code, way], code))
        for way in order
        for code in sorted({known for known, _way in counts})
        if (code, way) in counts
    )


def _paid(total: tuple[int, int], currency: str) -> tuple[int, Money]:
    count, minor = total
    return count, Money(minor, currency)
