"""Checks of health: how far each topic was read, and what was found, on one open connection."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from app.domain.admin.health import Findings, Round, Topic
from app.domain.correspondence.mail import MailState
from app.domain.shared.codec import parsed, plain
from app.domain.shared.jobs import JobKind, JobState
from app.storage.jobs import job
from app.storage.mail_tables import mail
from app.storage.trust_tables import health_check
from app.storage.upserts import insert_into


@dataclass(frozen=True, slots=True)
class _Kept:
    ended_at: datetime | None
    since: datetime | None
    found: Findings
    so_far: Findings


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many there are, and since when the oldest waits."""

    count: int
    since: datetime | None


class HealthCheckStore:
    """Reads and writes rounds of checks, and counts what waits for somebody."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> dict[Topic, Round]:
        """Return how far every topic is that was ever read."""
        found: dict[Topic, Round] = {}
        for row in self._connection.execute(select(health_check).order_by(health_check.c.kind)):
            kept: _Kept = parsed(_Kept, row.findings)
            topic = Topic(row.kind)
            found[topic] = Round(
                topic, row.at, row.position, kept.ended_at, kept.since, kept.found, kept.so_far
            )
        return found

    def save(self, one: Round) -> None:
        """Write how far a topic is, in place of what was written before."""
        kept = _Kept(one.ended_at, one.since, one.found, one.so_far)
        row = {"at": one.at, "position": one.position, "findings": plain(kept)}
        fresh = insert_into(self._connection, health_check)
        keyed = fresh.on_conflict_do_update(index_elements=[health_check.c.kind], set_=row)
        self._connection.execute(keyed, {"kind": one.topic.value} | row)

    def mails(self, *states: MailState) -> Waiting:
        """Return how many mails stand so, and since when the oldest."""
        wanted = select(func.count(), func.min(mail.c.at)).where(mail.c.state.in_(states))
        count, since = self._connection.execute(wanted).one()
        return Waiting(count, since)

    def jobs(self, state: JobState, *kinds: JobKind) -> Waiting:
        """Return how many jobs of these kinds stand so, and since when the oldest."""
        wanted = select(func.count(), func.min(job.c.not_before)).where(
            job.c.state == state, job.c.kind.in_(kinds)
        )
        count, since = self._connection.execute(wanted).one()
        return Waiting(count, since)
