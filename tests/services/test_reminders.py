"""Reminder runs: who gets a letter over what, who gets none and why; changed until issued."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.domain.reminders.run import (
    LetterState,
    NothingToRemind,
    NotReady,
    RunBegun,
    RunEnded,
    RunState,
    RunTerms,
)
from app.domain.shared.ids import ReminderId, ReminderRunId
from app.domain.shared.refusals import Invalid, NotFound
from app.services import claims, reminder_issuing, reminders
from app.services.office import Office
from app.storage.database import Database
from tests.reminding import TERMS, an_owed_office, due, prepared, run_on
from tests.trade import AAMU, at, count, issued

RUN_DAY = date(2026, 3, 1)


@pytest.fixture
def office(database: Database) -> Office:
    return an_owed_office(database)


def test_journey_9_claims_interest_and_fee_and_books_nothing(office: Office) -> None:
    invoice = due(office, "1000", date(2026, 1, 15))
    disputed = due(office, "200", date(2026, 1, 15))
    later = at(office, RUN_DAY)
    later.do(claims.dispute, (disputed.id,), "Wrong colour")
    entries = count(later, "journal_entry")

    run = later.do(reminders.prepare, RUN_DAY, TERMS).result
    (letter,) = later.ask(reminders.letters, run.id)
    later.do(reminders.set_level, (letter.id,), 2)
    outcome = later.run(reminder_issuing.issue, run.id)

    (letter,) = later.ask(reminders.letters, run.id)
    (item,) = letter.reminded
    (named,) = letter.named
    assert outcome.issued == 1
    assert (item.invoice_id, item.days, item.level) == (invoice.id, 45, 2)
    assert (letter.interest_minor, letter.fee_minor) == (1295, 4000)
    assert letter.total_minor == 105_295
    assert letter.number == "REM-2026-0001"
    assert (named.number, named.code) == (disputed.number, "reminders.disputed")
    assert count(later, "journal_entry") == entries
    assert issued(later).number == "20260003"


def test_a_preview_writes_nothing_and_tells_of_everyone(office: Office) -> None:
    due(office, "1000", date(2026, 1, 15))
    later = at(office, RUN_DAY)

    found = later.ask(reminders.preview)

    assert (found.day, len(found.ready), found.skipped) == (RUN_DAY, 1, ())
    assert found.ready[0].interest_minor == 1295
    assert count(later, "reminder") == count(later, "reminder_run") == 0


def test_terms_are_those_of_the_law_and_then_those_of_the_last_run(office: Office) -> None:
    due(office, "1000", date(2026, 1, 15))

    first = office.ask(reminders.usual)
    prepared(office, RUN_DAY, replace(TERMS, fee=Decimal(15)))
    second = office.ask(reminders.usual)

    assert first.terms == RunTerms(7, 14, 7)
    assert second.terms == replace(TERMS, fee=Decimal(15))
    assert first.warnings == second.warnings == ()


def test_a_run_after_the_known_rates_is_warned_of(office: Office) -> None:
    due(office, "1000", date(2026, 1, 15))

    soon = at(office, date(2026, 8, 1)).ask(reminders.preview)
    late = at(office, date(2027, 2, 1)).ask(reminders.preview)

    unchecked = "reminders.rate-not-checked"
    assert [one.code for one in soon.warnings] == [unchecked]
    assert [one.code for one in late.warnings] == ["reminders.rates-outdated", unchecked]
    assert soon.ready


def test_terms_and_days_that_cannot_be_are_refused(office: Office) -> None:
    due(office, "1000", date(2026, 1, 15))
    later = at(office, RUN_DAY)

    with pytest.raises(Invalid) as to_come:
        later.do(reminders.prepare, date(2026, 3, 2), TERMS)
    with pytest.raises(Invalid) as wrong:
        later.do(reminders.prepare, RUN_DAY, replace(TERMS, grace_days=-1))

    assert [one.code for one in to_come.value.problems] == ["reminders.day-to-come"]
    assert [one.field for one in wrong.value.problems] == ["grace_days"]


def test_without_anything_overdue_there_is_no_run(office: Office) -> None:
    due(office, "1000", date(2026, 3, 1))

    with pytest.raises(NothingToRemind):
        prepared(office, RUN_DAY)


def test_a_run_twice_on_a_day_skips_everyone_with_the_reason(office: Office) -> None:
    due(office, "1000", date(2026, 1, 15))
    run_on(office, RUN_DAY)

    (letter,) = run_on(office, RUN_DAY)

    assert (letter.state, letter.code) == (LetterState.SKIPPED, "reminders.too-soon")
    assert letter.facts == {"day": "2026-03-01", "from_day": "2026-03-15"}


def test_the_levels_rise_run_by_run_until_collection(office: Office) -> None:
    invoice = due(office, "1000", date(2026, 1, 15))
    days = (date(2026, 3, 1), date(2026, 3, 15), date(2026, 3, 29), date(2026, 4, 12))

    found = [run_on(office, day)[0] for day in days]

    assert [(one.level, one.fee_minor, one.code) for one in found] == [
        (1, 0, ""),
        (2, 4000, ""),
        (3, 4000, ""),
        (0, 0, "reminders.last-sent"),
    ]
    last = at(office, days[-1])
    last.do(claims.collect, (invoice.id,))
    assert run_on(office, date(2026, 5, 1))[0].code == "reminders.handed-over"


def test_a_letter_is_left_out_and_taken_in_again(office: Office) -> None:
    due(office, "1000", date(2026, 1, 15))
    run = prepared(office, RUN_DAY)
    later = at(office, RUN_DAY)
    (letter,) = later.ask(reminders.letters, run.id)

    later.do(reminders.leave_out, (letter.id,))
    assert later.ask(reminders.get, run.id).of(LetterState.LEFT_OUT) == 1
    with pytest.raises(NotReady):
        later.do(reminders.set_level, (letter.id,), 2)
    later.do(reminders.take_in, (letter.id,))

    assert later.ask(reminders.letter, letter.id) == letter
    assert later.ask(reminders.counts)["ready"] == 1


def test_another_level_is_reckoned_anew_and_taken_back(office: Office) -> None:
    due(office, "1000", date(2026, 1, 15))
    run = prepared(office, RUN_DAY)
    later = at(office, RUN_DAY)
    (letter,) = later.ask(reminders.letters, run.id)

    (raised,) = later.do(reminders.set_level, (letter.id,), 3).result
    (usual,) = later.do(reminders.set_level, (letter.id,), None).result

    assert (raised.level, raised.fee_minor) == (3, 4000)
    assert usual == letter
    with pytest.raises(Invalid):
        later.do(reminders.set_level, (letter.id,), 4)
    with pytest.raises(NotFound):
        later.do(reminders.set_level, (ReminderId(1),), 2)


def test_a_run_is_discarded_without_a_trace_before_it_is_begun(office: Office) -> None:
    due(office, "1000", date(2026, 1, 15))
    run = prepared(office, RUN_DAY)
    later = at(office, RUN_DAY)

    discarded = later.do(reminders.discard, run.id).result

    assert discarded.state is RunState.DISCARDED
    assert later.ask(reminders.runs) == ()
    assert count(later, "reminder") == count(later, "reminder_item") == 0
    with pytest.raises(RunEnded):
        later.run(reminder_issuing.issue, run.id)


def test_a_run_that_was_begun_stays(office: Office) -> None:
    due(office, "1000", date(2026, 1, 15))
    (letter,) = run_on(office, RUN_DAY)
    later = at(office, RUN_DAY)

    with pytest.raises((RunBegun, RunEnded)):
        later.do(reminders.discard, letter.run_id)
    with pytest.raises(NotFound):
        later.ask(reminders.get, ReminderRunId(1))


def test_reminders_are_found_from_the_invoice_and_the_customer(office: Office) -> None:
    invoice = due(office, "1000", date(2026, 1, 15))
    (letter,) = run_on(office, RUN_DAY)
    later = at(office, RUN_DAY)

    assert later.ask(reminders.of_invoice, invoice.id) == (letter,)
    assert later.ask(reminders.of_customer, AAMU.id) == (letter,)
