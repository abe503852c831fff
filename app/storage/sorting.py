"""Order of names in the database: a stored key that sorts as the office's own dictionary does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Dialect, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

from app.lang.sorting import sort_key
from app.storage.admin import facts_of

_OWN_ORDER = {"FI": "fi", "SE": "sv", "AX": "sv"}
"""Countries whose dictionary has letters of its own after z; all others share one order."""
LONGEST = 120


class SortKey(TypeDecorator[str]):
    """A key of ``dictionary_key``: compared by code point on every database."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        collation = "C" if dialect.name == "postgresql" else None
        return dialect.type_descriptor(Text(collation=collation))


def dictionary_key(text: str, country: str) -> str:
    """Return a text that sorts where ``text`` stands in the dictionary of a country.

    Accents and case do not decide: a list breaks ties by id.
    """
    return sort_key(text, _OWN_ORDER.get(country, "en")).partition("\x00")[0][:LONGEST]


@dataclass(frozen=True, slots=True)
class Home:
    """Where the office is and which language it writes: they decide the order of names."""

    country: str = ""
    language: str = "en"


def home_of(connection: Connection) -> Home:
    """Return the home of the office; before it was set up, nowhere in particular."""
    facts = facts_of(connection)
    return Home(facts["country"], facts["language"]) if facts else Home()
