"""Threads hold their letters in order, and know what they are about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.archive.document import Link
from app.domain.correspondence.letter import INCOMING, OUTGOING
from app.domain.correspondence.mail import MAIL, MailState
from app.domain.correspondence.threads import Thread
from app.domain.shared.ids import ThreadId
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.database import Database
from tests.databases import on_sqlite
from tests.mailing import ACCOUNT, AT, a_mail
from tests.storage.letters import AAMU, DAY, THREAD, furnish, issued, received
from tests.storage.plans import plans_of


@pytest.fixture(autouse=True)
def furnished(database: Database) -> None:
    furnish(database)


def test_letters_in_and_out_stand_in_one_order(database: Database) -> None:
    asked = received(database, "IN-1", received_on=date(2026, 3, 6))
    ours = issued(database, "OUT-1", answers=asked.id)
    again = received(database, "IN-2", received_on=date(2026, 3, 12), answers=ours.id)

    with database.read() as unit:
        found = unit.threads.letters(THREAD.id)

    assert [(one.kind, one.record_id, one.number, one.answers) for one in found] == [
        (INCOMING, asked.id, "IN-1", None),
        (OUTGOING, ours.id, "OUT-1", asked.id),
        (INCOMING, again.id, "IN-2", ours.id),
    ]
    assert found[1].day == DAY


def test_a_thread_is_about_records_and_is_found_by_them(database: Database) -> None:
    invoice, contact = Link("invoice", 5), Link("contact", AAMU.id)
    other = Thread(ThreadId(2), 1, "Other")
    with database.write() as unit:
        unit.threads.add(other)
        for one in (invoice, invoice, contact):
            unit.threads.link(other.id, one)

    with database.write() as unit:
        assert unit.threads.links(other.id) == (contact, invoice)
        assert unit.threads.about(invoice, 9) == (other.id,)
        assert unit.threads.about(contact, 9) == (other.id, THREAD.id)
        unit.threads.unlink(other.id, invoice)
        unit.threads.unlink(other.id, invoice)
        assert unit.threads.about(invoice, 9) == ()


def test_a_thread_is_renamed_with_its_version(database: Database) -> None:
    with database.write() as unit:
        saved = unit.threads.save(THREAD, replace(THREAD, subject="Lease"))

    with pytest.raises(Conflict), database.write() as unit:
        unit.threads.save(THREAD, replace(THREAD, subject="Other"))
    with database.read() as unit:
        assert unit.threads.get(THREAD.id) == saved == replace(THREAD, version=2, subject="Lease")


def test_only_an_empty_thread_is_forgotten(database: Database) -> None:
    empty, linked = Thread(ThreadId(2), 1), Thread(ThreadId(3), 1)
    received(database)
    with database.write() as unit:
        for one in (empty, linked):
            unit.threads.add(one)
        unit.threads.link(linked.id, Link("invoice", 5))

        for one in (empty, linked, THREAD):
            unit.threads.drop_empty(one.id)

    with database.read() as unit:
        assert unit.threads.get(linked.id) == linked
        assert unit.threads.get(THREAD.id) == THREAD
        with pytest.raises(NotFound):
            unit.threads.get(empty.id)


@on_sqlite
def test_a_thread_is_read_by_indexes(database: Database) -> None:
    with database.read() as unit, plans_of(unit.connection) as plans:
        unit.threads.letters(THREAD.id)
        unit.threads.about(Link("contact", AAMU.id), 50)

    assert not [step for step in plans if step.startswith("SCAN")], plans


def test_mails_of_a_thread_stand_in_their_order(database: Database) -> None:
    with database.write() as unit:
        unit.mail_accounts.add(ACCOUNT)
        ours = a_mail(thread_id=THREAD.id, at=AT + timedelta(days=1))
        theirs = a_mail(MailState.RECEIVED, thread_id=THREAD.id, sender="maija@aamu.example")
        for one in (ours, theirs):
            unit.mails.add(one)

    with database.read() as unit:
        found = unit.threads.mails(THREAD.id)

    assert [(one.kind, one.record_id, one.who, one.state) for one in found] == [
        (MAIL, theirs.id, "maija@aamu.example", "received"),
        (MAIL, ours.id, "maija@aamu.example", "draft"),
    ]
