"""Arrivals: what came of a receipt is put in its place, with its lot and its value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from app.domain.products.product import Product
from app.domain.shared.ids import LocationId, LotId, MoveId, ProductId, ReceiptLineId, new_id
from app.domain.shared.problems import Problem
from app.domain.shared.quantities import Quantity
from app.domain.shared.refusals import Invalid, Refusal, as_problem
from app.domain.stock import receiving, units
from app.domain.stock.item import StockItem, Tracking
from app.domain.stock.location import LocationKind
from app.domain.stock.move import Move, MoveKind
from app.domain.stock.moving import LOT_COUNT, LOT_MISSING, ONE
from app.domain.stock.receipt import Arrived, Receipt, ReceiptLine
from app.domain.stock.receiving import PRODUCT_GONE, PRODUCT_UNKNOWN, Goods
from app.services.numbering import Numbering
from app.services.office import Desk
from app.services.stock_booking import Booking
from app.services.stock_lots import StockLots

SERIES = "receipt-of-goods"


def source_of(receipt_id: int) -> str:
    """Return the name by which moves and the books call a receipt of goods."""
    return f"receipt:{receipt_id}"


class Arrivals:
    """Books what came at one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._currency = desk.store.company.currency()
        self.booking = Booking(desk)
        self.lots = StockLots(desk, self.booking)

    def lines_of(self, goods: Sequence[Goods]) -> tuple[ReceiptLine, ...]:
        """Return goods as lines in the product's own unit; raises Invalid at their fields."""
        ids = [one.product_id for one in goods]
        items = self._desk.store.stock_items.get_all(ids)
        products = {one.id: one for one in self._desk.store.products.get_all(ids)}
        lines, problems = [], []
        for place, one in enumerate(goods):
            field = f"lines.{place}"
            try:
                lines.append(self._line(one, products.get(one.product_id), items))
            except Invalid as refused:
                problems += [
                    replace(wrong, field=f"{field}.{wrong.field}") for wrong in refused.problems
                ]
            except Refusal as refused:
                problems.append(as_problem(f"{field}.quantity", refused))
        if problems:
            raise Invalid(tuple(problems))
        return tuple(lines)

    def _line(
        self, one: Goods, product: Product | None, items: Mapping[ProductId, StockItem]
    ) -> ReceiptLine:
        item = items.get(one.product_id)
        if product is None or item is None or item.is_kit:
            named = product.code if product else ""
            raise Invalid((PRODUCT_UNKNOWN.at("product_id", product=named),))
        if product.is_archived:
            raise Invalid((PRODUCT_GONE.at("product_id", product=product.code),))
        own = units.in_own_unit(item, product, one.quantity, one.unit)
        return ReceiptLine(ReceiptLineId(new_id()), product.id, own, cost=one.cost)

    def check(self, receipt: Receipt, arrived: Sequence[Arrived]) -> Iterator[Problem]:
        """Yield what is wrong with what is said to have come."""
        yield from receiving.check_arrived(receipt, arrived)
        items = self._desk.store.stock_items.get_all([one.product_id for one in receipt.lines])
        lines = {one.id: one for one in receipt.lines}
        for place, one in enumerate(arrived):
            item = items[lines[one.line_id].product_id]
            if item.tracking is not Tracking.NONE and not _codes(item, one):
                yield LOT_MISSING.at(f"arrived.{place}.lot")
            elif item.tracking is Tracking.SERIAL and len(_codes(item, one)) != one.quantity:
                facts = {"count": one.quantity, "rows": len(_codes(item, one))}
                yield LOT_COUNT.at(f"arrived.{place}.lot", **facts)

    def put(self, receipt: Receipt, arrived: Sequence[Arrived], on: date) -> Receipt:
        """Book what came and return the receipt as it is then; it is not written yet."""
        number = receipt.number or Numbering(self._desk, self._desk.store.company.get()).take(
            SERIES, self._desk.today
        )
        after = receiving.received(replace(receipt, number=number), arrived, on)
        moves: list[Move] = []
        so_far = {one.id: one for one in receipt.lines}
        items = self._desk.store.stock_items.get_all([one.product_id for one in receipt.lines])
        for one in arrived:
            line = so_far[one.line_id]
            moves += self._moves(after, line, one, items[line.product_id], on)
            so_far[line.id] = replace(line, received=Quantity(line.received + one.quantity))
        self.booking.move(*moves, paper=f"{number} {receipt.supplier_name}".strip())
        return after

    def _moves(
        self, receipt: Receipt, line: ReceiptLine, one: Arrived, item: StockItem, on: date
    ) -> Iterator[Move]:
        """Yield the moves of what came: one, or one for each serial number."""
        codes = _codes(item, one)
        is_single = item.tracking is Tracking.SERIAL
        counts = [ONE] * len(codes) if is_single else [one.quantity]
        supplier = self.booking.places.of(LocationKind.SUPPLIER).id
        to = one.location_id or self._usual(item, receipt.warehouse_id)
        for place, count in enumerate(counts):
            lot_id = self._lot(item, one, codes[place] if codes else "", on)
            yield Move(
                id=MoveId(0),
                kind=MoveKind.RECEIPT,
                product_id=line.product_id,
                quantity=count,
                from_id=supplier,
                to_id=to,
                moved_on=on,
                made_at=self._desk.now,
                lot_id=lot_id,
                source=source_of(receipt.id),
                line=line.id,
                value_minor=receiving.value_of(line, count, self._currency),
            )
            line = replace(line, received=Quantity(line.received + count))

    def _usual(self, item: StockItem, warehouse_id: LocationId) -> LocationId:
        """Return the usual place of a product, if it is in the warehouse that goods come to."""
        if item.location_id is None:
            return warehouse_id
        place = self.booking.places.get(item.location_id)
        is_fit = not place.is_closed and self.booking.places.warehouse(place.id) == warehouse_id
        return place.id if is_fit else warehouse_id

    def _lot(self, item: StockItem, one: Arrived, code: str, on: date) -> LotId | None:
        if item.tracking is Tracking.NONE:
            return None
        if one.lot_id is not None and not code:
            return one.lot_id
        return self.lots.coded(item, code, on, one.expires_on).id

    def await_goods(self, before: Receipt | None, after: Receipt) -> None:
        """Keep what is on its way to warehouses in step with a receipt."""
        was = receiving.awaited(before) if before else {}
        now = receiving.awaited(after)
        changes = {
            (ProductId(one), after.warehouse_id): {
                "incoming": now.get(one, Decimal(0)) - was.get(one, Decimal(0))
            }
            for one in {*was, *now}
        }
        self._desk.store.stock_levels.add_to_standings(changes)


def _codes(item: StockItem, one: Arrived) -> list[str]:
    """Return the lot that goods came in, or their serial numbers."""
    if item.tracking is Tracking.NONE:
        return []
    if item.tracking is Tracking.LOT:
        return [one.lot.strip()] if one.lot.strip() else [""] if one.lot_id else []
    split = one.lot.replace(",", " ").replace(";", " ").split()
    return list(dict.fromkeys(split))
