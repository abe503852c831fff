from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from app.domain.contacts.address import Address
from app.domain.correspondence import outgoing
from app.domain.correspondence.body import Body, Chip, Image, Paragraph, written
from app.domain.correspondence.letter import NOBODY, Addressee, Channel, Outgoing, OutgoingState
from app.domain.correspondence.outgoing import (
    NotADraft,
    NotApproved,
    OwnApproval,
    addressee_of,
    check,
    form_of,
    require_unnumbered,
    says_something,
    tidied,
)
from app.domain.shared.ids import DocumentId
from app.domain.shared.refusals import IllegalTransition
from tests.builders import a_contact
from tests.domain.correspondence.letters import TO_AAMU, a_letter_form, an_outgoing

TODAY = date(2026, 3, 10)
S = OutgoingState
MOVES: dict[str, tuple[Callable[[Outgoing], Outgoing], set[tuple[S, S]]]] = {
    "approve": (
        lambda one: outgoing.approved(one, "Anna", is_four_eyes=True),
        {(S.DRAFT, S.APPROVED)},
    ),
    "issue": (
        lambda one: outgoing.issued(one, "OUT-1", TODAY, DocumentId(5)),
        {(S.APPROVED, S.ISSUED)},
    ),
    "send": (outgoing.sent, {(S.ISSUED, S.SENT), (S.SENT, S.SENT)}),
    "file": (outgoing.filed, {(S.SENT, S.FILED)}),
    "void": (lambda one: outgoing.voided(one, "Typed twice"), {(S.ISSUED, S.VOIDED)}),
}


@pytest.mark.parametrize("state", S)
@pytest.mark.parametrize("name", MOVES)
def test_only_the_moves_of_the_table_are_possible(name: str, state: OutgoingState) -> None:
    move, legal = MOVES[name]
    letter = an_outgoing(state)

    wanted = {after for before, after in legal if before is state}
    if not wanted:
        with pytest.raises(IllegalTransition):
            move(letter)
    else:
        assert move(letter).state in wanted


def test_issuing_gives_number_day_and_paper_and_changes_no_word() -> None:
    letter = an_outgoing(S.APPROVED)

    issued = outgoing.issued(letter, "OUT-2026-0001", TODAY, DocumentId(5))

    assert (issued.number, issued.dated_on, issued.document_id) == ("OUT-2026-0001", TODAY, 5)
    assert replace(form_of(issued), dated_on=None) == form_of(letter)


def test_a_voided_letter_keeps_its_number_and_says_why() -> None:
    letter = an_outgoing(S.ISSUED, number="OUT-2026-0001")

    voided = outgoing.voided(letter, " Wrong\naddress ")

    assert (voided.number, voided.reason) == ("OUT-2026-0001", "Wrong address")


def test_who_wrote_a_letter_of_two_people_cannot_approve_it() -> None:
    letter = an_outgoing()

    with pytest.raises(OwnApproval):
        outgoing.approved(letter, "Maija", is_four_eyes=True)

    assert outgoing.approved(letter, "Maija", is_four_eyes=False).approved_by == "Maija"
    assert outgoing.approved(letter, "Anna", is_four_eyes=True).approved_by == "Anna"


def test_who_issues_an_ordinary_draft_approves_it_by_that() -> None:
    ready = outgoing.ready(an_outgoing(), "Maija", is_four_eyes=False)

    assert (ready.state, ready.approved_by) == (S.APPROVED, "Maija")
    assert outgoing.ready(ready, "Anna", is_four_eyes=True) == ready
    with pytest.raises(NotApproved):
        outgoing.ready(an_outgoing(), "Maija", is_four_eyes=True)
    with pytest.raises(IllegalTransition):
        outgoing.ready(an_outgoing(S.SENT), "Maija", is_four_eyes=False)


@pytest.mark.parametrize("state", S)
def test_only_what_has_no_number_is_thrown_away(state: OutgoingState) -> None:
    letter = an_outgoing(state)

    if state in {S.DRAFT, S.APPROVED}:
        require_unnumbered(letter)
    else:
        with pytest.raises(NotADraft):
            require_unnumbered(letter)


def test_a_contact_becomes_the_window_of_a_letter() -> None:
    contact = a_contact()

    assert addressee_of(contact) == Addressee(
        "Kahvila Aamu Oy", "", contact.addresses[0], "maija@aamu.example"
    )
    assert addressee_of(replace(contact, addresses=(), points=())) == Addressee("Kahvila Aamu Oy")


def test_a_form_is_kept_tidy() -> None:
    kept = tidied(a_letter_form(subject=" A\nB ", enclosures=("Contract ", " ", ""), copies_to=()))

    assert (kept.subject, kept.enclosures) == ("A B", ("Contract",))


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ({}, set()),
        ({"subject": ""}, {("subject", "letters.without-subject")}),
        ({"body": written(" ")}, {("body", "letters.without-words")}),
        ({"dated_on": date(2026, 3, 12)}, {("dated_on", "letters.dated-ahead")}),
        ({"dated_on": date(2026, 3, 11)}, set()),
        ({"language": "xx"}, {("language", "language.unknown")}),
        (
            {"addressee": replace(TO_AAMU, address=Address())},
            {
                ("addressee.address.street", "letters.without-address"),
                ("addressee.address.town", "letters.without-address"),
            },
        ),
        (
            {"addressee": NOBODY, "channel": Channel.HAND},
            {("addressee.name", "letters.without-addressee")},
        ),
        (
            {"addressee": replace(TO_AAMU, email=""), "channel": Channel.EMAIL},
            {("addressee.email", "letters.without-email")},
        ),
        ({"addressee": replace(TO_AAMU, address=Address()), "channel": Channel.EMAIL}, set()),
        (
            {"addressee": replace(TO_AAMU, address=Address(extra="PL 5", town="Tampere"))},
            set(),
        ),
        ({"subject": "日本"}, {("subject", "text.not-printed")}),
    ],
)
def test_what_a_letter_lacks_is_named_at_its_field(
    parts: dict[str, object], found: set[tuple[str, str]]
) -> None:
    problems = check(a_letter_form(**parts), TODAY, "FI")

    assert {(one.field, one.code) for one in problems} == found


def test_a_field_or_a_picture_says_something_too() -> None:
    assert says_something(Body((Paragraph((Chip("today"),)),)))
    assert says_something(Body((Image("a" * 64, 20),)))
    assert not says_something(Body((Paragraph(()),)))
