"""Reports of the stock: ABC, ageing, turnover, slow movers, and what will be there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.products.row import ProductRow
from app.domain.shared.ids import LocationId, ProductId
from app.domain.shared.quantities import Quantity
from app.domain.stock.count_row import Worth
from app.domain.stock.item import Costing
from app.domain.stock.reports import (
    Abc,
    Age,
    Came,
    Change,
    FutureDay,
    Turnover,
    aged,
    foreseen,
    ranked,
    short_on,
    slow,
    still_there,
    turned,
)
from app.services.office import Desk
from app.services.permissions import Permission, query
from app.services.stock_places import StockPlaces

YEAR = 365
MOST_DAYS = 3660
EARLIEST = date(1970, 1, 1)
USUAL_DAYS = 90
"""So far ahead the future stock is foreseen unless another number is asked for."""


@dataclass(frozen=True, slots=True)
class Goods:
    """A product as reports name it."""

    product_id: ProductId
    code: str
    name: str
    unit: str


@dataclass(frozen=True, slots=True)
class AbcRow:
    """A product with its class by the cost of what went out; shares are per cent of all."""

    goods: Goods
    abc: Abc
    quantity: Quantity
    cost_minor: int
    percent: str
    up_to: str


@dataclass(frozen=True, slots=True)
class AgeRow:
    """How old what lies of a product is, in classes of days."""

    goods: Goods
    quantity: Quantity
    value_minor: int
    ages: tuple[Age, ...]


@dataclass(frozen=True, slots=True)
class TurnoverRow:
    """How often the stock of a product was sold and bought anew, and how long it lasts."""

    goods: Goods
    quantity: Quantity
    value_minor: int
    turnover: Turnover


@dataclass(frozen=True, slots=True)
class SlowRow:
    """A product that lies and does not go out; ``last_out`` is none where it never did."""

    goods: Goods
    quantity: Quantity
    value_minor: int
    last_out: date | None
    days: int | None


@dataclass(frozen=True, slots=True)
class Future:
    """What will be there of a product per day; ``short`` is the first day with too little."""

    goods: Goods
    on_hand: Quantity
    days: tuple[FutureDay, ...]
    short: FutureDay | None


@query(Permission.STOCK_READ)
def abc(
    desk: Desk, first: date | None = None, until: date | None = None, language: str = ""
) -> tuple[AbcRow, ...]:
    """Return the products that went out in some time, the dearest first; else of the last year.

    They are named in a language, else in that of the office, here and in the other reports.
    """
    since, to = span_of(desk.today, first, until)
    rules = desk.store.stock_rules.get()
    found = ranked(desk.store.stock_reports.issued(since, to), rules.a_percent, rules.b_percent)
    goods = _Named(desk, language).of(one.issued.product_id for one in found)
    return tuple(
        AbcRow(
            goods[one.issued.product_id],
            one.abc,
            one.issued.quantity,
            one.issued.cost_minor,
            str(one.percent),
            str(one.up_to),
        )
        for one in found
    )


@query(Permission.STOCK_READ)
def ageing(desk: Desk, language: str = "") -> tuple[AgeRow, ...]:
    """Return how old what lies here is, by the day on which it came, what is worth most first.

    Where a product is valued by what came first, its age is that of what is left of it; else the
    oldest is taken to have gone first.
    """
    return _Ageing(desk, language).rows()


@query(Permission.STOCK_READ)
def turnover(
    desk: Desk, first: date | None = None, until: date | None = None, language: str = ""
) -> tuple[TurnoverRow, ...]:
    """Return how fast each product that lies here turns, the slowest first."""
    since, to = span_of(desk.today, first, until)
    store, days = desk.store.stock_reports, (to - since).days + 1
    costs = {one.product_id: one.cost_minor for one in store.issued(since, to)}
    before = store.worth_on(since)
    lying = store.lying()
    goods = _Named(desk, language).of(one.product_id for one in lying)
    rows = [
        TurnoverRow(
            goods[one.product_id],
            one.worth.quantity,
            one.worth.value_minor,
            turned(
                costs.get(one.product_id, 0),
                (before.get(one.product_id, 0), one.worth.value_minor),
                days,
            ),
        )
        for one in lying
    ]
    return tuple(sorted(rows, key=lambda row: (row.turnover.rate or 0, -row.value_minor)))


@query(Permission.STOCK_READ)
def whole_turnover(desk: Desk, first: date | None = None, until: date | None = None) -> Turnover:
    """Return how fast the whole stock turns: by what it was worth at the end of each month."""
    since, to = span_of(desk.today, first, until)
    cost = desk.store.stock_reports.cost(since, to)
    values = desk.store.stock_reports.values(tuple(_months(since, to)))
    return turned(cost, values, (to - since).days + 1)


@query(Permission.STOCK_READ)
def slow_movers(desk: Desk, days: int | None = None, language: str = "") -> tuple[SlowRow, ...]:
    """Return what lies here and did not go out for so many days, else as the rules say."""
    store = desk.store.stock_reports
    waited = min(max(days or desk.store.stock_rules.get().slow_days, 1), MOST_DAYS)
    lying = {one.product_id: one.worth for one in store.lying()}
    last = store.last_out(tuple(lying))
    ids = slow(last, desk.today - timedelta(days=waited))
    goods = _Named(desk, language).of(ids)
    return tuple(_slow(goods[one], lying[one], last[one], desk.today) for one in ids)


@query(Permission.STOCK_READ)
def future(
    desk: Desk,
    product_id: ProductId,
    warehouse_id: LocationId | None = None,
    days: int = USUAL_DAYS,
    language: str = "",
) -> Future:
    """Return what will be there of a product per day: on hand, on its way, promised to orders.

    Raises NotFound.
    """
    place = StockPlaces(desk).home_if_any() if warehouse_id is None else None
    where = warehouse_id or (place.id if place else LocationId(0))
    ids = (desk.store.products.get(product_id).id,)
    goods = _Named(desk, language).of(ids)[product_id]
    needs = desk.store.stock_needs
    standing = needs.standings(ids, where)[product_id]
    on_hand = Quantity(standing.on_hand - standing.blocked)
    changes = [
        *(
            Change(one.expected_on, one.quantity, one.reference)
            for one in needs.coming(ids, where).get(product_id, ())
        ),
        *(
            Change(one.promised_on, Quantity(-one.quantity), one.number)
            for one in needs.wanted(ids, where).get(product_id, ())
        ),
    ]
    found = foreseen(on_hand, changes, desk.today, min(max(days, 1), MOST_DAYS))
    return Future(goods, on_hand, found, short_on(found))


class _Named:
    """Names products for reports in the reader's language, else in that of the office."""

    def __init__(self, desk: Desk, language: str) -> None:
        self._desk = desk
        self._language = language or desk.store.company.get().language

    def of(self, ids: Collection[ProductId] | Iterator[ProductId]) -> Mapping[ProductId, Goods]:
        """Return these products by their ids."""
        rows: Sequence[ProductRow] = self._desk.store.product_lists.rows(tuple(ids))
        return {
            one.id: Goods(one.id, one.code, one.name_in(self._language), one.unit) for one in rows
        }


class _Ageing:
    """Reckons how old what lies here is."""

    def __init__(self, desk: Desk, language: str) -> None:
        self._desk = desk
        self._named = _Named(desk, language)
        self._store = desk.store.stock_reports

    def rows(self) -> tuple[AgeRow, ...]:
        """Return every product that lies here, what is worth most first."""
        lying = self._store.lying()
        layers = self._store.layers()
        others = [one.product_id for one in lying if one.costing is not Costing.FIFO]
        receipts = self._store.receipts(others)
        goods = self._named.of(one.product_id for one in lying)
        found = []
        for one in lying:
            parts: Sequence[Came] = layers.get(one.product_id, ())
            if one.costing is not Costing.FIFO:
                came = receipts.get(one.product_id, ())
                parts = still_there(one.worth.quantity, one.worth.value_minor, came)
            ages = aged(parts, self._desk.today)
            worth = one.worth
            found.append(AgeRow(goods[one.product_id], worth.quantity, worth.value_minor, ages))
        return tuple(sorted(found, key=lambda row: (-row.value_minor, row.goods.code)))


def _slow(goods: Goods, worth: Worth, last: date | None, today: date) -> SlowRow:
    days = (today - last).days if last else None
    return SlowRow(goods, worth.quantity, worth.value_minor, last, days)


def span_of(today: date, first: date | None, until: date | None) -> tuple[date, date]:
    """Return the days of a report: those that are asked for, up to today, else the last year."""
    to = min(max(until or today, EARLIEST), today)
    begins = first or to - timedelta(days=YEAR - 1)
    return min(max(begins, to - timedelta(days=MOST_DAYS)), to), to


def _months(first: date, until: date) -> Iterator[date]:
    """Yield a day of the month before a day, and of each month until another."""
    day = first.replace(day=1) - timedelta(days=1)
    while day <= until:
        yield day
        day = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
