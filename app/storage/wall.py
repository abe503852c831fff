"""The wall: what is private of a person is sealed with a key of that person's own.

The keys of the people are sealed with that of the personnel office (keys.py). So whoever has the
files and the key of the rows still reads nothing private (RELIABILITY, crypto compartments), and
destroying one key ends one person's data everywhere, while the chain of the audit holds.
Anybody's command may seal; only who was let in unseals, and only with the keys that his or her
slot holds (person_keys.py): who has none puts things into boxes that others open.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, Table, literal, select

from app.domain.shared.codec import parsed, plain
from app.domain.shared.ids import EmployeeId
from app.domain.shared.refusals import Refusal
from app.storage.deeds import Change, Changes
from app.storage.employee_tables import person_key
from app.storage.keys import Keys
from app.storage.lists import slices
from app.storage.person_keys import PersonKey, PersonKeys, carried, sealed, unsealed

SEALED = "sealed"
T = TypeVar("T")


class BehindWall(Refusal):
    """Who asks may not read what is private."""

    code = "wall.closed"


class KeyGone(Refusal):
    """The key of the person was destroyed, and with it what was sealed."""

    code = "wall.key-gone"


class Wall:
    """Seals and unseals over one open transaction; closed until somebody is let in.

    ``bound`` names the place of what is sealed (``contract|123|4``: table, id, version): put
    elsewhere it does not open.
    """

    def __init__(self, connection: Connection, keys: Keys) -> None:
        self._connection = connection
        self._ring = PersonKeys(keys)
        self._keys: dict[int, PersonKey | None] = {}
        self._is_open = False
        self._only: EmployeeId | None = None

    def let_in(self, only: EmployeeId | None = None) -> None:
        """Let who asks read what is private of everybody, or of one person only."""
        self._is_open, self._only = True, only

    def may_read(self, person: EmployeeId) -> bool:
        """Say whether who asks may read what is private of a person."""
        return self._is_open and self._only in (None, person) and self._ring.opens(person)

    def reading(self, table: Table) -> Select[Any]:
        """Return what reads a table: what is sealed only where somebody was let in.

        The others do not even fetch it, nor would the database give it to them (wards.py).
        """
        shut: ColumnElement[Any] = literal("").label(SEALED)
        return select(
            *(one if self._is_open or one.name != SEALED else shut for one in table.columns)
        )

    def require(self) -> None:
        """Raise BehindWall unless who asks may read what is private of everybody."""
        if not self._is_open or self._only is not None or not self._ring.opens_all:
            raise BehindWall(employee="")

    def seal(self, person: EmployeeId, bound: str, value: object) -> str:
        """Return a value sealed for its place; a person's first seal makes the key."""
        text = json.dumps(plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return sealed(self._key_of(person, is_new_allowed=True), text.encode(), bound)

    def unseal(self, person: EmployeeId, bound: str, lying: str, kind: type[T]) -> T:
        """Return what was sealed, as its type; raises BehindWall, KeyGone or SealBroken."""
        if not self.may_read(person):
            raise BehindWall(employee=person)
        text = unsealed(self._key_of(person), lying, bound)
        value: T = parsed(kind, json.loads(text))
        return value

    def carry(self, person: EmployeeId, lying: str, places: tuple[str, str]) -> str:
        """Return what was sealed for one place sealed for another; nobody gets to read it.

        So a clerk who stands before the wall changes what is beside it.
        """
        return carried(self._key_of(person), lying, places)

    def note(
        self, changes: Changes, record: str, person: EmployeeId, sides: tuple[object, object]
    ) -> None:
        """Note a private record for the audit as it was and as it is now, both sealed."""
        before, after = (
            None if side is None else {"sealed": self.seal(person, f"audit|{record}", side)}
            for side in sides
        )
        changes.noted.append(Change(record, before, after))

    def read_keys(self, people: Iterable[EmployeeId]) -> frozenset[EmployeeId]:
        """Read the keys of many people at once; return those of whom there is none (any more)."""
        asked = tuple(people)
        wanted = [one for one in asked if one not in self._keys]
        for group in slices(wanted):
            self._keys.update((one, None) for one in group)
            found = self._connection.execute(
                select(person_key).where(person_key.c.employee_id.in_(group))
            )
            self._keys.update((row.employee_id, self._opened(row)) for row in found)
        return frozenset(one for one in asked if self._keys[one] is None)

    def destroy(self, people: Collection[EmployeeId]) -> None:
        """Destroy the keys of people: nobody reads what is private of them ever again."""
        for group in slices(people):
            self._connection.execute(person_key.delete().where(person_key.c.employee_id.in_(group)))
            self._keys.update((one, None) for one in group)

    def _key_of(self, person: EmployeeId, *, is_new_allowed: bool = False) -> PersonKey:
        self.read_keys((person,))
        if (found := self._keys[person]) is not None:
            return found
        if not is_new_allowed:
            raise KeyGone(employee=person)
        fresh, lying = self._ring.new(person)
        self._connection.execute(person_key.insert(), {"employee_id": person, "sealed": lying})
        self._keys[person] = fresh
        return fresh

    def _opened(self, row: Any) -> PersonKey:
        return self._ring.read(row.employee_id, row.sealed)
