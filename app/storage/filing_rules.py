"""Filing rules, in their order; there are few of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Named,
    Row,
    Table,
    Text,
    TypedColumns,
    delete,
    insert,
    select,
)

from app.domain.archive.rules import FilingRule, Then, When
from app.domain.shared.codec import parsed, plain
from app.domain.shared.ids import FilingRuleId
from app.domain.shared.refusals import NotFound
from app.storage.deeds import Changes
from app.storage.types import Flag, Id, Json, Whole, metadata
from app.storage.versioned import replace_row


class _Rule(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    position: Named[int] = Column(Whole, nullable=False)
    name: Named[str] = Column(Text, nullable=False)
    when: Named[Any] = Column(Json, nullable=False)
    then: Named[Any] = Column(Json, nullable=False)
    is_active: Named[bool] = Column(Flag, nullable=False)


filing_rule = Table("filing_rule", metadata, _Rule)


class FilingRuleStore:
    """Reads and writes filing rules on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def all(self) -> tuple[FilingRule, ...]:
        """Return every rule, in the order in which they are tried."""
        ordered = select(filing_rule).order_by(filing_rule.c.position, filing_rule.c.id)
        return tuple(_rule_of(row) for row in self._connection.execute(ordered))

    def get(self, rule_id: FilingRuleId) -> FilingRule:
        """Return a rule; raises NotFound."""
        wanted = select(filing_rule).where(filing_rule.c.id == rule_id)
        found = self._connection.execute(wanted).one_or_none()
        if found is None:
            raise NotFound(record="filing_rule", id=rule_id)
        return _rule_of(found)

    def add(self, new: FilingRule) -> None:
        """Write a new rule."""
        self._connection.execute(insert(filing_rule), _row(new))
        self._changes.note(f"filing_rule:{new.id}", None, new)

    def save(self, before: FilingRule, after: FilingRule) -> FilingRule:
        """Replace a rule and return it as saved; raises Conflict when it was changed since."""
        saved = replace(after, version=before.version + 1)
        replace_row(self._connection, filing_rule, before, _row(saved))
        self._changes.note(f"filing_rule:{before.id}", before, saved)
        return saved

    def remove(self, old: FilingRule) -> None:
        """Remove a rule for good."""
        self._connection.execute(delete(filing_rule).where(filing_rule.c.id == old.id))
        self._changes.note(f"filing_rule:{old.id}", old, None)

    def arrange(self, ordered: Sequence[FilingRule]) -> None:
        """Put the rules into an order."""
        for position, one in enumerate(ordered):
            if one.position != position:
                self.save(one, replace(one, position=position))


def _row(one: FilingRule) -> dict[str, Any]:
    row = {name: getattr(one, name) for name in one.__slots__}
    return row | {"when": plain(one.when), "then": plain(one.then)}


def _rule_of(row: Row[Any]) -> FilingRule:
    return FilingRule(
        id=FilingRuleId(row.id),
        version=row.version,
        position=row.position,
        name=row.name,
        when=parsed(When, row.when),
        then=parsed(Then, row.then),
        is_active=row.is_active,
    )
