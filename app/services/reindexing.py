"""Indexing again: documents are made findable anew, a few at a time, while the office rests.

What is to be done is a job for each document, so it goes on after whatever ended it. A document is
found as before until its turn has come; text that is read anew goes only when its file is opened.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from enum import Enum

from app.domain.archive.row import Scope, Wanted
from app.domain.shared.jobs import ANEW, FRESH, JobKind
from app.domain.shared.paging import View
from app.services.office import Desk, Errand
from app.services.permissions import Permission, command, errand, query
from app.services.registering import Register
from app.storage.jobs import count_waiting, do_otherwise, drop_waiting

BATCH = 50
STEP = 20_000
"""How many documents are wanted in one transaction: nobody waits for longer."""


class Again(Enum):
    """How much is done again: the index over texts that are known, or the reading too."""

    INDEX = "index"
    READ = "read"


@dataclass(frozen=True, slots=True)
class Indexing:
    """How many documents a round indexed, and how many wait."""

    done: int
    waiting: int


@errand(Permission.ARCHIVE_ARRANGE)
def begin(work: Errand, how: Again = Again.INDEX) -> int:
    """Let every document be indexed again, or read and indexed; returns how many there are.

    How many lie in each place is counted anew.
    """
    work.is_housework = True
    ids = work.ask(lambda desk: desk.store.document_lists.spine(View(), Scope(Wanted(states=()))))
    for first in range(0, len(ids), STEP):
        work.progress(first, len(ids))
        some = tuple(ids[first : first + STEP])
        work.do(lambda desk, some=some: _want(desk, some, how))  # type: ignore[misc]  # bound now
    work.do(_count_anew, how)
    return len(ids)


def _count_anew(desk: Desk, how: Again) -> None:
    desk.store.document_counts.recount()
    desk.note("reindexing.begin", how.value, desk.store.changes)


@errand(Permission.ARCHIVE_FILE)
def index_some(work: Errand, seconds: int = 1) -> Indexing:
    """Index documents that wait for about so many seconds."""
    work.is_housework = True
    until, done = time.monotonic() + seconds, 0
    while count := work.do(_index_next):
        done += count
        if time.monotonic() > until:
            break
    left = work.ask(lambda desk: desk.store.jobs.count(JobKind.INDEX).waiting)
    return Indexing(done, left)


@query(Permission.ARCHIVE_READ)
def waiting(desk: Desk) -> int:
    """Return how many documents wait to be indexed or read again."""
    anew = count_waiting(desk.store.connection, JobKind.READ, ANEW)
    return desk.store.jobs.count(JobKind.INDEX).waiting + anew


@command(Permission.ARCHIVE_ARRANGE)
def stop(desk: Desk) -> int:
    """Index no further: what waits is found as it was before; returns how many waited.

    What waited to be read anew keeps the text that it has.
    """
    left = waiting(desk)
    drop_waiting(desk.store.connection, JobKind.INDEX)
    do_otherwise(desk.store.connection, JobKind.READ, ANEW, {})
    return left


def _want(desk: Desk, ids: tuple[int, ...], how: Again) -> None:
    jobs, now = desk.store.jobs, desk.now
    if how is Again.INDEX:
        jobs.add(JobKind.INDEX, ids, now)
    else:
        jobs.add(JobKind.READ, ids, now, FRESH, ANEW)


def _index_next(desk: Desk) -> int:
    """Index the documents whose turn it is, as they are now; returns how many there were."""
    jobs = desk.store.jobs
    keys = tuple(job.key for job in jobs.next(JobKind.INDEX, desk.now, BATCH))
    if keys:
        Register(desk).index(*desk.store.documents.get_all(keys))
        jobs.done(JobKind.INDEX, keys)
        desk.store.changes.taken()
    return len(keys)
