"""Counting: what was found at a spot, beside what the books said at that very moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from app.domain.shared.ids import CountId, CountLineId, MoveId, new_id
from app.domain.shared.quantities import Quantity
from app.domain.stock.count import (
    Count,
    CountLine,
    CountState,
    Tally,
    check_counted,
    check_moment,
)
from app.domain.stock.count_refusals import WITHOUT_LOT, CountedElsewhere, Elsewhere
from app.domain.stock.count_row import CountLineRow
from app.domain.stock.item import StockItem, Tracking
from app.domain.stock.location import LocationKind
from app.domain.stock.move import Move, MoveKind, Spot
from app.domain.stock.moving import NotStocked
from app.services.count_papers import source_of
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.stock_items import StockCosts
from app.services.stock_places import StockPlaces


class CountingGoods:
    """Writes down what is counted, at one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._store = desk.store
        self._places = StockPlaces(desk)

    def tell(
        self,
        count_id: CountId,
        line_id: CountLineId,
        counted: Quantity,
        at: datetime | None = None,
        *,
        again: bool = False,
    ) -> CountLine:
        """Write what a line was counted as; raises what the count says, and Invalid."""
        count = self._store.counts.part(count_id, line_id)
        before = count.line(line_id)
        tally = self._tally(count, before.spot, counted, at)
        after = count.counted(line_id, tally, again=again)
        self._store.counts.tell(before, after)
        if count.state is CountState.REVIEW:
            self._seen_anew(count)
        return after

    def found(self, count_id: CountId, spot: Spot, counted: Quantity) -> CountLine:
        """Write what was found where the sheet has nothing; raises Elsewhere, CountedElsewhere."""
        line = self._store.counts.line_at(count_id, spot)
        if line is None:
            count = self._store.counts.head(count_id, is_locked=True)
            count.require(CountState.COUNTING)
            self._require_countable(count, spot)
            line = CountLine(CountLineId(new_id()), spot)
            self._store.counts.add_line(count_id, line)
        return self.tell(count_id, line.id, counted)

    def with_books(self, count: Count, lines: Sequence[CountLineRow]) -> tuple[CountLineRow, ...]:
        """Return lines with what the books say now where nothing was counted; blind ones with none.

        What was counted keeps the books of its moment.
        """
        if count.hides_books:
            return tuple(
                replace(one, line=replace(one.line, book=None), value_minor=0) for one in lines
            )
        left = [one.line.spot for one in lines if one.line.counted is None]
        levels = self._store.stock_levels.at(left)
        return tuple(
            replace(one, line=replace(one.line, book=levels[one.line.spot].on_hand))
            if one.line.counted is None and one.line.spot in levels
            else one
            for one in lines
        )

    def moves(self, count: Count) -> tuple[Move, ...]:
        """Return what puts the books right: what was missing goes, what was more comes."""
        lost = self._places.of(LocationKind.LOSS).id
        items = self._store.stock_items.get_all({one.spot.product_id for one in count.differing})
        costs = StockCosts(self._desk)
        moves = []
        for place, line in enumerate(count.lines):
            if not line.difference:
                continue
            here, by = line.spot.location_id, line.difference
            is_more = by > 0
            item = items[line.spot.product_id]
            moves.append(
                Move(
                    id=MoveId(0),
                    kind=MoveKind.COUNT,
                    product_id=line.spot.product_id,
                    quantity=Quantity(abs(by)),
                    from_id=lost if is_more else here,
                    to_id=here if is_more else lost,
                    moved_on=self._desk.today,
                    made_at=self._desk.now,
                    lot_id=line.spot.lot_id,
                    source=source_of(count.id),
                    line=place,
                    reason=line.reason,
                    value_minor=costs.of(item, by) if is_more else None,
                )
            )
        return tuple(moves)

    def _tally(self, count: Count, spot: Spot, counted: Quantity, at: datetime | None) -> Tally:
        """Return what was found, beside the books of its moment; raises Invalid.

        Who counts now is given the books as they are, whatever the clock of the machine says.
        """
        item = self._item(spot)
        moment = () if at is None else check_moment(at, count, self._desk.now)
        require_right((*check_counted(counted, item.tracking), *moment))
        book = self._store.count_spots.book(spot, at)
        return Tally(counted, book, at or self._desk.now, self._desk.who.name)

    def _seen_anew(self, count: Count) -> None:
        """Note that differences were looked at which are others now: nobody has approved them."""
        head = self._store.counts.head(count.id)
        self._store.counts.save(head, head.looked_at_anew)

    def _require_countable(self, count: Count, spot: Spot) -> None:
        item = self._item(spot)
        product = self._store.products.get(spot.product_id)
        place = self._places.get(spot.location_id)
        is_here = self._places.ours and place.id in self._places.ours
        if not is_here or self._places.warehouse(place.id) != count.warehouse_id:
            raise Elsewhere(code=place.code)
        if item.tracking is not Tracking.NONE and spot.lot_id is None:
            require_right((WITHOUT_LOT.at("lot_id", product=product.code),))
        if taken := self._store.counts.counted_elsewhere((spot,), count.id):
            raise CountedElsewhere(number=taken[0], count=taken[1])

    def _item(self, spot: Spot) -> StockItem:
        found = self._store.stock_items.find(spot.product_id)
        if found is None:
            product = self._store.products.get(spot.product_id)
            raise NotStocked(product=product.code, why="")
        return found
