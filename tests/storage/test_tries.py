"""Wrong passwords are counted across starts, and no clock that can be set shortens the wait."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.storage import tries
from app.storage.tries import FREE, LONGEST, TRIES, FolderTally, TooManyTries, Tries


class Moment:
    """A clock that goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def moment() -> Moment:
    return Moment()


def failing(folder: Path, moment: Moment, times: int, name: str = "anna") -> Tries:
    counted = Tries(FolderTally(folder), ("Anna", "Boon"), moment)
    for _ in range(times):
        moment.now += counted.wait(name)
        counted.begin(name)
    return counted


def test_five_tries_cost_nothing_and_then_the_wait_doubles(tmp_path: Path, moment: Moment) -> None:
    counted = failing(tmp_path, moment, FREE)

    waits = []
    for _ in range(4):
        waits.append(counted.wait("ANNA"))
        with pytest.raises(TooManyTries) as refused:
            counted.begin("anna")
        assert float(str(refused.value.facts["seconds"])) >= waits[-1]
        moment.now += waits[-1]
        counted.begin("anna")

    assert waits == [1.0, 2.0, 4.0, 8.0]


def test_the_wait_has_a_longest(tmp_path: Path, moment: Moment) -> None:
    (tmp_path / TRIES).write_text('{"anna": 4000}')

    assert Tries(FolderTally(tmp_path), ("Anna",), moment).wait("anna") == LONGEST


def test_a_new_start_begins_the_wait_anew(
    tmp_path: Path, moment: Moment, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(tmp_path, moment, FREE + 3)
    moment.now += 7.9

    monkeypatch.setattr(tries, "_since", {})
    again = Tries(FolderTally(tmp_path), ("Anna",), moment)

    assert again.wait("anna") == 8.0


def test_who_came_in_is_forgiven_and_others_are_not_touched(tmp_path: Path, moment: Moment) -> None:
    counted = failing(tmp_path, moment, FREE + 1)
    failing(tmp_path, moment, FREE, "boon")

    counted.succeed("Anna")

    assert counted.wait("anna") == 0.0
    assert counted.wait("boon") > 0.0


def test_all_names_that_nobody_has_count_together(tmp_path: Path, moment: Moment) -> None:
    for number in range(FREE):
        Tries(FolderTally(tmp_path), ("Anna",), moment).begin(f"guess {number}")

    assert Tries(FolderTally(tmp_path), ("Anna",), moment).wait("another guess") > 0
    assert "guess" not in (tmp_path / TRIES).read_text()


@pytest.mark.parametrize("content", [b"", b"\xff", b"[]", b'{"anna": "x"}', b"7"])
def test_a_damaged_count_begins_anew(tmp_path: Path, moment: Moment, content: bytes) -> None:
    (tmp_path / TRIES).write_bytes(content)

    counted = Tries(FolderTally(tmp_path), ("Anna",), moment)

    counted.begin("anna")
    assert (tmp_path / TRIES).read_text() == '{"anna": 1}'


def test_another_time_of_day_is_no_way_around(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = Tries(FolderTally(tmp_path), ("Anna",))
    for _ in range(FREE):
        counted.begin("anna")
    monkeypatch.setattr("time.time", lambda: 4e9)

    with pytest.raises(TooManyTries):
        counted.begin("anna")


def test_what_was_not_tried_is_taken_back_and_the_tries_before_it_stay(
    tmp_path: Path, moment: Moment
) -> None:
    counted = failing(tmp_path, moment, FREE)
    before = counted.wait("anna")
    moment.now += before

    counted.begin("anna")
    counted.take_back("anna")

    assert counted.wait("anna") == before
