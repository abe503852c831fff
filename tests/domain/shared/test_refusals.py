"""Refusals."""

from __future__ import annotations

from app.domain.shared.problems import Problem
from app.domain.shared.refusals import (
    Invalid,
    NotFound,
    OfficeError,
    Refusal,
    as_problem,
    known_errors,
    refused_at,
)


def test_a_refusal_carries_its_code_and_facts() -> None:
    refusal = NotFound(contact=7)

    assert (refusal.code, refusal.facts) == ("office.not-found", {"contact": 7})


def test_an_invalid_form_carries_its_problems() -> None:
    problem = Problem("name", "contacts.without-name")

    assert Invalid((problem,)).problems == (problem,)


def test_the_facts_that_are_kept_of_a_refusal_leave_its_problems_out() -> None:
    refusal = Invalid((Problem("name", "contacts.without-name"),), row=7)

    assert refusal.plain_facts == {"row": "7"}


def test_every_error_is_known_and_has_a_sentence_about_itself() -> None:
    found = list(known_errors())

    assert OfficeError in found and Invalid in found
    assert all(error.__doc__ for error in found if error.__module__.startswith("app."))


def test_no_two_causes_share_a_code() -> None:
    causes = {error for error in known_errors() if "code" in vars(error)}

    assert len({error.code for error in causes}) == len(causes)


def test_a_refusal_can_stand_at_a_field() -> None:
    def refuse() -> None:
        raise Refusal(amount=12)

    assert refused_at("price", refuse) == (as_problem("price", Refusal(amount=12)),)
    assert refused_at("price", lambda: None) == ()
    assert as_problem("price", Refusal(amount=12)) == Problem(
        "price", "office.refused", {"amount": "12"}
    )
