"""A proof lists every row until a day, with what was left after it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.domain.leave.leave import EntryKind
from app.domain.leave.ledger import balance
from app.domain.leave.proof import Settling, proof_lines, settling_problems
from app.domain.leave.spans import Span
from app.domain.shared.ids import LeaveRequestId
from tests.leaving import a_grant

DAY = date(2026, 3, 31)
AMOUNTS = st.decimals(-30, 30, places=2).filter(bool)


@given(st.lists(st.tuples(st.dates(date(2026, 1, 1), date(2026, 6, 30)), AMOUNTS), max_size=12))
def test_the_last_row_says_what_is_left(rows: list[tuple[date, Decimal]]) -> None:
    entries = [a_grant(day, str(amount), EntryKind.ADJUSTED) for day, amount in rows]

    lines = list(proof_lines([(one, False) for one in entries], DAY, {}))

    assert (lines[-1].left if lines else 0) == balance(entries, DAY)
    assert all(one.entry.day <= DAY for one in lines)


def test_of_one_day_what_is_added_comes_first() -> None:
    less, more = (a_grant(DAY, amount, EntryKind.ADJUSTED) for amount in ("-2", "5"))

    lines = list(proof_lines([(less, True), (more, False)], DAY, {}))

    assert [one.left for one in lines] == [5, 3]
    assert [one.is_due for one in lines] == [False, True]


def test_what_was_taken_names_its_leave() -> None:
    leave = Span(DAY, DAY)
    taken = replace(a_grant(DAY, "-1", EntryKind.TAKEN), request_id=LeaveRequestId(4))

    (line,) = proof_lines([(taken, False)], DAY, {LeaveRequestId(4): leave})

    assert line.leave == (leave.first, leave.last)
    assert (line.kind, line.day, line.reason, line.is_granting) == ("taken", DAY, "", False)


def test_days_settled_by_hand_need_a_reason_but_for_an_opening() -> None:
    settling = Settling(DAY, Decimal(3), "")

    assert [one.code for one in settling_problems(settling)] == ["leave.without-reason"]
    assert settling_problems(replace(settling, is_opening=True)) == ()
