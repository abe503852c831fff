"""Words find letters by what they say and by what stands on their papers, each letter once."""

from __future__ import annotations

import pytest

from app.domain.shared.paging import View
from app.services import letters_in, letters_out
from app.services.office import Office
from app.storage.database import Database
from tests.services.letters import an_office, issued, registered
from tests.services.test_letters_in import scan


@pytest.fixture
def office(database: Database) -> Office:
    return an_office(database)


def test_a_letter_that_says_a_word_twice_over_is_found_once(office: Office) -> None:
    letter = registered(office, document_id=scan(office, "reklamaatio"), subject="Reklamaatio")

    assert list(office.ask(letters_in.spine, View(words="reklamaatio"))) == [letter.id]


def test_thai_words_inside_a_sentence_on_a_paper_are_found(office: Office) -> None:
    letter = registered(office, document_id=scan(office, "เอกสารใบกำกับภาษีฉบับนี้"))

    assert list(office.ask(letters_in.spine, View(words="ใบกำกับภาษี"))) == [letter.id]


def test_every_word_has_to_be_answered(office: Office) -> None:
    issued(office)

    assert len(office.ask(letters_out.spine, View(words="kiitos aamu"))) == 1
    assert len(office.ask(letters_out.spine, View(words="kiitos puuttuva"))) == 0


@pytest.mark.parametrize("words", ["  ", '"', "(", "OR", "a:b", "*", "\x00"])
def test_nothing_that_can_be_typed_breaks_the_search(office: Office, words: str) -> None:
    registered(office)

    office.ask(letters_in.spine, View(words=words))
    office.ask(letters_out.spine, View(words=words))
