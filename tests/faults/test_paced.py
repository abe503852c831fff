"""Clerks at one pace leave an office whole, and what is told of their times is right."""

from __future__ import annotations

from tests.faults.paced import SCENES, at_a_server, noted, paced
from tests.faults.workers import Site
from tests.storage.faults.server_clerks import Took


def test_clerks_at_a_pace_issue_whole_invoices(where: Site) -> None:
    rows = [row for name in SCENES for row in paced(where, 1, name)]

    assert [row.runs for row in rows] == [1, 8]
    assert all(row.is_good for row in rows), rows


def test_clerks_at_a_pace_issue_whole_invoices_at_a_server() -> None:
    row = at_a_server(3, pause=0.1)

    assert (row.runs, row.is_good) == (24, True), row
    assert "of it waiting for another" in row.note


def test_times_are_told_by_their_points_and_by_what_was_waited() -> None:
    told = noted([Took(at / 1000, at / 4000) for at in range(1, 101)])

    assert told == "p50 51 ms, p95 96 ms, p99 100 ms, 25% of it waiting for another"
