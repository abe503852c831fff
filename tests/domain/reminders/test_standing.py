"""Where an invoice stands: its level only rises, and what stops it is told and taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.payments.claims import Claim
from app.domain.reminders.standing import (
    COLLECTION,
    LAST,
    InCollection,
    InvoiceStanding,
    NothingStopped,
    NotYetCollected,
)
from app.domain.shared.ids import InvoiceId
from app.domain.shared.money import Money
from app.domain.shared.refusals import Invalid

DAY = date(2026, 3, 1)
FRESH = InvoiceStanding(InvoiceId(1))
REMINDED = replace(FRESH, level=2, reminded_on=DAY, interest_minor=1295, fee_minor=4000)


def test_a_dispute_needs_a_reason_and_is_taken_back_by_resuming() -> None:
    with pytest.raises(Invalid):
        FRESH.disputed("  ", DAY)

    disputed = REMINDED.disputed(" Wrong\ncolour ", DAY)

    assert disputed.is_disputed
    assert disputed.dispute == "Wrong colour"
    assert disputed.resumed() == REMINDED


def test_only_what_is_stopped_can_be_resumed() -> None:
    assert FRESH.stopped().resumed() == FRESH
    with pytest.raises(NothingStopped):
        FRESH.resumed()


def test_a_claim_is_handed_over_after_its_last_reminder_and_once() -> None:
    last = replace(REMINDED, level=LAST)

    handed = last.collected(DAY)

    assert handed.level == COLLECTION
    assert handed.returned().level == LAST
    with pytest.raises(InCollection):
        handed.collected(DAY)
    for early in (REMINDED, last.stopped(), last.disputed("no", DAY)):
        with pytest.raises(NotYetCollected):
            early.collected(DAY)


def test_a_reminder_never_lowers_a_level() -> None:
    assert REMINDED.reminded(1, DAY, 1300, 4000).level == 2
    assert FRESH.reminded(3, DAY, 10, 0) == replace(
        FRESH, level=3, reminded_on=DAY, interest_minor=10
    )


def test_what_was_paid_is_claimed_no_more_and_never_below_nothing() -> None:
    part = REMINDED.paid(1000, 4000)

    assert part.claim("EUR") == Claim(InvoiceId(1), Money(295, "EUR"), Money(0, "EUR"))
    assert part.paid(1000, 0).claim("EUR").interest == Money(0, "EUR")
    assert part.paid(-1000, -4000) == REMINDED


def test_putting_back_takes_dispute_and_stop_but_no_claims() -> None:
    before = REMINDED
    after = REMINDED.disputed("no", DAY).stopped().paid(1295, 0)

    assert after.as_stopped(before) == REMINDED.paid(1295, 0)


def test_putting_back_takes_a_claim_out_of_collection_at_its_level() -> None:
    before = replace(REMINDED, level=LAST)

    assert before.collected(date(2026, 4, 1)).as_stopped(before) == before
