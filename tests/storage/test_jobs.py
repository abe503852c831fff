"""Jobs: one for a record, in order, begun anew when they are wanted again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from app.domain.shared.jobs import ANEW, FRESH, SLOW, JobKind, JobState
from app.storage.database import Database
from app.storage.jobs import count_waiting, do_otherwise, drop_waiting

READ = JobKind.READ
NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)


def test_the_most_urgent_comes_first_and_of_those_the_newest(database: Database) -> None:
    with database.write() as unit:
        unit.jobs.add(READ, (1, 2), NOW)
        unit.jobs.add(READ, (9,), NOW, SLOW)
        unit.jobs.add(READ, (5,), LATER)

        assert [job.key for job in unit.jobs.next(READ, NOW, 9)] == [2, 1, 9]
        assert [job.key for job in unit.jobs.next(READ, LATER, 2)] == [5, 2]
        assert unit.jobs.count(READ) == (4, 0)
        assert unit.tables == {"job"}


def test_a_job_that_is_begun_counts_it_until_it_comes_forward(database: Database) -> None:
    with database.write() as unit:
        unit.jobs.add(READ, (1,), NOW)

        assert [job.attempts for job in unit.jobs.begin(READ, (1, 2))] == [1]
        assert [job.attempts for job in unit.jobs.begin(READ, (1,))] == [2]
        unit.jobs.came_forward(READ, 1, SLOW)

        (job,) = unit.jobs.of(READ, (1,))
        assert (job.attempts, job.priority) == (0, SLOW)


def test_a_failed_job_waits_for_somebody_with_its_reason(database: Database) -> None:
    with database.write() as unit:
        unit.jobs.add(READ, (1, 2), NOW)
        unit.jobs.fail(READ, 1, "reading.locked", {"why": "pdf"})

        (failed,) = unit.jobs.failed(READ, 9)
        assert (failed.key, failed.code, failed.facts) == (1, "reading.locked", {"why": "pdf"})
        assert unit.jobs.begin(READ, (1,)) == ()
        assert unit.jobs.count(READ) == (1, 1)

        unit.jobs.add(READ, (1,), NOW)
        (again,) = unit.jobs.of(READ, (1,))
        assert (again.state, again.attempts, again.code) == (JobState.WAITING, 0, "")
        assert again.priority == FRESH


def test_a_job_rests_and_is_done(database: Database) -> None:
    with database.write() as unit:
        unit.jobs.add(READ, (1,), NOW)
        unit.jobs.postpone(READ, 1, LATER)

        assert unit.jobs.next(READ, NOW, 9) == ()
        unit.jobs.done(READ, (1,))
        assert unit.jobs.of(READ, (1,)) == ()
        unit.jobs.add(READ, (), NOW)
        assert unit.jobs.count(READ) == (0, 0)


def test_waiting_work_is_dropped_or_done_otherwise(database: Database) -> None:
    with database.write() as unit:
        unit.jobs.add(READ, (1,), NOW, facts=ANEW)
        unit.jobs.add(READ, (2,), NOW)
        unit.jobs.add(JobKind.INDEX, (1, 2), NOW)
        unit.jobs.fail(JobKind.INDEX, 2, "broke", {})

        assert count_waiting(unit.connection, READ, ANEW) == 1
        drop_waiting(unit.connection, JobKind.INDEX)
        do_otherwise(unit.connection, READ, ANEW, {})

        assert unit.jobs.count(JobKind.INDEX) == (0, 1)
        assert [job.facts for job in unit.jobs.of(READ, (1, 2))] == [{}, {}]
