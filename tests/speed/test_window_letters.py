"""Letters that are measured are listed and written as clerks do, and every figure is there."""

from __future__ import annotations

from pathlib import Path

from tests.speed.bench_window import told
from tests.speed.registers import make_letters

TOLD = {
    *("first", "whole", "gap open", "count", "memory", "filter", "end", "jump p50", "jump p99"),
    *("scroll p50", "scroll p99", "gap scroll", "letter open", "page p50", "page most"),
    *("key plain", "gap plain", "key spelt", "gap spelt", "is spelt", "is wrong"),
}


def test_letters_are_listed_filtered_scrolled_and_typed(tmp_path: Path) -> None:
    office = tmp_path / "Letters.backdesk"
    make_letters(office, 60)

    found = told(str(tmp_path), "tests.speed.window_letters", str(office), "3")

    assert found.keys() == TOLD
    assert found["count"] == 60
    assert found["is wrong"] == found["is spelt"]
    assert all(found[name] > 0 for name in ("first", "page p50", "key plain", "key spelt"))
