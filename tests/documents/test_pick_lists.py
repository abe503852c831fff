"""A pick list goes the way through the warehouse, and has a code for what can be scanned."""

from __future__ import annotations

from dataclasses import replace

from app.documents.model import Beside, Document, Grid, QrCode
from app.documents.pick_lists import BOX, PickPaper, describe
from app.documents.text import plain
from tests.documents.shipping import a_pick_list, an_imprint, some_goods


def codes(document: Document) -> list[str]:
    besides = [block for block in document.blocks if isinstance(block, Beside)]
    parts = [part for one in besides for part in (*one.left, *one.right)]
    return [part.content for part in parts if isinstance(part, QrCode)]


def test_of_many_orders_each_line_says_for_which_it_is() -> None:
    many, one = a_pick_list("en", "SO-1", "SO-2"), a_pick_list("en", "SO-1")

    assert "Order " in plain(many) or "Order\n" in plain(many)
    (grid,) = [block for block in one.blocks if isinstance(block, Grid)]
    assert "Order" not in [column.title for column in grid.columns]


def test_each_thing_has_one_code() -> None:
    goods = some_goods("en")
    paper = PickPaper("Main", ("SO-1",), (*goods, replace(goods[0], place="Z-9")))

    assert codes(describe(paper, an_imprint("en"))) == [one.scan for one in goods]


def test_goods_without_a_code_are_listed_all_the_same() -> None:
    bare = tuple(replace(one, scan="") for one in some_goods("en"))

    document = describe(PickPaper("Main", ("SO-1",), bare), an_imprint("en"))

    assert codes(document) == []
    assert "Codes to scan" not in plain(document)


def test_beneath_a_kit_stand_its_parts_and_only_those_are_ticked() -> None:
    bench, coffee, more = some_goods("en")
    kit = replace(bench, place="", parts=(coffee, more))

    document = describe(PickPaper("Main", ("SO-1",), (kit, bench)), an_imprint("en"))

    (grid,) = [block for block in document.blocks if isinstance(block, Grid)]
    at = [column.title for column in grid.columns].index("Description")
    assert [(row.cells[0], row.cells[at]) for row in grid.rows] == [
        ("", bench.description),
        (BOX, f"– {coffee.description}"),
        (BOX, f"– {more.description}"),
        (BOX, bench.description),
    ]
    assert codes(document) == [bench.scan]


def test_nothing_to_pick_is_said() -> None:
    document = describe(PickPaper("Main", (), ()), an_imprint("en"))

    assert "Nothing is to be picked." in plain(document)
