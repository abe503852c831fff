"""The languages that a paper can be written in; what has no catalogue yet is printed in English."""

from __future__ import annotations

from app.domain.shared.problems import Problem, Rule

PAPER_LANGUAGES = ("en", "fi", "sv", "de", "th")

UNKNOWN_LANGUAGE = Rule("language.unknown", "language", "known")


def check_language(language: str, field: str) -> tuple[Problem, ...]:
    """Return what is wrong with a language of papers; an empty one is the usual one."""
    if language in ("", *PAPER_LANGUAGES):
        return ()
    known = ", ".join(PAPER_LANGUAGES)
    return (UNKNOWN_LANGUAGE.at(field, language=language, known=known),)
