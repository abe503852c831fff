"""The trail of a product: where the three pieces went, by moves, counts, papers and people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from app.domain.shared.ids import EntryId, MoveId, ProductId
from app.domain.shared.quantities import Quantity
from app.domain.stock.count import KIND as COUNT
from app.domain.stock.count_row import Look
from app.domain.stock.move import Move, MoveKind
from app.domain.stock.trail import NOTHING, Step, Trail, walked, with_papers
from app.domain.stock.whereabouts import summed
from app.services.office import Desk
from app.services.permissions import Permission, query
from app.services.stock_places import StockPlaces

MOST_STEPS = 2000


@query(Permission.STOCK_READ)
def trail(
    desk: Desk, product_id: ProductId, since: date | None = None, until: date | None = None
) -> Trail:
    """Return everything that happened to a product in some days, the latest first."""
    last = min(until or desk.today, desk.today)
    past = desk.store.stock_lists.past
    opening = past.held_before(product_id, since) if since else NOTHING
    finding = _Finding(desk)
    moves = desk.store.stock_moves.between(product_id, since, last)
    looks = desk.store.count_looks.of(product_id)
    asked = [one for one in looks if (since or date.min) <= one.day <= last]
    steps = walked(opening, (*finding.moved(moves), *map(finding.looked, asked)))
    shown = steps[: -MOST_STEPS - 1 : -1]
    return Trail(
        since=since,
        until=last,
        opening=opening,
        sums=summed((one.kind, one.by) for one in steps if one.counted is None),
        closing=past.held_of(product_id, last),
        steps=finding.papered(shown),
        counted_on=max((one.day for one in looks), default=None),
        is_whole=len(shown) == len(steps),
    )


@query(Permission.STOCK_READ)
def entry_of(desk: Desk, move_id: MoveId) -> EntryId | None:
    """Return the entry that booked a move, or none where it changed no value."""
    return desk.store.stock_recalls.entries((move_id,)).get(move_id)


class _Finding:
    """Tells steps with the places, lots and papers they name."""

    def __init__(self, desk: Desk) -> None:
        self._store = desk.store
        self._places = StockPlaces(desk)
        self._ours = self._places.ours

    def moved(self, moves: tuple[Move, ...]) -> Iterator[Step]:
        """Yield moves as steps."""
        lots = self._store.lots.get_all({one.lot_id for one in moves if one.lot_id})
        for one in moves:
            by = one.quantity * ((one.to_id in self._ours) - (one.from_id in self._ours))
            yield Step(
                id=one.id,
                day=one.moved_on,
                at=one.made_at,
                kind=one.kind,
                by=Quantity(Decimal(by)),
                from_place=self._places.get(one.from_id).told,
                to_place=self._places.get(one.to_id).told,
                lot=lots[one.lot_id].code if one.lot_id else "",
                source=one.source,
                reason=one.reason,
                who=one.who,
            )

    def looked(self, look: Look) -> Step:
        """Return a count that found what the books said as a step."""
        return Step(
            id=look.id,
            day=look.day,
            at=look.at,
            kind=MoveKind.COUNT,
            by=NOTHING,
            from_place=look.place,
            to_place="",
            lot=look.lot,
            source=f"{COUNT}:{look.count_id}",
            reason="",
            who=look.who,
            counted=look.counted,
        )

    def papered(self, steps: tuple[Step, ...]) -> tuple[Step, ...]:
        """Return steps with the numbers of their papers, and what booked them."""
        numbers: Mapping[str, str] = self._store.stock_recalls.numbers(
            {one.source for one in steps}
        )
        entries = self._store.stock_recalls.entries([MoveId(one.id) for one in steps])
        return with_papers(steps, numbers, entries)
