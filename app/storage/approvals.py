"""Second looks: which the owner asks for, and what waits for one or was decided."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from app.domain.admin.users import Approval, Decision, SecondPair
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.deeds import Changes
from app.storage.types import Rows
from app.storage.user_tables import approval, second_pair
from app.storage.versioned import replace_row

NAME = "approval"


_ASKED_FOR = select(second_pair)


class SecondPairStore:
    """Reads and writes what a second pair is asked for, with the least amount of minor units."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def all(self) -> dict[SecondPair, int | None]:
        """Return what is asked for."""
        found = self._connection.execute(_ASKED_FOR)
        return {row.what: row.least for row in found}

    def put(self, wanted: Mapping[SecondPair, int | None]) -> None:
        """Ask for this from now on, and for nothing else."""
        before = self.all()
        self._connection.execute(delete(second_pair))
        if wanted:
            rows = [{"what": what, "least": least} for what, least in wanted.items()]
            self._connection.execute(insert(second_pair), rows)
        self._changes.note(second_pair.name, before, dict(wanted))


class ApprovalStore:
    """Reads and writes what waits for a second pair; of the arguments the audit has a proof."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def waiting(self) -> tuple[Approval, ...]:
        """Return what waits, the longest waiting first."""
        table = approval
        found: Rows = select(table).where(table.c.decision == Decision.WAITING)
        return self._read(found.order_by(table.c.asked_at, table.c.id))

    def decided(self, most: int) -> tuple[Approval, ...]:
        """Return what was decided or withdrawn, the last first."""
        table = approval
        found: Rows = select(table).where(table.c.decision != Decision.WAITING)
        return self._read(found.order_by(table.c.decided_at.desc(), table.c.id.desc()).limit(most))

    def get(self, approval_id: int) -> Approval:
        """Return a request; raises NotFound."""
        found = self._read(select(approval).where(approval.c.id == approval_id))
        if not found:
            raise NotFound(record=NAME, id=approval_id)
        return found[0]

    def current(self, approval_id: int, version: int) -> Approval:
        """Return a request as it was read before; raises NotFound, Conflict."""
        found = self.get(approval_id)
        if found.version != version:
            raise Conflict(record=NAME, id=approval_id)
        return found

    def add(self, new: Approval) -> None:
        """Write a new request."""
        self._connection.execute(insert(approval), _row(new))
        self._changes.note(f"{NAME}:{new.id}", None, _told(new))

    def save(self, before: Approval, after: Approval) -> None:
        """Replace a request; ``after.version`` is the next; raises Conflict."""
        replace_row(self._connection, approval, before, _row(after))
        self._changes.note(f"{NAME}:{after.id}", _told(before), _told(after))

    def _read(self, wanted: Rows) -> tuple[Approval, ...]:
        return tuple(map(_of, self._connection.execute(wanted)))


def _row(one: Approval) -> dict[str, Any]:
    return {field.name: getattr(one, field.name) for field in fields(one)}


def _of(row: Row[Any]) -> Approval:
    return Approval(**{field.name: getattr(row, field.name) for field in fields(Approval)})


def _told(one: Approval) -> Approval:
    return replace(one, arguments=hashlib.sha256(one.arguments.encode()).hexdigest())
