"""Own keys: what an owner gives of the keys of persons to those who log in."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select, update

from app.domain.shared.ids import EmployeeId
from app.storage.employee_tables import person_key
from app.storage.keys import Keys, KeysLacking
from app.storage.person_keys import PersonKeys


class OwnKeys:
    """Reads the keys of persons on one open connection, for the slots of users."""

    def __init__(self, connection: Connection, keys: Keys) -> None:
        self._connection = connection
        self._ring = PersonKeys(keys)

    def of(self, person: EmployeeId) -> tuple[tuple[int, bytes], ...]:
        """Return the key of a person, made if there is none, for that person's own slot.

        Raises KeysLacking.
        """
        self._require()
        wanted = select(person_key.c.sealed).where(person_key.c.employee_id == person)
        lying = self._connection.scalar(wanted)
        if lying is not None:
            return ((person, self._ring.read(person, lying).secret),)
        fresh, lying = self._ring.new(person)
        self._connection.execute(insert(person_key), {"employee_id": person, "sealed": lying})
        return ((person, fresh.secret),)

    def publish(self) -> None:
        """Give every key its public half, so that they too may seal who hold no key."""
        self._require()
        for row in self._connection.execute(select(person_key)).all():
            renewed = self._ring.renewed(row.employee_id, row.sealed, self._ring.keys)
            if renewed != row.sealed:
                mine = person_key.c.employee_id == row.employee_id
                self._connection.execute(update(person_key).where(mine).values(sealed=renewed))

    def _require(self) -> None:
        if not self._ring.opens_all:
            raise KeysLacking
