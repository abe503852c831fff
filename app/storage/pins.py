"""PINs: their Argon2id hashes, and what was tried in vain."""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import dataclass

from sqlalchemy import Connection, select, update

from app.domain.employees.pin import Pin
from app.domain.shared.codec import parsed, plain
from app.domain.shared.ids import EmployeeId
from app.storage.deeds import Changes
from app.storage.employee_tables import employee

TIME, MEMORY_KIB, LANES = 3, 64 * 1024, 4
PURPOSE = b"backdesk: pins"


@dataclass(frozen=True, slots=True)
class NoteOnPin:
    """What the audit keeps of a PIN: who gave it, and how often it was tried in vain."""

    is_given: bool
    wrong: int


class PinStore:
    """Reads and writes PINs on one open connection.

    Every hash is of the PIN with a key of the office that stands in no row, and that all of its
    users hold: so anybody's window is a door, and a copy of the rows is tried in vain.
    """

    def __init__(self, connection: Connection, changes: Changes, key: bytes) -> None:
        self._connection = connection
        self._changes = changes
        self._key = hmac.digest(key, PURPOSE, hashlib.sha256)

    def of(self, person: EmployeeId) -> Pin | None:
        """Return the PIN of a person, or none."""
        wanted = select(employee.c.pin).where(employee.c.id == person)
        kept = self._connection.scalar(wanted)
        return parsed(Pin, json.loads(kept)) if kept else None

    def who(self) -> tuple[EmployeeId, ...]:
        """Return everybody who has a PIN."""
        wanted = select(employee.c.id).where(employee.c.pin.is_not(None)).order_by(employee.c.id)
        return tuple(map(EmployeeId, self._connection.scalars(wanted)))

    def put(self, person: EmployeeId, before: Pin | None, after: Pin | None) -> None:
        """Write the PIN of a person, or none in its place."""
        kept = None if after is None else json.dumps(plain(after), sort_keys=True)
        changed = update(employee).where(employee.c.id == person)
        self._connection.execute(changed.values(pin=kept))
        self._changes.note(f"employee_pin:{person}", _told(before), _told(after))

    def hashed(self, pin: str) -> str:
        """Return the Argon2id hash of a PIN, with its salt and cost."""
        from argon2 import PasswordHasher  # noqa: PLC0415  17 ms

        return PasswordHasher(TIME, MEMORY_KIB, LANES).hash(self._keyed(pin))

    def is_right(self, pin: str, kept: str) -> bool:
        """Say whether a PIN is the one of a hash."""
        from argon2 import PasswordHasher  # noqa: PLC0415  17 ms
        from argon2.exceptions import VerifyMismatchError  # noqa: PLC0415  17 ms

        try:
            return PasswordHasher(TIME, MEMORY_KIB, LANES).verify(kept, self._keyed(pin))
        except VerifyMismatchError:
            return False

    def _keyed(self, pin: str) -> str:
        return hmac.new(self._key, pin.encode(), hashlib.sha256).hexdigest()


def _told(pin: Pin | None) -> NoteOnPin | None:
    return None if pin is None else NoteOnPin(pin.is_given, pin.wrong)
