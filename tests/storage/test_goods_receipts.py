"""Receipts of goods: written, replaced as they were read, listed, and what is still to come."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.shared.ids import ReceiptId
from app.domain.shared.paging import View
from app.domain.shared.refusals import Conflict, NotFound
from app.domain.stock.receipt import ReceiptState
from app.domain.stock.receiving import Goods, NewReceipt
from app.services import receiving_goods
from app.storage.database import Database
from tests.builders import TODAY
from tests.stocking import cost, qty
from tests.storage.goods_lying import let_lie


def test_a_receipt_is_read_as_it_was_written_and_not_replaced_twice(database: Database) -> None:
    lying = let_lie(database)
    with database.write() as unit:
        before = unit.goods_receipts.get(lying.receipt.id)
        assert before == lying.receipt
        saved = unit.goods_receipts.save(before, replace(before, note="Late"))
        assert unit.goods_receipts.get(before.id) == saved
        with pytest.raises(Conflict):
            unit.goods_receipts.save(before, replace(before, note="Twice"))
        with pytest.raises(NotFound):
            unit.goods_receipts.get(ReceiptId(1))


def test_what_is_to_come_is_listed_the_soonest_first(database: Database) -> None:
    lying = let_lie(database)
    goods = (Goods(lying.product_id, qty("3"), cost("1")),)
    for days, name in ((9, "Late Oy"), (2, "Soon Oy")):
        new = NewReceipt(
            goods, supplier_name=name, reference=f"PO-{days}", expected_on=TODAY + timedelta(days)
        )
        lying.office.do(receiving_goods.expect, new)

    with database.read() as unit:
        store = unit.goods_receipts
        assert [one.reference for one in store.incoming(lying.product_id)] == ["PO-2", "PO-9"]
        expected = View(only=("expected",))
        names = [one.supplier_name for one in store.rows(store.spine(expected, None))]
        assert names == ["Soon Oy", "Late Oy"]
        assert len(store.first(expected, 1, None)) == 1
        assert store.counts()[ReceiptState.EXPECTED.value] == 2
        assert len(store.named("soon")) == 1
        assert len(store.named("s-1")) == 3
