"""Learning: lessons follow what is filed, changed and put away; our own marks teach nothing."""

from __future__ import annotations

from dataclasses import replace

from app.domain.archive.features import MARK, sender_feature
from app.domain.archive.form import form_of
from app.domain.archive.suggesting import Lesson
from app.domain.contacts.contact import BankAccount, Identifier
from app.domain.shared.ids import DocumentId
from app.outside.clock import FixedClock
from app.services import documents
from app.services.learning import Learner, home_of
from app.services.office import Desk, Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.domain.archive.mail import papers, senders
from tests.services.conftest import LUMO
from tests.services.mailed import Mailroom
from tests.trade import opened_books

PAPER = next(one for one in papers(20, among=senders()[:1]) if not one.is_scan)


def opened(database: Database) -> Mailroom:
    office = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(office)
    return Mailroom(office)


def lesson(room: Mailroom, document_id: DocumentId) -> Lesson | None:
    with room.office.database.read() as unit:
        return unit.evidence.lesson(document_id)


def test_only_what_is_filed_teaches(database: Database) -> None:
    room = opened(database)
    one = room.take(PAPER)
    room.describe(one, PAPER)
    assert lesson(room, one) is None

    room.office.do(documents.file, (one,))
    learned = lesson(room, one)
    assert learned
    assert sender_feature(room.contacts[0]) in learned.features

    room.office.do(documents.unfile, (one,))
    assert lesson(room, one) is None


def test_a_change_that_says_nothing_of_its_place_teaches_nothing(database: Database) -> None:
    room = opened(database)
    one = room.file(PAPER)
    before = lesson(room, one)

    document = room.office.ask(documents.get, one)
    form = replace(form_of(document), note="Paid")
    changed = room.office.do(documents.change, one, document.version, form).changed

    assert lesson(room, one) == before
    assert "filing_lesson" not in changed


def test_a_text_that_has_become_known_is_learned_from(database: Database) -> None:
    room = opened(database)
    one, waiting = room.file(PAPER), room.take(PAPER)
    with database.write() as unit:
        unit.evidence.forget(one)
        desk = Desk(unit, TODAY, FixedClock(TODAY).now(), Actor("Maija"))
        for document in unit.documents.get_all((one, waiting)):
            Learner(desk).read_anew(document)

    assert lesson(room, one) is not None
    assert lesson(room, waiting) is None


def test_the_marks_of_the_office_itself_are_known(database: Database) -> None:
    company = replace(
        LUMO,
        identifiers=(Identifier("fi.business_id", "1572860-0"),),
        accounts=(BankAccount("FI2112345600000785"),),
        email="me@lumo.fi",
    )

    home = home_of(company)

    assert {"fi:15728600", "FI2112345600000785", "me@lumo.fi"} <= home.own
    assert (home.country, home.currency) == ("FI", "EUR")
    assert MARK + "fi:15728600" not in home.own
