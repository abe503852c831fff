"""Chores: what is done by itself while the office rests: stacks split, documents indexed and read.

What is short comes first: a stack is split before its pages are read, and what was renamed is found
by its new name before any picture is looked at.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.shared.jobs import JobKind
from app.services import reading, reindexing, stacks
from app.services.office import Errand
from app.services.permissions import Permission, errand
from app.services.reading_rounds import Progress

NOTHING_READ = Progress(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Chores:
    """What a round did: stacks split, documents indexed, documents read; and what of each waits."""

    stacks: stacks.Splitting
    indexing: reindexing.Indexing
    reading: Progress

    @property
    def is_over(self) -> bool:
        """Say whether nothing waits any more."""
        return not (self.stacks.waiting or self.indexing.waiting or self.reading.waiting)

    @property
    def is_stuck(self) -> bool:
        """Say whether something waits, and nothing could be done."""
        done = self.stacks.done or self.indexing.done or self.reading.documents
        return not (done or self.reading.pages)


@errand(Permission.ARCHIVE_FILE)
def some(work: Errand, seconds: int = 1, kinds: tuple[JobKind, ...] = tuple(JobKind)) -> Chores:
    """Do chores of these kinds for about so many seconds each; what was done stays."""
    counts = work.ask(lambda desk: {one: desk.store.jobs.count(one) for one in JobKind})
    split, indexed = counts[JobKind.SPLIT], counts[JobKind.INDEX]
    told = Chores(
        stacks.Splitting(0, split.waiting, split.failed),
        reindexing.Indexing(0, indexed.waiting),
        Progress(0, 0, *counts[JobKind.READ]),
    )
    if split.waiting and JobKind.SPLIT in kinds:
        told = Chores(stacks.split_some(work, seconds), told.indexing, told.reading)
    if indexed.waiting and JobKind.INDEX in kinds:
        told = Chores(told.stacks, reindexing.index_some(work, seconds), told.reading)
    if JobKind.READ in kinds and not (told.stacks.waiting or told.indexing.waiting):
        told = Chores(told.stacks, told.indexing, reading.read_some(work, seconds))
    return told
