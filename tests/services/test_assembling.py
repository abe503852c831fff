"""Assembling: what parts cost is what the product is worth, to the cent, both ways."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.accounting.chart import AccountUse
from app.domain.shared.refusals import Invalid
from app.domain.stock.item import Part
from app.domain.stock.moving import NotEnough
from app.services import assembling, stock_items, stock_moves
from app.storage.database import Database
from tests.stocking import (
    booked,
    came,
    qty,
    require_agreement,
    stock_office,
    stocked,
    worth,
)


def test_a_gift_box_costs_what_is_in_it_and_comes_apart_again(database: Database) -> None:
    office = stock_office(database)
    mug, tea, box = (stocked(office, code) for code in ("MUG", "TEA", "BOX"))
    item = office.ask(stock_items.get, box)
    assert item is not None
    office.do(stock_items.save, replace(item, parts=(Part(mug, qty("1")), Part(tea, qty("0.5")))))
    came(office, mug, "10", "3.33")
    came(office, tea, "10", "2.01")

    made = office.do(assembling.assemble, box, qty("3")).result

    assert worth(office, box) == (qty("3"), 999 + 302)
    assert worth(office, mug)[0] == qty("7")
    assert worth(office, tea)[0] == qty("8.5")
    assert booked(office, AccountUse.PRICE_VARIANCE) == 0
    require_agreement(office)
    office.do(assembling.take_apart, box, qty("1"))
    assert worth(office, tea)[0] == qty("9")
    require_agreement(office)
    with pytest.raises(NotEnough):
        office.do(assembling.assemble, box, qty("99"))
    with pytest.raises(NotEnough):
        office.do(stock_moves.reverse, made[-1].id, "Too late: one was taken apart")
    require_agreement(office)


def test_an_assembly_goes_back_whole(database: Database) -> None:
    office = stock_office(database)
    mug, box = stocked(office, "MUG"), stocked(office, "BOX", parts=())
    item = office.ask(stock_items.get, box)
    assert item is not None
    with pytest.raises(Invalid):
        office.do(assembling.assemble, box, qty("1"))
    office.do(stock_items.save, replace(item, parts=(Part(mug, qty("2")),)))
    came(office, mug, "10", "3.33")
    made = office.do(assembling.assemble, box, qty("3")).result

    office.do(stock_moves.reverse, made[0].id, "Not wanted")

    assert worth(office, mug) == (qty("10"), 3330)
    assert worth(office, box) == (qty("0"), 0)
    require_agreement(office)


def test_it_is_told_what_goods_are_made_of_and_how_many_can_be(database: Database) -> None:
    office = stock_office(database)
    mug, tea, box = (stocked(office, code) for code in ("MUG", "TEA", "BOX"))
    item = office.ask(stock_items.get, box)
    assert item is not None
    office.do(stock_items.save, replace(item, parts=(Part(mug, qty("2")), Part(tea, qty("0.5")))))
    came(office, mug, "9", "3")
    came(office, tea, "1.2", "3")

    found = office.ask(assembling.makeable, box)

    assert [(one.code, one.free) for one in found.parts] == [("MUG", qty("9")), ("TEA", qty("1.2"))]
    assert found.most == qty("2")
    assert found.parts[0].name_in("fi")
    assert office.ask(assembling.makeable, mug).parts == ()
