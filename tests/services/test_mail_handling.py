"""Mails leave the inbox when they are handled, answered or registered, and can come back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from app.domain.correspondence.mail import Mail, MailState
from app.domain.shared.ids import MailId
from app.domain.shared.paging import View
from app.domain.shared.refusals import IllegalTransition, NotFound
from app.outside.passwords import Memory, kept_by
from app.services import letters_due, mail_handling, mail_queues, mail_registering, mails, outbox
from app.services.mail_handling import MailHandling
from app.services.office import Office, no_progress
from app.services.permissions import Actor, NotAllowed, Permission, Role
from app.storage.database import Database
from tests.mail_servers import Box, served
from tests.services.letters import an_office
from tests.services.outgoing_mail import NOON, MovedClock, account, at, waiting


@pytest.fixture(autouse=True)
def memory() -> Iterator[None]:
    with kept_by(Memory()):
        yield


def came(office: Office, count: int = 1, **parts: Any) -> tuple[Mail, ...]:
    """Let mails have come in."""
    one = account(office, 25)
    drafts = [waiting(office, one, subject=f"Mail {n}") for n in range(count)]
    theirs = {"state": MailState.RECEIVED, "sender": "maija@aamu.example", **parts}
    with office.database.write() as unit:
        return tuple(unit.mails.save(each, replace(each, **theirs)) for each in drafts)


def test_several_mails_are_handled_at_once_and_the_inbox_is_empty(office: Office) -> None:
    ids = tuple(one.id for one in came(office, 3))

    moved = at(office, MovedClock()).do(mail_handling.handle, ids).result

    counts = office.ask(mails.counts)
    found = office.ask(mails.get, ids[0])
    assert moved == ids
    assert (counts["inbox"], counts["unread"], counts["handled"]) == (0, 0, 3)
    assert (found.handled_by, found.handled_at) == ("Maija", NOON)
    assert set(office.ask(mails.spine, View(only=("handled",)))) == set(ids)


def test_what_was_handled_comes_back_into_the_inbox(office: Office) -> None:
    ids = tuple(one.id for one in came(office, 2))
    office.do(mail_handling.handle, ids)

    moved = office.do(mail_handling.reopen, ids[:1]).result

    counts = office.ask(mails.counts)
    assert moved == ids[:1]
    assert (counts["inbox"], counts["handled"]) == (1, 1)
    assert office.ask(mails.get, ids[0]).handled_by == ""


def test_among_others_only_what_waits_is_handled(office: Office) -> None:
    first, second = (one.id for one in came(office, 2))
    ours = waiting(office, account(office, 25)).id
    office.do(mail_handling.handle, (first,))

    moved = office.do(mail_handling.handle, (first, second, ours)).result

    assert moved == (second,)
    assert office.ask(mails.get, ours).state is MailState.QUEUED


def test_what_does_not_wait_cannot_be_handled(office: Office) -> None:
    (mail,) = came(office)
    ours = waiting(office, account(office, 25))
    office.do(mail_handling.handle, (mail.id,))

    with pytest.raises(IllegalTransition):
        office.do(mail_handling.handle, (mail.id,))
    with pytest.raises(IllegalTransition):
        office.do(mail_handling.handle, (ours.id,))
    with pytest.raises(IllegalTransition):
        office.do(mail_handling.reopen, (ours.id,))
    with pytest.raises(NotFound):
        office.do(mail_handling.handle, (MailId(7),))


def test_who_may_only_read_handles_nothing(office: Office) -> None:
    (mail,) = came(office)
    reading = Role("reader", frozenset({Permission.MAIL_READ}))
    reader = Office(office.database, office.clock, Actor("Risto", reading))

    with pytest.raises(NotAllowed):
        reader.do(mail_handling.handle, (mail.id,))
    assert office.ask(mails.get, mail.id).state is MailState.RECEIVED


@pytest.mark.network
def test_what_is_answered_is_handled_once_the_answer_is_sent(office: Office) -> None:
    (mail,) = came(office)
    with served(Box()) as port:
        one = account(office, port, name="Real")
        answer = waiting(office, one, answers=mail.id)
        before = office.ask(mails.get, mail.id).state
        office.run(outbox.send_some)

    found = office.ask(mails.get, mail.id)
    assert before is MailState.RECEIVED
    assert office.ask(mails.get, answer.id).state is MailState.SENT
    assert (found.state, found.handled_by) == (MailState.HANDLED, office.who.name)


def test_an_answer_of_a_mail_that_is_not_here_handles_nothing(office: Office) -> None:
    (mail,) = came(office)
    with office.database.write() as unit:
        answers = MailHandling(office.desk(unit, no_progress))
        answers.answered(replace(mail, in_reply_to="<gone@x.example>"))
        answers.answered(replace(mail, in_reply_to=""))

    assert office.ask(mails.get, mail.id).state is MailState.RECEIVED


def test_a_mail_that_becomes_a_letter_is_handled(database: Database) -> None:
    office = an_office(database)
    (mail,) = came(office)

    office.do(mail_registering.receive, mail.id)
    office.do(mail_registering.receive, mail.id)

    assert office.ask(mails.get, mail.id).state is MailState.HANDLED


def test_what_is_unread_is_told_on_the_strip_and_below(office: Office) -> None:
    first, _second = came(office, 2)
    before = office.ask(letters_due.due_today).mails

    office.do(mail_handling.handle, (first.id,))

    assert (before, office.ask(letters_due.due_today).mails) == (2, 1)
    assert office.ask(mail_queues.standing).unread == 1
