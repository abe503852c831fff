"""Types of leave and block lists: small tables that are read whole."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, Row, delete

from app.domain.leave.leave import Allowance, CarryOver, LeaveBlock, LeaveType
from app.domain.shared.codec import parsed, plain
from app.domain.shared.ids import LeaveBlockId
from app.storage.catalogues import Catalogue, Shape
from app.storage.deeds import Changes
from app.storage.leave_tables import leave_block, leave_type


def _type_row(one: LeaveType) -> dict[str, Any]:
    row = {field.name: getattr(one, field.name) for field in fields(one)}
    told = {"allowances": plain(one.allowances), "carry_over": plain(one.carry_over)}
    return row | told | {"names": dict(one.names)}


def _type_of(row: Row[Any]) -> LeaveType:
    found = {one.name: getattr(row, one.name) for one in fields(LeaveType)}
    allowances = tuple(parsed(Allowance, one) for one in row.allowances)
    return LeaveType(
        **found | {"allowances": allowances, "carry_over": parsed(CarryOver, row.carry_over)}
    )


def _block_row(one: LeaveBlock) -> dict[str, Any]:
    return {field.name: getattr(one, field.name) for field in fields(one)}


def _block_of(row: Row[Any]) -> LeaveBlock:
    return LeaveBlock(**{one.name: getattr(row, one.name) for one in fields(LeaveBlock)})


LEAVE_TYPES = Shape("leave_type", leave_type, _type_row, _type_of)
LEAVE_BLOCKS = Shape("leave_block", leave_block, _block_row, _block_of)


class LeaveBlockStore(Catalogue[LeaveBlock]):
    """Reads and writes block lists, which may be removed: nothing refers to them."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        super().__init__(connection, changes, LEAVE_BLOCKS)

    def drop(self, block_id: LeaveBlockId, version: int) -> None:
        """Remove a block list as it was read; raises NotFound, Conflict."""
        before = self.current(block_id, version)
        self._connection.execute(delete(leave_block).where(leave_block.c.id == block_id))
        self._changes.note(f"leave_block:{block_id}", before, None)
