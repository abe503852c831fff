"""A work that may be stopped at any instant, and what must hold of its office afterwards."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.domain.admin import health
from app.domain.contacts.form import ContactForm
from app.domain.shared.refusals import OfficeError
from app.outside.clock import Clock, FixedClock
from app.services import contacts
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.checks import check
from app.storage.offices import create_office, open_office
from tests.builders import TODAY

OFFICE = "Lumo.backdesk"
ACKS = "acks"

Ack = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong after a fault: told and lost, half done, a chain that does not hold."""

    lost: int = 0
    half: int = 0
    chain: int = 0
    why: str = ""

    @property
    def is_good(self) -> bool:
        return not (self.lost or self.half or self.chain)


GOOD = Verdict()


@dataclass(frozen=True, slots=True)
class Work:
    """What is done in a place: ``prepare`` makes it, ``run`` tells what it has done.

    ``prove`` looks at what was found there after a fault, knowing what had been told.
    """

    name: str
    prepare: Callable[[Path], None]
    run: Callable[[Path, Ack], None]
    prove: Callable[[Path, list[str]], Verdict]


def created(place: Path, clock: Clock | None = None) -> Office:
    return Office(create_office(place / OFFICE), clock or FixedClock(TODAY), Actor("Maija"))


def opened(place: Path, clock: Clock | None = None) -> Office:
    return Office(open_office(place / OFFICE), clock or FixedClock(TODAY), Actor("Maija"))


@contextmanager
def closing(office: Office) -> Iterator[Office]:
    """Close an office at the end; who dies does not get there."""
    try:
        yield office
    finally:
        office.close()


def judged(
    office: Office, acked: Collection[str], look: Callable[[Office], Collection[str]]
) -> Verdict:
    """Prove an office whole and of use; ``look`` returns what there is of what was told."""
    with closing(office):
        return _judged(office, acked, look)


def _judged(
    office: Office, acked: Collection[str], look: Callable[[Office], Collection[str]]
) -> Verdict:
    try:
        wrong = check(office.database)
        found = look(office)
        office.do(contacts.add, ContactForm("Afterwards"))
    except (AssertionError, OfficeError) as half:
        return Verdict(half=1, why=repr(half)[:300])
    lost = set(acked) - set(found)
    chain = [one for one in wrong if one.code == health.CHAIN.code]
    why = repr((wrong, sorted(lost)))[:300] if wrong or lost else ""
    return Verdict(len(lost), len(wrong) - len(chain), len(chain), why)


def judged_at(
    place: Path, acked: Collection[str], look: Callable[[Office], Collection[str]]
) -> Verdict:
    """Open the office of a place as a clerk does the next morning, and prove it."""
    try:
        office = opened(place)
    except OfficeError as refused:
        return Verdict(half=1, lost=len(acked), why=repr(refused)[:300])
    return judged(office, acked, look)
