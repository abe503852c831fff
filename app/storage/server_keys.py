"""The key slots of an office on a server: the same text as ``keys.json``, in one row of a table.

They are read before anything else, by a connection that is closed again, and changed in one
transaction that holds the row. An office whose table has no row has published keys.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, insert, inspect, select, update
from sqlalchemy import text as sql

from app.domain.admin.approvals import BESIDE
from app.domain.shared.refusals import Conflict
from app.storage.employee_tables import person_key
from app.storage.engines import lone_engine
from app.storage.identity import NotAnOffice
from app.storage.kept_files import renewed as renewed_request
from app.storage.keybook import founded, renewed
from app.storage.keys import KeyFile, Keys, key_file_of, key_text, one_slot, published_keys
from app.storage.moved import UNFINISHED_TABLE
from app.storage.person_keys import PersonKeys
from app.storage.place import Unfinished
from app.storage.server_address import shown
from app.storage.server_desks import require_alone
from app.storage.signs import office
from app.storage.slots import Grant
from app.storage.tries import counts_of, text_of_counts
from app.storage.trust_tables import office_keys
from app.storage.user_tables import approval

KEYS_ROW, TRIES_ROW, PLAN_ROW = 1, 2, 3


class ServerKeys:
    """Reads and changes the key slots of an office on a server."""

    def __init__(self, url: str) -> None:
        self.where: Path | str = url
        self._url = url

    def read(self) -> KeyFile:
        """Return the key slots; raises NotAnOffice, BrokenKeys, Unreachable."""
        with self.connected() as connection:
            return read_slots(connection, shown(self._url))

    def change(self, step: Callable[[KeyFile], KeyFile]) -> None:
        """Make other slots of those that are there, whole or not at all."""
        with self.connected() as connection:
            write_slots(connection, step(read_slots(connection, shown(self._url), is_held=True)))

    def found(self, before: Keys, first: tuple[str, str], code: str) -> None:
        """Give an office its first user, an owner, and a recovery code; raises HasUsers, InUse."""
        self._anew(before, lambda kept: founded(kept, before, first, code))

    def renew(self, before: Keys, grants: Mapping[str, Grant]) -> None:
        """Give an office new keys of the people, and them to its users; KeysLacking, InUse."""
        self._anew(before, lambda kept: renewed(kept, before, grants))

    def _anew(self, before: Keys, make: Callable[[KeyFile], tuple[KeyFile, Keys]]) -> None:
        with self.connected() as connection:
            kept = read_slots(connection, shown(self._url), is_held=True)
            slots, after = make(kept)
            if after.people != before.people:
                require_alone(connection, shown(self._url))
                _renew_people(connection, before, after)
            if after.files != before.files:
                _renew_requests(connection, before, after)
            write_slots(connection, slots)

    @contextmanager
    def connected(self) -> Iterator[Connection]:
        """Open one transaction on a connection that is closed afterwards."""
        engine = lone_engine(self._url)
        try:
            with engine.begin() as connection:
                yield connection
        finally:
            engine.dispose()


class ServerTally:
    """The count of tries in the row beside the keys."""

    def __init__(self, url: str) -> None:
        self.name = shown(url)
        self._url = url

    def counts(self) -> dict[str, int]:
        """Return how often each name was tried in vain."""
        engine = lone_engine(self._url)
        with engine.begin() as connection:
            return _counts(connection)

    def put(self, key: str, count: int) -> None:
        """Keep how often a name was tried in vain; none forgets it."""
        engine = lone_engine(self._url)
        with engine.begin() as connection:
            counts = _counts(connection, is_held=True)
            kept = text_of_counts({**counts, key: count})
            _write_row(connection, TRIES_ROW, kept)


def read_slots(connection: Connection, place: str, *, is_held: bool = False) -> KeyFile:
    """Return the key slots of the office in a database; raises NotAnOffice, BrokenKeys."""
    tables = set(inspect(connection).get_table_names())
    if UNFINISHED_TABLE in tables:
        raise Unfinished(place=place)
    if office.name not in tables:
        raise NotAnOffice(place=place)
    name = connection.scalar(select(office.c.office))
    if name is None:
        raise NotAnOffice(place=place)
    body = _row(connection, KEYS_ROW, is_held=is_held) if office_keys.name in tables else None
    return key_file_of(body, place) if body else one_slot(published_keys(name), "")


def write_slots(connection: Connection, kept: KeyFile) -> None:
    """Keep key slots in the database of an office; raises Conflict."""
    _write_row(connection, KEYS_ROW, key_text(kept))


def read_row(connection: Connection, which: int) -> str | None:
    """Return what all desks keep of one thing, or none where nothing was kept yet."""
    return _row(connection, which)


def change_row(connection: Connection, which: int, step: Callable[[str | None], str]) -> str:
    """Make another text of the one that is kept, while no other desk does; raises Conflict."""
    told = step(_row(connection, which, is_held=True))
    _write_row(connection, which, told)
    return told


def _row(connection: Connection, which: int, *, is_held: bool = False) -> str | None:
    wanted = select(office_keys.c.body).where(office_keys.c.id == which)
    found: str | None = connection.scalar(wanted.with_for_update() if is_held else wanted)
    return found


def _write_row(connection: Connection, which: int, body: str) -> None:
    mine = office_keys.c.id == which
    version = connection.scalar(select(office_keys.c.version).where(mine))
    if version is None:
        connection.execute(insert(office_keys), {"id": which, "version": 1, "body": body})
        return
    same = update(office_keys).where(mine, office_keys.c.version == version)
    if connection.execute(same.values(version=version + 1, body=body)).rowcount != 1:
        raise Conflict(record="office_keys", id=which)


def _counts(connection: Connection, *, is_held: bool = False) -> dict[str, int]:
    if not inspect(connection).has_table(office_keys.name):
        return {}
    return counts_of(_row(connection, TRIES_ROW, is_held=is_held) or "{}")


def _renew_people(connection: Connection, before: Keys, after: Keys) -> None:
    connection.execute(sql(f"LOCK TABLE {person_key.name} IN EXCLUSIVE MODE"))
    ring = PersonKeys(before)
    for row in connection.execute(select(person_key)).all():
        lying = ring.renewed(row.employee_id, row.sealed, after)
        mine = person_key.c.employee_id == row.employee_id
        connection.execute(update(person_key).where(mine).values(sealed=lying))


def _renew_requests(connection: Connection, before: Keys, after: Keys) -> None:
    """Seal the files that wait with requests anew."""
    lying = select(approval.c.id, approval.c.arguments)
    for row in connection.execute(lying.where(approval.c.arguments.contains(BESIDE))).all():
        fresh = renewed_request(row.id, row.arguments, before, after)
        mine = approval.c.id == row.id
        connection.execute(update(approval).where(mine).values(arguments=fresh))


def require_alone_on(url: str, *, others_only: bool = False) -> None:
    """Raise InUse while a desk has the office of a server open, the asker's own too, or others."""
    with ServerKeys(url).connected() as connection:
        require_alone(connection, shown(url), others_only=others_only)
