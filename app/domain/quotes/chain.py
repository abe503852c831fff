"""The revisions of a quote as papers of a sale: they come before its invoice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.domain.quotes.choosing import figures_of
from app.domain.quotes.quote import Quote, State
from app.domain.shared.ids import QuoteId
from app.domain.shared.money import Money


@dataclass(frozen=True, slots=True)
class QuoteLink:
    """One quote of a chain; ``depth`` says how many papers it came through, 0 for the first."""

    record: str
    record_id: int
    state: State
    is_replaced: bool
    number: str
    day: date | None
    gross: Money
    depth: int


def revisions_of(
    quote: Quote,
    get: Callable[[QuoteId], Quote],
    revision_of: Callable[[QuoteId], QuoteId | None],
) -> tuple[Quote, ...]:
    """Return every revision of a quote, the first one first."""
    earlier, seen = [quote], {quote.id}
    while (before := earlier[0].replaces) is not None and before not in seen:
        seen.add(before)
        earlier.insert(0, get(before))
    while (later := revision_of(earlier[-1].id)) is not None and later not in seen:
        seen.add(later)
        earlier.append(get(later))
    return tuple(earlier)


def links_of(revisions: tuple[Quote, ...]) -> tuple[QuoteLink, ...]:
    """Return revisions as papers of a chain, each after the one that it replaces."""
    return tuple(
        QuoteLink(
            record="quote",
            record_id=one.id,
            state=one.state,
            is_replaced=one.is_replaced,
            number=one.number,
            day=one.offer.issued_on,
            gross=figures_of(one).gross,
            depth=depth,
        )
        for depth, one in enumerate(revisions)
    )
