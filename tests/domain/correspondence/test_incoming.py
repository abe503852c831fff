from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.correspondence import incoming
from app.domain.correspondence.incoming import (
    FiledLetter,
    IncomingForm,
    check,
    form_of,
    require_changeable,
    tidied,
)
from app.domain.correspondence.letter import Incoming, IncomingState
from app.domain.shared.refusals import IllegalTransition
from tests.domain.correspondence.letters import RECEIVED, a_form, an_incoming

TODAY = date(2026, 3, 10)
S = IncomingState
MOVES: dict[str, tuple[Callable[[Incoming], Incoming], set[tuple[S, S]]]] = {
    "register": (lambda one: incoming.registered(one, "IN-1"), {(S.RECEIVED, S.REGISTERED)}),
    "assign": (
        lambda one: incoming.assigned(one, "Anna"),
        {(S.REGISTERED, S.ASSIGNED), (S.ASSIGNED, S.ASSIGNED)},
    ),
    "answer": (incoming.answered, {(S.ASSIGNED, S.ANSWERED)}),
    "no reply": (
        lambda one: incoming.reply_not_needed(one, "Advertisement"),
        {(S.ASSIGNED, S.NO_REPLY_NEEDED)},
    ),
    "file": (incoming.filed, {(S.ANSWERED, S.FILED), (S.NO_REPLY_NEEDED, S.FILED)}),
    "wait again": (incoming.unanswered, {(S.ANSWERED, S.ASSIGNED)}),
}


@pytest.mark.parametrize("state", S)
@pytest.mark.parametrize("name", MOVES)
def test_only_the_moves_of_the_table_are_possible(name: str, state: IncomingState) -> None:
    move, legal = MOVES[name]
    letter = an_incoming(state)

    wanted = {after for before, after in legal if before is state}
    if not wanted:
        with pytest.raises(IllegalTransition):
            move(letter)
    else:
        assert move(letter).state in wanted


@pytest.mark.parametrize("state", [one for one in S if one is not S.RECEIVED])
def test_a_letter_is_never_renumbered(state: IncomingState) -> None:
    with pytest.raises(IllegalTransition) as refused:
        incoming.registered(an_incoming(state), "IN-2026-0002")

    assert refused.value.facts["number"] == "IN-2026-0001"


def test_a_form_holds_all_that_may_be_changed() -> None:
    letter = an_incoming(S.ASSIGNED, responsible="Anna", place="Binder 3")

    assert form_of(letter).onto(letter) == letter
    assert replace(form_of(letter), subject="Other").onto(letter).number == letter.number


def test_a_form_is_kept_tidy() -> None:
    kept = tidied(a_form(sender=" Kahvila\nAamu ", subject="Re \u202e klamaatio", note="a\r\n b "))

    assert (kept.sender, kept.subject, kept.note) == ("Kahvila Aamu", "Re klamaatio", "a\nb")


def codes(form: IncomingForm) -> set[tuple[str, str]]:
    return {(problem.field, problem.code) for problem in check(form, TODAY)}


def test_a_letter_needs_a_sender_and_a_subject() -> None:
    assert codes(a_form()) == set()
    assert codes(IncomingForm(RECEIVED)) == {
        ("sender", "letters.without-sender"),
        ("subject", "letters.without-subject"),
    }


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ({"received_on": date(2026, 3, 11)}, ("received_on", "letters.received-ahead")),
        ({"written_on": date(2026, 3, 7)}, ("written_on", "letters.written-after-receipt")),
        ({"reply_days": -1}, ("reply_days", "letters.reply-days-out-of-range")),
        ({"reply_days": 3651}, ("reply_days", "letters.reply-days-out-of-range")),
        ({"reply_by": date(2026, 3, 5)}, ("reply_by", "letters.reply-before-receipt")),
    ],
)
def test_days_that_cannot_be_are_problems(parts: dict[str, object], found: tuple[str, str]) -> None:
    assert codes(a_form(**parts)) == {found}


@given(st.dates(date(2026, 1, 1), RECEIVED), st.integers(0, 3650))
def test_days_that_can_be_are_none(written_on: date, days: int) -> None:
    assert codes(a_form(written_on=written_on, reply_days=days)) == set()


def test_of_a_filed_letter_only_its_place_and_note_change() -> None:
    letter = an_incoming(S.FILED)

    require_changeable(letter, a_form(place="Cellar", note="Moved"))
    require_changeable(an_incoming(S.ANSWERED), a_form(subject="Other"))
    with pytest.raises(FiledLetter):
        require_changeable(letter, a_form(subject="Other"))
