"""A run moves from prepared to issued or discarded, and only so."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain.contacts.contact import Contact, Terms
from app.domain.contacts.mailing import Wanted
from app.domain.correspondence.body import Body, Chip, Paragraph, written
from app.domain.correspondence.letter import Channel
from app.domain.correspondence.merging import (
    Begun,
    ItemState,
    MergeItem,
    MergeRun,
    RunForm,
    RunState,
    check_pair,
    discarded,
    ended,
    require_prepared,
    stopped,
)
from app.domain.correspondence.template import Template, TemplateText
from app.domain.shared.ids import (
    ContactId,
    LetterId,
    MailingListId,
    MergeItemId,
    MergeRunId,
    TemplateId,
)
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import IllegalTransition

RUN = MergeRun(
    MergeRunId(1),
    1,
    RunState.PREPARED,
    "Tampere",
    MailingListId(2),
    TemplateId(3),
    RunForm("Price change"),
    MergeRunId(1),
    "Maija",
    datetime(2026, 3, 2, 9, tzinfo=UTC),
)
ITEM = MergeItem(MergeItemId(1), RUN.id, 0, ContactId(5), "Aamu")
FINNISH = TemplateText("fi", "Hinnat", written("Hinnat nousevat."))
TEMPLATE = Template(TemplateId(3), 1, "Price change", (FINNISH,))


def test_a_prepared_run_ends_or_is_discarded_once() -> None:
    done, gone = ended(RUN), discarded(RUN, 0)

    assert (done.state, done.version) == (RunState.ISSUED, 2)
    assert gone.state is RunState.DISCARDED
    for one in (done, gone):
        for move in (require_prepared, ended, lambda run: discarded(run, 0)):
            with pytest.raises(IllegalTransition):
                move(one)


def test_a_run_that_was_begun_is_not_discarded() -> None:
    with pytest.raises(Begun):
        discarded(RUN, 1)


def test_a_receiver_is_skipped_with_a_reason_or_issued_with_a_number() -> None:
    why = Problem("addressee.email", "letters.without-email", {"a": "b"})

    skipped, issued = ITEM.skipped(why), ITEM.issued(LetterId(9), "OUT-2026-0001")

    assert (skipped.state, skipped.why) == (ItemState.SKIPPED, replace(why, field=""))
    assert (issued.state, issued.letter_id, issued.number, issued.why) == (
        ItemState.ISSUED,
        LetterId(9),
        "OUT-2026-0001",
        None,
    )


@pytest.mark.parametrize(
    ("contact", "code"),
    [
        (Contact(ContactId(1), 1, "A"), None),
        (Contact(ContactId(1), 1, "A", is_archived=True), "merging.put-away"),
        (
            Contact(ContactId(1), 1, "A", terms=Terms(is_mailing_stopped=True)),
            "merging.mailing-stopped",
        ),
        (
            Contact(ContactId(1), 1, "A", terms=Terms(is_reminder_stopped=True)),
            "merging.reminder-stopped",
        ),
    ],
)
def test_who_stopped_letters_gets_none(contact: Contact, code: str | None) -> None:
    why = stopped(contact)

    assert (why.code if why else None) == code


def test_a_list_of_one_language_needs_a_text_in_it() -> None:
    assert check_pair(TEMPLATE, None) == check_pair(TEMPLATE, Wanted(language="fi")) == ()
    assert [one.code for one in check_pair(TEMPLATE, Wanted(language="th"))] == [
        "merging.without-language"
    ]


def test_a_text_without_a_subject_or_with_a_field_that_no_letter_has_is_told_at_the_template() -> (
    None
):
    odd = TemplateText("fi", "", Body((Paragraph((Chip("contact.shoe-size"),)),)))

    problems = check_pair(replace(TEMPLATE, texts=(odd,)), None)

    assert [(one.field, one.code) for one in problems] == [
        ("template_id", "letters.without-subject"),
        ("template_id", "letters.unknown-field"),
    ]


@pytest.mark.parametrize(
    ("email", "otherwise", "expected"),
    [
        ("a@b.fi", None, Channel.EMAIL),
        ("", None, Channel.EMAIL),
        ("a@b.fi", Channel.POST, Channel.EMAIL),
        ("", Channel.POST, Channel.POST),
        ("no address", Channel.POST, Channel.POST),
    ],
)
def test_who_has_no_email_gets_the_letter_another_way_where_there_is_one(
    email: str, otherwise: Channel | None, expected: Channel
) -> None:
    assert RunForm("x", channel=Channel.EMAIL, otherwise=otherwise).channel_for(email) is expected
    assert RunForm("x", otherwise=Channel.FAX).channel_for(email) is Channel.POST


def test_a_receiver_remembers_the_way_of_the_letter() -> None:
    usual = ITEM.going(Channel.EMAIL, Channel.EMAIL)
    other = ITEM.going(Channel.POST, Channel.EMAIL)

    assert (usual.facts, usual.way(Channel.EMAIL)) == ({}, Channel.EMAIL)
    assert other.issued(LetterId(3), "OUT-1").way(Channel.EMAIL) is Channel.POST
    assert other.why is None
    assert other.skipped(Problem("", "merging.put-away")).way(Channel.EMAIL) is Channel.EMAIL
