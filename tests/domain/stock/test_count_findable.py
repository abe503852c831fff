"""A count is found by its number, its warehouse and who planned it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.stock.count_findable import findable
from tests.domain.stock.test_count import PLANNED


def test_a_count_is_found_by_its_number_and_its_day() -> None:
    item = findable(replace(PLANNED, planned_on=date(2026, 3, 10), made_by="Aino"), "Main")

    assert (item.kind, item.title, item.detail) == ("stock-count", "CNT-2026-00001", "Main")
    assert (item.words, item.day) == ("Aino", date(2026, 3, 10))
