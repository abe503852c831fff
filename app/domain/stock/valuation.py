"""Valuation: what every move is worth, replayed from history as if it had always been so.

A charge (freight, duty) belongs to the goods it was paid for: from its own day on they count as
if they had come with it. What left before that day is corrected on that day; a move that is
written in afterwards corrects each later move on the day of that move. So the sum of what is
booked up to any day is the value that lay there on that day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from app.domain.stock.costs import Layer, Method, NotThere, Pool, as_quantity, share


class MoreThanWent(NotThere):
    """More is to come back than once went."""

    code = "stock.more-than-went"


class Event(NamedTuple):
    """Goods that came (above zero) or went (below zero), in whole millionths.

    ``value`` is what a paper says that they are worth; what goes has none, nor has what comes
    back: that is worth what ``origin``, the move it takes back, was.
    """

    move_id: int
    day: date
    quantity: int
    value: int | None = None
    origin: int | None = None


class Charge(NamedTuple):
    """A cost that goods came with, known on its own day: more than their paper said."""

    move_id: int
    day: date
    amount: int


class Booked(NamedTuple):
    """By how much a move changed what the stock is worth, on a day of the books."""

    move_id: int
    day: date
    amount: int


class Left(NamedTuple):
    """A move that others may take back: how much of it, what it was worth, what is back."""

    quantity: int
    value: int
    back: int = 0
    back_value: int = 0


@dataclass(frozen=True, slots=True)
class History:
    """All that happened to a product since its value was last set anew, in order.

    ``opening`` is what lay there then; ``earlier`` what can still come back of older moves.
    """

    method: Method
    events: Sequence[Event]
    charges: Sequence[Charge] = ()
    booked: Sequence[Booked] = ()
    opening: tuple[Layer, ...] = ()
    earlier: Mapping[int, Left] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Worked:
    """What is booked because of a change of history, and what lies there in the end."""

    rows: tuple[Booked, ...]
    pool: Pool


class Replay:
    """Goes through events in their order and says what each is worth (below zero: it went)."""

    def __init__(self, pool: Pool, earlier: Mapping[int, Left]) -> None:
        self.pool = pool
        self._moves = dict(earlier)

    def worth(self, event: Event, charged: int = 0) -> int:
        """Return by how much an event changes the value; raises NotThere with its day."""
        try:
            changed = self._came(event, charged) if event.quantity > 0 else self._went(event)
        except NotThere as short:
            raise type(short)(**short.facts, day=event.day) from None
        self._moves[event.move_id] = Left(abs(event.quantity), abs(changed))
        return changed

    def _came(self, event: Event, charged: int) -> int:
        value = event.value
        if event.origin is not None and event.origin in self._moves:
            value = self._come_back(event.origin, event.quantity)
        return self.pool.take_in(event.move_id, event.day, event.quantity, (value or 0) + charged)

    def _went(self, event: Event) -> int:
        if event.origin is None or event.origin not in self._moves:
            return -self.pool.take_out(-event.quantity)
        wished = self._come_back(event.origin, -event.quantity)
        return -self.pool.take_back(event.origin, -event.quantity, wished)

    def _come_back(self, origin: int, quantity: int) -> int:
        """Return what a part of an earlier move was worth; the last piece takes the rest."""
        known = self._moves[origin]
        back = known.back + quantity
        if back > known.quantity:
            raise MoreThanWent(asked=as_quantity(quantity), held=left_of(known))
        value = share(known.value, back, known.quantity) - known.back_value
        self._moves[origin] = known._replace(back=back, back_value=known.back_value + value)
        return value


def left_of(known: Left) -> object:
    """Return how much of a move can still come back."""
    return as_quantity(known.quantity - known.back)


def work_out(history: History, since: date) -> Worked:
    """Return what must be booked from a day on so that the books say what history says.

    Raises NotThere where at any time more left than lay there.
    """
    days = sorted({since, *(one.day for one in history.charges if one.day > since)})
    added: dict[int, int] = defaultdict(int)
    rows: list[Booked] = []
    pool: Pool | None = None
    for first, until in zip(days, [*days[1:], date.max], strict=True):
        booked = _sums(one for one in history.booked if one.day < until)
        pool, worth = _replayed(history, first, until)
        for event, value in worth:
            missing = value - booked.get(event.move_id, 0) - added[event.move_id]
            if missing:
                added[event.move_id] += missing
                rows.append(Booked(event.move_id, max(event.day, first), missing))
    assert pool is not None
    return Worked(tuple(rows), pool)


def value_on(history: History, day: date) -> int:
    """Return what a product was worth at the end of a day, by its history alone."""
    until = date.fromordinal(day.toordinal() + 1)
    pool, _ = _replayed(history, day, until)
    return pool.value


def _replayed(history: History, first: date, until: date) -> tuple[Pool, list[tuple[Event, int]]]:
    """Go through all events before a day, with the charges known on another."""
    charged = _sums(one for one in history.charges if one.day <= first)
    held = sum(one.left for one in history.opening)
    value = sum(one.left_value for one in history.opening)
    layers = (
        Layer(one.move_id, one.day, one.quantity, one.value, one.left, one.left_value)
        for one in history.opening
    )
    replay = Replay(history.method.pool(held, value, layers), history.earlier)
    worth = [
        (event, replay.worth(event, charged.get(event.move_id, 0)))
        for event in history.events
        if event.day < until
    ]
    return replay.pool, worth


def _sums(rows: Iterable[Charge | Booked]) -> Mapping[int, int]:
    found: dict[int, int] = defaultdict(int)
    for row in rows:
        found[row.move_id] += row.amount
    return found


def shares_of(amount: int, weights: Sequence[int]) -> Iterator[int]:
    """Yield an amount divided by weights, to the cent; together they are the amount."""
    whole, gone, given = sum(weights), 0, 0
    for weight in weights:
        gone += weight
        upto = share(amount, gone, whole) if whole else amount
        yield upto - given
        given = upto
