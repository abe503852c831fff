"""Messages: refusals and problems as sentences in the window's language."""

from __future__ import annotations

from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Invalid, OfficeError
from app.lang.messages import Sentence, sentence
from app.ui.kit.texts import formats, say


def error_sentence(error: OfficeError) -> Sentence:
    """Return what happened, why and what to do; of an invalid form, its first problem."""
    if isinstance(error, Invalid) and error.problems:
        first = error.problems[0]
        return sentence(first.code, first.facts, say(), formats())
    return sentence(error.code, error.facts, say(), formats())


def problem_text(problem: Problem) -> str:
    """Return the sentence under a field."""
    found = sentence(problem.code, problem.facts, say(), formats())
    return " ".join(part for part in (found.what, found.todo) if part)
