"""What is seen of a window from outside comes in its order, and both sides show their rows."""

from __future__ import annotations

from pathlib import Path

from app.storage.keys import read_keys
from app.storage.place import KEYS, ROWS
from tests.speed.bench_window import SHOWN, told
from tests.speed.bench_window_gaps import STEPS
from tests.speed.offices import make_office


def test_a_start_is_seen_from_its_first_paint_to_its_first_rows(tmp_path: Path) -> None:
    office = tmp_path / "Lumo.backdesk"
    make_office(office, 20)

    ours = told(str(tmp_path), "tests.speed.window_start", str(office))
    key = read_keys(office / KEYS, "").files.hex()
    limit = told(str(tmp_path), "tests.speed.window_bare", str(office / ROWS), key, SHOWN)

    assert 0 < ours["painted"] < ours["opened"] < ours["rows"]
    assert limit["painted"] > 0 and limit["peak"] > 0


def test_every_step_of_a_clerks_first_minute_is_watched_and_so_is_the_second_time(
    tmp_path: Path,
) -> None:
    office = tmp_path / "Lumo.backdesk"
    make_office(office, 20)

    gaps = told(str(tmp_path), "tests.speed.window_gaps", str(office))
    again = told(str(tmp_path), "tests.speed.window_gaps", str(office))

    assert set(gaps) == set(again) == {*STEPS, "memory"}
    assert all(gap > 0 for gap in (*gaps.values(), *again.values()))
