"""Booking: the one door through which goods move, with all that is kept of them, or not at all.

A move is written, what lies where and what it is worth follows, and the ledger and the audit know
of it, all in the open transaction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from app.domain.products.product import Product
from app.domain.shared.ids import AccountId, LocationId, MoveId, ProductId, new_id
from app.domain.shared.quantities import Quantity, quantity
from app.domain.shared.refusals import Invalid
from app.domain.stock.item import StockItem, Tracking
from app.domain.stock.lot import Lot
from app.domain.stock.move import Level, Move, Spot
from app.domain.stock.moving import (
    ONE,
    Ground,
    NotEnoughThen,
    NotStocked,
    PlaceClosed,
    SerialNotOne,
    check_quantity,
    require_fit,
)
from app.services.office import Desk
from app.services.stock_places import StockPlaces
from app.services.stock_valuing import Valuing
from app.services.stock_ways import StockWays
from app.storage.stock_values import month_of

ZERO = Quantity(Decimal(0))


class Booking:
    """Books moves at one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._store = desk.store
        self.places = StockPlaces(desk)
        self.ways = StockWays(desk, self.places)
        self._valuing: Valuing | None = None

    @property
    def valuing(self) -> Valuing:
        """What values the moves; it is made when the places are known."""
        if self._valuing is None:
            self._valuing = Valuing(self._desk, self.places.ours)
        return self._valuing

    def move(self, *moves: Move, paper: str) -> tuple[Move, ...]:
        """Make moves and book them under the words of their paper; return them as made.

        What comes to us is held at once for the orders that wait for it. Ids, moments and who made
        the moves are given here. Raises NotEnough, NotStocked, LotMissing, LotBlocked, PlaceClosed,
        DayToCome, BeforeRevaluation, Invalid.
        """
        made = self.put(*moves, paper=paper)
        self.close(paper, made[0].source if made else "")
        return made

    def put(self, *moves: Move, paper: str = "") -> tuple[Move, ...]:
        """Make moves whose value is booked with others by ``close``."""
        ids = {one.product_id for one in moves}
        if self.valuing.has(ids):
            self.close(paper, moves[0].source)
        items = self._store.stock_items.locked(ids)
        self._refresh_ours()
        made = self._numbered(moves)
        self._require(made, items)
        last = self._store.stock_moves.last_days(ids)
        self._require_then(made, last)
        self._lie(made)
        self._store.stock_moves.add(made)
        for product_id in sorted(ids):
            theirs = [one for one in made if one.product_id == product_id and self._crosses(one)]
            if theirs:
                self.valuing.add(items[product_id], theirs, last.get(product_id))
        return made

    def close(self, paper: str, source: str) -> None:
        """Book what the moves made so far are worth, in one entry for each day."""
        self.valuing.close(paper, source)

    def against(self, account_id: AccountId | None) -> None:
        """Book the other side on an account of one's own choice."""
        self.valuing.other = account_id

    def _refresh_ours(self) -> None:
        """Know the places that were made since the values were begun."""
        self.valuing.know(self.places.ours)

    def _numbered(self, moves: Iterable[Move]) -> tuple[Move, ...]:
        """Give moves ids that come after all others, whatever the clock of this machine says."""
        last = self._store.stock_values.last_id()
        who = self._desk.who.name
        made: list[Move] = []
        for one in moves:
            last = max(new_id(), last + 1)
            made.append(replace(one, id=MoveId(last), made_at=self._desk.now, who=who))
        return tuple(made)

    def _require(self, moves: Sequence[Move], items: dict[ProductId, StockItem]) -> None:
        """Raise what stands against moves, whatever lies where."""
        products = {one.id: one for one in self._store.products.get_all(sorted(_products(moves)))}
        lots = self._store.lots.get_all({one.lot_id for one in moves if one.lot_id is not None})
        for place, move in enumerate(moves):
            problems = tuple(check_quantity(f"{place}.quantity", move.quantity))
            if problems:
                raise Invalid(problems)
            item = items.get(move.product_id)
            product = products.get(move.product_id)
            if item is None or product is None:
                raise NotStocked(product=product.code if product else "", why="")
            lot = lots.get(move.lot_id) if move.lot_id is not None else None
            require_fit(move, Ground(product, item, lot), self._desk.today)
            self._require_places(move)
            self._require_one_piece(move, item, product, lot)

    def _require_places(self, move: Move) -> None:
        to = self.places.get(move.to_id)
        self.places.get(move.from_id)
        if to.is_closed:
            raise PlaceClosed(place=to.code)

    def _require_one_piece(
        self, move: Move, item: StockItem, product: Product, lot: Lot | None
    ) -> None:
        """Raise SerialNotOne where a piece that is here already would come a second time."""
        comes = move.to_id in self.places.ours and move.from_id not in self.places.ours
        if item.tracking is not Tracking.SERIAL or lot is None or not comes:
            return
        lying = self._store.stock_levels.of_lot(product.id, lot.id)
        if sum((one.on_hand for one in lying), ZERO) >= ONE:
            raise SerialNotOne(product=product.code, serial=lot.code, why="here")

    def _require_then(self, moves: Iterable[Move], last: dict[ProductId, date]) -> None:
        """Raise NotEnoughThen where goods leave a place on a past day on which they lay not."""
        for move in moves:
            later = last.get(move.product_id)
            if move.from_id in self.places.ours and later is not None and move.moved_on < later:
                least = self._least_since(move.taken_from, move.moved_on)
                if least < move.quantity:
                    code = self._store.products.get(move.product_id).code
                    facts = {"asked": move.quantity, "held": least, "day": move.moved_on}
                    raise NotEnoughThen(product=code, **facts)

    def _least_since(self, spot: Spot, day: date) -> Decimal:
        """Return the least that lay at a spot at the end of any day since one."""
        level = self._store.stock_levels.at((spot,)).get(spot)
        lay = level.on_hand if level else Decimal(0)
        least = lay
        before: date | None = None
        for moved_on, move in self._store.stock_moves.after(spot, day):
            if before is not None and moved_on != before:
                least = min(least, lay)
            lay += move.quantity if move.from_id == spot.location_id else -move.quantity
            before = moved_on
        return min(least, lay)

    def _lie(self, moves: Sequence[Move]) -> None:
        """Change what lies where; raises NotEnough before anything is written."""
        spots = {spot for one in moves for spot in (one.taken_from, one.put_to)}
        ours = {one for one in spots if one.location_id in self.places.ours}
        before = self._store.stock_levels.at(ours, is_locked=True)
        after = dict(before)
        for move in moves:
            if move.taken_from in ours:
                self._take(after, move)
            if move.put_to in ours:
                level = after.get(move.put_to, Level(move.put_to, ZERO, ZERO))
                on_hand = quantity(level.on_hand + move.quantity)
                after[move.put_to] = replace(level, on_hand=on_hand)
        self._keep(moves)
        changed = [one for spot, one in after.items() if before.get(spot) != one]
        self._store.stock_levels.write(changed)

    def _take(self, levels: dict[Spot, Level], move: Move) -> None:
        spot = move.taken_from
        level = levels.get(spot, Level(spot, ZERO, ZERO))
        if level.on_hand - level.picked < move.quantity:
            raise self.ways.not_enough(spot, move.quantity, level)
        levels[spot] = replace(level, on_hand=Quantity(level.on_hand - move.quantity))

    def _keep(self, moves: Iterable[Move]) -> None:
        """Add moves to what is kept of months and warehouses."""
        some = tuple(moves)
        months: dict[tuple[int, int, int], Decimal] = defaultdict(Decimal)
        standings: dict[tuple[ProductId, LocationId], dict[str, Decimal]] = defaultdict(
            lambda: defaultdict(Decimal)
        )
        blocked = self._store.lots.blocked({one.lot_id for one in some if one.lot_id is not None})
        for move in some:
            for location_id, by in ((move.from_id, -move.quantity), (move.to_id, move.quantity)):
                if location_id not in self.places.ours:
                    continue
                months[move.product_id, location_id, month_of(move.moved_on)] += by
                sums = standings[move.product_id, self.places.warehouse(location_id)]
                sums["on_hand"] += by
                if move.lot_id in blocked:
                    sums["blocked"] += by
        self._store.stock_levels.add_to_months(months)
        self.ways.stand(standings)

    def _crosses(self, move: Move) -> bool:
        """Say whether goods come to us or leave us: only that changes what we own."""
        return (move.from_id in self.places.ours) != (move.to_id in self.places.ours)


def _products(moves: Iterable[Move]) -> Collection[ProductId]:
    return {one.product_id for one in moves}
