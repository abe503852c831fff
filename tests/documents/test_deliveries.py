"""Papers of a delivery tell what is in it and nothing of money, but for customs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.documents.deliveries import describe, describe_customs, describe_slips
from app.documents.model import Document, Grid, PageBreak
from app.documents.text import plain
from app.domain.orders.delivery import NO_CARRIAGE, DeliveryState
from tests.documents.shipping import NAMES, a_delivery_paper, declared, some_goods


def grids(document: Document) -> list[Grid]:
    return [block for block in document.blocks if isinstance(block, Grid)]


def test_a_note_names_lots_and_what_is_still_to_come_but_no_money() -> None:
    paper = a_delivery_paper("en")
    text = plain(describe(paper))

    assert "L-77" in text
    assert "JJFI60000000001" in text
    assert "Still to come" in text
    assert all(
        "$" not in cell
        for grid in grids(describe(paper))
        for row in grid.rows
        for cell in row.cells
    )


def test_what_is_not_known_is_left_out() -> None:
    paper = a_delivery_paper("en", owed=(), your_order="")
    bare = replace(paper, delivery=replace(paper.delivery, carriage=NO_CARRIAGE))
    text = plain(describe(bare))

    assert "Still to come" not in text
    assert "Tracking number" not in text
    assert "Gross weight" not in text


def test_a_column_that_nothing_needs_is_not_there() -> None:
    paper = a_delivery_paper("en", goods=some_goods("en")[:1], owed=())

    (grid,) = grids(describe(paper))

    assert [column.title for column in grid.columns] == ["Code", "Description", "Quantity", "Unit"]


def test_what_did_not_go_out_yet_is_marked_as_a_draft() -> None:
    paper = a_delivery_paper("en")
    packed = replace(paper.delivery, state=DeliveryState.PACKED, number="")

    document = describe(replace(paper, delivery=packed))

    assert (document.mark, document.name) == ("DRAFT", "Delivery note SO-2026-00007")
    assert describe(paper).mark == ""


def test_each_parcel_has_a_slip_of_what_is_in_it() -> None:
    document = describe_slips(a_delivery_paper("en"))
    first, second = grids(document)

    assert len([block for block in document.blocks if isinstance(block, PageBreak)]) == 1
    assert (len(first.rows), len(second.rows)) == (2, 1)
    assert "Parcel 2 of 2" in plain(document)


def test_a_parcel_with_nothing_named_says_so() -> None:
    paper = a_delivery_paper("en", goods=some_goods("en")[:1])

    assert "Nothing was put into this parcel" in plain(describe_slips(paper))


def test_customs_are_told_codes_weights_and_values_with_their_sums() -> None:
    text = plain(describe_customs(a_delivery_paper("fi"), declared("fi")))

    assert "9401 69 00" in text
    assert "22 kg" in text
    assert "319,20" in text
    assert "24,5 kg" in text


def test_customs_of_nothing_have_no_sum() -> None:
    (grid,) = grids(describe_customs(a_delivery_paper("en"), ()))

    assert grid.rows == ()


@pytest.mark.parametrize("language", NAMES)
def test_the_note_is_titled_in_the_language_of_the_customer(language: str) -> None:
    titles = {"en": "Delivery note", "fi": "Lähete", "th": "ใบส่งของ", "de": "Lieferschein"}

    assert describe(a_delivery_paper(language)).title == titles.get(language, "Följesedel")
