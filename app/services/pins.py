"""PINs: given by the personnel office, and tried by who wants to see his or her own data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.domain.employees.employee import Employee, Standing
from app.domain.employees.pin import FREE_TRIES, Answer, NoPin, Pin, Tried, check_pin
from app.domain.shared.ids import EmployeeId
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.permissions import Permission, command, query

ENTERED = "pins.enter"
"""The name under which the audit keeps that somebody came in, or tried to."""


@dataclass(frozen=True, slots=True)
class PinStanding:
    """How the PIN of a person stands, without what it is."""

    is_set: bool
    is_given: bool = False
    wrong: int = 0
    waits_until: datetime | None = None
    is_spent: bool = False


@query(Permission.SELF_OPEN)
def people(desk: Desk) -> Mapping[EmployeeId, str]:
    """Return the name of everybody who may come in with a PIN, in the order of names."""
    everybody = desk.store.employees.get_all(desk.store.pins.who())
    here = [one.id for one in everybody if _is_here(desk, one)]
    found = desk.store.employee_lists.rows(here, desk.today)
    return {one.id: one.name for one in sorted(found, key=lambda row: row.name.casefold())}


@command(Permission.SELF_OPEN, audited=False, private=True)
def enter(desk: Desk, employee_id: EmployeeId, pin: str) -> Tried:
    """Try a PIN; wrong ones are counted.

    After five each next one has to wait longer, after twenty the PIN opens nothing. The audit
    keeps who was tried, never the PIN. Raises NoPin.
    """
    tried = PinDesk(desk, employee_id).tried(pin)
    refused = "" if tried.answer is Answer.IN else f"pins.{tried.answer.value}"
    desk.note(ENTERED, employee_id, desk.store.changes.taken(), refused)
    return tried


@query(Permission.EMPLOYEES_READ)
def standing(desk: Desk, employee_id: EmployeeId) -> PinStanding:
    """Return how the PIN of a person stands; raises NotFound."""
    desk.store.employees.get(employee_id)
    found = desk.store.pins.of(employee_id)
    if found is None:
        return PinStanding(is_set=False)
    return PinStanding(
        is_set=True,
        is_given=found.is_given,
        wrong=found.wrong,
        waits_until=found.waits_until,
        is_spent=found.is_spent,
    )


@command(Permission.EMPLOYEES_PRIVATE, private=True)
def give(desk: Desk, employee_id: EmployeeId, pin: str) -> None:
    """Give a person a first PIN, which the person replaces by an own one; raises Invalid, NoPin.

    What was tried in vain before is forgotten.
    """
    require_right(check_pin(pin))
    if not _is_here(desk, desk.store.employees.get(employee_id)):
        raise NoPin(id=employee_id)
    before = desk.store.pins.of(employee_id)
    desk.store.pins.put(employee_id, before, Pin(desk.store.pins.hashed(pin), is_given=True))


@command(Permission.EMPLOYEES_PRIVATE)
def take_away(desk: Desk, employee_id: EmployeeId) -> None:
    """Take the PIN of a person away: nobody comes in with it any more; raises NoPin."""
    desk.store.pins.put(employee_id, _kept(desk, employee_id), None)


class PinDesk:
    """Keeps the PIN of one person at one desk."""

    def __init__(self, desk: Desk, person: EmployeeId) -> None:
        self._desk = desk
        self._person = person
        self._store = desk.store.pins
        self.pin = _kept(desk, person)

    def tried(self, pin: str) -> Tried:
        """Return what becomes of a PIN that is typed; a wrong one is counted."""
        if self.pin.is_spent:
            return Tried(Answer.SPENT)
        until = self.pin.waits_until
        if until is not None and self._desk.now < until:
            return Tried(Answer.WAIT, until=until)
        if self._store.is_right(pin, self.pin.hashed):
            if self.pin.wrong:
                self._put(self.pin.met())
            return Tried(Answer.IN)
        self._put(self.pin.missed(self._desk.now))
        left = max(FREE_TRIES - self.pin.wrong, 0)
        return Tried(Answer.WRONG, left, self.pin.waits_until)

    def replace(self, pin: str) -> None:
        """Write the person's own PIN in place of the one there is."""
        self._put(Pin(self._store.hashed(pin), is_given=False))

    def _put(self, after: Pin) -> None:
        self._store.put(self._person, self.pin, after)
        self.pin = after


def _kept(desk: Desk, employee_id: EmployeeId) -> Pin:
    found = desk.store.pins.of(employee_id)
    if found is None or not _is_here(desk, desk.store.employees.get(employee_id)):
        raise NoPin(id=employee_id)
    return found


def _is_here(desk: Desk, employee: Employee) -> bool:
    return employee.standing(desk.today) is not Standing.LEFT
