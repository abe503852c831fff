"""Messages: refusals and problems as sentences in the window's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Invalid, OfficeError
from app.ui.kit.texts import formats, say

if TYPE_CHECKING:
    from app.lang.messages import Sentence


def error_sentence(error: OfficeError) -> Sentence:
    """Return what happened, why and what to do; of an invalid form, its first problem."""
    if isinstance(error, Invalid) and error.problems:
        first = error.problems[0]
        return _sentence(first.code, first.facts)
    return _sentence(error.code, error.facts)


def problem_text(problem: Problem) -> str:
    """Return the sentence under a field."""
    found = _sentence(problem.code, problem.facts)
    return " ".join(part for part in (found.what, found.todo) if part)


def sentence_of(code: str, facts: Mapping[str, object]) -> Sentence:
    """Return a code with its facts as what happened, why, and what to do."""
    return _sentence(code, facts)


def _sentence(code: str, facts: Mapping[str, object]) -> Sentence:
    # Hundreds of sentences, and none is needed for the first paint.
    from app.lang.messages import sentence  # noqa: PLC0415  not for the first paint

    return sentence(code, facts, say(), formats())
