from __future__ import annotations

from app.domain.correspondence.body import Body
from app.domain.correspondence.template import SnippetText, text_in

FINNISH, THAI = SnippetText("fi", Body()), SnippetText("th", Body())


def test_the_text_in_the_readers_language_is_taken() -> None:
    assert text_in((FINNISH, THAI), "th", "fi") is THAI


def test_the_next_language_stands_in_for_one_that_is_missing() -> None:
    assert text_in((FINNISH, THAI), "en", "th") is THAI


def test_any_text_is_better_than_none() -> None:
    assert text_in((FINNISH, THAI), "sv") is FINNISH
    assert text_in((), "sv") is None
