"""Employees: the file of a person; what is known of each is dated and never overwritten.

A profile is for the whole office. What is private lies behind the wall: it is sealed with the key
of the person, and only the personnel office reads it (RELIABILITY, crypto compartments).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum

from app.domain.contacts.address import Address
from app.domain.shared.ids import DepartmentId, DocumentId, EmployeeId
from app.domain.shared.refusals import Refusal

KIND = "employee"
"""The kind of record, as links, the search and number series name it."""


class EndsBeforeStart(Refusal):
    """Nobody leaves before the first day of work."""

    code = "employees.ends-before-start"


class HasLeft(Refusal):
    """The last day of this person is written down already."""

    code = "employees.has-left"


class HasNotLeft(Refusal):
    """No last day of this person is written down."""

    code = "employees.has-not-left"


class Standing(Enum):
    """Where a person stands on a day, by the days of the employment."""

    COMING = "coming"
    EMPLOYED = "employed"
    LEFT = "left"


class Leaving(Enum):
    """Why an employment ended."""

    RESIGNED = "resigned"
    DISMISSED = "dismissed"
    TERM_ENDED = "term-ended"
    PROBATION = "probation"
    RETIRED = "retired"
    AGREED = "agreed"
    DIED = "died"


@dataclass(frozen=True, slots=True)
class PersonName:
    """The name of a person; ``called`` is what colleagues say, where it is another."""

    given: str
    family: str
    called: str = ""
    title: str = ""

    @property
    def written(self) -> str:
        """Return the name as lists and papers show it."""
        return " ".join(part for part in (self.given, self.family) if part)

    @property
    def sorted(self) -> str:
        """Return the name as a list puts it in order: the family first."""
        return " ".join(part for part in (self.family, self.given) if part)


@dataclass(frozen=True, slots=True)
class Profile:
    """What the whole office may know of a person; ``language`` is that of papers to the person."""

    name: PersonName
    position: str = ""
    department_id: DepartmentId | None = None
    manager_id: EmployeeId | None = None
    workplace: str = ""
    work_email: str = ""
    work_phone: str = ""
    language: str = ""
    photo_id: DocumentId | None = None


@dataclass(frozen=True, slots=True)
class EmergencyContact:
    """Whom to call when something happens to the person."""

    name: str
    relation: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class PayAccount:
    """Where pay goes: an IBAN, or the code of a bank with a number of an account there."""

    iban: str = ""
    bic: str = ""
    bank_code: str = ""
    number: str = ""
    holder: str = ""


@dataclass(frozen=True, slots=True)
class Private:
    """What only the personnel office knows of a person.

    ``identity_number`` is that of the state whose ISO 3166 code is ``identity_country``
    (henkilötunnus, Thai national id, US SSN).
    """

    identity_number: str = ""
    identity_country: str = ""
    born_on: date | None = None
    nationality: str = ""
    address: Address = Address()
    phone: str = ""
    email: str = ""
    account: PayAccount = PayAccount()
    emergency: tuple[EmergencyContact, ...] = ()
    health: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Employee:
    """A person who works, worked or will work here.

    ``user`` is the name under which the person uses this office, empty for nobody: the person
    approves nothing of his or her own. ``ends_on`` is the last day, inclusive.
    """

    id: EmployeeId
    version: int
    number: str
    starts_on: date
    ends_on: date | None = None
    leaving: Leaving | None = None
    user: str = ""

    def standing(self, day: date) -> Standing:
        """Return where the person stands on a day."""
        if day < self.starts_on:
            return Standing.COMING
        is_over = self.ends_on is not None and day > self.ends_on
        return Standing.LEFT if is_over else Standing.EMPLOYED

    def leave(self, ends_on: date, leaving: Leaving) -> Employee:
        """Return the person with a last day; raises HasLeft, EndsBeforeStart."""
        if self.ends_on is not None:
            raise HasLeft(number=self.number, day=self.ends_on)
        if ends_on < self.starts_on:
            raise EndsBeforeStart(number=self.number, starts=self.starts_on, ends=ends_on)
        return replace(self, version=self.version + 1, ends_on=ends_on, leaving=leaving)

    def stay(self) -> Employee:
        """Return the person without a last day, who stays after all; raises HasNotLeft."""
        if self.ends_on is None:
            raise HasNotLeft(number=self.number)
        return replace(self, version=self.version + 1, ends_on=None, leaving=None)


@dataclass(frozen=True, slots=True)
class EmployeeRecord:
    """What held of a person from ``valid_from`` until the day before ``valid_until``.

    ``private`` is None where the reader stands before the wall. Of two records of one day the one
    recorded later holds; none is ever changed or removed.
    """

    employee_id: EmployeeId
    number: int
    valid_from: date
    valid_until: date | None
    recorded_at: datetime
    who: str
    reason: str
    profile: Profile
    private: Private | None


@dataclass(frozen=True, slots=True)
class Department:
    """A part of the firm; ``cost_centre`` is what the books name it."""

    id: DepartmentId
    version: int
    name: str
    parent_id: DepartmentId | None = None
    head_id: EmployeeId | None = None
    cost_centre: str = ""
    is_closed: bool = False
