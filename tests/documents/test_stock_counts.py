"""Count sheets in the order of the way, and results with differences, values and reasons."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.documents.accounting import Imprint
from app.documents.stock_counts import BLANK, describe_result, describe_sheet, is_result
from app.documents.text import plain
from app.domain.admin.company import Company
from app.domain.shared.ids import CountId, CountLineId, LocationId, ProductId
from app.domain.shared.quantities import Quantity
from app.domain.stock.count import CountKind, CountLine, CountState
from app.domain.stock.count_row import CountLineRow, CountRow
from app.domain.stock.item import Tracking
from app.domain.stock.move import Spot
from app.lang.formats import formats_in
from app.lang.texts import say_in

COMPANY = Company("Lumo Oy", "FI", "EUR", "fi")
DAY = date(2026, 3, 10)
ROW = CountRow(
    id=CountId(1),
    number="CNT-2026-00001",
    state=CountState.POSTED,
    kind=CountKind.FULL,
    warehouse_id=LocationId(1),
    warehouse="MAIN",
    is_blind=False,
    planned_on=DAY,
    posted_on=DAY,
    made_by="Aino",
    approved_by="Maija",
    lines=2,
    counted=1,
    differing=1,
)


def imprint(language: str) -> Imprint:
    return Imprint(COMPANY, say_in(language), formats_in(language, "FI"), DAY)


def line(n: int, counted: str = "", book: str = "120", reason: str = "") -> CountLineRow:
    found = Quantity(Decimal(counted)) if counted else None
    one = CountLine(
        CountLineId(n),
        Spot(ProductId(n), LocationId(5)),
        found,
        Quantity(Decimal(book)),
        reason=reason,
    )
    names = {"en": "Lamp", "fi": "Valaisin", "th": "โคมไฟ"}
    return CountLineRow(one, f"L-{n}", names, "kpl", "", Tracking.NONE, f"A-{n}", "", -2250)


LINES = (line(1, "117", "120", "Broken"), line(2))


@pytest.mark.parametrize(
    ("language", "title", "goods"),
    [("en", "Count sheet", "Lamp"), ("fi", "Inventointilista", "Valaisin")],
)
def test_a_sheet_has_a_blank_for_what_is_not_counted(language: str, title: str, goods: str) -> None:
    text = plain(describe_sheet(ROW, LINES, imprint(language)))

    assert title in text and goods in text
    assert BLANK in text and "117" in text


def test_a_result_says_what_was_found_and_what_was_left() -> None:
    text = plain(describe_result(ROW, LINES, imprint("en")))

    for told in ("-3", "-22.50", "Broken", "Approved by", "Maija", "1 line was left out."):
        assert told in text
    assert "L-2" not in text


@pytest.mark.parametrize("state", list(CountState))
def test_only_what_is_looked_at_or_posted_has_a_result(state: CountState) -> None:
    assert is_result(replace(ROW, state=state)) is (state in {CountState.REVIEW, CountState.POSTED})
