"""The sample company of every country has letters: some wait, some were answered and sent."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.correspondence.letter import IncomingState, OutgoingState
from app.domain.correspondence.notes import NoteKind
from app.domain.shared.paging import View
from app.outside.clock import FixedClock
from app.services import (
    dispatching,
    documents,
    follow_ups,
    letter_types,
    letters_due,
    letters_in,
    letters_out,
    notes,
    welcome,
)
from app.services.letters_due import DueToday
from app.services.permissions import Actor
from tests.databases import Samples

CLOCK = FixedClock(date(2026, 3, 10))


@pytest.mark.parametrize("country", ["FI", "TH", "DE", "US"])
def test_every_sample_company_has_letters(sample_of: Samples, country: str) -> None:
    office = welcome.open_office(sample_of(country), CLOCK, Actor("Anna"))

    came = office.ask(letters_in.first, View(sort="number"), 50)
    went = office.ask(letters_out.first, View(sort="number"), 50)
    sent = [row for row in went if row.state is OutgoingState.SENT]
    assert {IncomingState.ANSWERED, IncomingState.ASSIGNED, IncomingState.FILED} <= {
        row.state for row in came
    }
    assert [row.number[-4:] for row in came] == [f"{at:04}" for at in range(1, len(came) + 1)]
    papers = [row.document_id for row in came if row.document_id]
    types = [office.ask(documents.seen, paper).type for paper in papers]
    assert [one.code for one in types if one] == ["letter-in"] * 2
    assert len(sent) >= 2
    assert all(office.ask(dispatching.of, row.id) for row in sent)
    assert all(row.signatory for row in went)
    assert office.ask(letters_out.check, office.ask(letters_out.content, went[0].id)) == ()
    office.close()


def test_the_finnish_sample_has_a_letter_that_is_still_written(sample_of: Samples) -> None:
    office = welcome.open_office(sample_of("FI"), CLOCK, Actor("Anna"))

    assert office.ask(letters_out.counts)["draft"] == 1
    assert [row.reply_by for row in office.ask(letters_in.waiting)] == [
        date(2026, 3, 16),
        date(2026, 3, 25),
    ]
    office.close()


@pytest.mark.parametrize("country", ["FI", "TH", "DE", "US"])
def test_every_sample_company_has_types_notes_a_call_and_something_to_do(
    sample_of: Samples, country: str
) -> None:
    office = welcome.open_office(sample_of(country), CLOCK, Actor("Anna"))

    kinds = office.ask(letter_types.all_types)
    tasks = office.ask(follow_ups.waiting)
    asked = next(one.follow_up.about for one in tasks if one.follow_up.about)
    written = [one.kind for one in office.ask(notes.of, asked.source)]
    assert [one.is_four_eyes for one in kinds].count(True) == 1
    assert len(tasks) == 3
    assert office.ask(letters_due.due_today) == DueToday(0, 1, mails=2)
    assert set(written) == {NoteKind.NOTE, NoteKind.HAND_OVER}
    assert {one.follow_up.about.kind for one in tasks if one.follow_up.about} == {
        "letter-in",
        "contact",
    }
    office.close()
