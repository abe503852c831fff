"""Reminders by e-mail: in the outbox with their papers as they are issued, and proven."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from app.domain.correspondence.mail import MailState
from app.domain.reminders.run import Way
from app.domain.shared.paging import View
from app.domain.shared.refusals import Invalid
from app.outside.passwords import Memory, kept_by
from app.services import outbox, reminder_issuing, reminder_sending, reminders
from app.services.office import Office
from app.storage.database import Database
from tests.reminding import TERMS, an_owed_office, due, prepared
from tests.services.outgoing_mail import account
from tests.trade import at

RUN_DAY = date(2026, 3, 1)
BY_MAIL = replace(TERMS, way=Way.EMAIL)


@pytest.fixture(autouse=True)
def memory() -> Iterator[None]:
    with kept_by(Memory()):
        yield


@pytest.fixture
def office(database: Database) -> Office:
    made = an_owed_office(database)
    due(made, "1000", date(2026, 1, 15))
    return made


def test_letters_go_into_the_outbox_with_their_papers(office: Office) -> None:
    account(office, 2525)
    run = prepared(office, RUN_DAY, BY_MAIL)
    later = at(office, RUN_DAY)

    outcome = later.run(reminder_issuing.issue, run.id)

    (letter,) = later.ask(reminders.letters, run.id)
    with later.database.read() as unit:
        (mail,) = unit.mails.get_all(unit.mails.spine(View()))
    (sent,) = later.ask(reminder_sending.dispatches, (letter.id,))
    assert outcome.mailed == 1
    assert (mail.state, mail.to) == (MailState.QUEUED, ("maija@aamu.example",))
    assert mail.subject == "Maksumuistutus REM-2026-0001"
    assert [one.document_id for one in mail.attachments] == [letter.document_id]
    assert (sent.way, sent.sent_to) == (Way.EMAIL, "maija@aamu.example")
    assert sent.sha256 == mail.attachments[0].sha256
    assert later.ask(outbox.waiting)["queued"] == 1


def test_without_an_account_nothing_is_issued(office: Office) -> None:
    run = prepared(office, RUN_DAY, BY_MAIL)
    later = at(office, RUN_DAY)

    with pytest.raises(Invalid):
        later.run(reminder_issuing.issue, run.id)

    assert later.ask(reminders.counts)["ready"] == 1
