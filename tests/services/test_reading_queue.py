"""The queue of reading: what is begun together, and what becomes of it."""

from __future__ import annotations

from app.domain.archive.texts import How, Piece
from app.domain.shared.ids import DocumentId
from app.domain.shared.jobs import SLOW, JobKind
from app.services import archive, reading
from app.services.office import Office, no_progress
from app.services.reading_queue import End, Outcome, Queue
from app.storage.unit import Unit
from tests.databases import on_sqlite

pytestmark = on_sqlite
READ = JobKind.READ


def taken(office: Office, *names: str) -> list[int]:
    return [office.do(archive.file, name, "text/plain", name.encode()).result.id for name in names]


def queue(office: Office, unit: Unit) -> Queue:
    return Queue(office.desk(unit, no_progress))


def test_fresh_documents_are_begun_together_and_a_slow_one_alone(office: Office) -> None:
    first, second, third = taken(office, "a", "b", "c")

    with office.database.write() as unit:
        assert queue(office, unit).next() == (third, second, first)
        unit.jobs.add(READ, (third,), office.clock.now(), SLOW)
        assert queue(office, unit).next() == (second, first)
        unit.jobs.done(READ, (second, first))
        assert queue(office, unit).next() == (third,)


def test_one_that_broke_down_before_is_begun_alone(office: Office) -> None:
    first, second = taken(office, "a", "b")

    with office.database.write() as unit:
        unit.jobs.begin(READ, (second,))

        assert queue(office, unit).next() == (second,)
        (task,) = queue(office, unit).begin((second,))
        assert (task.document_id, task.attempts) == (second, 2)
        unit.jobs.done(READ, (second,))
        assert queue(office, unit).next() == (first,)


def test_the_job_of_a_document_that_is_gone_is_forgotten(office: Office) -> None:
    with office.database.write() as unit:
        unit.jobs.add(READ, (4711,), office.clock.now())

        assert queue(office, unit).begin((4711,)) == ()
        assert queue(office, unit).count() == (0, 0)


def test_each_end_is_noted_and_what_was_read_is_told(office: Office) -> None:
    ids = taken(office, "a", "b", "c", "d")
    with office.database.write() as unit:
        tasks = queue(office, unit).begin(ids)
        outcomes = [
            Outcome(tasks[0], End.DONE, is_read=True),
            Outcome(tasks[1], End.PART, SLOW),
            Outcome(tasks[2], End.LATER),
            Outcome(tasks[3], End.FAILED, code="reading.empty"),
        ]

        queue(office, unit).end(outcomes)

        now = office.clock.now()
        assert [job.key for job in unit.jobs.next(READ, now, 9)] == [ids[1]]
        assert queue(office, unit).count() == (2, 1)
        assert {"content_text", "document_entry"} <= unit.tables
    assert [unread.code for unread in office.ask(reading.failed)] == ["reading.empty"]


def test_documents_with_pictures_are_wanted_again_but_not_twice(office: Office) -> None:
    first, second = (DocumentId(one) for one in taken(office, "a", "b"))
    with office.database.write() as unit:
        unit.jobs.done(READ, (first, second))
        for one in (first, second):
            file = unit.archive.get(unit.documents.get(one).file_id)
            unit.texts.put(file.sha256, 1, [Piece(0, How.PICTURE, ("",))], office.clock.now())
        unit.jobs.add(READ, (second,), office.clock.now())
        unit.jobs.fail(READ, second, "reading.damaged", {})

        queue(office, unit).want_pictures()

        assert [job.key for job in unit.jobs.next(READ, office.clock.now(), 9)] == [first]
        assert queue(office, unit).count() == (1, 1)
