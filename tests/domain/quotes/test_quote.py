"""A quote goes its ways and no other: it is sent once, decided on once, and never changed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.quotes.quote import (
    NoLongerValid,
    NotAccepted,
    NotADraft,
    NotRevisable,
    NotSent,
    Quote,
    State,
    StillValid,
)
from app.domain.shared.ids import InvoiceId
from app.domain.shared.refusals import IllegalTransition, Refusal
from tests.quoting import DAY, FIRM, a_quote, a_sent_quote

LAST = date(2026, 4, 9)
DEEDS: dict[str, Callable[[Quote, date], Quote]] = {
    "send": lambda one, day: one.send("Q-1", day),
    "accept": lambda one, day: one.accept((), day),
    "reject": lambda one, day: one.reject("Too dear", day),
    "expire": lambda one, day: one.expire(day),
    "order": lambda one, _day: one.order(InvoiceId(3)),
    "discard": lambda one, _day: one.discard(),
    "give way": lambda one, day: one.give_way(day),
}
LEGAL = {
    (State.DRAFT, State.SENT),
    (State.DRAFT, State.DISCARDED),
    (State.SENT, State.ACCEPTED),
    (State.SENT, State.REJECTED),
    (State.SENT, State.EXPIRED),
    (State.ACCEPTED, State.ORDERED),
}


@given(
    st.lists(st.tuples(st.sampled_from(sorted(DEEDS)), st.integers(0, 60)), max_size=8),
)
def test_a_quote_makes_only_legal_moves(steps: list[tuple[str, int]]) -> None:
    quote = a_quote(FIRM)
    for name, days in steps:
        before = quote
        with suppress(Refusal):
            quote = DEEDS[name](before, DAY + timedelta(days))

        assert quote.state is before.state or (before.state, quote.state) in LEGAL
        assert before.state is State.DRAFT or quote.offer == before.offer
        assert quote is before or quote.version == before.version + 1


def test_a_quote_without_a_day_holds_for_thirty_days() -> None:
    sent = a_quote(FIRM).send("Q-2026-0001", DAY)

    assert (sent.offer.issued_on, sent.valid_until) == (DAY, LAST)


def test_a_quote_is_accepted_on_its_last_day_and_not_after() -> None:
    quote = a_sent_quote(FIRM)

    assert quote.accept((), LAST).state is State.ACCEPTED
    with pytest.raises(NoLongerValid):
        quote.accept((), LAST + timedelta(days=1))


def test_a_quote_runs_out_only_after_its_last_day() -> None:
    quote = a_sent_quote(FIRM)

    assert quote.expire(LAST + timedelta(days=1)).state is State.EXPIRED
    with pytest.raises(StillValid):
        quote.expire(LAST)


def test_a_quote_is_sent_once() -> None:
    with pytest.raises(NotADraft):
        a_sent_quote(FIRM).send("Q-2", DAY)


@pytest.mark.parametrize("deed", ["accept", "reject", "expire"])
def test_only_a_sent_quote_is_decided_on(deed: str) -> None:
    with pytest.raises(NotSent):
        DEEDS[deed](a_quote(FIRM), DAY)


def test_only_an_accepted_quote_is_ordered_and_only_once() -> None:
    ordered = a_sent_quote(FIRM).accept((), DAY).order(InvoiceId(3))

    assert ordered.invoice_id == 3
    for quote in (ordered, a_sent_quote(FIRM)):
        with pytest.raises(NotAccepted):
            quote.order(InvoiceId(4))


def test_an_ordered_quote_has_another_invoice_where_the_first_is_gone() -> None:
    ordered = a_sent_quote(FIRM).accept((), DAY).order(InvoiceId(3))

    assert ordered.order(InvoiceId(4), is_anew=True).invoice_id == 4


def test_a_sent_quote_gives_way_and_holds_no_longer() -> None:
    former = a_sent_quote(FIRM).give_way(DAY)

    assert (former.state, former.is_replaced) == (State.EXPIRED, True)
    with pytest.raises(NotRevisable):
        former.require_revisable()


def test_a_rejected_quote_stays_rejected_when_it_gives_way() -> None:
    former = a_sent_quote(FIRM).reject("Too dear", DAY).give_way(DAY)

    assert (former.state, former.is_replaced) == (State.REJECTED, True)


def test_what_is_bound_or_not_sent_is_not_made_anew() -> None:
    sent = a_sent_quote(FIRM)

    for quote in (a_quote(FIRM), sent.accept((), DAY), replace(sent, is_replaced=True)):
        with pytest.raises(IllegalTransition):
            quote.require_revisable()
