"""Snippets are typed by a shortcut of their own and speak the language of the letter."""

from __future__ import annotations

import pytest

from app.domain.correspondence.body import Body, Chip, Paragraph, written
from app.domain.correspondence.template import SnippetForm, SnippetText
from app.domain.shared.refusals import Conflict, Invalid
from app.services import snippets
from app.services.office import Office

GREET = SnippetForm(
    "::greet", (SnippetText("en", written("Dear all")), SnippetText("fi", written("Hei kaikki")))
)


def test_a_shortcut_may_be_typed_with_its_colons(office: Office) -> None:
    kept = office.do(snippets.add, GREET).result

    assert kept.shortcut == "greet"
    assert office.ask(snippets.get, kept.id) == kept


def test_a_snippet_speaks_the_language_of_the_letter_or_that_of_the_office(office: Office) -> None:
    office.do(snippets.add, GREET)
    home = office.ask(snippets.bodies, "sv")["greet"]

    assert office.ask(snippets.bodies, "fi") == {"greet": written("Hei kaikki")}
    assert home in {text.body for text in GREET.texts}


@pytest.mark.parametrize("shortcut", ["", "two words", "a/b", "x" * 41])
def test_a_shortcut_is_one_word(office: Office, shortcut: str) -> None:
    with pytest.raises(Invalid) as refused:
        office.do(snippets.add, SnippetForm(shortcut, GREET.texts))

    assert [one.code for one in refused.value.problems] == ["snippets.wrong-shortcut"]


def test_two_snippets_in_use_have_two_shortcuts(office: Office) -> None:
    first = office.do(snippets.add, GREET).result
    with pytest.raises(Invalid) as taken:
        office.do(snippets.add, GREET)
    office.do(snippets.put_away, first.id, 1)
    office.do(snippets.add, GREET)

    with pytest.raises(Invalid):
        office.do(snippets.take_back, first.id, 2)

    assert [one.code for one in taken.value.problems] == ["snippets.shortcut-taken"]
    assert len(office.ask(snippets.snippets)) == 1
    assert len(office.ask(snippets.snippets, with_archived=True)) == 2


def test_a_snippet_without_words_or_with_an_unknown_field_is_refused(office: Office) -> None:
    strange = SnippetText("en", Body((Paragraph((Chip("no.field"),)),)))

    with pytest.raises(Invalid) as empty:
        office.do(snippets.add, SnippetForm("a"))
    with pytest.raises(Invalid) as unknown:
        office.do(snippets.add, SnippetForm("a", (strange,)))

    assert [one.code for one in empty.value.problems] == ["templates.without-text"]
    assert [one.field for one in unknown.value.problems] == ["texts.0.body"]


def test_a_snippet_is_changed_only_as_it_was_read(office: Office) -> None:
    first = office.do(snippets.add, GREET).result

    changed = office.do(snippets.change, first.id, 1, SnippetForm("hello", GREET.texts)).result

    assert changed.shortcut == "hello"
    with pytest.raises(Conflict):
        office.do(snippets.change, first.id, 1, GREET)
