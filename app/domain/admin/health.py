"""The health of an office: what a check may find, and how each topic stands, since when.

The field of a finding says where it is. Nothing here is about a person: a finding that a wall
hides is counted, and named on the page where whoever may see it opens it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum

from app.domain.shared.problems import Problem, Rule

PAGE = Rule("health.page", "file", "reason")
STRUCTURE = Rule("health.structure", "file", "reason")
REFERENCE = Rule("health.reference", "table", "row", "parent")
CONFLICT = Rule("health.conflict", "file")
CHAIN = Rule("health.chain", "row")
SET_BACK = Rule("health.set-back", "row")
ALTERED = Rule("health.altered", "name", "row")
GUARD = Rule("health.guard", "table")
GAP = Rule("health.gap", "kind", "year", "first", "last")
BALANCE = Rule("health.balance", "month", "currency")
COUNT = Rule("health.count")
OPEN_ITEM = Rule("health.open-item", "number")
CREDIT = Rule("health.credit", "number")
STOCK = Rule("health.stock", "what", "product")
DOCUMENT = Rule("health.document", "name")
PIECE = Rule("health.piece", "name", "piece", "pieces")
LEFT_OVER = Rule("health.left-over", "name")
ORPHAN = Rule("health.orphan", "count")
IDENTIFIER = Rule("health.identifier", "scheme")
ACCOUNT = Rule("health.account")
INVOICE_REFERENCE = Rule("health.invoice-reference", "number")
IDENTITY = Rule("health.identity")

SOUND = Rule("health.sound")
UNCHECKED = Rule("health.unchecked")
DISK_LOW = Rule("health.disk-low", "free")
BACKUP_NEVER = Rule("health.backup-never")
BACKUP_LATE = Rule("health.backup-late")
BACKUP_FAILED = Rule("health.backup-failed")
BACKUP_ELSEWHERE = Rule("health.backup-elsewhere")
DRILL_NEVER = Rule("health.drill-never")
DRILL_FAILED = Rule("health.drill-failed")
ANCHOR_NEVER = Rule("health.anchor-never")
ANCHORED = Rule("health.anchored", "anchor")
MAILS_STUCK = Rule("health.mails-stuck", "count")
MAILS_WAIT = Rule("health.mails-wait", "count")
JOBS_FAILED = Rule("health.jobs-failed", "count")
TEXTS_UNREAD = Rule("health.texts-unread", "count")
RIGHTS_KEPT = Rule("health.rights-kept")
RIGHTS_UNMADE = Rule("health.rights-unmade", "account", "statement")
ROWS_OPEN = Rule("health.rows-open", "account", "owner", "statement")

ERASED_DUE = Rule("health.erased-due", "count")

EVERY = timedelta(days=7)
"""How often everything is read again."""
MOST_FINDINGS = 200
"""So many findings of a topic are kept; the rest is counted."""


class Topic(Enum):
    """What is looked at; those in CHECKED are read once a week, the others stand as they are."""

    FILES = "files"
    CHAIN = "chain"
    KEPT = "kept"
    NUMBERS = "numbers"
    BALANCES = "balances"
    STOCK = "stock"
    DOCUMENTS = "documents"
    IDENTIFIERS = "identifiers"
    PEOPLE = "people"
    DISK = "disk"
    BACKUPS = "backups"
    DRILL = "drill"
    ANCHOR = "anchor"
    MAILS = "mails"
    JOBS = "jobs"
    TEXTS = "texts"
    RIGHTS = "rights"
    ERASED = "erased"


CHECKED = (
    Topic.FILES,
    Topic.CHAIN,
    Topic.KEPT,
    Topic.NUMBERS,
    Topic.BALANCES,
    Topic.STOCK,
    Topic.DOCUMENTS,
    Topic.IDENTIFIERS,
    Topic.PEOPLE,
)


class Sign(Enum):
    """How a topic stands: good, worth a look, or bad."""

    GOOD = "good"
    LOOK = "look"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found: the first of it, and how much it is."""

    some: tuple[Problem, ...] = ()
    count: int = 0

    def with_more(self, more: tuple[Problem, ...]) -> Findings:
        """Return these findings and others."""
        return Findings((*self.some, *more)[:MOST_FINDINGS], self.count + len(more))


@dataclass(frozen=True, slots=True)
class Round:
    """How far the check of a topic is, and what it found when it came to its end last.

    ``position`` says where the next slice begins, 0 that none is under way; ``so_far`` is what
    the slices found that were read. ``at`` is when a slice was read last, ``since`` when
    something was found first.
    """

    topic: Topic
    at: datetime
    position: int = 0
    ended_at: datetime | None = None
    since: datetime | None = None
    found: Findings = Findings()
    so_far: Findings = Findings()

    def is_due(self, now: datetime) -> bool:
        """Say whether there is something to read; a clock that went back makes it due."""
        last = self.ended_at
        return self.position != 0 or last is None or not timedelta(0) <= now - last < EVERY

    def went_on(self, now: datetime, position: int, more: tuple[Problem, ...]) -> Round:
        """Return the round after a slice; at position 0 it came to its end."""
        so_far = self.so_far.with_more(more)
        if position:
            since = self.since or (now if so_far.count else None)
            return replace(self, at=now, position=position, since=since, so_far=so_far)
        since = (self.since or now) if so_far.count else None
        return Round(self.topic, now, 0, now, since, so_far)

    @property
    def shown(self) -> Findings:
        """What is known: of the round that is under way, if it found something, else the last."""
        return self.so_far if self.so_far.count else self.found


@dataclass(frozen=True, slots=True)
class Line:
    """How a topic stands, since when, when it was looked at, and what is told of it."""

    topic: Topic
    sign: Sign
    told: tuple[Problem, ...]
    since: datetime | None = None
    seen_at: datetime | None = None
    count: int = 0


WORTH_A_LOOK = frozenset(
    one.code for one in (CONFLICT, COUNT, ORPHAN, IDENTIFIER, ACCOUNT, INVOICE_REFERENCE, IDENTITY)
)
"""What is wrong in these is not lost: somebody is to look."""


def line_of(checked: Round) -> Line:
    """Return how a topic stands by its last check."""
    shown = checked.shown
    if not shown.count:
        is_new = checked.ended_at is None
        told = (UNCHECKED if is_new else SOUND).at(checked.topic.value)
        sign = Sign.LOOK if is_new else Sign.GOOD
        return Line(checked.topic, sign, (told,), None, checked.ended_at)
    is_mild = all(one.code in WORTH_A_LOOK for one in shown.some)
    sign = Sign.LOOK if is_mild else Sign.BAD
    return Line(checked.topic, sign, shown.some, checked.since, checked.at, shown.count)


def worst(lines: tuple[Line, ...]) -> Sign:
    """Return how the office stands: as its worst topic."""
    order = tuple(Sign)
    return max((one.sign for one in lines), key=order.index, default=Sign.GOOD)
