"""Kept persons: who is erased and of whom something is kept for the law, until when, and what then.

Nothing goes by itself: what may go is proposed, and somebody with the right to it ends it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.admin.erased import Erased, ErasureState, erased
from app.domain.admin.erasure_plan import ErasurePlan
from app.domain.contacts.findable import KIND as CONTACT
from app.domain.shared.ids import ContactId, EmployeeId, ErasureId
from app.services.eraser import Eraser
from app.services.erasing_people import EmployeeEraser
from app.services.office import Desk
from app.services.permissions import Permission, query
from app.storage.wall import BehindWall


@dataclass(frozen=True, slots=True)
class KeptPerson:
    """An erased person of whom something is kept: under which name, until when, and what.

    ``plan`` is what is left; none for who may not look behind the wall of employees. ``is_over``
    says that all of it may go now.
    """

    erased: Erased
    name: str
    until: date | None
    plan: ErasurePlan | None
    is_over: bool


@query(Permission.PRIVACY_ERASE)
def rows(desk: Desk) -> tuple[KeptPerson, ...]:
    """Return every erased person of whom something is kept, who may go first before the others."""
    found = tuple(_rows(desk))
    return tuple(sorted(found, key=lambda one: (not one.is_over, one.until or date.max)))


def _rows(desk: Desk) -> Iterator[KeptPerson]:
    known = set()
    for one in desk.store.erased.all():
        known.add((one.kind, one.record_id))
        if one.state is ErasureState.KEPT:
            yield _kept(desk, one)
    for contact_id, since in desk.store.contact_seals.erased().items():
        if (CONTACT, contact_id) not in known:
            plan = Eraser(desk, contact_id).plan()
            yield _kept(desk, erased(ErasureId(0), plan, since, ""))


def _kept(desk: Desk, one: Erased) -> KeptPerson:
    if one.kind == CONTACT:
        eraser = Eraser(desk, ContactId(one.record_id))
        name, plan = eraser.label, eraser.plan()
    else:
        person = EmployeeEraser(desk, EmployeeId(one.record_id))
        name = person.label
        try:
            desk.store.wall.require()
        except BehindWall:
            return KeptPerson(one, name, one.kept_until, None, is_over=False)
        plan = person.plan()
    until = max(filter(None, (plan.until, one.kept_until)), default=None)
    is_over = plan.is_over(desk.today) and (until is None or until < desk.today)
    return KeptPerson(one, name, until, plan, is_over)
