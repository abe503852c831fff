"""Contacts found: the lists in their order, and who has a number, an account or an address."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from sqlalchemy import Connection, Select, func, select, type_coerce

from app.domain.contacts.contact import Contact, PointKind, Role
from app.domain.contacts.duplicates import Reason
from app.domain.contacts.row import ARCHIVED, ContactRow, ContactSort
from app.domain.shared.ids import ContactId
from app.domain.shared.paging import View, sort_of
from app.storage.contact_tables import (
    NO_VALUE,
    ROLE_BITS,
    contact,
    contact_address,
    contact_key,
    contact_point,
    keys_of,
)
from app.storage.lists import slices, spine_of, whole
from app.storage.types import Whole

FIRST_NUMBER = 1001
_SORTED = {
    ContactSort.NAME: (contact.c.name_key, contact.c.id),
    ContactSort.NUMBER: (contact.c.number_value, contact.c.number, contact.c.id),
    ContactSort.TOWN: (contact.c.town_key, contact.c.id),
    ContactSort.ADDED: (contact.c.id,),
}


class ContactLists:
    """Finds contacts on one open connection; writes nothing."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def spine(self, view: View, among: Sequence[int] | None = None) -> array[int]:
        """Return the ids of a list in its order; ``among`` keeps only these."""
        return spine_of(self._connection, _listed(view, among))

    def first(self, view: View, size: int, among: Sequence[int] | None = None) -> array[int]:
        """Return the first ids of a list in its order."""
        return spine_of(self._connection, _listed(view, among).limit(max(0, size)))

    def rows(self, ids: Sequence[int]) -> tuple[ContactRow, ...]:
        """Return the rows of these contacts, in the order asked for; who is gone is left out."""
        found: dict[int, ContactRow] = {}
        for group in slices(ids):
            found.update(self._rows(group))
        return tuple(found[one] for one in ids if one in found)

    def sharing(self, wanted: Contact, limit: int = 50) -> tuple[ContactId, ...]:
        """Return the contacts that share a key with one: an identifier, an account, a name.

        Only candidates: the rules say which of them are the same party.
        """
        marks = list(keys_of(wanted))
        strong = [value for value, reason in marks if reason is not Reason.DOMAIN]
        weak = [value for value, reason in marks if reason is Reason.DOMAIN]
        found: dict[int, None] = {}
        for values in (strong, weak):
            question = select(contact_key.c.contact_id).where(contact_key.c.value.in_(values))
            found.update(
                dict.fromkeys(self._connection.scalars(question.distinct().limit(max(0, limit))))
            )
        found.pop(wanted.id, None)
        return tuple(ContactId(one) for one in found)[:limit]

    def holders(self, values: Sequence[str], reason: Reason) -> dict[str, list[ContactId]]:
        """Return who has each of these keys."""
        found: dict[str, list[ContactId]] = {}
        for group in slices(values):
            question = select(contact_key.c.value, contact_key.c.contact_id).where(
                contact_key.c.value.in_(group), contact_key.c.reason == reason
            )
            for row in self._connection.execute(question.order_by(contact_key.c.contact_id)):
                found.setdefault(row.value, []).append(ContactId(row.contact_id))
        return found

    def identified(self, ids: Sequence[int]) -> frozenset[int]:
        """Return which of these contacts have an identifier of their own."""
        found: set[int] = set()
        for group in slices(ids):
            question = select(contact_key.c.contact_id).where(
                contact_key.c.contact_id.in_(group), contact_key.c.reason == Reason.IDENTIFIER
            )
            found.update(self._connection.scalars(question))
        return frozenset(found)

    def numbered(self, numbers: Sequence[str]) -> dict[str, str]:
        """Return the name of who has each of these numbers."""
        found: dict[str, str] = {}
        for group in slices(numbers):
            question = select(contact.c.number, contact.c.name).where(contact.c.number.in_(group))
            found.update((row.number, row.name) for row in self._connection.execute(question))
        return found

    def next_number(self) -> int:
        """Return the number after the highest that is all digits."""
        wanted = select(func.max(contact.c.number_value)).where(contact.c.number_value < NO_VALUE)
        return max((self._connection.scalar(wanted) or 0) + 1, FIRST_NUMBER)

    def with_number(self, number: str) -> ContactId | None:
        """Return the contact that has a number, or none."""
        found = self._connection.scalar(select(contact.c.id).where(contact.c.number == number))
        return None if found is None else ContactId(found)

    def town_of(self, country: str, postcode: str) -> str:
        """Return the town our own contacts have at a postcode most often, or nothing."""
        wanted = (
            select(contact_address.c.town)
            .where(
                contact_address.c.postcode == postcode,
                contact_address.c.country == country,
                contact_address.c.town != "",
            )
            .group_by(contact_address.c.town)
            .order_by(func.count().desc(), contact_address.c.town)
            .limit(1)
        )
        return self._connection.scalar(wanted) or ""

    def _rows(self, ids: Sequence[int]) -> dict[int, ContactRow]:
        wanted = select(
            contact.c.id,
            contact.c.number,
            contact.c.name,
            contact.c.kind,
            contact.c.roles,
            contact.c.town,
            contact.c.country,
            contact.c.is_archived,
        ).where(contact.c.id.in_(ids))
        points = self._first_points(ids)
        return {
            row.id: ContactRow(
                ContactId(row.id),
                *row[1:],
                points.get((row.id, PointKind.EMAIL), ""),
                points.get((row.id, PointKind.PHONE), ""),
            )
            for row in whole(self._connection, wanted)
        }

    def _first_points(self, ids: Sequence[int]) -> dict[tuple[int, PointKind], str]:
        wanted = select(contact_point.c.contact_id, contact_point.c.kind, contact_point.c.value)
        backwards = (contact_point.c.contact_id, contact_point.c.position.desc())
        rows = self._connection.execute(
            wanted.where(contact_point.c.contact_id.in_(ids)).order_by(*backwards)
        )
        return {(row.contact_id, row.kind): row.value for row in rows}


def _listed(view: View, among: Sequence[int] | None) -> Select[int]:
    keys = _SORTED[sort_of(ContactSort, view.sort, ContactSort.NAME)]
    is_archived = ARCHIVED in view.only
    roles = sum(ROLE_BITS[role] for role in Role if role.value in view.only)
    wanted = select(contact.c.id).where(contact.c.is_archived == is_archived)
    if roles:
        wanted = wanted.where(type_coerce(contact.c.roles, Whole).bitwise_and(roles) != 0)
    if among is not None:
        wanted = wanted.where(contact.c.id.in_(among))
    return wanted.order_by(*(key.desc() if view.is_descending else key for key in keys))
