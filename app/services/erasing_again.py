"""Erasing again: who was erased since a backup was made goes again once it is restored.

The list lies beside the backups, and beside an office that was made of one until all of it is done
(``passed_erasures.py``). What hinders one is told; that person is erased as soon as nothing does.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from app.domain.admin.erased import Erased, ErasureState, erased
from app.domain.admin.erasure_plan import NotErasable, StillKept
from app.domain.contacts.findable import KIND as CONTACT
from app.domain.shared.ids import ContactId, EmployeeId, ErasureId, new_id
from app.domain.shared.refusals import NotFound
from app.services import erasing, erasing_people
from app.services.eraser import Eraser
from app.services.erasing_people import EmployeeEraser
from app.services.office import Desk, Errand
from app.services.passing_on import PassedOn
from app.services.permissions import Permission, errand
from app.storage.erasures import empty_log
from app.storage.passed_erasures import Passed, drop_passed
from app.storage.wall import BehindWall

DONE = "erasing_again.again"


@dataclass(frozen=True, slots=True)
class Again:
    """How many were erased again, and of how many something hinders it."""

    done: int
    waiting: int


@errand(Permission.PRIVACY_ERASE)
def again(work: Errand) -> Again:
    """Erase again who was erased after the backup that this office came from; may be repeated."""
    passed = PassedOn(work.office)
    results = [_done(work, one) for one in passed.known()]
    if passed.own is not None and all(one is not None for one in results):
        drop_passed(passed.own)
    if any(results):
        empty_log(work.office.database)
    return Again(results.count(True), results.count(None))


def _done(work: Errand, one: Passed) -> bool | None:
    """Erase a person again; say whether there was anything to do, none where something hinders."""
    if work.ask(_is_known, one):
        return False
    try:
        done = work.do(_erase, one)
    except (NotErasable, BehindWall):
        return None
    if one.ended_on is not None and done:
        with suppress(StillKept, NotFound):
            if one.kind == CONTACT:
                erasing.complete(work, ContactId(one.record_id))
            else:
                erasing_people.complete(work, EmployeeId(one.record_id))
    return done


def _is_known(desk: Desk, one: Passed) -> bool:
    return desk.store.erased.of(one.kind, one.record_id) is not None


def _erase(desk: Desk, one: Passed) -> bool:
    try:
        if one.kind == CONTACT:
            _erase_contact(desk, ContactId(one.record_id))
        else:
            EmployeeEraser(desk, EmployeeId(one.record_id)).erase()
    except NotFound:
        desk.store.erased.add(_unknown(desk, one))
    desk.note(DONE, one.record_id, desk.store.changes.taken())
    return True


def _erase_contact(desk: Desk, contact_id: ContactId) -> None:
    eraser = Eraser(desk, contact_id)
    planned = eraser.plan()
    planned.require_free()
    eraser.erase()
    desk.store.erased.add(erased(ErasureId(new_id()), planned, desk.today, desk.who.name))


def _unknown(desk: Desk, one: Passed) -> Erased:
    """Return the erasure of somebody whom the backup did not know yet."""
    end = (ErasureState.ENDED, one.erased_on, desk.who.name)
    state, day, who = end
    return Erased(
        ErasureId(new_id()), one.kind, one.record_id, state, day, who, None, (), (), day, who
    )
