"""Moving an office from a folder to a server and back, proven before it counts.

The source is read at one moment and not changed; the target says that it is not finished until
every row and every document in it was read again and is what the source holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from app.domain.admin import health
from app.domain.shared.refusals import OfficeError, Refusal
from app.storage import checks, moved, offices, place
from app.storage.database import Database
from app.storage.engines import Engines
from app.storage.keys import KeyFile, write_key_file
from app.storage.place import CONTENTS, KEYS, ROWS, Exists, Folder
from app.storage.presence import Wants, enter
from app.storage.server_address import shown
from app.storage.server_keys import write_slots
from app.storage.servers import database_on, engines_on
from app.storage.whole_copies import (
    MovedWrong,
    Progress,
    copy_all,
    read_again,
    reading,
    require_same,
    way_of,
)

Fill = Callable[[Database, tuple[str, ...], Progress], None]
COPIED, INDEXED, STEPS = 0.8, 0.9, 10_000
"""How much of a move is done when everything was copied and read again, and when it was indexed."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What was moved: so many rows of so many tables, so many documents, up to which audit row.

    ``cleaned`` are the rows whose texts held the character U+0000, which was left out.
    """

    tables: int
    rows: int
    documents: int
    chain: int
    proof: str
    cleaned: tuple[str, ...] = ()


def to_server(source: Database, kept: KeyFile, url: str, progress: Progress, index: Fill) -> Moved:
    """Copy an office into an empty database; it stays unfinished until ``finish_on_server``.

    What an earlier move left unfinished there is removed first. Raises Exists, MovedWrong, and
    what disk and server refuse.
    """
    server, engines = engines_on(url)
    try:
        _clear(engines, url)
        with engines[0].writer.begin() as connection:
            moved.begin_on_server(connection)
    except BaseException:
        for one in engines:
            one.dispose()
        raise
    target = database_on(url, server, engines, source.keys)
    try:
        found = _copied(source, target, _part(progress, 0, COPIED))
        with target.rows.writer.begin() as connection:
            write_slots(connection, kept)
        index(target, found.cleaned, _part(progress, COPIED, INDEXED))
        _prove(source, target, found, _part(progress, INDEXED, 1))
    except Refusal:
        _throw_away(target)
        raise
    finally:
        target.close()
    return found


def to_folder(
    source: Database, kept: KeyFile, path: Path, progress: Progress, index: Fill
) -> Moved:
    """Copy an office into a new folder; it stays unfinished until ``place.finish``.

    Raises Exists, UnsafePlace, MovedWrong, and what disk and server refuse.
    """
    place.require_safe(path)
    place.new_folder(path)
    try:
        write_key_file(path / KEYS, kept)
        for name in (ROWS, CONTENTS):
            (path / name).touch(mode=0o600)
        target = offices.database_in(Folder(path, enter(path, Wants.SCRIPT)), source.keys)
        try:
            found = _copied(source, target, _part(progress, 0, COPIED))
            index(target, found.cleaned, _part(progress, COPIED, INDEXED))
            _prove(source, target, found, _part(progress, INDEXED, 1))
        finally:
            target.close()
    except OSError as refused:
        place.throw_away(path)
        raise place.fault_of_os(refused, path) from refused
    except BaseException:
        place.throw_away(path)
        raise
    return found


def finish(where: Path | str) -> None:
    """Say that everything of a moved office is there, and make that durable."""
    if isinstance(where, Path):
        place.finish(where)
    else:
        with _on(where) as connection:
            moved.finish_on_server(connection)


def mark(where: Path | str, to: Path | str, last: Moved) -> None:
    """Say that an office lies elsewhere now; raises MovedWrong if it was written since."""
    if isinstance(where, Path):
        moved.mark_folder(where, shown(to) if isinstance(to, str) else str(to))
        return
    with _on(where) as connection:
        connection.exec_driver_sql("LOCK TABLE audit IN EXCLUSIVE MODE")
        newest = connection.exec_driver_sql(
            "SELECT hash FROM audit ORDER BY seq DESC LIMIT 1"
        ).scalar()
        if newest != last.proof:
            raise MovedWrong(table="audit", before=last.chain, after="+")
        moved.mark_server(connection, shown(to) if isinstance(to, str) else str(to))


def unmark(where: Path | str) -> None:
    """Let an office be worked in again that was moved."""
    if isinstance(where, Path):
        moved.unmark_folder(where)
    else:
        with _on(where) as connection:
            moved.unmark_server(connection)


@contextmanager
def _on(url: str) -> Iterator[Connection]:
    _server, engines = engines_on(url)
    try:
        with engines[0].writer.begin() as connection:
            yield connection
    finally:
        for one in engines:
            one.dispose()


def _throw_away(target: Database) -> None:
    """Leave an empty database, as it was; a line that broke leaves what opens for nobody."""
    with suppress(OfficeError, SQLAlchemyError), target.rows.writer.begin() as connection:
        _empty(connection, "")


def _clear(engines: tuple[Engines, Engines], url: str) -> None:
    """Remove what an unfinished move left; raises Exists for anything else that lies there."""
    with engines[0].writer.begin() as connection:
        _empty(connection, url)


def _empty(connection: Connection, url: str) -> None:
    if names := set(connection.dialect.get_table_names(connection)):
        if not moved.is_unfinished(connection):
            raise Exists(place=shown(url) if url else "")
        for name in sorted(names):
            connection.exec_driver_sql(f'DROP TABLE IF EXISTS "{name}" CASCADE')


def _copied(source: Database, target: Database, progress: Progress) -> Moved:
    with reading(source) as ends:
        way = way_of(ends, progress)
        digests = copy_all(ends, target, way)
    with read_again(target) as again:
        require_same(again, digests, way)
    with target.read() as unit:
        seq, proof = unit.audit.newest()
    count = digests["content"].rows
    rows = sum(one.rows for one in digests.values())
    return Moved(len(digests), rows, count, seq, proof, tuple(way.cleaned))


def _prove(source: Database, target: Database, done: Moved, progress: Progress) -> None:
    """Check chain, guards, numbers, balances and documents anew.

    Raises MovedWrong for what the check of the source does not find too, or what was cleaned is
    the reason for.
    """
    found = checks.check(target, progress)
    if done.cleaned:
        found = tuple(one for one in found if one.code != health.ALTERED.code)
    if found:
        known = checks.check(source)
        first = next((one for one in found if one not in known), None)
        if first is not None:
            raise MovedWrong(table=first.code, before="", after=first.field)


def _part(progress: Progress, begin: float, end: float) -> Progress:
    """Return whom to tell of a part of the work, as so much of the whole."""

    def told(done: int, of: int) -> None:
        share = done / of if of else 1.0
        progress(round(STEPS * (begin + (end - begin) * share)), STEPS)

    return told
