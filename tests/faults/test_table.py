"""The table of faults: what was found anew stands in the place of what was found before."""

from __future__ import annotations

from tests.faults.table import Row, merged, page, read_rows

KILL, CUT = Row("kill", "issue", 80), Row("power cut", "issue", 1500, seconds=200)


def test_rows_stand_by_their_fault_in_the_place_of_those_they_follow() -> None:
    before = [one.as_markdown() for one in (KILL, CUT)]
    again, more = Row("kill", "issue", 160), Row("kill", "file", 80, note="a | b")

    lines = merged(before, [again, more])

    assert lines == [one.as_markdown() for one in (again, more, CUT)]


def test_a_page_is_read_as_it_was_written() -> None:
    lines = [one.as_markdown() for one in (KILL, CUT)]

    assert read_rows(page(lines)) == lines
    assert read_rows("") == []
