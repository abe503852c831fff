"""Valuing: what moves are worth, kept as layers and booked in the ledger in the same transaction.

What comes last is worked out from what lies there now. What comes before something that happened
already changes history: then the product is replayed, and what follows is corrected.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from app.domain.accounting.chart import AccountUse
from app.domain.accounting.journal import Entry, Journal, Posting
from app.domain.shared.ids import AccountId, EntryId, MoveId, ProductId, new_id
from app.domain.shared.money import Money
from app.domain.stock.costs import Layer, Method, NotThere, whole_parts
from app.domain.stock.item import Costing, StockItem
from app.domain.stock.move import Move, MoveKind
from app.domain.stock.moving import BeforeRevaluation, NotEnoughThen
from app.domain.stock.posting import Change, ValueReason, sides_of
from app.domain.stock.valuation import (
    Booked,
    Charge,
    Event,
    History,
    MoreThanWent,
    Replay,
    Worked,
    work_out,
)
from app.services.numbering import Numbering
from app.services.office import Desk
from app.services.settling import Uses
from app.storage.stock_values import ValueRow
from app.storage.stock_worths import Worth

_GENERAL = Journal.GENERAL


class Valuing:
    """Works out and books the value of moves; ``close`` writes the entries, one for each day."""

    def __init__(self, desk: Desk, ours: frozenset[int]) -> None:
        self._desk = desk
        self._store = desk.store.stock_values
        self._worths = desk.store.stock_worths
        self._history = desk.store.stock_history
        self._ours = ours
        self._company = desk.store.company.get()
        self._rows: list[ValueRow] = []
        self._changes: dict[date, list[Change]] = defaultdict(list)
        self.other: AccountId | None = None
        """The account on the other side, where it is not the usual one of the move."""

    def add(self, item: StockItem, moves: Sequence[Move], last: date | None) -> None:
        """Value new moves of one product, which are written already; ``last`` moved it before.

        Raises NotEnoughThen, BeforeRevaluation.
        """
        self._require_after(item.product_id, moves)
        days = (last, self._store.last_day(item.product_id))
        latest = max((one for one in days if one is not None), default=date.min)
        try:
            if any(one.moved_on < latest for one in moves):
                self._rework(item, moves, min(one.moved_on for one in moves))
            else:
                self._follow(item, moves)
        except MoreThanWent:
            raise
        except NotThere as short:
            raise NotEnoughThen(**short.facts, product=self._code(item.product_id)) from None

    def know(self, ours: frozenset[int]) -> None:
        """Know the places in which goods are ours; some may be new."""
        self._ours = ours

    def has(self, ids: Collection[ProductId]) -> bool:
        """Say whether values of any of these products wait for ``close``."""
        return any(one.product_id in ids for one in self._rows)

    def worth_of(self, ids: Collection[MoveId]) -> int:
        """Return by how much moves change the value, as far as it is not closed yet."""
        return sum(one.amount for one in self._rows if one.move_id in ids)

    def charge(self, item: StockItem, move: Move, amount: int, day: date) -> None:
        """Add a cost to goods that came, whether they are still there or gone."""
        at = self._store.revalued(item.product_id)
        if item.costing is Costing.STANDARD or (at is not None and move.id < at.id):
            fresh = Change(move.kind, 0, amount, ValueReason.LANDED)
            self._changes[day].append(fresh)
            return
        layer = self._worths.layer(move.id) if item.costing is Costing.FIFO else None
        last = self._store.last_day(item.product_id) or date.min
        if layer is None or layer.left != layer.quantity or day < last:
            self._rework(item, (), day, Charge(move.id, day, amount))
            return
        layer.value += amount
        layer.left_value += amount
        self._worths.keep_layers(item.product_id, [move.id], [layer])
        self._note(item.product_id, Booked(move.id, day, amount), move, ValueReason.LANDED)
        self._change_worth(item.product_id, 0, amount)

    def revalue(self, item: StockItem, after: StockItem, value: int | None, day: date) -> None:
        """Set the value of what lies there anew: by another method, or at what is said."""
        product_id = item.product_id
        self._require_last(product_id, day)
        worth = self._worths.worths((product_id,))[product_id]
        pool = self._method(after).pool(*worth)
        wanted = pool.value if after.costing is Costing.STANDARD else worth.value
        wanted = wanted if value is None else value
        by = wanted - worth.value
        self._rows.append(ValueRow(product_id, day, by, ValueReason.REVALUED))
        self._changes[day].append(Change(MoveKind.COUNT, by, reason=ValueReason.REVALUED))
        self._worths.keep_worth(product_id, Worth(worth.quantity, wanted))
        self._worths.drop_layers(product_id)
        if after.costing is Costing.FIFO and worth.quantity:
            layer = self._opening(product_id, day, Worth(worth.quantity, wanted))
            self._worths.keep_layers(product_id, (), (layer,))

    def close(self, text: str, source: str) -> tuple[EntryId, ...]:
        """Book every change with its entry, all of a day in one, and return the entries."""
        uses, entries = Uses(self._desk), {}
        for day in sorted(self._changes):
            sides = sides_of(self._changes[day])
            if sides:
                entries[day] = self._post(day, sides, uses, (text, source))
        booked = [replace(one, entry_id=entries.get(one.booked_on)) for one in self._rows]
        self._store.book(booked)
        self._rows.clear()
        self._changes.clear()
        return tuple(entries.values())

    def _post(
        self,
        day: date,
        sides: Mapping[AccountUse, int],
        uses: Uses,
        paper: tuple[str, str],
    ) -> EntryId:
        """Post the entry of a day and return its id."""
        text, source = paper
        number = Numbering(self._desk, self._company).take("journal", day)
        postings = tuple(
            Posting(self._account(use, uses), Money(amount, self._company.currency))
            for use, amount in sorted(sides.items(), key=lambda one: (one[1] < 0, one[0].value))
        )
        entry = Entry(EntryId(new_id()), number, _GENERAL, day, text, postings, source)
        self._desk.store.ledger.post(entry)
        return entry.id

    def _account(self, use: AccountUse, uses: Uses) -> AccountId:
        is_other = use not in {AccountUse.STOCK, AccountUse.PRICE_VARIANCE}
        return self.other if self.other is not None and is_other else uses.of(use)

    def _follow(self, item: StockItem, moves: Sequence[Move]) -> None:
        """Value moves that come after everything else, from what lies there."""
        product_id = item.product_id
        first = min(one.id for one in moves)
        origins = [one.cost_of for one in moves if one.cost_of is not None]
        loaded = self._layers(item, moves)
        held = self._worths.worths((product_id,))[product_id]
        copies = [Layer(*_parts(one)) for one in loaded]
        pool = self._method(item).pool(*held, copies)
        replay = Replay(pool, self._history.left_of(origins, first))
        quantity = value = 0
        for move in moves:
            event = self._event(move)
            changed = replay.worth(event)
            quantity += event.quantity
            value += changed
            self._new(item, move, changed)
        gone = [one.move_id for one in loaded]
        self._worths.keep_layers(product_id, gone, pool.layers())
        self._change_worth(product_id, quantity, value)

    def _layers(self, item: StockItem, moves: Sequence[Move]) -> tuple[Layer, ...]:
        """Return the layers that moves may take from; those of a receipt taken back are among."""
        if item.costing is not Costing.FIFO:
            return ()
        going = [one for one in moves if one.from_id in self._ours]
        if any(one.cost_of is not None for one in going):
            return self._worths.layers(item.product_id)
        asked = sum(whole_parts(one.quantity) for one in going)
        return self._worths.layers(item.product_id, asked) if asked else ()

    def _rework(
        self, item: StockItem, moves: Sequence[Move], since: date, *charges: Charge
    ) -> None:
        """Replay the whole history of a product and book what differs from what was booked."""
        product_id = item.product_id
        worked, known = self._worked(item, since, charges)
        fresh = {MoveId(one.id): one for one in moves}
        new = set(fresh)
        for row in worked.rows:
            move = known.get(row.move_id) or self._desk.store.stock_moves.get(MoveId(row.move_id))
            if move.id in new:
                new.discard(move.id)
                self._new(item, move, row.amount)
                continue
            is_charge = any(one.move_id == row.move_id for one in charges)
            reason = ValueReason.LANDED if is_charge else ValueReason.RECOSTED
            self._note(product_id, row, move, reason)
        for move_id in sorted(new):
            self._new(item, fresh[move_id], 0)
        self._worths.drop_layers(product_id)
        self._worths.keep_layers(product_id, (), worked.pool.layers())
        self._worths.keep_worth(product_id, Worth(worked.pool.quantity, worked.pool.value))

    def _worked(
        self, item: StockItem, since: date, charges: Sequence[Charge]
    ) -> tuple[Worked, dict[int, Move]]:
        product_id = item.product_id
        at = self._store.revalued(product_id)
        after = at.id if at is not None else 0
        events = self._history.events(product_id, self._ours, after)
        booked, known = self._history.booked(product_id, after)
        opening: tuple[Layer, ...] = ()
        if at is not None:
            held = self._history.opening(product_id, self._ours, at)
            opening = (self._opening(product_id, at.day, held),) if held.quantity else ()
        ids = {one.move_id for one in events}
        older = [MoveId(one.origin) for one in events if one.origin and one.origin not in ids]
        history = History(
            self._method(item),
            events,
            (*known, *charges) if item.costing is not Costing.STANDARD else (),
            booked,
            opening,
            self._history.left_of(older, after),
        )
        worked = work_out(history, since)
        some = [MoveId(one.move_id) for one in worked.rows]
        return worked, {one.id: one for one in self._desk.store.stock_moves.get_all(some)}

    def _new(self, item: StockItem, move: Move, changed: int) -> None:
        """Note the value of a new move, and what its paper says that it is worth."""
        told = move.value_minor
        if move.reverses is not None:
            origin = self._desk.store.stock_moves.get(move.reverses)
            told = None if origin.value_minor is None else -origin.value_minor
        self._changes[move.moved_on].append(Change(move.kind, changed, told))
        if changed:
            row = ValueRow(
                item.product_id, move.moved_on, changed, ValueReason.MOVE, MoveId(move.id)
            )
            self._rows.append(row)

    def _note(self, product_id: ProductId, row: Booked, move: Move, reason: ValueReason) -> None:
        self._rows.append(ValueRow(product_id, row.day, row.amount, reason, MoveId(row.move_id)))
        self._changes[row.day].append(Change(move.kind, row.amount, reason=reason))

    def _change_worth(self, product_id: ProductId, quantity: int, value: int) -> None:
        held = self._worths.worths((product_id,))[product_id]
        self._worths.keep_worth(product_id, Worth(held.quantity + quantity, held.value + value))

    def _event(self, move: Move) -> Event:
        parts = whole_parts(move.quantity)
        sign = 1 if move.to_id in self._ours else -1
        return Event(move.id, move.moved_on, sign * parts, move.value_minor, move.cost_of)

    def _method(self, item: StockItem) -> Method:
        return Method(item.costing, item.standard_cost, self._company.currency)

    def _opening(self, product_id: ProductId, day: date, held: Worth) -> Layer:
        """Return all that lay there when the value was set anew, under the last move before."""
        events = self._history.events(product_id, self._ours, 0)
        at = self._store.revalued(product_id)
        until = at.id if at is not None else self._store.last_id() + 1
        last = max(one.move_id for one in events if one.move_id < until)
        return Layer(last, day, held.quantity, held.value, held.quantity, held.value)

    def _require_after(self, product_id: ProductId, moves: Sequence[Move]) -> None:
        at = self._store.revalued(product_id)
        early = [one for one in moves if at is not None and one.moved_on < at.day]
        if at is not None and early:
            day = early[0].moved_on
            raise BeforeRevaluation(product=self._code(product_id), day=day, since=at.day)

    def _require_last(self, product_id: ProductId, day: date) -> None:
        last = self._store.last_day(product_id)
        if last is not None and day < last:
            raise BeforeRevaluation(product=self._code(product_id), day=day, since=last)

    def _code(self, product_id: ProductId) -> str:
        return self._desk.store.products.get(product_id).code


def _parts(one: Layer) -> tuple[int, date, int, int, int, int]:
    return (one.move_id, one.day, one.quantity, one.value, one.left, one.left_value)
