"""Mails come back as they were written, with what is attached, and are found in every way."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import update
from sqlalchemy.exc import DBAPIError

from app.domain.correspondence.mail import Mail, MailAttachment, MailState, handled
from app.domain.correspondence.mail_row import Mailbox, MailShelf, MailSort
from app.domain.shared.ids import LetterId, MailId
from app.domain.shared.paging import View
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.database import Database
from app.storage.mail_tables import mail as table
from tests.databases import on_sqlite
from tests.mailing import ACCOUNT, AT, a_mail
from tests.storage.letters import THREAD, furnish
from tests.storage.plans import plans_of

PDF = MailAttachment("a.pdf", "application/pdf", 4, "a" * 64)


@pytest.fixture(autouse=True)
def furnished(database: Database) -> None:
    furnish(database)
    with database.write() as unit:
        unit.mail_accounts.add(ACCOUNT)


def kept(database: Database, state: MailState = MailState.DRAFT, **parts: object) -> Mail:
    new = a_mail(state, **parts)
    with database.write() as unit:
        unit.mails.add(new)
    return new


def test_a_mail_comes_back_as_it_was_written(database: Database) -> None:
    new = kept(
        database,
        references=("<a@x>", "<b@x>"),
        cc=("c@x.fi",),
        attachments=(PDF, replace(PDF, name="b.pdf")),
        not_before=AT,
        facts={"host": "x"},
    )

    with database.read() as unit:
        assert unit.mails.get(new.id) == new
        assert unit.mail_accounts.all() == (ACCOUNT,)
        with pytest.raises(NotFound):
            unit.mails.get(MailId(1))


def test_two_changes_of_one_version_conflict(database: Database) -> None:
    before = kept(database, attachments=(PDF,))
    with database.write() as unit:
        saved = unit.mails.save(before, replace(before, subject="B", attachments=()))

    with database.read() as unit:
        assert unit.mails.get(before.id) == saved
    with pytest.raises(Conflict), database.write() as unit:
        unit.mails.save(before, before)
    with pytest.raises(Conflict), database.write() as unit:
        unit.mails.remove(before)
    with database.write() as unit:
        unit.mails.remove(saved)
        assert unit.mails.get_all((saved.id,)) == ()


def test_the_list_is_sorted_narrowed_and_counted(database: Database) -> None:
    old = kept(database, subject="B", at=AT - timedelta(days=1))
    new = kept(database, MailState.RECEIVED, subject="A", sender="x@y.fi", attachments=(PDF,))

    with database.read() as unit:
        assert list(unit.mails.spine()) == [new.id, old.id]
        assert list(unit.mails.first(View(), 1)) == [new.id]
        assert list(unit.mails.spine(View(sort=MailSort.SUBJECT.value))) == [new.id, old.id]
        assert list(unit.mails.spine(View(only=("draft",)))) == [old.id]
        assert list(unit.mails.spine(among={old.id})) == [old.id]
        first, second = unit.mails.rows((new.id, old.id))
        counts = unit.mails.counts()
    assert (first.who, first.attachments) == ("x@y.fi", 1)
    assert second.who == "maija@aamu.example"
    assert counts == {MailState.DRAFT: 1, MailState.RECEIVED: 1}


def test_only_what_waits_and_may_be_tried_has_its_turn(database: Database) -> None:
    late = kept(database, MailState.QUEUED, not_before=AT)
    early = kept(database, MailState.QUEUED, not_before=AT - timedelta(hours=1))
    kept(database, MailState.QUEUED, not_before=AT + timedelta(seconds=1))
    under_way = kept(database, MailState.SENDING)

    with database.read() as unit:
        assert unit.mails.queues.next(AT, 9) == (early.id, late.id)
        assert unit.mails.queues.next(AT, 1) == (early.id,)
        assert unit.mails.ways.sending() == (under_way.id,)


def test_a_mail_is_found_by_its_marks(database: Database) -> None:
    one = kept(database, message_id="<a@x>", sha256="b" * 64, letter_id=LetterId(5))
    other = kept(database, message_id="<a@x>", at=AT - timedelta(days=1))

    with database.read() as unit:
        ways = unit.mails.ways
        assert ways.marked(("<a@x>", "<z@x>")) == {"<a@x>": one.id}
        assert (ways.of_message("b" * 64), ways.of_message("c")) == (one.id, None)
        assert ways.of_letter(LetterId(5)) == (one.id,)
        assert ways.of_thread(THREAD.id) == (other.id, one.id)


def test_it_is_known_how_far_a_mailbox_was_read(database: Database) -> None:
    with database.write() as unit:
        assert unit.mails.ways.box(ACCOUNT.id, "INBOX") is None
        unit.mails.ways.keep_box(Mailbox(ACCOUNT.id, "INBOX", 7, 12))
        unit.mails.ways.keep_box(Mailbox(ACCOUNT.id, "INBOX", 2**32 - 1, 2**32 - 1))

    with database.read() as unit:
        found = unit.mails.ways.box(ACCOUNT.id, "INBOX")
    assert found == Mailbox(ACCOUNT.id, "INBOX", 2**32 - 1, 2**32 - 1)


@pytest.mark.parametrize("state", [MailState.SENT, MailState.RECEIVED, MailState.HANDLED])
def test_what_went_out_or_came_in_is_never_written_again(
    database: Database, state: MailState
) -> None:
    when = AT if state is MailState.HANDLED else None
    one = kept(database, state, handled_at=when)

    with pytest.raises(DBAPIError, match="guard_mail"), database.write() as unit:
        unit.connection.execute(update(table).values(text="other"))
    with pytest.raises(DBAPIError, match="guard_mail"), database.write() as unit:
        unit.connection.execute(update(table).values(state=MailState.QUEUED))
    with pytest.raises(DBAPIError, match="guard_mail"), database.write() as unit:
        unit.mails.remove(one)
    with database.write() as unit:
        unit.mails.save(one, replace(one, letter_id=LetterId(3)))


def test_only_what_came_in_is_handled_and_by_somebody(database: Database) -> None:
    came, sent = kept(database, MailState.RECEIVED), kept(database, MailState.SENT)

    with database.write() as unit:
        unit.mails.save(came, handled(came, "Maija", came.at))
    with pytest.raises(DBAPIError, match="guard_mail"), database.write() as unit:
        unit.mails.save(sent, handled(replace(sent, state=MailState.RECEIVED), "Maija", sent.at))
    with pytest.raises(DBAPIError, match="guard_mail"), database.write() as unit:
        unit.connection.execute(update(table).where(table.c.id == came.id).values(handled_at=None))
    with database.read() as unit:
        assert unit.mails.get(came.id).handled_by == "Maija"


def test_mails_stand_on_shelves_and_are_read_or_not(database: Database) -> None:
    came, read = (kept(database, MailState.RECEIVED, attempts=n) for n in (0, 1))
    waits, goes, lost = (
        kept(database, state) for state in (MailState.QUEUED, MailState.SENDING, MailState.UNKNOWN)
    )

    with database.read() as unit:
        listed = {
            shelf.value: set(unit.mails.spine(View(only=(shelf.value,)))) for shelf in MailShelf
        }
        (row,) = unit.mails.rows((came.id,))
        assert unit.mails.unread() == 1
    assert listed == {
        "inbox": {came.id, read.id},
        "unread": {came.id},
        "handled": set(),
        "outbox": {waits.id, goes.id},
        "drafts": set(),
        "stuck": {lost.id},
    }
    assert row.is_unread


@on_sqlite
def test_a_shelf_is_listed_by_its_index(database: Database) -> None:
    with database.read() as unit, plans_of(unit.connection) as plans:
        unit.mails.first(View("", ("inbox",), "at", is_descending=True), 200)
        unit.mails.counts()
        unit.mails.unread()

    assert not [step for step in plans if step.startswith("SCAN mail") and "INDEX" not in step]
    assert not [step for step in plans if "TEMP B-TREE" in step], plans
