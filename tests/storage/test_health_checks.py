"""How far a check is stays as it was written; what waits is counted with the oldest."""

from __future__ import annotations

from datetime import UTC, datetime

from app.domain.admin import health
from app.domain.admin.health import Round, Topic
from app.domain.correspondence.mail import MailState
from app.domain.shared.jobs import JobKind, JobState
from app.storage.database import Database
from app.storage.health_checks import Waiting

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)
PAGE = health.PAGE.at("office.db", file="office.db", reason="page 3")


def test_a_round_is_read_as_it_was_written_and_the_newest_counts(database: Database) -> None:
    one = Round(Topic.DOCUMENTS, AT).went_on(AT, 0, (PAGE,)).went_on(AT, 2**62, (PAGE,))
    with database.write() as unit:
        unit.health_checks.save(Round(Topic.DOCUMENTS, AT))
        unit.health_checks.save(one)

    with database.read() as unit:
        assert unit.health_checks.all() == {Topic.DOCUMENTS: one}


def test_work_that_waits_for_somebody_is_counted(database: Database) -> None:
    with database.write() as unit:
        unit.jobs.add(JobKind.READ, (1, 2), AT)
        unit.jobs.fail(JobKind.READ, 2, "reading.failed", {})

    with database.read() as unit:
        kept = unit.health_checks
        assert kept.jobs(JobState.FAILED, JobKind.READ) == Waiting(1, AT)
        assert kept.jobs(JobState.FAILED, JobKind.INDEX) == Waiting(0, None)
        assert kept.mails(MailState.FAILED) == Waiting(0, None)
