"""A snippet says the same in plain words, in the language of the paper, to its contact."""

from __future__ import annotations

import pytest

from app.domain.correspondence.body import Body, Chip, Paragraph, Words, written
from app.domain.correspondence.template import SnippetForm, SnippetText
from app.domain.shared.ids import ContactId
from app.domain.shared.refusals import NotFound
from app.services import snippet_words, snippets
from app.services.office import Office
from app.storage.database import Database
from tests.services.letters import an_office
from tests.trade import AAMU


@pytest.fixture
def office(database: Database) -> Office:
    return an_office(database)


def test_a_snippet_says_the_name_of_who_is_written_to(office: Office) -> None:
    body = Body((Paragraph((Words("Hei "), Chip("contact.name"), Words("!"))),))
    office.do(snippets.add, SnippetForm("hei", (SnippetText("fi", body),)))

    assert office.ask(snippet_words.words, AAMU.id) == {"hei": f"Hei {AAMU.name}!"}
    assert office.ask(snippet_words.words) == {"hei": "Hei !"}
    with pytest.raises(NotFound):
        office.ask(snippet_words.words, ContactId(999))


def test_a_snippet_speaks_the_language_of_the_paper_else_the_offices(office: Office) -> None:
    texts = (SnippetText("fi", written("Hei")), SnippetText("th", written("สวัสดี")))
    office.do(snippets.add, SnippetForm("hei", texts))

    assert office.ask(snippet_words.words, None, "th") == {"hei": "สวัสดี"}
    assert office.ask(snippet_words.words, None, "de") == {"hei": "Hei"}
    assert office.ask(snippet_words.words) == {"hei": "Hei"}
