"""Changes of one's own data: a person asks, the personnel office accepts or refuses.

Only what was asked for is changed: what the office wrote meanwhile stays.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from enum import Enum

from app.domain.contacts.address import Address
from app.domain.employees.employee import EmergencyContact, PayAccount, Private
from app.domain.employees.private import check_private, tidied_private
from app.domain.shared.ids import EmployeeId, OwnChangeId
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.refusals import IllegalTransition

KIND = "own-change"
NOTHING_NEW = Rule("own.nothing-new")


class ChangeState(Enum):
    """Where a change that a person asked for stands."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Details:
    """What a person may ask to be changed: where one lives, is reached, and is paid."""

    address: Address = Address()
    phone: str = ""
    email: str = ""
    account: PayAccount = field(default_factory=PayAccount)
    emergency: tuple[EmergencyContact, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for, as it stood before and as it is to be, and why; behind the wall."""

    before: Details
    after: Details
    note: str = ""
    answer: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of what is to be changed."""
        names = (one.name for one in fields(Details))
        return tuple(one for one in names if getattr(self.before, one) != getattr(self.after, one))


@dataclass(frozen=True, slots=True)
class OwnChange:
    """A change that a person asked for; ``asked`` is None where the reader is before the wall."""

    id: OwnChangeId
    version: int
    employee_id: EmployeeId
    state: ChangeState
    asked_at: datetime
    asked: Asked | None = field(repr=False)
    decided_by: str = ""
    decided_at: datetime | None = None

    def moved(self, state: ChangeState) -> OwnChange:
        """Return the change in its next state; raises IllegalTransition of one that is settled."""
        if self.state is not ChangeState.ASKED:
            raise IllegalTransition(record=KIND, state=self.state.value, wanted=state.value)
        return replace(self, version=self.version + 1, state=state)

    def decided(self, state: ChangeState, who: str, at: datetime, answer: str) -> OwnChange:
        """Return the change as it was decided, and what was answered."""
        after = self.moved(state)
        told = after.asked and replace(after.asked, answer=answer.strip())
        return replace(after, asked=told, decided_by=who, decided_at=at)


def details_of(private: Private) -> Details:
    """Return what of a person's private data the person may ask to be changed."""
    return Details(*(getattr(private, one.name) for one in fields(Details)))


def tidied_details(details: Details) -> Details:
    """Return details as they are kept."""
    return details_of(tidied_private(with_details(Private(), details)))


def check_details(asked: Asked, today: date) -> tuple[Problem, ...]:
    """Return what is wrong with a change that is asked for, each at its field."""
    return tuple(_faults(asked, today))


def changed(private: Private, asked: Asked) -> Private:
    """Return private data with what was asked for changed, and nothing else."""
    parts = {one: getattr(asked.after, one) for one in asked.parts}
    return replace(private, **parts)


def _faults(asked: Asked, today: date) -> Iterator[Problem]:
    if not asked.parts:
        yield NOTHING_NEW.at("")
    yield from check_private(with_details(Private(), asked.after), today)


def with_details(private: Private, details: Details) -> Private:
    """Return private data with these details in place of its own."""
    return replace(private, **{one.name: getattr(details, one.name) for one in fields(Details)})
