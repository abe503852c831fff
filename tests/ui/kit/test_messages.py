"""Messages: codes become sentences of the window's language."""

from __future__ import annotations

from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Conflict, Invalid
from app.ui.kit.messages import error_sentence, problem_text
from app.ui.kit.texts import speak


def test_an_invalid_form_is_said_by_its_first_problem() -> None:
    problem = Problem("name", "contact.name-missing")

    assert error_sentence(Invalid((problem,))).what in problem_text(problem)


def test_a_refusal_is_said_in_the_language_of_the_window() -> None:
    english = error_sentence(Conflict(contact=7)).what

    speak("fi")

    assert error_sentence(Conflict(contact=7)).what != english
