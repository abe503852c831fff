"""The company's own row."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import (
    Column,
    Connection,
    Named,
    Table,
    Text,
    TypedColumns,
    select,
    type_coerce,
    update,
)

from app.domain.admin.company import Company
from app.domain.shared.codec import parsed, plain
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.deeds import Changes
from app.storage.types import Id, Json, Whole, metadata

ONLY = 1


class _Company(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    name: Named[str] = Column(Text, nullable=False)
    facts: Named[Any] = Column(Json, nullable=False)


company = Table("company", metadata, _Company)


_FACTS = select(type_coerce(company.c.facts, Text)).where(company.c.id == ONLY)
_read: WeakKeyDictionary[Connection, str | None] = WeakKeyDictionary()


def _told(connection: Connection) -> str | None:
    """Return the company's facts as they lie, read once in a transaction."""
    told = _read.get(connection)
    if told is None:
        told = connection.scalar(_FACTS)
        _read[connection] = told
    return told


def facts_of(connection: Connection) -> Any:
    """Return the company's facts; None before it was set up."""
    told = _told(connection)
    return None if told is None else _facts_of(told)


@lru_cache(16)
def _facts_of(told: str) -> Any:
    return json.loads(told)


@lru_cache(16)
def _company_of(told: str) -> Company:
    """Return the company that facts tell of: the same for the same, and nobody may change it."""
    found: Company = parsed(Company, _facts_of(told))
    return found


class CompanyStore:
    """Reads and writes the one company of an office."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def get(self) -> Company:
        """Return the company; raises NotFound before the office was set up."""
        told = _told(self._connection)
        if told is None:
            raise NotFound(record="company")
        return _company_of(told)

    def currency(self) -> str:
        """Return the currency of the books; raises NotFound before the office was set up."""
        facts = facts_of(self._connection)
        if facts is None:
            raise NotFound(record="company")
        return str(facts["currency"])

    def name(self) -> str | None:
        """Return the name of the company, or none before the office was set up."""
        return self._connection.scalar(select(company.c.name).where(company.c.id == ONLY))

    def add(self, new: Company) -> None:
        """Write the company of a new office."""
        row = {"id": ONLY, "version": new.version, "name": new.name, "facts": plain(new)}
        self._connection.execute(company.insert(), row)
        _read.pop(self._connection, None)
        self._changes.note("company", None, new)

    def save(self, before: Company, after: Company) -> None:
        """Replace the company; raises Conflict when somebody else did so first."""
        same = (company.c.id == ONLY, company.c.version == before.version)
        values = {"version": after.version, "name": after.name, "facts": plain(after)}
        if self._connection.execute(update(company).where(*same).values(values)).rowcount != 1:
            raise Conflict(record="company")
        _read.pop(self._connection, None)
        self._changes.note("company", before, after)
