"""The log: who did what and when, from old to new, as far as who asks may know of it.

Whoever may read the audit sees of every entry who gave which command and when. What was written
opens only to who may read that part of the office, behind the walls of people and of documents.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from app.domain.admin.log import EVERYTHING, LogEntry, LogRow, LogWanted
from app.domain.shared.paging import Spine
from app.domain.shared.refusals import NotFound
from app.lang.command_words import COMMANDS, commands_of, named_like
from app.lang.texts import say_in
from app.services.log_reading import LogReader
from app.services.office import Desk
from app.services.permissions import Permission, query
from app.storage.log_lists import LogScope


@query(Permission.AUDIT_READ)
def spine(
    desk: Desk, wanted: LogWanted = EVERYTHING, language: str = "", *, is_rising: bool = False
) -> Spine:
    """Return the numbers of the entries that are looked for, the newest first unless rising.

    Words are sought in the entries, and in the names of commands in a language.
    """
    return desk.store.log_lists.spine(_scope(desk, wanted, language), is_rising=is_rising)


@query(Permission.AUDIT_READ)
def first(
    desk: Desk,
    size: int,
    wanted: LogWanted = EVERYTHING,
    language: str = "",
    *,
    is_rising: bool = False,
) -> tuple[LogRow, ...]:
    """Return the first lines of the log, which come at once."""
    scope = _scope(desk, wanted, language)
    seqs = desk.store.log_lists.first(size, scope, is_rising=is_rising)
    return LogReader(desk, language).rows(seqs)


@query(Permission.AUDIT_READ)
def rows(desk: Desk, seqs: Sequence[int], language: str = "") -> tuple[LogRow, ...]:
    """Return lines of the log by their numbers."""
    return LogReader(desk, language).rows(seqs)


@query(Permission.AUDIT_READ)
def entry(desk: Desk, seq: int, language: str = "") -> LogEntry:
    """Return one entry with what was changed, from old to new; raises NotFound."""
    found = LogReader(desk, language).entries((seq,))
    if not found:
        raise NotFound(record="audit", id=seq)
    return found[0]


@query(Permission.AUDIT_READ)
def people(desk: Desk) -> tuple[str, ...]:
    """Return everybody who ever did something here, by name."""
    return desk.store.log_lists.people()


def _scope(desk: Desk, wanted: LogWanted, language: str) -> LogScope:
    commands = commands_of(wanted.area) if wanted.area else None
    if wanted.command:
        is_in = commands is None or wanted.command in commands
        commands = (wanted.command,) if is_in else ()
    reader = LogReader(desk, language)
    return LogScope(
        since=_morning(wanted.since),
        until=_morning(wanted.until and wanted.until + timedelta(days=1)),
        who=wanted.who,
        record=wanted.record,
        commands=commands,
        is_refused=wanted.is_refused,
        words=wanted.words,
        named=named_like(wanted.words, say_in(language or desk.store.company.get().language)),
        open=None if reader.is_whole else tuple(filter(reader.may_open, COMMANDS)),
        hidden=reader.walls.hidden if wanted.words else frozenset(),
    )


def _morning(day: date | None) -> datetime | None:
    return None if day is None else datetime.combine(day, time()).astimezone()
