"""Health: how the office stands at a glance, topic by topic, the bad before the good."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.domain.admin import backup, health
from app.domain.admin.health import Line, Sign, Topic
from app.domain.correspondence.mail import MailState
from app.domain.shared.ids import ContactId
from app.domain.shared.jobs import JobKind, JobState
from app.domain.shared.refusals import OfficeError
from app.services import anchors, health_rounds
from app.services.backing_up import Shelf
from app.services.office import Desk, Office
from app.services.permissions import Permission, query
from app.storage.sizes import Sizes, sizes_of

LEAST_FREE = 1 << 30
"""With less room than this on the disk somebody is to look."""
MEGABYTE = 1 << 20
LONG_WAIT = timedelta(days=1)
_MAILS = (MailState.FAILED, MailState.UNKNOWN)
_STANDINGS = {
    backup.Standing.NEVER: (Sign.BAD, health.BACKUP_NEVER),
    backup.Standing.LATE: (Sign.BAD, health.BACKUP_LATE),
    backup.Standing.FAILED: (Sign.LOOK, health.BACKUP_FAILED),
}


@dataclass(frozen=True, slots=True)
class Overview:
    """How the office stands: every topic, and how large it is.

    ``checked_at`` is when the oldest of the weekly checks came to its end, none while one never
    did.
    """

    lines: tuple[Line, ...]
    sizes: Sizes
    checked_at: datetime | None

    @property
    def sign(self) -> Sign:
        """How the office stands as a whole: as its worst topic."""
        return health.worst(self.lines)


def overview(office: Office) -> Overview:
    """Return how the office stands; raises NotAllowed, Unavailable."""
    office.who.role.require(Permission.COMPANY_READ, "health.overview")
    checked, sizes = office.ask(health_rounds.lines), sizes_of(office.database)
    found = (*checked, _disk(sizes), *_copies(office), *_rights(office), *office.ask(standing))
    order = {Sign.BAD: 0, Sign.LOOK: 1, Sign.GOOD: 2}
    moments = [one.seen_at for one in checked]
    known = [one for one in moments if one is not None]
    oldest = min(known) if known and len(known) == len(moments) else None
    return Overview(tuple(sorted(found, key=lambda one: order[one.sign])), sizes, oldest)


@query(Permission.COMPANY_READ)
def standing(desk: Desk) -> tuple[Line, ...]:
    """Return what waits for somebody: mails, jobs, texts, and when the chain was anchored last."""
    return tuple(_waiting(desk))


@query(Permission.CONTACTS_READ)
def named(desk: Desk, ids: Collection[ContactId]) -> Mapping[ContactId, str]:
    """Return what these contacts are called."""
    return {one.id: one.name for one in desk.store.contacts.get_all(tuple(ids))}


def _waiting(desk: Desk) -> Iterator[Line]:
    kept = desk.store.health_checks
    stuck, queued = kept.mails(*_MAILS), kept.mails(MailState.QUEUED)
    if stuck.count:
        told = health.MAILS_STUCK.at("mail", count=stuck.count)
        yield Line(Topic.MAILS, Sign.BAD, (told,), stuck.since, desk.now, stuck.count)
    elif queued.since is not None and desk.now - queued.since > LONG_WAIT:
        told = health.MAILS_WAIT.at("mail", count=queued.count)
        yield Line(Topic.MAILS, Sign.LOOK, (told,), queued.since, desk.now, queued.count)
    else:
        yield _sound(Topic.MAILS, desk.now)
    failed = kept.jobs(JobState.FAILED, JobKind.SPLIT, JobKind.INDEX)
    if failed.count:
        told = health.JOBS_FAILED.at("job", count=failed.count)
        yield Line(Topic.JOBS, Sign.BAD, (told,), failed.since, desk.now, failed.count)
    else:
        yield _sound(Topic.JOBS, desk.now)
    unread = kept.jobs(JobState.FAILED, JobKind.READ)
    if unread.count:
        told = health.TEXTS_UNREAD.at("job", count=unread.count)
        yield Line(Topic.TEXTS, Sign.LOOK, (told,), unread.since, desk.now, unread.count)
    else:
        yield _sound(Topic.TEXTS, desk.now)
    yield _erased(desk)
    yield _anchor(desk)


def _erased(desk: Desk) -> Line:
    """Return whether what was kept of erased persons may go; the page of these says what."""
    due = [
        one
        for one in desk.store.erased.standing()
        if one.kept_until is not None and one.kept_until < desk.today
    ]
    if not due:
        return _sound(Topic.ERASED, desk.now)
    told = health.ERASED_DUE.at("erasure", count=len(due))
    return Line(Topic.ERASED, Sign.LOOK, (told,), None, desk.now, len(due))


def _anchor(desk: Desk) -> Line:
    last = next(iter(desk.store.closings.all()), None)
    if last is None:
        return Line(Topic.ANCHOR, Sign.GOOD, (health.ANCHOR_NEVER.at("audit"),), None, desk.now)
    told = health.ANCHORED.at("audit", anchor=anchors.shown((last.seq, last.proof)))
    return Line(Topic.ANCHOR, Sign.GOOD, (told,), last.closed_at, desk.now)


def _disk(sizes: Sizes) -> Line:
    if sizes.free is None or sizes.free >= LEAST_FREE:
        return _sound(Topic.DISK, None)
    told = health.DISK_LOW.at("disk", free=sizes.free // MEGABYTE)
    return Line(Topic.DISK, Sign.BAD, (told,))


def _copies(office: Office) -> Iterator[Line]:
    """Return how the office stands with its backups; what is of no file is the server's work."""
    try:
        plan, now = Shelf(office).plan, office.clock.now()
    except OfficeError:
        yield Line(Topic.BACKUPS, Sign.LOOK, (health.BACKUP_ELSEWHERE.at("backup"),))
        return
    last = plan.last_good()
    since = last.at if last else None
    sign, rule = _STANDINGS.get(backup.standing(plan, now), (Sign.GOOD, health.SOUND))
    yield Line(Topic.BACKUPS, sign, (rule.at("backup"),), since, since)
    drill = next(iter(plan.drills), None)
    if drill is None:
        yield Line(Topic.DRILL, Sign.LOOK, (health.DRILL_NEVER.at("backup"),))
        return
    rule = health.SOUND if drill.is_good else health.DRILL_FAILED
    sign = Sign.GOOD if drill.is_good else Sign.BAD
    yield Line(Topic.DRILL, sign, (rule.at("backup"),), drill.at, drill.at)


def _rights(office: Office) -> Iterator[Line]:
    """Return whether a server keeps by itself what is closed to a role; a folder has no roles."""
    engines = office.database.rows
    if engines.file is not None:
        return
    from app.storage.server_rights import Standing, keeping  # noqa: PLC0415  for servers only

    found = keeping(engines.reader, office.who.rights)
    if not found.has_rows:
        statement = f'REASSIGN OWNED BY "{found.owner}" TO "{found.login}"'
        facts = {"account": found.login, "owner": found.owner, "statement": statement}
        yield Line(Topic.RIGHTS, Sign.BAD, (health.ROWS_OPEN.at("rights", **facts),))
    elif found.standing is Standing.NOT_ALLOWED:
        statement = f'ALTER ROLE "{found.login}" CREATEROLE'
        told = health.RIGHTS_UNMADE.at("rights", account=found.login, statement=statement)
        yield Line(Topic.RIGHTS, Sign.LOOK, (told,))
    else:
        yield Line(Topic.RIGHTS, Sign.GOOD, (health.RIGHTS_KEPT.at("rights"),))


def _sound(topic: Topic, now: datetime | None) -> Line:
    return Line(topic, Sign.GOOD, (health.SOUND.at(topic.value),), None, now)
