"""The stores of leave, as every open transaction has them."""

from __future__ import annotations

from functools import cached_property

from app.domain.leave.leave import LeaveType
from app.storage.catalogues import Catalogue
from app.storage.employee_stores import EmployeeStores
from app.storage.leave import LEAVE_TYPES, LeaveBlockStore
from app.storage.leave_ledger import LeaveLedger
from app.storage.leave_requests import LeaveRequestStore


class LeaveStores(EmployeeStores):
    """What reads and writes leave over one open transaction."""

    @cached_property
    def leave_types(self) -> Catalogue[LeaveType]:
        return Catalogue(self.connection, self.changes, LEAVE_TYPES)

    @cached_property
    def leave_blocks(self) -> LeaveBlockStore:
        return LeaveBlockStore(self.connection, self.changes)

    @cached_property
    def leave_ledger(self) -> LeaveLedger:
        return LeaveLedger(self.connection, self.changes)

    @cached_property
    def leave_requests(self) -> LeaveRequestStore:
        return LeaveRequestStore(self.connection, self.changes, self.wall)
