"""Threads through the services: their letters, and the records that they are about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.archive.document import Link
from app.domain.contacts.form import ContactForm
from app.domain.correspondence.incoming import form_of
from app.domain.shared.ids import LetterId, ThreadId
from app.domain.shared.refusals import Conflict, NotFound
from app.services import contacts, letters_in, letters_out, threads
from app.services.links import Linked
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


def test_a_letter_is_about_a_record_from_the_first_and_both_show_it(office: Office) -> None:
    earlier = registered(office)
    later = registered(office, about=(f"letter-in:{earlier.id}", f"contact:{AAMU.id}"))

    of_earlier = office.ask(threads.around, "letter-in", earlier.id)
    of_later = office.ask(threads.around, "letter-in", later.id)

    assert [one.record_id for one in of_earlier.named_by] == [later.id]
    assert of_earlier.about == ()
    assert of_later.named_by == ()
    assert {(one.kind, one.name) for one in of_later.about} == {
        ("letter-in", earlier.number),
        ("contact", AAMU.name),
    }
    assert office.ask(threads.named, (f"letter-in:{earlier.id}", "nonsense")) == (
        Linked("letter-in", earlier.id, earlier.number),
    )


def test_a_letter_about_nothing_that_can_be_named_is_refused(office: Office) -> None:
    with pytest.raises(NotFound):
        registered(office, about=("nonsense",))


def test_a_filed_letter_can_still_be_about_another_record(office: Office) -> None:
    letter = registered(office)
    office.do(letters_in.no_reply, letter.id, "ilmoitus")
    filed = office.do(letters_in.file, letter.id).result
    form = replace(form_of(filed), about=(f"contact:{AAMU.id}",))

    office.do(letters_in.save, filed.id, filed.version, form)

    assert len(office.ask(threads.linked, letter.thread_id)) == 1
