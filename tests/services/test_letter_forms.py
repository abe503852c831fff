"""A form of a letter begins with all that it needs, and goes on with what was typed."""

from __future__ import annotations

import pytest

from app.domain.correspondence.body import Body, Chip, Paragraph, written
from app.domain.correspondence.template import SnippetForm, SnippetText
from app.services import drafts, letter_forms, letter_types, letters_out, snippets
from app.services.office import Office
from app.storage.database import Database
from tests.builders import TODAY
from tests.domain.correspondence.letters import a_letter_form
from tests.services.letters import an_office, drafted, received
from tests.services.papers import filed


@pytest.fixture
def office(database: Database) -> Office:
    return an_office(database)


def test_a_new_letter_in_begins_today_with_the_types_there_are(office: Office) -> None:
    kind = office.do(letter_types.add, "Claim", 14).result

    opened = office.ask(letter_forms.came_in)

    assert (opened.letter, opened.form.received_on) == (None, TODAY)
    assert opened.types == (kind,)


def test_a_scan_gives_what_its_card_says(office: Office) -> None:
    document_id = filed(office, "Reklamaatio", "Kahvi oli kylmää.")

    opened = office.ask(letter_forms.came_in, None, document_id)

    assert (opened.form.subject, opened.form.document_id) == ("Reklamaatio", document_id)


def test_a_known_letter_comes_with_what_was_typed_on_it(office: Office) -> None:
    letter = received(office)
    office.do(drafts.keep, "letter-in", letter.id, letter.version, {"subject": "half"})

    opened = office.ask(letter_forms.came_in, letter.id)

    assert opened.letter == letter
    assert opened.draft is not None


def test_a_letter_out_begins_in_the_language_of_the_office_with_its_snippets(
    office: Office,
) -> None:
    office.do(snippets.add, SnippetForm("x", (SnippetText("fi", written("Hei")),)))

    opened = office.ask(letter_forms.goes_out)

    assert (opened.letter, opened.form.language, opened.home) == (None, "fi", "fi")
    assert opened.snippets == {"x": written("Hei")}


def test_a_known_letter_out_is_opened_as_it_is(office: Office) -> None:
    letter = drafted(office)

    assert office.ask(letter_forms.goes_out, letter.id).letter == letter


def test_a_review_fills_fields_and_tells_what_is_wrong(office: Office) -> None:
    body = Body((Paragraph((Chip("contact.name"), Chip("no.field"))),))

    review = office.ask(letter_forms.review, a_letter_form(body=body))

    assert review.pdf.startswith(b"%PDF")
    assert "letters.unknown-field" in [one.code for one in review.problems]


def test_only_a_letter_of_ours_that_has_a_number_can_be_answered(office: Office) -> None:
    sent = office.do(letters_out.issue, drafted(office, subject="Tarjous putkista").id).result
    drafted(office, subject="Tarjous levyistä")

    found = office.ask(letter_forms.answerable, "tarjous")

    assert [row.id for row in found] == [sent.id]
