"""The list that is measured is the one that clerks see, and every figure of it is there."""

from __future__ import annotations

from pathlib import Path

from tests.speed.bench_window import told
from tests.speed.offices import make_office

TOLD = {
    *("built", "first", "whole", "gap open", "count", "memory", "sort", "gap sort", "filter"),
    *("gap filter", "clear", "gap clear", "end", "jump p50", "jump p99", "scroll p50"),
    *("scroll p99", "gap scroll", "paint", "paint new", "paint plain", "palette p50"),
    "palette most",
}


def test_a_list_is_opened_sorted_filtered_jumped_through_and_painted(tmp_path: Path) -> None:
    office = tmp_path / "Lumo.backdesk"
    make_office(office, 300)

    found = told(str(tmp_path), "tests.speed.window_list", str(office), "5")

    assert found.keys() == TOLD
    assert found["count"] == 300
    assert 0 < found["first"] <= found["whole"]
    assert found["jump p50"] <= found["jump p99"]
    assert all(found[name] > 0 for name in TOLD if "gap" not in name and name != "memory")
