"""Reordering: what runs low, how much to order and why, and the receipts that then are expected."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from app.domain.shared.ids import ContactId, LocationId, ProductId, ReceiptId
from app.domain.shared.problems import Problem
from app.domain.shared.quantities import Quantity, UnitPrice, quantity
from app.domain.shared.refusals import Invalid, refused_at
from app.domain.stock.item import StockItem
from app.domain.stock.receiving import Goods, NewReceipt
from app.domain.stock.reorder import (
    NOT_ABOVE_ZERO,
    NothingChosen,
    Proposal,
    Supply,
    proposed,
)
from app.services import receiving_goods
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.stock_items import StockCosts
from app.services.stock_places import StockPlaces


@dataclass(frozen=True, slots=True)
class ReorderRow:
    """A product that runs low: how it stands, what to order of it, from whom, and why.

    ``cost`` is what one was worth last, in the currency of the books.
    """

    product_id: ProductId
    code: str
    name: str
    unit: str
    supply: Supply
    proposal: Proposal
    least: Quantity
    most: Quantity
    supplier_id: ContactId | None
    supplier_name: str
    supplier_code: str
    cost: UnitPrice

    @property
    def id(self) -> int:
        """The product's own id: a list knows its rows by it."""
        return self.product_id


@dataclass(frozen=True, slots=True)
class Ordered:
    """What a clerk orders of a product."""

    product_id: ProductId
    quantity: Quantity


@query(Permission.STOCK_READ)
def proposals(
    desk: Desk, warehouse_id: LocationId | None = None, language: str = ""
) -> tuple[ReorderRow, ...]:
    """Return what runs low in a warehouse, else in the first one, by supplier and code.

    Goods are named in a language, else in that of the office.
    """
    where = warehouse_id or _home(desk)
    if where is None:
        return ()
    return _Proposing(desk, where, language).rows(desk.store.stock_needs.reordered())


@query(Permission.STOCK_READ)
def proposal(
    desk: Desk, product_id: ProductId, warehouse_id: LocationId | None = None
) -> ReorderRow | None:
    """Return what to order of a product, or none while enough is there or on its way."""
    where = warehouse_id or _home(desk)
    if where is None:
        return None
    return next(iter(_Proposing(desk, where).rows((product_id,))), None)


@command(Permission.STOCK_MOVE)
def order(
    desk: Desk, wanted: tuple[Ordered, ...], warehouse_id: LocationId | None = None
) -> tuple[ReceiptId, ...]:
    """Expect what is ordered: one receipt per supplier, on the day by which it can be here.

    Quantities may be others than proposed. Raises NothingChosen, Invalid, NotFound.
    """
    if not wanted:
        raise NothingChosen
    _require_above_zero(wanted)
    places = StockPlaces(desk)
    where = places.get(warehouse_id) if warehouse_id else places.home()
    asked = {one.product_id: one.quantity for one in wanted}
    items = desk.store.stock_items.get_all(asked)
    costs = StockCosts(desk)
    made = []
    ordered = sorted((items[one] for one in asked if one in items), key=_supplier)
    for supplier_id, theirs in groupby(ordered, key=_supplier):
        some = tuple(theirs)
        name = desk.store.contacts.get(ContactId(supplier_id)).name if supplier_id else ""
        lines = tuple(
            Goods(one.product_id, asked[one.product_id], costs.of_one(one)) for one in some
        )
        receipt = receiving_goods.expect(
            desk,
            NewReceipt(
                lines,
                where.id,
                ContactId(supplier_id) if supplier_id else None,
                name,
                expected_on=_arrives(some, desk.today),
            ),
        )
        made.append(receipt.id)
    return tuple(made)


class _Proposing:
    """Works out what to order, at one desk for one warehouse."""

    def __init__(self, desk: Desk, warehouse_id: LocationId, language: str = "") -> None:
        self._desk = desk
        self._where = warehouse_id
        self._language = language or desk.store.company.get().language

    def rows(self, ids: tuple[ProductId, ...]) -> tuple[ReorderRow, ...]:
        """Return what to order of these products, by supplier and code."""
        needs = self._desk.store.stock_needs
        standings = needs.standings(ids, self._where)
        coming = needs.coming(ids, self._where)
        wanted = needs.wanted(ids, self._where)
        items = self._desk.store.stock_items.get_all(ids)
        found: list[tuple[StockItem, Supply, Proposal]] = []
        for one, item in items.items():
            standing = standings[one]
            supply = Supply(
                standing.on_hand,
                standing.blocked,
                standing.reserved,
                Quantity(sum((each.quantity for each in wanted.get(one, ())), Decimal(0))),
                coming.get(one, ()),
            )
            if proposal := proposed(item.reorder, supply, self._desk.today):
                found.append((item, supply, proposal))
        return self._named(found)

    def _named(self, found: Iterable[tuple[StockItem, Supply, Proposal]]) -> tuple[ReorderRow, ...]:
        some = tuple(found)
        products = self._desk.store.product_lists.rows(tuple(item.product_id for item, *_ in some))
        suppliers = {item.reorder.supplier_id for item, *_ in some if item.reorder.supplier_id}
        contacts = self._desk.store.contact_lists.rows(tuple(sorted(suppliers)))
        names = {one.id: one.name for one in contacts}
        known = {one.id: one for one in products}
        costs = StockCosts(self._desk)
        rows = [
            ReorderRow(
                item.product_id,
                known[item.product_id].code,
                known[item.product_id].name_in(self._language),
                known[item.product_id].unit,
                supply,
                proposal,
                item.reorder.least,
                item.reorder.most,
                item.reorder.supplier_id,
                names.get(item.reorder.supplier_id, "") if item.reorder.supplier_id else "",
                item.reorder.supplier_code,
                costs.of_one(item),
            )
            for item, supply, proposal in some
            if item.product_id in known and not known[item.product_id].is_archived
        ]
        return tuple(sorted(rows, key=lambda row: (row.supplier_name.casefold(), row.code)))


def _home(desk: Desk) -> LocationId | None:
    home = StockPlaces(desk).home_if_any()
    return home.id if home else None


def _supplier(item: StockItem) -> int:
    return item.reorder.supplier_id or 0


def _arrives(items: Iterable[StockItem], today: date) -> date:
    """Return the day by which all of these are here."""
    return max(date.fromordinal(today.toordinal() + one.reorder.lead_days) for one in items)


def _require_above_zero(wanted: Iterable[Ordered]) -> None:
    problems: list[Problem] = []
    for place, one in enumerate(wanted):
        field = f"wanted.{place}.quantity"
        wrong = refused_at(field, lambda each=one: quantity(each.quantity))  # type: ignore[misc]  # bound at once
        problems += wrong
        if not wrong and one.quantity <= 0:
            problems.append(NOT_ABOVE_ZERO.at(field, value=one.quantity))
    if problems:
        raise Invalid(tuple(problems))
