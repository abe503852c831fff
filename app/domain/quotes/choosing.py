"""Choosing: which positions of a quote count, and what a customer may take beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.domain.invoices.invoice import Invoice, LineTotal, Totals
from app.domain.invoices.totals import line_total, totals_of
from app.domain.quotes.quote import FIRM, Choice, Position, Quote
from app.domain.shared.refusals import Refusal


class NotOffered(Refusal):
    """What was chosen is no optional or alternative position of the quote."""

    code = "quotes.not-offered"


class ChosenTwice(Refusal):
    """Two positions were chosen of which only one can be had."""

    code = "quotes.chosen-twice"


def aligned(positions: Sequence[Position], count: int) -> tuple[Position, ...]:
    """Return a position for each of so many lines; what was left open is firm."""
    return tuple(positions[place] if place < len(positions) else FIRM for place in range(count))


def groups_of(positions: Sequence[Position]) -> tuple[str, ...]:
    """Return the group of every position; empty where nothing stands against it.

    An alternative without a group is in one with the nearest firm position above it.
    """
    groups = [one.group for one in positions]
    for place, one in enumerate(positions):
        if one.choice is not Choice.ALTERNATIVE or one.group:
            continue
        above = [
            at for at, other in enumerate(positions[:place]) if other.choice is Choice.INCLUDED
        ]
        if above:
            groups[above[-1]] = groups[above[-1]] or f"#{above[-1]}"
            groups[place] = groups[above[-1]]
    return tuple(groups)


def counting(quote: Quote) -> tuple[int, ...]:
    """Return the places of the lines that count: firm ones, and what was chosen of the others.

    A firm position gives way to the alternative that was chosen in its group.
    """
    groups = groups_of(quote.positions)
    taken = {groups[place] for place in quote.chosen if _is_alternative(quote, place)}
    return tuple(
        place
        for place, one in enumerate(quote.positions)
        if place in quote.chosen
        or (one.choice is Choice.INCLUDED and (not groups[place] or groups[place] not in taken))
    )


def counted(quote: Quote) -> Invoice:
    """Return the offer with nothing but what counts."""
    lines = tuple(quote.offer.lines[place] for place in counting(quote))
    return replace(quote.offer, lines=lines)


def figures_of(quote: Quote) -> Totals:
    """Return the figures of what counts; its ``lines`` are those that count."""
    return totals_of(counted(quote))


def shown_figures(quote: Quote) -> Totals:
    """Return the figures of what counts, with the total of every line that is offered."""
    return replace(figures_of(quote), lines=line_figures(quote.offer))


def line_figures(offer: Invoice) -> tuple[LineTotal, ...]:
    """Return what each line comes to, counted or not."""
    return tuple(line_total(line, offer.currency) for line in offer.lines)


def require_offered(quote: Quote, chosen: Iterable[int]) -> None:
    """Raise NotOffered or ChosenTwice unless these places can be chosen together."""
    groups = groups_of(quote.positions)
    taken: dict[str, int] = {}
    for place in sorted(set(chosen)):
        is_there = 0 <= place < len(quote.positions)
        if not is_there or quote.positions[place].choice is Choice.INCLUDED:
            raise NotOffered(number=quote.number, position=place + 1)
        rival = taken.get(groups[place]) if groups[place] else None
        if rival is not None:
            raise ChosenTwice(number=quote.number, one=rival + 1, other=place + 1)
        taken[groups[place]] = place


def open_choices(quote: Quote) -> tuple[int, ...]:
    """Return the places that a customer may choose or leave."""
    lines = zip(quote.positions, quote.offer.lines, strict=True)
    return tuple(
        place
        for place, (one, line) in enumerate(lines)
        if one.choice is not Choice.INCLUDED and not line.is_heading
    )


def rivals(quote: Quote, place: int) -> tuple[int, ...]:
    """Return the firm positions in whose place an alternative stands."""
    groups = groups_of(quote.positions)
    return tuple(
        at
        for at, one in enumerate(quote.positions)
        if one.choice is Choice.INCLUDED and groups[at] and groups[at] == groups[place]
    )


def _is_alternative(quote: Quote, place: int) -> bool:
    return quote.positions[place].choice is Choice.ALTERNATIVE
