"""Seals of contacts: what the audit keeps of a contact opens with a key of that contact alone.

So the chain of the audit stays whole when somebody is erased: the key is destroyed, and with it
what the rows say of the person, in this office and in every copy made from then on. A contact has
two keys. That of the card goes at once; that of the books when nothing has to be kept any more.
A record that may name anybody and is about nobody yet, as a file that was just taken in, has keys
of its own under its own id.
"""

from __future__ import annotations

import base64
import json
import secrets
from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, select, update

from app.domain.admin.erasure import Owner, Part
from app.domain.shared.ids import ContactId
from app.storage.lists import slices
from app.storage.person_keys import KEY_BYTES, PersonKey, sealed, unsealed
from app.storage.trust_tables import contact_seal
from app.storage.upserts import insert_into

_SECRET = select(contact_seal.c.secret).where(contact_seal.c.contact_id == bindparam("contact"))

BY, BESIDE = "|", "."
ERASED: dict[str, bool] = {"erased": True}
"""What is told of a change whose key was destroyed."""


class Standing(NamedTuple):
    """The keys of a contact as they lie, and since when the person is erased, if so."""

    card: bytes
    books: bytes
    erased_on: date | None

    @property
    def text(self) -> str:
        """The keys as they lie in their row."""
        day = self.erased_on.isoformat() if self.erased_on else ""
        return BESIDE.join((*(base64.b64encode(one).decode() for one in self[:2]), day))


class ContactSeals:
    """Seals and opens what the audit keeps of contacts, on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[int, Standing | None] = {}

    def seal(self, owner: Owner, bound: str, value: object) -> str:
        """Return JSON data sealed for its place in the audit; a first seal makes the keys.

        Of who is erased nothing new is kept: the key is made, used and thrown away.
        """
        part = owner.part or Part.CARD
        found = self._standing(owner.id) or self._begin(owner.id)
        key = _key(found, part) or secrets.token_bytes(KEY_BYTES)
        text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        lying = sealed(PersonKey(key, b""), text.encode(), _bound(owner.id, part, bound))
        return f"{owner.id}/{part.value}{BY}{lying}"

    def opened(self, bound: str, lying: str) -> Any:
        """Return what was sealed for a place, or that it was erased; raises SealBroken.

        What the wall sealed stays as it is: it opens with the key of an employee.
        """
        head, by, text = lying.partition(BY)
        if not by:
            return {"sealed": lying}
        contact_id, _, part = head.partition("/")
        found = self._standing(int(contact_id))
        key = _key(found, Part(part)) if found else b""
        if not key:
            return ERASED
        place = _bound(int(contact_id), Part(part), bound)
        return json.loads(unsealed(PersonKey(key, b""), text, place))

    def know(self, contact_id: ContactId) -> None:
        """Read the keys of a contact now, which are needed in a moment that others wait for."""
        self._standing(contact_id)

    def erased_on(self, contact_id: ContactId) -> date | None:
        """Return since when a contact is erased; none while it is not."""
        found = self._standing(contact_id)
        return found.erased_on if found else None

    def erased(self) -> dict[ContactId, date]:
        """Return the contacts of which something has to be kept though they are erased."""
        rows = self._connection.execute(select(contact_seal).order_by(contact_seal.c.contact_id))
        found = {ContactId(row.contact_id): _standing(row.secret) for row in rows}
        return {one: of.erased_on for one, of in found.items() if of.erased_on and of.books}

    def destroy_card(self, contact_id: ContactId, on: date) -> None:
        """Destroy the key of a contact's card: nobody reads what it sealed ever again."""
        before = self._standing(contact_id) or self._begin(contact_id)
        self._write(contact_id, Standing(b"", before.books, on))

    def destroy(self, contact_id: ContactId, on: date) -> None:
        """Destroy both keys of a contact: nothing of it has to be kept.

        That they were there stays: whatever is said of the contact from now on makes no new ones,
        neither does the entry of the log that tells of the erasure itself.
        """
        before = self._standing(contact_id) or self._begin(contact_id)
        self._write(contact_id, Standing(b"", b"", before.erased_on or on))

    def forget(self, records: Collection[int], on: date) -> None:
        """Destroy the keys of records that have some of their own."""
        for some in slices(sorted(records)):
            mine = contact_seal.c.contact_id.in_(some)
            gone = Standing(b"", b"", on)
            self._connection.execute(update(contact_seal).where(mine).values(secret=gone.text))
            self._known.update((one, gone) for one in some if one in self._known)

    def _write(self, contact_id: ContactId, after: Standing) -> None:
        mine = contact_seal.c.contact_id == contact_id
        self._connection.execute(update(contact_seal).where(mine).values(secret=after.text))
        self._known[contact_id] = after

    def _standing(self, contact_id: int) -> Standing | None:
        if contact_id not in self._known:
            lying = self._connection.scalar(_SECRET, {"contact": contact_id})
            self._known[contact_id] = _standing(lying) if lying else None
        return self._known[contact_id]

    def _begin(self, contact_id: int) -> Standing:
        fresh = Standing(secrets.token_bytes(KEY_BYTES), secrets.token_bytes(KEY_BYTES), None)
        row = {"contact_id": contact_id, "secret": fresh.text}
        new = insert_into(self._connection, contact_seal).on_conflict_do_nothing()
        self._connection.execute(new, row)
        del self._known[contact_id]
        return self._standing(contact_id) or fresh


def _key(found: Standing, part: Part) -> bytes:
    return found.card if part is Part.CARD else found.books


def _bound(contact_id: int, part: Part, place: str) -> str:
    return f"contact|{contact_id}|{part.value}|{place}"


def _standing(lying: str) -> Standing:
    card, books, day = lying.split(BESIDE)
    since = date.fromisoformat(day) if day else None
    return Standing(base64.b64decode(card), base64.b64decode(books), since)
