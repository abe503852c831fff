"""A bench compares like with like, and its table says which goal was missed."""

from __future__ import annotations

import pytest

from tests.speed.__main__ import main, written
from tests.speed.bench import Bench, Figure, Site, benches


def test_every_file_of_benches_is_found_by_itself() -> None:
    found = {one.name: one.row for one in benches()}

    assert found.keys() >= {"trial balance", "one invoice", "invoice list", "search", "documents"}
    assert [one.row for one in benches()] == sorted(found[one.name] for one in benches())
    assert {one.name for one in benches("invoice list")} == {
        "invoice list",
        "invoice list rows",
        "invoice list filter",
    }


def test_a_goal_is_a_ratio_or_a_figure_or_both() -> None:
    assert Figure("x", 3.0, 1.0, ratio=3).is_reached
    assert not Figure("x", 3.1, 1.0, ratio=3).is_reached
    assert not Figure("x", 11.0, None, at_most=10).is_reached
    assert Figure("x", 99.0, None).is_reached


def test_a_missed_goal_is_marked_in_the_table() -> None:
    one = Bench("books", 10, lambda _: iter(()))

    line = written(one, Figure("sum", 12.3, 4.0, "raw SQL", ratio=3, at_most=10))

    assert line.split() == [
        *("10", "books:", "sum", "12.3", "ms", "4.00", "ms", "3.08"),
        *("≤", "3", "×,", "≤", "10", "ms", "!", "raw", "SQL"),
    ]


def test_two_sides_must_give_the_same_answer() -> None:
    site = Site(1, rounds=3)

    ours, limit = site.interleaved(lambda: 1, lambda: 1)

    assert ours >= 0 and limit >= 0
    with pytest.raises(AssertionError):
        site.interleaved(lambda: 1, lambda: 2)
    assert len(site.alone(lambda: 1)) == 3


def test_the_benches_can_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--list", "--only", "ledger"]) == 0

    assert capsys.readouterr().out.split() == ["11", "ledger"]
