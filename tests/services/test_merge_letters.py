"""The letter that a receiver of a mailing would get, before any letter is written down."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.contacts.contact import Terms
from app.domain.correspondence.body import written
from app.domain.correspondence.letter import OutgoingState
from app.domain.correspondence.merging import MergeRun, RunForm
from app.domain.correspondence.template import TemplateText
from app.services.merge_letters import MergeLetters
from app.services.office import no_progress
from app.storage.database import Database
from tests.databases import on_sqlite
from tests.domain.correspondence.test_merging import RUN
from tests.services.letters import an_office
from tests.trade import AAMU

FORM = RunForm("x", (TemplateText("en", "Prices", written("Prices rise.")),))


@pytest.fixture
def run() -> MergeRun:
    return replace(RUN, form=FORM)


@on_sqlite
def test_a_letter_is_written_to_the_contact_in_a_language_that_there_is(
    database: Database, run: MergeRun
) -> None:
    office = an_office(database)
    thai = replace(AAMU, terms=Terms(language="th"))

    with database.read() as unit:
        letters = MergeLetters(office.desk(unit, no_progress), run)
        letter = letters.letter(thai)

        assert (letter.language, letter.subject, letter.addressee.name) == (
            "en",
            "Prices",
            AAMU.name,
        )
        assert (letter.run_id, letter.written_by, letter.state) == (
            run.id,
            "Maija",
            OutgoingState.DRAFT,
        )
        assert letters.why_not(AAMU, letter) is None
        assert letters.preview(AAMU).startswith(b"%PDF")


@on_sqlite
def test_a_template_without_a_text_gives_no_letter(database: Database, run: MergeRun) -> None:
    office = an_office(database)

    with database.read() as unit:
        letters = MergeLetters(office.desk(unit, no_progress), replace(run, form=RunForm("x")))
        why = letters.why_not(AAMU, letters.letter(AAMU))

    assert why is not None
    assert why.code == "letters.without-subject"
