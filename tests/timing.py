"""People who write hours, in an office whose clock can be put on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import insert

from app.domain.employees.contract import ContractKind, ContractState
from app.domain.hours.measuring import Stretch
from app.domain.shared.ids import EmployeeId, new_id
from app.services.hours import NewTime
from app.services.office import Office
from app.services.permissions import OWNER, Actor, Role
from app.storage.database import Database
from app.storage.employee_tables import contract, employee, employee_record, work_calendar

HELSINKI = ZoneInfo("Europe/Helsinki")
SINCE = date(2020, 1, 1)
MONDAY = date(2026, 3, 2)
TUESDAY = date(2026, 3, 10)


@dataclass(slots=True)
class SetClock:
    """A clock that a test puts on."""

    at: datetime

    def now(self) -> datetime:
        return self.at

    def today(self) -> date:
        return self.at.astimezone(HELSINKI).date()


def at(day: date, clock: str) -> datetime:
    """Return the moment when the clocks of Helsinki show a time ("16:30")."""
    return datetime.combine(day, time.fromisoformat(clock), tzinfo=HELSINKI)


def from_to(began: str, ended: str, pause: int = 0) -> Stretch:
    """Return a stretch from one time on the clock ("08:00") to another."""
    return Stretch(time.fromisoformat(began), time.fromisoformat(ended), pause)


def worked(day: date, began: str, ended: str, pause: int = 0) -> NewTime:
    """Return work as it is written."""
    return NewTime(day, from_to(began, ended, pause))


def hire(
    database: Database, name: str = "Aino Virtanen", user: str = "", hours: str = "37.5"
) -> EmployeeId:
    """Write a person who has worked here since 2020, with a contract from Monday to Friday."""
    person = EmployeeId(new_id())
    with database.write() as unit:
        unit.connection.execute(insert(employee), _head(person, user))
        unit.connection.execute(insert(employee_record), _record(person, name))
        unit.connection.execute(insert(contract), _contract(person, hours))
    return person


def _head(person: EmployeeId, user: str) -> dict[str, Any]:
    return {
        "id": person,
        "version": 1,
        "number": f"E-{person}",
        "starts_on": SINCE,
        "ends_on": None,
        "leaving": None,
        "user_name": user,
    }


def _record(person: EmployeeId, name: str) -> dict[str, Any]:
    return {
        "employee_id": person,
        "number": 1,
        "valid_from": SINCE,
        "valid_until": None,
        "recorded_at": datetime(2020, 1, 1, tzinfo=HELSINKI),
        "who": "Maija",
        "reason": "",
        "name": name,
        "name_key": name.casefold(),
        "position": "",
        "department_id": None,
        "manager_id": None,
        "profile": {},
        "sealed": "",
    }


def _contract(person: EmployeeId, hours: str) -> dict[str, Any]:
    return {
        "id": new_id(),
        "version": 1,
        "employee_id": person,
        "kind": ContractKind.PERMANENT,
        "state": ContractState.SIGNED,
        "starts_on": SINCE,
        "ends_on": None,
        "position": "",
        "hours": Decimal(hours),
        "sealed": "",
        "notice_days": 0,
        "agreement": "",
        "reason": "",
    }


def keep_calendar(database: Database) -> None:
    """Write the usual calendar of a Finnish office: 7.5 hours from Monday to Friday."""
    row = {
        "id": new_id(),
        "version": 1,
        "name": "Office",
        "minutes": [450, 450, 450, 450, 450, 0, 0],
        "country": "FI",
        "region": "",
        "is_default": True,
    }
    with database.write() as unit:
        unit.connection.execute(insert(work_calendar), row)


def at_desk(office: Office, name: str, role: Role = OWNER) -> Office:
    """Return the same office with somebody else at it."""
    return Office(office.database, office.clock, Actor(name, role))
