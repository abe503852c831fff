"""The stores of people, their contracts and what belongs to them, as a transaction has them."""

from __future__ import annotations

from functools import cached_property

from sqlalchemy import Connection

from app.domain.employees.belongings import ChecklistTemplate, Equipment, Qualification
from app.storage.applicants import ApplicantStore
from app.storage.belongings import (
    CHECKLIST_TEMPLATES,
    EQUIPMENT,
    QUALIFICATIONS,
    Belongings,
    ChecklistStore,
)
from app.storage.calendars import CalendarStore, DepartmentStore
from app.storage.catalogues import Catalogue
from app.storage.contracts import ContractStore
from app.storage.deeds import Changes
from app.storage.employee_lists import EmployeeLists
from app.storage.employees import EmployeeStore
from app.storage.keys import Keys
from app.storage.own_changes import OwnChangeStore
from app.storage.pins import PinStore
from app.storage.wall import Wall


class EmployeeStores:
    """What reads and writes people over one open transaction."""

    connection: Connection
    changes: Changes
    _keys: Keys

    @cached_property
    def wall(self) -> Wall:
        return Wall(self.connection, self._keys)

    @cached_property
    def employees(self) -> EmployeeStore:
        return EmployeeStore(self.connection, self.changes, self.wall)

    @cached_property
    def pins(self) -> PinStore:
        return PinStore(self.connection, self.changes, self._keys.audit)

    @cached_property
    def applicants(self) -> ApplicantStore:
        return ApplicantStore(self.connection, self.changes, self.wall)

    @cached_property
    def own_changes(self) -> OwnChangeStore:
        return OwnChangeStore(self.connection, self.changes, self.wall)

    @cached_property
    def employee_lists(self) -> EmployeeLists:
        return EmployeeLists(self.connection)

    @cached_property
    def contracts(self) -> ContractStore:
        return ContractStore(self.connection, self.changes, self.wall)

    @cached_property
    def departments(self) -> DepartmentStore:
        return DepartmentStore(self.connection, self.changes)

    @cached_property
    def calendars(self) -> CalendarStore:
        return CalendarStore(self.connection, self.changes)

    @cached_property
    def qualifications(self) -> Belongings[Qualification]:
        return Belongings(self.connection, self.changes, QUALIFICATIONS)

    @cached_property
    def equipment(self) -> Belongings[Equipment]:
        return Belongings(self.connection, self.changes, EQUIPMENT)

    @cached_property
    def checklist_templates(self) -> Catalogue[ChecklistTemplate]:
        return Catalogue(self.connection, self.changes, CHECKLIST_TEMPLATES)

    @cached_property
    def checklists(self) -> ChecklistStore:
        return ChecklistStore(self.connection, self.changes)
