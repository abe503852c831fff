"""What waits is counted for each account, and those of a line that was down are found."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from app.domain.correspondence.mail import MailState
from app.domain.correspondence.mail_queues import Queue
from app.domain.shared.ids import MailId
from app.storage.database import Database
from tests.mailing import ACCOUNT, AT, a_mail
from tests.storage.letters import furnish

SOON = AT + timedelta(minutes=2)


@pytest.fixture(autouse=True)
def furnished(database: Database) -> None:
    furnish(database)
    with database.write() as unit:
        unit.mail_accounts.add(ACCOUNT)


def waits(database: Database, at: datetime, code: str = "") -> MailId:
    new = a_mail(MailState.QUEUED, not_before=at, code=code)
    with database.write() as unit:
        unit.mails.add(new)
    return new.id


def test_an_account_has_one_queue_however_many_wait(database: Database) -> None:
    waits(database, AT)
    waits(database, SOON, "mail.busy")
    with database.write() as unit:
        unit.mails.add(a_mail(MailState.SENT))

    with database.read() as unit:
        assert unit.mails.queues.all() == (Queue(ACCOUNT.id, 2, AT),)


def test_a_line_that_was_down_rests_until_the_last_pause_is_over(database: Database) -> None:
    waits(database, AT)
    tried = waits(database, SOON, "mail.line-down")

    with database.read() as unit:
        assert unit.mails.queues.all() == (Queue(ACCOUNT.id, 2, AT, SOON),)
        assert unit.mails.queues.of_line(ACCOUNT.id) == (tried,)
        assert unit.mails.queues.next(AT, 9, {ACCOUNT.id}) == ()


def test_where_nothing_waits_there_is_no_queue(database: Database) -> None:
    with database.read() as unit:
        assert unit.mails.queues.all() == ()
