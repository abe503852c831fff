"""The sample company of every country has letters: some wait, some were answered and sent."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.domain.correspondence.letter import IncomingState, OutgoingState
from app.domain.shared.paging import View
from app.outside.clock import FixedClock
from app.services import demo, dispatching, documents, letters_in, letters_out
from app.services.permissions import Actor

CLOCK = FixedClock(date(2026, 3, 10))


@pytest.mark.parametrize("country", ["FI", "TH", "DE", "US"])
def test_every_sample_company_has_letters(tmp_path: Path, country: str) -> None:
    office = demo.create_sample(tmp_path / "Sample.backdesk", country, CLOCK, Actor("Anna"))

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


def test_the_finnish_sample_has_a_letter_that_is_still_written(tmp_path: Path) -> None:
    office = demo.create_sample(tmp_path / "Sample.backdesk", "FI", CLOCK, Actor("Anna"))

    assert office.ask(letters_out.counts)["draft"] == 1
    assert [row.reply_by for row in office.ask(letters_in.waiting)] == [
        date(2026, 3, 16),
        date(2026, 3, 25),
    ]
    office.close()
