"""Plans of erasure: what of a person goes at once, what stays until when and why, what hinders."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.archive.retention import RetentionClass, last_day
from app.domain.shared.refusals import Refusal


class NotErasable(Refusal):
    """Something hinders the erasure: ``why`` is the first of the codes, ``count`` how often."""

    code = "erasing.hindered"


class NotAPerson(Refusal):
    """Only persons are erased: a firm's name is not personal data."""

    code = "erasing.not-a-person"


class AlreadyErased(Refusal):
    """The person is erased already; what still stays has to."""

    code = "erasing.already"


class StillKept(Refusal):
    """What the law asks to be kept is not over; ``until`` is its last day."""

    code = "erasing.still-kept"


@dataclass(frozen=True, slots=True)
class Going:
    """What goes at once: ``what`` is its code, ``count`` how many there are."""

    what: str
    count: int


@dataclass(frozen=True, slots=True)
class Staying:
    """What stays: until which day (none: nobody knows yet) and by which law."""

    what: str
    count: int
    until: date | None
    law: str


LOOSE = "loose-document"
"""Documents that no law is known to ask for: they go when the rest goes."""


@dataclass(frozen=True, slots=True)
class Hindrance:
    """Why nobody can be erased now: a code, and how many things stand behind it."""

    why: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class ErasurePlan:
    """All that would come of erasing one person (``kind`` is contact or employee).

    ``becomes`` is the name that stands where something stays; empty where nothing does.
    """

    kind: str
    id: int
    version: int
    name: str
    goes: tuple[Going, ...]
    stays: tuple[Staying, ...]
    hindrances: tuple[Hindrance, ...]
    becomes: str = ""

    @property
    def until(self) -> date | None:
        """The last day on which something must stay, as far as it is known."""
        return max((one.until for one in self.stays if one.until), default=None)

    def is_over(self, today: date) -> bool:
        """Say whether nothing has to stay any more."""
        kept = (one for one in self.stays if one.what != LOOSE)
        return all(one.until is not None and one.until < today for one in kept)

    def require_free(self) -> None:
        """Raise NotErasable where something hinders."""
        if self.hindrances:
            first = self.hindrances[0]
            raise NotErasable(why=first.why, count=first.count)


def staying(
    what: str, count: int, newest: date, kept: RetentionClass | None, year_starts: int
) -> Staying:
    """Return what stays of one kind: as long as the law asks for the newest of it."""
    if kept is None:
        return Staying(what, count, None, "")
    return Staying(what, count, last_day(newest, kept, year_starts), kept.source)
