"""Goods on paper stand in the columns that were asked for, without those that none needs."""

from __future__ import annotations

from app.documents.goods import Told, listed
from app.lang.formats import formats_in
from app.lang.texts import say_in
from tests.documents.shipping import some_goods


def test_columns_stand_as_they_were_asked_for() -> None:
    say, formats = say_in("en"), formats_in("en", "FI")
    columns = (Told.PARCEL, Told.ORDER, Told.PLACE, Told.DESCRIPTION, Told.QUANTITY)

    grid = listed(some_goods("en"), columns, say, formats)

    assert [column.title for column in grid.columns] == [
        "Parcel",
        "Order",
        "Storage place",
        "Description",
        "Quantity",
    ]
    assert grid.rows[2].cells[0] == "2"


def test_what_is_told_always_is_there_without_goods() -> None:
    grid = listed((), tuple(Told), say_in("en"), formats_in("en"))

    assert [column.title for column in grid.columns] == ["Description", "Quantity"]
