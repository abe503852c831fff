"""Everything is indexed again, or read again, a few documents at a time."""

from __future__ import annotations

import pytest

from app.domain.shared.ids import DocumentId
from app.services import carrying, finding, reading, reindexing
from app.services.office import Cancelled, Office
from app.services.permissions import Actor, NotAllowed, Permission, Role
from app.services.reindexing import Again, Indexing
from tests.databases import tamper
from tests.formats.stacks import a_pdf
from tests.services.test_likeness import take


@pytest.fixture
def paper(office: Office) -> DocumentId:
    one = DocumentId(take(office, "letter.pdf", a_pdf("the harbour is closed")))
    office.run(reading.read_some, 60)
    reading.rest(office)
    return one


def lose_index(office: Office, one: DocumentId) -> None:
    with office.database.write() as unit:
        unit.document_index.remove(one)


def test_everything_is_indexed_again_from_the_texts_that_are_known(
    office: Office, paper: DocumentId
) -> None:
    lose_index(office, paper)

    count = office.run(reindexing.begin, Again.INDEX)

    assert count == office.ask(reindexing.waiting) == 1
    assert office.run(reindexing.index_some) == Indexing(1, 0)
    assert office.ask(finding.find, "harbour").total == 1
    assert office.ask(reading.waiting).waiting == 0


def test_everything_is_read_again_and_found_until_its_turn_has_come(
    office: Office, paper: DocumentId
) -> None:
    office.run(reindexing.begin, Again.READ)
    found_before = office.ask(finding.find, "harbour").total
    pages_before = office.ask(reading.pages, paper)

    read = office.run(reading.read_some, 60)
    reading.rest(office)

    assert found_before == 1
    assert pages_before
    assert (read.documents, read.pages, read.waiting) == (1, 1, 0)
    assert office.ask(reading.pages, paper) == pages_before
    assert office.ask(finding.find, "harbour").total == 1


def test_counts_that_are_wrong_are_made_anew(office: Office, paper: DocumentId) -> None:
    with office.database.write() as unit:
        tamper(unit.connection, "UPDATE document_count SET count = count + 1")

    found = [one.code for one in carrying.check(office)]
    office.run(reindexing.begin, Again.INDEX)

    assert found == ["health.count"]
    assert carrying.check(office) == ()


def test_who_stops_it_keeps_what_is_known(office: Office, paper: DocumentId) -> None:
    office.run(reindexing.begin, Again.INDEX)
    office.run(reindexing.begin, Again.READ)

    stopped = office.do(reindexing.stop).result
    read = office.run(reading.read_some, 60)
    reading.rest(office)

    assert stopped == 2
    assert office.ask(reindexing.waiting) == 0
    assert (read.documents, read.pages) == (1, 0)
    assert office.ask(reading.pages, paper)


def test_it_goes_on_where_it_was_stopped(
    office: Office, paper: DocumentId, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(office, "bill.pdf", a_pdf("cables"))
    monkeypatch.setattr(reindexing, "BATCH", 1)
    office.run(reindexing.begin, Again.INDEX)

    first = office.run(reindexing.index_some, 0)
    rest = office.run(reindexing.index_some, 60)

    assert first == Indexing(1, 1)
    assert rest == Indexing(1, 0)


def test_only_who_arranges_the_archive_begins_it(office: Office, paper: DocumentId) -> None:
    role = Role("clerk", frozenset({Permission.ARCHIVE_READ, Permission.ARCHIVE_FILE}))
    clerk = Office(office.database, office.clock, Actor("Ville", role))

    with pytest.raises(NotAllowed):
        clerk.run(reindexing.begin, Again.INDEX)


def test_it_can_be_cancelled_while_it_is_begun(office: Office, paper: DocumentId) -> None:
    def never(_done: int, _of: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        office.run_watched(never, reindexing.begin, Again.READ)

    assert office.ask(reading.waiting).waiting == 0
