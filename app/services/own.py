"""One's own: what a person who came in with a PIN sees and changes, of nobody else.

No function here takes a person: it is always who asks (``desk.who.employee_id``). The role of the
asker holds no other permission, so every other function of the office is refused.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.employees.employee import Employee
from app.domain.employees.pin import Answer, check_pin
from app.domain.shared.ids import EmployeeId
from app.domain.shared.refusals import Refusal
from app.services import employees
from app.services.employees import SeenPerson
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.pins import PinDesk


class NotOneself(Refusal):
    """Nobody came in with a PIN: there is nobody whose own this could be."""

    code = "own.nobody"


class NotOwn(Refusal):
    """What was asked for belongs to somebody else."""

    code = "own.not-own"


class ChoosePin(Refusal):
    """The PIN was given by the personnel office; one makes an own one first."""

    code = "own.choose-pin"


class Own:
    """Who asks for his or her own, at one desk; raises NotOneself, NoPin, ChoosePin."""

    def __init__(self, desk: Desk, *, is_pin_chosen: bool = True) -> None:
        person = desk.who.employee_id
        if person is None:
            raise NotOneself
        self.pins = PinDesk(desk, person)
        if is_pin_chosen and self.pins.pin.is_given:
            raise ChoosePin
        self.id = person
        self.employee: Employee = desk.store.employees.get(person)

    def require(self, employee_id: EmployeeId) -> None:
        """Raise NotOwn for what is of somebody else."""
        if employee_id != self.id:
            raise NotOwn


@dataclass(frozen=True, slots=True)
class OwnFile:
    """Who asks, as the personnel office knows the person: what is private too."""

    seen: SeenPerson
    company: str


@query(Permission.SELF_USE)
def must_choose(desk: Desk) -> bool:
    """Say whether one has to make an own PIN first; raises NotOneself, NoPin."""
    return Own(desk, is_pin_chosen=False).pins.pin.is_given


@query(Permission.SELF_USE)
def file(desk: Desk) -> OwnFile:
    """Return one's own file as of today; raises NotOneself, ChoosePin."""
    me = Own(desk).id
    seen = employees.seen(desk, me)
    record = desk.store.employees.record_on(me, desk.today)
    contract = desk.store.contracts.on(me, desk.today)
    return OwnFile(replace(seen, record=record, contract=contract), desk.store.company.get().name)


@command(Permission.SELF_USE, private=True)
def change_pin(desk: Desk, former: str, pin: str) -> bool:
    """Make an own PIN; say whether the former one was right, else nothing is changed.

    A wrong one is counted as at the door. Raises Invalid, MustWait, NoPin.
    """
    own = Own(desk, is_pin_chosen=False)
    own.pins.pin.require_open(desk.now)
    require_right(check_pin(pin, former))
    is_right = own.pins.tried(former).answer is Answer.IN
    if is_right:
        own.pins.replace(pin)
    return is_right
