"""Threads through the services: their letters, and the records that they are about."""

from __future__ import annotations

import pytest

from app.domain.archive.document import Link
from app.domain.contacts.form import ContactForm
from app.domain.shared.ids import LetterId, ThreadId
from app.domain.shared.refusals import Conflict, NotFound
from app.services import contacts, letters_out, threads
from app.services.office import Office
from app.storage.database import Database
from tests.services.letters import an_office, registered
from tests.trade import AAMU


@pytest.fixture
def office(database: Database) -> Office:
    return an_office(database)


def test_a_thread_shows_its_letters_and_what_it_is_about(office: Office) -> None:
    asked = registered(office, sender_id=AAMU.id)
    reply = office.do(letters_out.answer, asked.id).result
    office.do(threads.link, asked.thread_id, "invoice:5")

    seen = office.ask(threads.get, asked.thread_id)

    assert [one.record_id for one in seen.letters] == [asked.id, reply.id]
    assert seen.links == (Link("invoice", 5),)
    assert office.ask(threads.about, "invoice:5") == (seen.thread,)
    assert office.ask(threads.about, f"contact:{AAMU.id}") == (seen.thread,)
    assert office.ask(threads.about, "nonsense") == ()
    assert office.do(threads.unlink, asked.thread_id, "invoice:5").result == ()


def test_a_thread_is_found_from_its_letters_and_from_its_records(office: Office) -> None:
    asked = registered(office, sender_id=AAMU.id)
    reply = office.do(letters_out.answer, asked.id).result
    office.do(threads.link, asked.thread_id, f"contact:{AAMU.id}")

    opened = office.ask(threads.around, "letter-out", reply.id)

    assert opened == office.ask(threads.around, "letter-in", asked.id)
    assert [(one.kind, one.name) for one in opened.about] == [("contact", AAMU.name)]
    newest = office.ask(threads.letters_about, f"contact:{AAMU.id}")
    assert {one.record_id for one in newest} == {asked.id, reply.id}
    kiosk = office.do(contacts.add, ContactForm("Kioski")).result
    assert [one.id for one in office.ask(threads.linkable, "kioski")] == [kiosk.id]
    with pytest.raises(NotFound):
        office.ask(threads.around, "letter-in", LetterId(9))


def test_a_thread_is_named_with_its_version(office: Office) -> None:
    asked = registered(office)

    named = office.do(threads.name, asked.thread_id, 1, " Putki\nvuotaa ").result

    assert (named.subject, named.version) == ("Putki vuotaa", 2)
    with pytest.raises(Conflict):
        office.do(threads.name, asked.thread_id, 1, "x")


def test_what_is_not_there_is_not_found(office: Office) -> None:
    asked = registered(office)

    with pytest.raises(NotFound):
        office.do(threads.link, ThreadId(9), "invoice:5")
    with pytest.raises(NotFound):
        office.do(threads.link, asked.thread_id, "invoice")
