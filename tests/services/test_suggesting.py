"""Suggestions through the services: found in the text, learned from the file, walled off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import islice

import pytest

from app.domain.archive.document import DocumentState
from app.domain.archive.form import form_of
from app.domain.archive.kinds import FieldKind
from app.domain.archive.offers import Choice
from app.domain.archive.readers import Readers
from app.domain.shared.ids import DocumentId
from app.domain.shared.money import Money
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.outside.clock import FixedClock
from app.services import archive, documents, kinds, suggesting
from app.services.office import Office
from app.services.permissions import Actor, Permission, Role
from app.services.suggesting import Suggestion
from app.storage.database import Database
from tests.builders import TODAY
from tests.domain.archive.mail import Paper, papers, senders
from tests.services.mailed import Mailroom, read
from tests.trade import opened_books

BILL = """Aallon Energia Oy
SÄHKÖLASKU
Laskun numero 4711
Päiväys 3.3.2026
Eräpäivä 17.3.2026
Maksettava yhteensä 125,50 €
Viitenumero 1232
"""


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def taken(office: Office, text: str, name: str = "scan.txt") -> DocumentId:
    record = office.do(archive.file, name, "text/plain", text.encode()).result
    read(office, record, text)
    return DocumentId(record.id)


def of(office: Office, document_id: DocumentId, field: str) -> list[Suggestion]:
    found = office.ask(suggesting.suggestions, document_id).items
    return [one for one in found if one.field == field]


def mail_of(number: int, count: int, kind: str = "bill") -> list[Paper]:
    sender = senders()[number]
    found = (one for one in papers(9999, among=(sender,)) if one.kind == kind and not one.is_scan)
    return list(islice(found, count))


def without_personal(office: Office) -> Office:
    held = {Permission.ARCHIVE_READ, Permission.ARCHIVE_FILE, Permission.COMPANY_READ}
    return Office(office.database, office.clock, Actor("Ville", Role("clerk", frozenset(held))))


def test_what_a_text_says_is_suggested_for_the_empty_fields(office: Office) -> None:
    one = taken(office, BILL)

    items = office.ask(suggesting.suggestions, one).items

    found = {item.field: (item.value, item.is_sure) for item in items}
    assert found["day"] == ("2026-03-03", True)
    assert found["due_on"] == ("2026-03-17", True)
    assert found["amount"] == ("125.50 EUR", True)
    assert found["reference"] == ("1232", True)
    assert found["title"] == ("Sähkölasku 4711", True)
    (kind,) = (item for item in items if item.field == "type_id")
    assert (kind.shown, kind.because[0].code) == ("Ostolasku", "found")


def test_one_key_accepts_all_that_is_sure(office: Office) -> None:
    one = taken(office, BILL)

    accepted = office.do(suggesting.accept_all, one, 1).result

    assert (accepted.day, accepted.due_on) == (date(2026, 3, 3), date(2026, 3, 17))
    assert (accepted.amount, accepted.reference) == (Money(12550, "EUR"), "1232")
    assert accepted.state is DocumentState.INBOX
    assert of(office, one, "day") == []
    with pytest.raises(Conflict):
        office.do(suggesting.accept_all, one, 1)


def test_what_fits_no_field_is_refused_and_changes_nothing(office: Office) -> None:
    one = taken(office, BILL)

    for wrong in (Choice("day", "soon"), Choice("colour", "red"), Choice("amount", "x EUR")):
        with pytest.raises(Invalid):
            office.do(suggesting.accept, one, 1, (wrong,))

    assert office.ask(documents.get, one).version == 1


def test_a_sender_is_found_by_the_marks_of_a_contact(office: Office) -> None:
    room = Mailroom(office)
    (bill,) = mail_of(0, 1)
    contact = room.contact(bill.sender, is_marked=True)

    (found, *_rest) = of(office, room.take(bill), "correspondent_id")

    assert (found.value, found.shown, found.is_sure) == (str(contact), bill.sender.name, True)
    assert "contact.identifier" in {one.code for one in found.because}


def test_what_was_filed_teaches_what_comes_next_and_says_why(office: Office) -> None:
    room = Mailroom(office)
    room.file_all((*mail_of(1, 4), *mail_of(5, 4), *mail_of(6, 4, "contract")))
    coming = mail_of(1, 5)[-1]

    one = room.take(coming)

    (sender, *_) = of(office, one, "correspondent_id")
    (kind, *_) = of(office, one, "type_id")
    (tag, *_) = of(office, one, "tags")
    (binder, *_) = of(office, one, "binder")
    assert sender.value == str(room.contacts[1])
    assert kind.value == str(room.types["bill"])
    assert (tag.shown, binder.value) == (coming.sender.trade.tag, coming.sender.trade.binder)
    assert all(each.is_sure for each in (sender, kind, tag, binder))
    (because,) = (each for each in tag.because if each.code == "sender")
    assert because.facts["count"] == "4"


def test_a_choice_of_the_offices_own_is_learned_too(office: Office) -> None:
    room = Mailroom(office)
    office.do(kinds.add_field, "site", {"en": "Site"}, FieldKind.CHOICE, ("north", "south"))
    for number, site in ((0, "north"), (3, "south")):
        for paper in mail_of(number, 3):
            described = room.describe(one := room.take(paper), paper)
            form = replace(form_of(described), fields={"site": site})
            office.do(documents.change, one, described.version, form)
            office.do(documents.file, (one,))

    (found,) = of(office, room.take(mail_of(0, 4)[-1]), "fields.site")

    assert found.value == "north"


def test_what_was_unlearned_is_suggested_no_more(office: Office) -> None:
    room = Mailroom(office)
    filed = room.file_all(mail_of(1, 3))

    office.do(documents.trash, filed)

    one = room.take(mail_of(1, 4)[-1])
    assert of(office, one, "tags") == []
    office.do(documents.restore, filed)
    assert of(office, one, "tags")


def test_a_document_that_is_filed_anew_teaches_the_new_answer_only(office: Office) -> None:
    room = Mailroom(office)
    filed = room.file_all(mail_of(1, 3))
    other = room.tag("other")
    for one in filed:
        before = office.ask(documents.get, one)
        office.do(documents.change, one, before.version, replace(form_of(before), tags=(other,)))

    found = of(office, room.take(mail_of(1, 4)[-1]), "tags")

    assert [each.shown for each in found] == ["other"]


def test_personal_documents_teach_only_those_who_may_see_them(office: Office) -> None:
    room = Mailroom(office)
    personal = room.types["personnel"]
    for paper in mail_of(1, 4, "contract"):
        described = room.describe(one := room.take(paper), paper)
        form = replace(form_of(described), type_id=personal, binder="Secret")
        office.do(documents.change, one, described.version, form)
        office.do(documents.file, (one,))
    coming = room.take(mail_of(1, 5, "contract")[-1])

    seen = office.ask(suggesting.suggestions, coming).items
    clerk = without_personal(office).ask(suggesting.suggestions, coming).items

    assert {(each.field, each.value) for each in seen} >= {
        ("type_id", str(personal)),
        ("binder", "Secret"),
    }
    assert not {each.field for each in clerk} & {"binder", "tags"}
    assert str(personal) not in {each.value for each in clerk}
    assert not {reason.code for each in clerk for reason in each.because} & {"sender", "words"}


def test_a_type_that_becomes_personal_takes_its_lessons_behind_the_wall(office: Office) -> None:
    room = Mailroom(office)
    room.file_all(mail_of(1, 3))
    coming = room.take(mail_of(1, 4)[-1])
    bill = next(one for one in office.ask(kinds.sorting).types if one.code == "bill")

    form = kinds.TypeForm(bill.code, bill.names, bill.retention, readers=Readers.PERSONNEL)
    office.do(kinds.change_type, bill.id, bill.version, form)

    assert of(office, coming, "tags")
    assert not of(without_personal(office), coming, "tags")


def test_a_personal_document_has_no_suggestions_for_who_may_not_see_it(office: Office) -> None:
    one = taken(office, BILL)
    personal = Mailroom(office).types["personnel"]
    form = replace(form_of(office.ask(documents.get, one)), type_id=personal)
    office.do(documents.change, one, 1, form)

    with pytest.raises(NotFound):
        without_personal(office).ask(suggesting.suggestions, one)


def test_what_was_removed_since_is_not_suggested(office: Office) -> None:
    room = Mailroom(office)
    room.file_all(mail_of(1, 3))

    office.do(kinds.remove_tag, room.tag(senders()[1].trade.tag))

    assert of(office, room.take(mail_of(1, 4)[-1]), "tags") == []
