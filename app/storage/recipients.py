"""Recipients: the contacts in use that a mailing list finds by its rule."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence

from sqlalchemy import ColumnElement, Connection, select, type_coerce

from app.domain.contacts.mailing import Wanted
from app.storage.contact_tables import ROLE_BITS, contact
from app.storage.lists import slices, spine_of
from app.storage.sorting import dictionary_key, home_of
from app.storage.types import Whole

_PUT_AWAY = False
_IN_USE = contact.c.is_archived == _PUT_AWAY


class Recipients:
    """Finds contacts to write to on one open connection; writes nothing."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def answering(self, wanted: Wanted, among: Sequence[int] | None = None) -> array[int]:
        """Return the contacts in use that answer a rule; ``among`` keeps only these."""
        home = home_of(self._connection).country
        asked = select(contact.c.id).where(_IN_USE, *_conditions(wanted, home))
        found = spine_of(self._connection, asked)
        return found if among is None else array("q", sorted(set(found) & set(among)))

    def by_name(self, ids: Sequence[int]) -> tuple[int, ...]:
        """Return which of these contacts are in use, in the order of their names."""
        found: list[tuple[str, int]] = []
        for group in slices(ids):
            asked = select(contact.c.name_key, contact.c.id).where(_IN_USE, contact.c.id.in_(group))
            found.extend((row.name_key, row.id) for row in self._connection.execute(asked))
        return tuple(one for _key, one in sorted(found))


def _conditions(wanted: Wanted, home: str) -> Iterator[ColumnElement[bool]]:
    if wanted.roles:
        bits = sum(ROLE_BITS[role] for role in wanted.roles)
        yield type_coerce(contact.c.roles, Whole).bitwise_and(bits) != 0
    if wanted.town:
        yield contact.c.town_key == dictionary_key(wanted.town, home)
    if wanted.country:
        yield contact.c.country.in_([wanted.country, *([""] if wanted.country == home else [])])
    if wanted.language:
        yield contact.c.language == wanted.language
