"""Moving an office to a server and back: proven before it counts, and it can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.domain.archive.row import Scope, Wanted
from app.domain.shared.paging import View
from app.domain.shared.refusals import OfficeError, Refusal
from app.outside.clock import Clock
from app.services.disposing import finish_begun
from app.services.indexing import Indexer
from app.services.logging_in import Pass, log_in
from app.services.office import Desk, Office, ReadOnly, no_progress
from app.services.permissions import Actor, Permission
from app.storage import moving, offices
from app.storage.copying import beside
from app.storage.database import Database
from app.storage.deeds import Changes
from app.storage.moving import Moved
from app.storage.place import is_server
from app.storage.server_address import address_of, shown
from app.storage.server_keys import require_alone_on
from app.storage.whole_copies import Progress

STEP = 500


class SameKind(Refusal):
    """An office moves from a folder to a server or back; a copy is made by packing it."""

    code = "moving.same-kind"


NOTHING = Pass()


@dataclass(frozen=True, slots=True)
class Mover:
    """Who moves an office, by what he or she comes in, and when."""

    clock: Clock
    who: Actor
    given: Pass = NOTHING


def move(
    where: Path | str, to: Path | str, mover: Mover, progress: Progress = no_progress
) -> Moved:
    """Move a closed office to an empty database or to a new folder; it is read only from then on.

    Nothing is changed before everything over there was read again and proved to be the same; what
    breaks off leaves an office there that is not finished, and opens for nobody. Raises NotAllowed,
    Exists, SameKind, InUse, MovedWrong, Cancelled, and what disk and server refuse.
    """
    if is_server(where) is is_server(to):
        raise SameKind
    if isinstance(to, str):
        address_of(to)
    if isinstance(where, str):
        require_alone_on(where)
    office = log_in(where, mover.clock, mover.who, mover.given, "script")
    try:
        office.who.role.require(Permission.USERS_CHANGE, "moving.move")
        if office.is_read_only:
            raise ReadOnly(**office.database.read_only_facts)
        finish_begun(office)
        _note(office, "moving.move", _shown(to))
        done = _copied(office, to, progress)
        moving.mark(where, to, done)
        try:
            moving.finish(to)
        except OfficeError:
            moving.unmark(where)
            raise
    finally:
        office.close()
    return done


def take_back(where: Path | str, mover: Mover) -> None:
    """Let an office be worked in again that was moved: what was done over there is not here.

    Raises NotAllowed.
    """
    office = log_in(where, mover.clock, mover.who, mover.given, "script")
    try:
        office.who.role.require(Permission.USERS_CHANGE, "moving.take_back")
    finally:
        office.close()
    moving.unmark(where)
    office = log_in(where, mover.clock, mover.who, mover.given, "script")
    try:
        _note(office, "moving.take_back", _shown(where))
    finally:
        office.close()


@contextmanager
def in_a_folder(office: Office, near: Path) -> Iterator[Database]:
    """Give an office as one in a folder: itself, or a proven copy of one on a server.

    The copy lies near a place for as long as it is needed; what others write meanwhile is not in
    it.
    """
    if not is_server(office.database.book.where):
        yield office.database
        return
    with beside(near) as folder:
        path = folder / "Copy.backdesk"
        _copied(office, path, no_progress)
        moving.finish(path)
        copied = offices.open_with(path, office.database.keys, wants="script")
        try:
            yield copied
        finally:
            copied.close()


def _copied(office: Office, to: Path | str, progress: Progress) -> Moved:
    kept = offices.key_place(office.database.book.where).read()

    def index(target: Database, cleaned: tuple[str, ...], told: Progress) -> None:
        over_there = Office(target, office.clock, office.who)
        if cleaned:
            _note(over_there, "moving.clean", list(cleaned))
        _index(over_there, told)

    if isinstance(to, str):
        return moving.to_server(office.database, kept, to, progress, index)
    return moving.to_folder(office.database, kept, to, progress, index)


def _note(office: Office, command: str, told: object) -> None:
    with office.database.write() as unit:
        office.desk(unit, no_progress).note(command, told, Changes())


def _shown(place: Path | str) -> str:
    return shown(place) if isinstance(place, str) else str(place)


def _index(office: Office, told: Progress) -> None:
    """Index every document of an office whose rows came from another database."""
    everything = Scope(Wanted(states=()))
    with office.database.read() as unit:
        ids = unit.document_lists.spine(View(), everything)
    for first in range(0, len(ids), STEP):
        told(first, len(ids))
        with office.database.write() as unit:
            desk: Desk = office.desk(unit, no_progress)
            Indexer(desk).put_many(desk.store.documents.get_all(tuple(ids[first : first + STEP])))
