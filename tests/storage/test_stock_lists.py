"""Lists of stock: sorted, narrowed, now and as of a day."""

from __future__ import annotations

from datetime import timedelta

from app.domain.shared.paging import View
from app.storage.database import Database
from tests.builders import TODAY
from tests.stocking import came, qty, stocked
from tests.storage.goods_lying import let_lie


def test_products_are_listed_sorted_and_narrowed(database: Database) -> None:
    lying = let_lie(database)
    empty = stocked(lying.office, "A-1")
    many = stocked(lying.office, "M-1")
    came(lying.office, many, "100", "1", on=TODAY - timedelta(days=3))

    with database.read() as unit:
        lists = unit.stock_lists
        by_code = lists.spine(View(sort="code"), None)
        assert list(by_code) == [empty, many, lying.product_id]
        assert next(iter(lists.spine(View(sort="on_hand", is_descending=True), None))) == many
        assert set(lists.spine(View(only=("there",)), None)) == {many, lying.product_id}
        assert list(lists.first(View(only=("out",)), 5, None)) == [empty]
        assert lists.counts()["there"] == 2
        (row,) = lists.rows((lying.product_id,))
        assert (row.on_hand, row.free, row.value_minor) == (qty("6"), qty("6"), 3000)
        assert lists.worth() == 13000


def test_a_past_list_has_only_what_was_there_then(database: Database) -> None:
    lying = let_lie(database)
    many = stocked(lying.office, "M-1")
    came(lying.office, many, "100", "1", on=TODAY - timedelta(days=3))
    then = TODAY - timedelta(days=1)

    with database.read() as unit:
        lists = unit.stock_lists
        assert list(lists.spine_on(View(sort="value", is_descending=True), then, None)) == [many]
        (row,) = lists.rows((many,), then)
        assert (row.on_hand, row.value_minor, row.code) == (qty("100"), 10000, "M-1")
        (gone,) = lists.rows((lying.product_id,), then)
        assert (gone.on_hand, gone.value_minor) == (qty("0"), 0)
        by_count = list(lists.spine_on(View(sort="on_hand"), TODAY, None))
        assert by_count == [lying.product_id, many]


def test_a_move_is_shown_with_its_places_and_worth(database: Database) -> None:
    lying = let_lie(database)

    with database.read() as unit:
        (row,) = unit.stock_lists.moves((lying.gone.id,))
    assert (row.from_place, row.to_place, row.value_minor) == ("MAIN", "CUSTOMER", -2000)
    assert (row.code, row.name_in("fi"), row.who) == ("S-1", "Gadget", "Maija")
