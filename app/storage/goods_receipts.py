"""Receipts of goods: what is expected and what came, and the lists over them."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    delete,
    func,
    insert,
    or_,
    select,
    type_coerce,
)

from app.domain.shared.ids import (
    ContactId,
    LocationId,
    ProductId,
    ReceiptId,
    ReceiptLineId,
)
from app.domain.shared.paging import View, sort_of, states_of
from app.domain.shared.quantities import Quantity
from app.domain.shared.refusals import NotFound
from app.domain.stock.receipt import Receipt, ReceiptLine, ReceiptState
from app.domain.stock.rows import AWAITED, Incoming, ReceiptRow, ReceiptSort
from app.storage.deeds import Changes
from app.storage.lists import found_first, found_spine, in_order, ordered, slices, whole
from app.storage.products import product
from app.storage.receipt_tables import receipt, receipt_line
from app.storage.stock_tables import AMOUNT
from app.storage.types import Rows
from app.storage.versioned import replace_row

_SORTED: dict[ReceiptSort, ColumnElement[Any]] = {
    ReceiptSort.EXPECTED_ON: receipt.c.expected_on,
    ReceiptSort.RECEIVED_ON: receipt.c.received_on,
    ReceiptSort.NUMBER: receipt.c.number,
    ReceiptSort.SUPPLIER: func.lower(receipt.c.supplier_name),
}


class GoodsReceiptStore:
    """Reads and writes receipts of goods on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def get(self, receipt_id: ReceiptId) -> Receipt:
        """Return a receipt with its lines; raises NotFound."""
        found = self.get_all((receipt_id,))
        if not found:
            raise NotFound(record="receipt", id=receipt_id)
        return found[0]

    def get_all(self, ids: Collection[ReceiptId]) -> tuple[Receipt, ...]:
        """Return these receipts in the order asked for; what is not there is left out."""
        found: dict[int, Receipt] = {}
        for group in slices(ids):
            lines = self._lines(group)
            for row in self._connection.execute(select(receipt).where(receipt.c.id.in_(group))):
                found[row.id] = _receipt(row, tuple(lines[row.id]))
        return in_order(ids, found)

    def add(self, new: Receipt) -> None:
        """Write a new receipt."""
        self._connection.execute(insert(receipt), _row(new))
        self._write_lines(new)
        self._changes.note(f"receipt:{new.id}", None, new)

    def save(self, before: Receipt, after: Receipt) -> Receipt:
        """Replace a receipt and its lines; raises Conflict when it was changed since."""
        saved = replace(after, version=before.version + 1)
        replace_row(self._connection, receipt, before, _row(saved))
        if before.lines != after.lines:
            of_receipt = receipt_line.c.receipt_id == before.id
            self._connection.execute(delete(receipt_line).where(of_receipt))
            self._write_lines(saved)
        self._changes.note(f"receipt:{before.id}", before, saved)
        return saved

    def spine(self, view: View, among: Collection[int] | None) -> array[int]:
        """Return the ids of the list in its order; ``among`` keeps only these."""
        return found_spine(self._connection, _listed(view), receipt.c.id, among)

    def first(self, view: View, size: int, among: Collection[int] | None) -> array[int]:
        """Return the first ids of the list in its order."""
        return found_first(self._connection, _listed(view), receipt.c.id, size, among)

    def rows(self, ids: Sequence[int]) -> tuple[ReceiptRow, ...]:
        """Return the rows of these receipts, in the order asked for."""
        found: dict[int, ReceiptRow] = {}
        key = receipt.c
        for group in slices(ids):
            counted: Rows = (
                select(
                    *(key.id, key.state, key.number, key.supplier_name, key.reference),
                    *(key.expected_on, key.received_on),
                    func.count(receipt_line.c.id),
                )
                .join(receipt_line, receipt_line.c.receipt_id == key.id)
                .where(key.id.in_(group))
                .group_by(key.id)
            )
            for row in whole(self._connection, counted):
                found[row[0]] = ReceiptRow(ReceiptId(row[0]), row[1], row[2] or "", *tuple(row)[3:])
        return in_order(ids, found)

    def named(self, words: str) -> tuple[int, ...]:
        """Return the receipts whose number, reference or supplier hold these words, or a code."""
        like = f"%{words.casefold()}%"
        texts = (receipt.c.number, receipt.c.reference, receipt.c.supplier_name)
        own = [func.lower(one).like(like) for one in texts]
        of_product = select(receipt_line.c.receipt_id).join(
            product, product.c.id == receipt_line.c.product_id
        )
        coded = of_product.where(product.c.code_key == words.casefold())
        wanted = select(receipt.c.id).where(or_(*own, receipt.c.id.in_(coded)))
        return tuple(self._connection.scalars(wanted))

    def counts(self) -> dict[str, int]:
        """Return how many receipts stand in each state."""
        wanted: Rows = select(receipt.c.state, func.count()).group_by(receipt.c.state)
        found = {row[0].value: int(row[1]) for row in self._connection.execute(wanted)}
        return {one.value: found.get(one.value, 0) for one in ReceiptState}

    def incoming(
        self, product_id: ProductId, warehouse_id: LocationId | None = None
    ) -> tuple[Incoming, ...]:
        """Return what is still to come of a product, the soonest first."""
        missing = type_coerce(receipt_line.c.expected - receipt_line.c.received, AMOUNT)
        wanted: Rows = (
            select(
                *(receipt.c.id, receipt.c.expected_on, receipt.c.reference, receipt.c.number),
                *(receipt.c.supplier_name, missing.label("missing"), receipt.c.warehouse_id),
            )
            .join(receipt, receipt.c.id == receipt_line.c.receipt_id)
            .where(
                receipt_line.c.product_id == product_id,
                receipt.c.state.in_(AWAITED),
                receipt_line.c.expected > receipt_line.c.received,
            )
            .order_by(receipt.c.expected_on.asc().nulls_last(), receipt.c.id)
        )
        if warehouse_id is not None:
            wanted = wanted.where(receipt.c.warehouse_id == warehouse_id)
        return tuple(
            Incoming(
                day=row.expected_on,
                quantity=Quantity(row.missing),
                reference=row.reference or row.number or row.supplier_name,
                receipt_id=ReceiptId(row.id),
                warehouse_id=LocationId(row.warehouse_id),
            )
            for row in self._connection.execute(wanted)
        )

    def _lines(self, ids: Iterable[int]) -> dict[int, list[ReceiptLine]]:
        found: dict[int, list[ReceiptLine]] = defaultdict(list)
        wanted = select(receipt_line).where(receipt_line.c.receipt_id.in_(tuple(ids)))
        for row in self._connection.execute(wanted.order_by(receipt_line.c.place)):
            found[row.receipt_id].append(
                ReceiptLine(
                    ReceiptLineId(row.id),
                    ProductId(row.product_id),
                    Quantity(row.expected),
                    Quantity(row.received),
                    row.cost,
                )
            )
        return found

    def _write_lines(self, one: Receipt) -> None:
        rows = [
            {
                "id": line.id,
                "receipt_id": one.id,
                "place": place,
                "product_id": line.product_id,
                "expected": line.expected,
                "received": line.received,
                "cost": line.cost,
            }
            for place, line in enumerate(one.lines)
        ]
        if rows:
            self._connection.execute(insert(receipt_line), rows)


def _listed(view: View) -> Select[int]:
    asked = view if view.sort else replace(view, sort=ReceiptSort.EXPECTED_ON.value)
    column = _SORTED[sort_of(ReceiptSort, asked.sort, ReceiptSort.EXPECTED_ON)]
    wanted = select(receipt.c.id)
    if view.only:
        wanted = wanted.where(receipt.c.state.in_(states_of(ReceiptState, view.only)))
    return ordered(wanted, column, receipt.c.id, asked)


def _receipt(row: Row[Any], lines: tuple[ReceiptLine, ...]) -> Receipt:
    supplier = None if row.supplier_id is None else ContactId(row.supplier_id)
    return Receipt(
        id=ReceiptId(row.id),
        version=row.version,
        state=row.state,
        warehouse_id=LocationId(row.warehouse_id),
        lines=lines,
        number=row.number or "",
        supplier_id=supplier,
        supplier_name=row.supplier_name,
        reference=row.reference,
        expected_on=row.expected_on,
        received_on=row.received_on,
        note=row.note,
    )


def _row(one: Receipt) -> dict[str, Any]:
    return {
        "id": one.id,
        "version": one.version,
        "state": one.state,
        "warehouse_id": one.warehouse_id,
        "number": one.number or None,
        "supplier_id": one.supplier_id,
        "supplier_name": one.supplier_name,
        "reference": one.reference,
        "expected_on": one.expected_on,
        "received_on": one.received_on,
        "note": one.note,
    }
