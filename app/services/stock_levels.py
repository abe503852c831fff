"""Levels: what is on hand now or was on a day, what of it is free, and what could be done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from app.domain.accounting.chart import AccountUse
from app.domain.products.findable import KIND as PRODUCT
from app.domain.shared.ids import LocationId, LotId, ProductId
from app.domain.shared.paging import Spine, View
from app.domain.shared.quantities import Quantity
from app.domain.shared.refusals import NotFound
from app.domain.stock.choosing import Choice, Shelf, choose
from app.domain.stock.item import StockItem
from app.domain.stock.kits import whole_kits
from app.domain.stock.lot import Lot
from app.domain.stock.move import Spot
from app.domain.stock.moving import is_blocked
from app.domain.stock.places import is_ours
from app.domain.stock.rows import Availability, LyingRow, OnHandRow
from app.domain.stock.whereabouts import Whereabouts
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.stock_booking import Booking
from app.services.stock_lots import StockLots
from app.services.stock_moves import where_did
from app.services.stock_places import StockPlaces
from app.services.stock_ways import StockWays, WaysOut

MOST_FOUND = 5000
_LATELY = timedelta(days=365)
"""The page of a product tells where its pieces went in so many days."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """The value of the stock on a day by its moves, and what its account says.

    ``account`` is its number; it is empty where the chart has none.
    """

    day: date
    value_minor: int
    ledger_minor: int
    currency: str
    account: str = ""

    @property
    def difference_minor(self) -> int:
        """By how much the ledger differs; zero is as it must be."""
        return self.ledger_minor - self.value_minor


@dataclass(frozen=True, slots=True)
class SeenGoods:
    """A stocked product as its page shows it: where it lies, what comes, where pieces went."""

    row: OnHandRow
    availability: Availability
    lying: tuple[LyingRow, ...]
    whereabouts: Whereabouts


@query(Permission.STOCK_READ)
def spine(desk: Desk, view: View, day: date | None = None) -> Spine:
    """Return the stocked products of a list in its order, now or as of the end of a day."""
    among = _among(desk, view)
    if day is not None and day < desk.today:
        return desk.store.stock_lists.spine_on(view, day, among)
    return desk.store.stock_lists.spine(view, among)


@query(Permission.STOCK_READ)
def first(desk: Desk, view: View, size: int, day: date | None = None) -> tuple[OnHandRow, ...]:
    """Return the first rows of a list of stock."""
    if day is not None and day < desk.today:
        return rows(desk, tuple(map(ProductId, spine(desk, view, day)[:size])), day)
    lists = desk.store.stock_lists
    return lists.rows(lists.first(view, size, _among(desk, view)))


@query(Permission.STOCK_READ)
def rows(desk: Desk, ids: tuple[ProductId, ...], day: date | None = None) -> tuple[OnHandRow, ...]:
    """Return the rows of these products, now or as of the end of a day."""
    is_past = day is not None and day < desk.today
    return desk.store.stock_lists.rows(ids, day if is_past else None)


@query(Permission.STOCK_READ)
def named(desk: Desk, product_id: ProductId) -> OnHandRow:
    """Return the row of a stocked product; raises NotFound where it is not stocked."""
    found = rows(desk, (product_id,))
    if not found:
        raise NotFound(record="stock_item", id=product_id)
    return found[0]


@query(Permission.STOCK_READ)
def counts(desk: Desk) -> Mapping[str, int]:
    """Return how many products the list shows under each of its chips."""
    return desk.store.stock_lists.counts()


@query(Permission.STOCK_READ)
def availability(
    desk: Desk, product_id: ProductId, warehouse_id: LocationId | None = None
) -> Availability:
    """Return what can be had of a product, in a warehouse or in all of them.

    What is past its expiry today counts as blocked, even if nobody has looked at it yet. Of a kit
    there are as many as its scarcest part allows.
    """
    item = desk.store.stock_items.get_all((product_id,)).get(product_id)
    if item is not None and item.is_kit:
        return _of_kit(desk, item, warehouse_id)
    standings = [
        one
        for one in desk.store.stock_levels.standings((product_id,))
        if warehouse_id in {None, one.warehouse_id}
    ]
    late = _newly_expired(desk, product_id, warehouse_id)
    on_hand = sum((one.on_hand for one in standings), Decimal(0))
    blocked = sum((one.blocked for one in standings), Decimal(0)) + late
    reserved = sum((one.reserved for one in standings), Decimal(0))
    incoming = desk.store.goods_receipts.incoming(product_id, warehouse_id)
    free = max(on_hand - blocked - reserved, Decimal(0))
    return Availability(
        Quantity(on_hand), Quantity(blocked), Quantity(reserved), Quantity(free), incoming
    )


@query(Permission.STOCK_READ)
def lying(desk: Desk, product_id: ProductId) -> tuple[LyingRow, ...]:
    """Return where a product lies, on the way through the house."""
    places = StockPlaces(desk)
    levels = desk.store.stock_levels.of_product(product_id)
    lots = desk.store.lots.get_all({one.spot.lot_id for one in levels if one.spot.lot_id})
    found: list[tuple[tuple[int, int], LyingRow]] = []
    for one in levels:
        place = places.get(one.spot.location_id)
        lot = lots.get(one.spot.lot_id) if one.spot.lot_id else None
        row = LyingRow(len(found) + 1, place.id, place.told, one.on_hand, one.picked)
        found.append(((place.warehouse_id or place.id, place.route), _of_lot(row, lot)))
    return tuple(row for _, row in sorted(found, key=lambda one: one[0]))


@query(Permission.STOCK_READ)
def seen(desk: Desk, product_id: ProductId) -> SeenGoods:
    """Return all that is known of a stocked product; raises NotFound where it is not stocked."""
    row = named(desk, product_id)
    return SeenGoods(
        row,
        availability(desk, product_id),
        lying(desk, product_id),
        where_did(desk, product_id, desk.today - _LATELY),
    )


@query(Permission.STOCK_READ)
def choice(
    desk: Desk, product_id: ProductId, quantity: Quantity, warehouse_id: LocationId
) -> tuple[Choice, ...]:
    """Return from which spots so much is taken: what expires first, then the oldest, by the way.

    It may be less than was asked for.
    """
    return choose(_shelves(desk, product_id, warehouse_id), quantity, desk.today)


@query(Permission.STOCK_READ)
def ways_out(
    desk: Desk, product_id: ProductId, location_id: LocationId, lot_id: LotId | None = None
) -> WaysOut:
    """Return what could be done about a place that holds too little."""
    return StockWays(desk, StockPlaces(desk)).out(Spot(product_id, location_id, lot_id))


@query(Permission.STOCK_READ)
def worth(desk: Desk, day: date | None = None) -> int:
    """Return what the whole stock is worth, now or as of the end of a day."""
    if day is None or day >= desk.today:
        return desk.store.stock_lists.worth()
    return desk.store.stock_lists.past.value(day)


@query(Permission.STOCK_READ)
def agreement(desk: Desk, day: date | None = None) -> Agreement:
    """Return the value of the stock at the end of a day beside its account; they are equal."""
    on = day or desk.today
    company = desk.store.company.get()
    accounts = [one for one in desk.store.ledger.accounts() if one.use is AccountUse.STOCK]
    booked = sum(desk.store.balances.balance(one.id, on, company.currency) for one in accounts)
    value = desk.store.stock_lists.past.value(on)
    return Agreement(on, value, booked, company.currency, ", ".join(one.number for one in accounts))


@command(Permission.STOCK_MOVE)
def expire(desk: Desk) -> tuple[Lot, ...]:
    """Count what went past its expiry as blocked, and return those lots; raises Promised."""
    return tuple(StockLots(desk, Booking(desk)).expire())


def _of_kit(desk: Desk, kit: StockItem, warehouse_id: LocationId | None) -> Availability:
    """Return how many of a kit can be put together, in a warehouse or in each of them."""
    ids = tuple(part.product_id for part in kit.parts)
    standings = desk.store.stock_levels.standings(ids)
    houses = {one.warehouse_id for one in standings if warehouse_id in {None, one.warehouse_id}}
    on_hand = free = Decimal(0)
    for house in houses:
        some = [(availability(desk, part.product_id, house), part.quantity) for part in kit.parts]
        on_hand += whole_kits((part.on_hand, each) for part, each in some)
        free += whole_kits((part.free, each) for part, each in some)
    nothing = Quantity(Decimal(0))
    return Availability(Quantity(on_hand), nothing, nothing, Quantity(free))


def _shelves(desk: Desk, product_id: ProductId, warehouse_id: LocationId) -> list[Shelf]:
    places = StockPlaces(desk)
    levels = desk.store.stock_levels.of_product(product_id)
    lots = desk.store.lots.get_all({one.spot.lot_id for one in levels if one.spot.lot_id})
    found = []
    for one in levels:
        place = places.get(one.spot.location_id)
        if is_ours(place) and places.warehouse(place.id) == warehouse_id:
            lot = lots.get(one.spot.lot_id) if one.spot.lot_id else None
            found.append(Shelf(one, place.route, lot))
    return found


def _newly_expired(desk: Desk, product_id: ProductId, warehouse_id: LocationId | None) -> Decimal:
    places = StockPlaces(desk)
    late = Decimal(0)
    for lot in desk.store.lots.newly_expired(desk.today, product_id):
        assert is_blocked(lot, desk.today)
        for level in desk.store.stock_levels.of_lot(product_id, lot.id):
            house = places.warehouse(level.spot.location_id)
            late += level.on_hand if warehouse_id in {None, house} else Decimal(0)
    return late


def _of_lot(row: LyingRow, lot: Lot | None) -> LyingRow:
    if lot is None:
        return row
    of_lot = (lot.id, lot.code, lot.status, lot.expires_on)
    return LyingRow(row.id, row.location_id, row.place, row.on_hand, row.picked, *of_lot)


def _among(desk: Desk, view: View) -> tuple[int, ...] | None:
    words = view.words.strip()
    if not words:
        return None
    hits = desk.store.search.find(words, MOST_FOUND, {PRODUCT})
    lists = desk.store.product_lists
    exact = (lists.with_code(words), lists.with_gtin(words))
    coded = (*exact, *lists.starting_with(words, MOST_FOUND))
    found = (*coded, *(hit.entity_id for hit in hits))
    return tuple(dict.fromkeys(one for one in found if one is not None))
