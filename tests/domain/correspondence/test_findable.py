from __future__ import annotations

from datetime import date

from app.domain.correspondence.findable import (
    findable_incoming,
    findable_mail,
    findable_outgoing,
)
from app.domain.correspondence.letter import IncomingState, OutgoingState
from tests.domain.correspondence.letters import an_incoming, an_outgoing
from tests.mailing import a_mail

TODAY = date(2026, 3, 10)


def test_a_registered_letter_is_found_by_its_number_sender_and_subject() -> None:
    item = findable_incoming(an_incoming(IncomingState.ASSIGNED, their_reference="KA 7/26"))

    assert (item.title, item.detail) == ("IN-2026-0001", "Kahvila Aamu Oy · Reklamaatio")
    assert {"reklamaatio", "aamu", "7"} <= set(item.tokens())


def test_a_letter_without_a_number_goes_by_the_other_side() -> None:
    assert findable_incoming(an_incoming()).title == "Kahvila Aamu Oy"
    draft = findable_outgoing(an_outgoing(), TODAY)
    assert (draft.title, draft.detail, draft.day) == ("Kahvila Aamu Oy", "Vastaus", TODAY)


def test_a_letter_of_ours_is_found_by_its_words() -> None:
    letter = an_outgoing(OutgoingState.ISSUED, number="OUT-2026-0001", enclosures=("Hyvityslasku",))

    item = findable_outgoing(letter, TODAY)

    assert {"kiitos", "hyvityslasku", "tampere", "0001"} <= set(item.tokens())


def test_a_mail_is_found_by_its_subject_both_sides_and_words() -> None:
    item = findable_mail(a_mail())

    assert (item.title, item.detail) == ("Kiitos", "maija@aamu.example")
    assert {"maija", "lumo", "hei"} <= set(item.tokens())
    assert findable_mail(a_mail(subject="")).title == "maija@aamu.example"
