"""A scan of a paper that is there already is told, and told to those who may see both."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.archive.form import form_of
from app.domain.archive.readers import Readers
from app.domain.archive.texts import How, Piece
from app.domain.shared.ids import DocumentId
from app.domain.shared.jobs import JobKind
from app.formats.retention import plan
from app.services import documents, kinds, likeness
from app.services.kinds import TypeForm
from app.services.likeness import Comparing
from app.services.office import Errand, Office, no_progress
from app.services.permissions import Actor, Permission, Role
from app.services.reading_queue import End, Outcome, Queue
from app.services.taking import Taking
from tests.formats.scans import a_bill, a_scan


def take(office: Office, name: str, content: bytes) -> int:
    return Taking(office).content(name, "", content).received[0].document_id


@pytest.fixture
def papers(office: Office) -> tuple[int, int, int]:
    """File a bill, another bill of the same form, and a scan of the first one."""
    bill, other = a_bill(3, 1, lines=4), a_bill(3, 2, lines=4)
    return (
        take(office, "bill.pdf", bill),
        take(office, "other.pdf", other),
        take(office, "scan.jpg", a_scan(bill, 5)),
    )


def test_a_scan_is_flagged_as_like_its_paper_and_nothing_else_is(
    office: Office, papers: tuple[int, int, int]
) -> None:
    take(office, "broken.pdf", b"%PDF no")

    found = Comparing(office).some(60)

    assert [(one.document_id, one.other_id) for one in found] == [(papers[2], papers[0])]
    assert office.ask(likeness.alike) == found
    assert found[0].title == "bill.pdf"
    assert found[0].measure > 700
    assert Comparing(office).some(60) == ()
    office.do(likeness.dismiss, found[0].document_id)
    assert office.ask(likeness.alike) == ()
    read_all(Errand(office, no_progress))
    assert Comparing(office).some(60) == ()
    assert office.ask(likeness.alike) == ()


def test_what_the_words_say_to_be_another_paper_is_not_flagged(
    office: Office, papers: tuple[int, int, int]
) -> None:
    rows = [office.ask(documents.seen, DocumentId(one)).file.sha256 for one in papers]
    words = "net sum of the bill for cable cleaning in march is due in fourteen days with number "
    with office.database.write() as unit:
        for number, sha256 in enumerate(rows, 40_817):
            piece = Piece(0, How.LAYER, (f"{words * 3} {number} {number * 7}",))
            unit.texts.put(sha256, 1, (piece,), office.clock.now())

    assert Comparing(office).some(60) == ()


def test_what_was_told_before_the_words_were_read_is_looked_at_again(
    office: Office, papers: tuple[int, int, int]
) -> None:
    before = Comparing(office).some(60)
    words = "net sum of the bill for cable cleaning in march is due in fourteen days with number "
    rows = {one: office.ask(documents.seen, DocumentId(one)).file.sha256 for one in papers}
    with office.database.write() as unit:
        for number, sha256 in enumerate(rows.values(), 40_817):
            piece = Piece(0, How.LAYER, (f"{words * 3} {number} {number * 7}",))
            unit.texts.put(sha256, 1, (piece,), office.clock.now())

    read_all(Errand(office, no_progress))
    again = Comparing(office).some(60)

    assert [one.document_id for one in before] == [papers[2]]
    assert again == office.ask(likeness.alike) == ()


def test_a_document_is_not_like_the_stack_that_it_was_part_of(
    office: Office, papers: tuple[int, int, int]
) -> None:
    office.do(documents.link, DocumentId(papers[2]), f"document:{papers[0]}")

    assert Comparing(office).some(60) == ()


def read_all(work: Errand) -> None:
    """End the reading of every document, whose text is known already."""
    jobs = work.ask(lambda desk: desk.store.jobs.next(JobKind.READ, desk.now, 99))
    tasks = work.do(lambda desk: Queue(desk).begin([job.key for job in jobs]))
    ends = [Outcome(task, End.DONE, is_read=True) for task in tasks]
    work.do(lambda desk: Queue(desk).end(ends))


def test_a_likeness_to_a_personnel_file_is_not_told_to_others(
    office: Office, papers: tuple[int, int, int]
) -> None:
    Comparing(office).some(60)
    kept = plan("FI").classes[0].code
    pay = office.do(
        kinds.add_type, TypeForm("pay", {"en": "Pay"}, kept, readers=Readers.PERSONNEL)
    ).result
    first = office.ask(documents.get, office.ask(likeness.alike)[0].other_id)
    office.do(documents.change, first.id, first.version, replace(form_of(first), type_id=pay.id))
    clerk = Actor("Ville", Role("clerk", frozenset({Permission.ARCHIVE_READ})))

    assert Office(office.database, office.clock, clerk).ask(likeness.alike) == ()
    assert len(office.ask(likeness.alike)) == 1
