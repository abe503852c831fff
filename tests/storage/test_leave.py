"""Types of leave and block lists come back as they were written."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.leave.leave import (
    Accrual,
    CarryOver,
    LeaveBlock,
)
from app.domain.shared.ids import LeaveBlockId
from app.domain.shared.refusals import NotFound
from app.storage.database import Database
from tests.leaving import a_type

DAY = date(2026, 3, 2)


def test_types_and_block_lists_come_back_as_they_were_written(database: Database) -> None:
    kind = a_type(Accrual.BY_SERVICE, ((1, "6"), (3, "8.5")), CarryOver(None, 12), DAY)
    block = LeaveBlock(LeaveBlockId(5), 1, "Stocktaking", DAY, DAY, most_away=2)
    with database.write() as unit:
        unit.leave_types.add(kind)
        unit.leave_blocks.add(block)

    with database.write() as unit:
        assert unit.leave_types.all() == (kind,)
        assert unit.leave_blocks.get(block.id) == block
        unit.leave_blocks.drop(block.id, 1)
        with pytest.raises(NotFound):
            unit.leave_blocks.drop(block.id, 1)
