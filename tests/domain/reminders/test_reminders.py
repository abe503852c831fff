"""Runs and letters: what may be done with them where they stand, and how they are found."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from app.domain.reminders.findable import findable
from app.domain.reminders.planning import PAID
from app.domain.reminders.run import (
    LetterState,
    NotReady,
    Reminder,
    ReminderItem,
    ReminderRun,
    RunBegun,
    RunEnded,
    RunRow,
    RunState,
    RunTerms,
    Way,
)
from app.domain.reminders.sending import Sent
from app.domain.shared.ids import ContactId, InvoiceId, ReminderId, ReminderRunId
from app.domain.shared.money import Money
from app.domain.shared.quantities import Rate

DAY = date(2026, 3, 1)
TERMS = RunTerms(7, 14, 7)
RUN = ReminderRun(
    ReminderRunId(1), 1, RunState.PREPARED, DAY, TERMS, "Maija", datetime(2026, 3, 1, tzinfo=UTC)
)
ITEM = ReminderItem(InvoiceId(5), "20260001", date(2026, 1, 15), 100_000, 100_000)
LETTER = Reminder(
    id=ReminderId(3),
    run_id=RUN.id,
    position=0,
    contact_id=ContactId(7),
    name="Kahvila Aamu Oy",
    currency="EUR",
    state=LetterState.READY,
    level=2,
    principal_minor=100_000,
    credit_minor=1000,
    interest_minor=1295,
    fee_minor=4000,
    items=(
        ITEM,
        replace(ITEM, invoice_id=InvoiceId(6), number="CN-1", open_minor=-500),
        replace(ITEM, invoice_id=InvoiceId(8), number="20260002", code="reminders.stopped"),
    ),
)


def test_a_letter_asks_for_what_is_open_with_interest_and_fee_less_the_credit() -> None:
    assert LETTER.total_minor == 104_295
    assert [one.number for one in LETTER.reminded] == ["20260001"]
    assert [one.number for one in LETTER.offset] == ["CN-1"]
    assert [one.number for one in LETTER.named] == ["20260002"]


def test_who_gets_no_letter_is_told_why() -> None:
    skipped = LETTER.skipped(PAID)

    assert skipped.state is LetterState.SKIPPED
    assert skipped.why == PAID
    assert LETTER.why is None
    with pytest.raises(NotReady):
        skipped.require(LetterState.READY)


def test_a_run_is_discarded_only_before_a_letter_of_it_is_issued() -> None:
    assert RUN.discarded(0).state is RunState.DISCARDED
    with pytest.raises(RunBegun):
        RUN.discarded(1)
    with pytest.raises(RunEnded):
        RUN.ended().discarded(0)


def test_terms_that_cannot_be_are_told_at_their_fields() -> None:
    wrong = RunTerms(-1, 400, 7, Rate(Decimal(-1)), Decimal("NaN"), 4)

    assert [one.field for one in wrong.problems()] == [
        "grace_days",
        "between_days",
        "agreed",
        "fee",
        "fee_from",
    ]
    assert TERMS.problems() == ()


def test_a_reminder_is_found_by_its_number_its_invoices_and_its_total() -> None:
    item = findable(replace(LETTER, number="REM-2026-0001", issued_on=DAY))

    assert (item.title, item.detail, item.day) == ("REM-2026-0001", "Kahvila Aamu Oy", DAY)
    assert "20260001" in item.words
    assert item.amounts == (Money(104_295, "EUR"),)


def test_a_row_counts_what_stands_where() -> None:
    row = RunRow(RUN, {LetterState.READY: 2})

    assert (row.id, row.of(LetterState.READY), row.of(LetterState.ISSUED)) == (RUN.id, 2, 0)


def test_a_dispatch_names_the_bytes_that_left() -> None:
    sent = Sent(LETTER.id, Way.POST, "Hämeenkatu 1", "ab" * 32, RUN.made_at, "Maija")

    assert sent.sha256 == "ab" * 32
