"""A job rests longer each time that the machine failed at it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from app.domain.shared.jobs import Job, JobKind, JobState

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)


def test_a_job_rests_longer_each_time_and_never_for_days() -> None:
    jobs = [Job(JobKind.READ, 1, JobState.WAITING, attempts, NOW) for attempts in (0, 1, 2, 99)]

    pauses = [job.pause() for job in jobs]

    assert pauses == sorted(pauses)
    assert pauses[0] == timedelta(minutes=5)
    assert pauses[-1] < timedelta(hours=6)
