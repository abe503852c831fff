"""Chores: what is done by itself while the office rests: stacks split, documents indexed and read.

Goods that went past their day are blocked first of all, so that nobody is promised them. Then what
is short: a stack is split before its pages are read, and what was renamed is found by its new name
before any picture is looked at.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from app.domain.shared.ids import LotId
from app.domain.shared.jobs import JobKind
from app.services import leave, reading, reindexing, sealing, stacks
from app.services.office import Desk, Errand
from app.services.permissions import Permission, errand
from app.services.reading_rounds import Progress
from app.services.stock_booking import Booking
from app.services.stock_lots import StockLots
from app.services.stock_ways import Promised

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
    _block_expired(work)
    _settle_leave(work)
    work.is_housework = True
    sealing.seal_some(work, seconds)
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


def _settle_leave(work: Errand) -> None:
    """Write what leave was earned and expired by today, and note leaves that are over as taken."""
    if Permission.LEAVE_APPROVE not in work.office.who.role.permissions:
        return
    if work.ask(lambda desk: desk.store.leave_ledger.is_due(desk.today)):
        leave.settle(work)


def _block_expired(work: Errand) -> None:
    """Count lots that went past their day as blocked, each for itself.

    What is being picked of one is not taken away: it waits for the next round.
    """
    if Permission.STOCK_MOVE not in work.office.who.role.permissions:
        return
    for lot in work.ask(lambda desk: desk.store.lots.newly_expired(desk.today)):
        with suppress(Promised):
            work.do(_block, lot.id)


def _block(desk: Desk, lot_id: LotId) -> None:
    lot = desk.store.lots.get_all((lot_id,))[lot_id]
    StockLots(desk, Booking(desk)).count(lot)
    desk.note("stock_levels.expire", lot.code, desk.store.changes)
