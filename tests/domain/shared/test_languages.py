"""A paper is written in a language that we know."""

from __future__ import annotations

import pytest

from app.domain.shared.languages import PAPER_LANGUAGES, check_language
from app.lang.texts import LANGUAGES


@pytest.mark.parametrize("language", ["", *PAPER_LANGUAGES])
def test_a_known_language_and_the_usual_one_pass(language: str) -> None:
    assert check_language(language, "language") == ()


@pytest.mark.parametrize("language", ["xx", "FI", "fi ", "klingon"])
def test_any_other_is_named_at_its_field(language: str) -> None:
    (problem,) = check_language(language, "terms.language")

    assert problem.field == "terms.language"
    assert problem.facts == {"language": language, "known": "en, fi, sv, de, th"}


def test_papers_speak_every_language_of_the_window() -> None:
    assert set(LANGUAGES) <= set(PAPER_LANGUAGES)
