"""Contacts found: the lists in their order, and who has a number, an account or an address."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from sqlalchemy import Connection, Select, func, select, type_coerce

from app.domain.contacts.contact import Contact, PointKind, Role
from app.domain.contacts.row import ARCHIVED, ContactRow, ContactSort
from app.domain.shared.ids import ContactId
from app.domain.shared.paging import View, sort_of
from app.storage.contact_tables import (
    NO_VALUE,
    ROLE_BITS,
    contact,
    contact_account,
    contact_address,
    contact_identifier,
    contact_point,
    key_of_point,
    row_of,
)
from app.storage.lists import slices, spine_of
from app.storage.sorting import home_of
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
        return spine_of(self._connection, _listed(view, among).limit(size))

    def rows(self, ids: Sequence[int]) -> tuple[ContactRow, ...]:
        """Return the rows of these contacts, in the order asked for; who is gone is left out."""
        found: dict[int, ContactRow] = {}
        for group in slices(ids):
            found.update(self._rows(group))
        return tuple(found[one] for one in ids if one in found)

    def sharing(self, wanted: Contact, limit: int = 50) -> tuple[ContactId, ...]:
        """Return contacts that share a name, number of an authority, account or point of contact.

        Only candidates: the rules say which of them are the same party.
        """
        row = row_of(wanted, home_of(self._connection).country)
        keys = [key for point in wanted.points if (key := key_of_point(point))]
        numbers = [identifier.value for identifier in wanted.identifiers if identifier.value]
        ibans = [account.iban for account in wanted.accounts if account.iban]
        questions: list[Select[int]] = [
            select(contact.c.id).where(contact.c.name_key == row["name_key"]),
            select(contact_identifier.c.contact_id).where(contact_identifier.c.value.in_(numbers)),
            select(contact_account.c.contact_id).where(contact_account.c.iban.in_(ibans)),
            select(contact_point.c.contact_id).where(contact_point.c.value_key.in_(keys)),
        ]
        found: dict[int, None] = {}
        for question in questions:
            found.update(dict.fromkeys(self._connection.scalars(question.limit(limit))))
        return tuple(ContactId(one) for one in found if one != wanted.id)[:limit]

    def next_number(self) -> int:
        """Return the number after the highest that is all digits."""
        wanted = select(func.max(contact.c.number_value)).where(contact.c.number_value < NO_VALUE)
        return max((self._connection.scalar(wanted) or 0) + 1, FIRST_NUMBER)

    def with_number(self, number: str) -> ContactId | None:
        """Return the contact that has a number, or none."""
        found = self._connection.scalar(select(contact.c.id).where(contact.c.number == number))
        return None if found is None else ContactId(found)

    def numbers(self) -> frozenset[str]:
        """Return every number in use."""
        return frozenset(self._connection.scalars(select(contact.c.number)))

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
            for row in self._connection.execute(wanted)
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
