"""A reversal is the opposite of its entry, and there is one only."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.accounting.reversal import (
    AlreadyReversed,
    NotReversible,
    Reversing,
    reversal_source,
    reversed_by,
)
from app.domain.shared.ids import EntryId
from tests.books import BANK, RECEIVABLES, SALES, an_entry

NEW = Reversing(EntryId(99), "2026-00009", date(2026, 3, 31), "Reversal")


@given(st.lists(st.integers(1, 10**9), min_size=1, max_size=5))
def test_an_entry_and_its_reversal_are_nothing_on_every_account(amounts: list[int]) -> None:
    sides = [*((BANK, one) for one in amounts), (SALES, -sum(amounts))]
    entry = an_entry(*sides)

    reversal = reversed_by(entry, (), NEW)

    left: dict[int, int] = {}
    for side in (*entry.postings, *reversal.postings):
        left[side.account_id] = left.get(side.account_id, 0) + side.amount.minor
    assert set(left.values()) == {0}
    assert reversal.source == reversal_source(entry.id)
    assert reversal.postings[0].amount.minor > 0


def test_a_second_reversal_is_refused() -> None:
    entry = an_entry((BANK, 1), (RECEIVABLES, -1))
    first = reversed_by(entry, (), NEW)

    with pytest.raises(AlreadyReversed) as refused:
        reversed_by(entry, (first,), NEW)

    assert refused.value.facts["reversal"] == "2026-00009"


@pytest.mark.parametrize(("source", "why"), [("invoice:7", "voucher"), ("entry:7", "reversal")])
def test_what_a_voucher_made_and_a_reversal_itself_are_not_reversed(source: str, why: str) -> None:
    with pytest.raises(NotReversible) as refused:
        reversed_by(an_entry(source=source), (), NEW)

    assert refused.value.facts["why"] == why
