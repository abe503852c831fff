"""Jobs: later work, written in the transaction that wants it, taken up in order.

That somebody is at a job is not written here: whoever works holds its turn (``turns``), which a
process that dies lets go.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import (
    Column,
    Connection,
    Index,
    Named,
    Table,
    Text,
    TypedColumns,
    delete,
    func,
    select,
    update,
)

from app.domain.shared.ids import DocumentTypeId
from app.domain.shared.jobs import FRESH, Job, JobKind, JobState
from app.storage.document_tables import document
from app.storage.lists import in_order, slices
from app.storage.server_rows import housework
from app.storage.types import EnumText, Id, Instant, Json, Whole, metadata
from app.storage.upserts import renewing


class _Job(TypedColumns):
    kind: Named[JobKind] = Column(EnumText(JobKind), primary_key=True)
    key: Named[int] = Column(Id, primary_key=True)
    state: Named[JobState] = Column(EnumText(JobState), nullable=False)
    attempts: Named[int] = Column(Whole, nullable=False)
    not_before: Named[datetime] = Column(Instant, nullable=False)
    priority: Named[int] = Column(Whole, nullable=False)
    code: Named[str] = Column(Text, nullable=False)
    facts: Named[Mapping[str, str]] = Column(Json, nullable=False)


NOTHING_MORE: Mapping[str, str] = {}
job = Table("job", metadata, _Job, sqlite_with_rowid=False)
Index("ix_job_order", job.c.kind, job.c.state, job.c.priority, job.c.key)


class Counts(NamedTuple):
    """How many jobs wait for their turn, and how many for somebody."""

    waiting: int
    failed: int


class JobStore:
    """Keeps jobs on one open connection; of one kind there is one for a record."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        kind: JobKind,
        keys: Iterable[int],
        at: datetime,
        priority: int = FRESH,
        facts: Mapping[str, str] = NOTHING_MORE,
    ) -> None:
        """Want work on records; what was begun or failed begins anew.

        ``facts`` say how it is to be done, until they say why it failed.
        """
        fresh = [
            {
                "kind": kind,
                "key": key,
                "state": JobState.WAITING,
                "attempts": 0,
                "not_before": at,
                "priority": priority,
                "code": "",
                "facts": dict(facts),
            }
            for key in keys
        ]
        if fresh:
            names = ("state", "attempts", "not_before", "priority", "code", "facts")
            anew = renewing(self._connection, job, ("kind", "key"), names)
            self._connection.execute(anew, fresh)

    def of(self, kind: JobKind, keys: Sequence[int]) -> tuple[Job, ...]:
        """Return the jobs of records, in the order asked for; those without one are left out."""
        found: dict[int, Job] = {}
        for some in slices(keys):
            wanted = select(job).where(job.c.kind == kind, job.c.key.in_(some))
            found.update((row.key, Job(*row)) for row in self._connection.execute(wanted))
        return in_order(keys, found)

    def next(self, kind: JobKind, now: datetime, most: int) -> tuple[Job, ...]:
        """Return the jobs whose turn it is: the most urgent first, of those the newest record."""
        waiting = select(job).where(
            job.c.kind == kind, job.c.state == JobState.WAITING, job.c.not_before <= now
        )
        ordered = waiting.order_by(job.c.priority, job.c.key.desc()).limit(most)
        return tuple(Job(*row) for row in self._connection.execute(ordered))

    def failed(self, kind: JobKind, most: int) -> tuple[Job, ...]:
        """Return the jobs that wait for somebody, the newest record first."""
        wanted = select(job).where(job.c.kind == kind, job.c.state == JobState.FAILED)
        newest = wanted.order_by(job.c.key.desc()).limit(most)
        return tuple(Job(*row) for row in self._connection.execute(newest))

    def begin(self, kind: JobKind, keys: Sequence[int]) -> tuple[Job, ...]:
        """Count that jobs are begun and return those that still wait."""
        self._change(kind, keys, {"attempts": job.c.attempts + 1})
        return tuple(one for one in self.of(kind, keys) if one.state is JobState.WAITING)

    def came_forward(self, kind: JobKind, key: int, priority: int) -> None:
        """Note that a part of a job is done and the rest waits for its turn."""
        self._change(kind, (key,), {"attempts": 0, "priority": priority})

    def postpone(self, kind: JobKind, key: int, not_before: datetime) -> None:
        """Let a job rest: the machine could not do it now."""
        self._change(kind, (key,), {"not_before": not_before})

    def fail(self, kind: JobKind, key: int, code: str, facts: Mapping[str, str]) -> None:
        """Note why a job cannot be done; it waits for somebody."""
        self._change(kind, (key,), {"state": JobState.FAILED, "code": code, "facts": facts})

    def done(self, kind: JobKind, keys: Sequence[int]) -> None:
        """Forget jobs: they are done, or their record is gone."""
        for some in slices(keys):
            gone = delete(job).where(job.c.kind == kind, job.c.key.in_(some))
            self._connection.execute(gone)

    def count(self, kind: JobKind, hidden: Collection[DocumentTypeId] = ()) -> Counts:
        """Return how many jobs of a kind there are, but for documents of hidden types."""
        wanted = (
            select(job.c.state, func.count().label("number"))
            .where(job.c.kind == kind)
            .group_by(job.c.state)
        )
        if hidden:
            walled = select(document.c.id).where(document.c.type_id.in_(hidden))
            wanted = wanted.where(job.c.key.not_in(walled))
        with housework(self._connection):
            found = {row.state: row.number for row in self._connection.execute(wanted)}
        return Counts(found.get(JobState.WAITING, 0), found.get(JobState.FAILED, 0))

    def _change(self, kind: JobKind, keys: Sequence[int], values: Mapping[str, object]) -> None:
        for some in slices(keys):
            these = update(job).where(job.c.kind == kind, job.c.key.in_(some))
            self._connection.execute(these.values(**values))


def drop_waiting(connection: Connection, kind: JobKind) -> None:
    """Forget all work of a kind that waits for its turn."""
    connection.execute(delete(job).where(job.c.kind == kind, job.c.state == JobState.WAITING))


def do_otherwise(
    connection: Connection, kind: JobKind, before: Mapping[str, str], after: Mapping[str, str]
) -> None:
    """Let all work that was to be done in one way be done in another."""
    these = (job.c.kind == kind, job.c.state == JobState.WAITING, job.c.facts == dict(before))
    connection.execute(update(job).where(*these).values(facts=dict(after)))


def count_waiting(connection: Connection, kind: JobKind, facts: Mapping[str, str]) -> int:
    """Return how much work waits that is to be done in one way."""
    these = (job.c.kind == kind, job.c.state == JobState.WAITING, job.c.facts == dict(facts))
    return connection.scalar(select(func.count()).select_from(job).where(*these)) or 0
