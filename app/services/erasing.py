"""Erasing: a person who asks for it goes, and what the law asks to be kept stays until it may go.

The plan says first what goes, what stays until when and why. Nothing of it can be undone.
"""

from __future__ import annotations

from app.domain.admin.erased import Erased, erased
from app.domain.admin.erasure_plan import AlreadyErased, ErasurePlan, StillKept
from app.domain.contacts.findable import KIND
from app.domain.shared.ids import ContactId, ErasureId, new_id
from app.domain.shared.refusals import Conflict
from app.services.ending_erasures import Destruction, Ender, Ending
from app.services.eraser import Eraser
from app.services.office import Desk, Errand
from app.services.permissions import Permission, errand, query
from app.storage.erasures import empty_log

DONE, COMPLETED = "erasing.erase", "erasing.complete"


@query(Permission.PRIVACY_ERASE)
def plan(desk: Desk, contact_id: ContactId) -> ErasurePlan:
    """Return what erasing a person would do, and what hinders it; raises NotFound, NotAPerson."""
    return Eraser(desk, contact_id).plan()


@query(Permission.PRIVACY_ERASE)
def due(desk: Desk) -> tuple[ErasurePlan, ...]:
    """Return the erased of whom nothing has to be kept any more: ``complete`` ends them."""
    found = (Eraser(desk, one).plan() for one in desk.store.contact_seals.erased())
    return tuple(one for one in found if one.is_over(desk.today))


@errand(Permission.PRIVACY_ERASE)
def erase(work: Errand, contact_id: ContactId, version: int) -> ErasurePlan:
    """Erase a person, for good; raises NotErasable, AlreadyErased, NotAPerson, Conflict.

    All of it is one transaction; then the log of changes is emptied, which may be done again.
    """
    done = work.do(_erase, contact_id, version)
    empty_log(work.office.database)
    return done


@errand(Permission.PRIVACY_ERASE)
def complete(work: Errand, contact_id: ContactId) -> Erased:
    """Erase what is left of an erased person when all has been kept long enough, for good.

    The words about the person in rows that stay, the papers, and the last key. Raises StillKept,
    NotFound, SameHand.
    """
    return Destruction(work).finish(work.do(_complete, contact_id))


def _erase(desk: Desk, contact_id: ContactId, version: int) -> ErasurePlan:
    eraser = Eraser(desk, contact_id)
    if eraser.contact.version != version:
        raise Conflict(contact=contact_id)
    if desk.store.contact_seals.erased_on(contact_id) is not None:
        raise AlreadyErased(contact=contact_id)
    planned = eraser.plan()
    planned.require_free()
    eraser.erase()
    desk.store.erased.add(erased(ErasureId(new_id()), planned, desk.today, desk.who.name))
    desk.note(DONE, contact_id, desk.store.changes.taken())
    return planned


def _complete(desk: Desk, contact_id: ContactId) -> Ending:
    eraser = Eraser(desk, contact_id)
    planned, since = eraser.plan(), desk.store.contact_seals.erased_on(contact_id)
    known = desk.store.erased.of(KIND, contact_id)
    if since is None or (known and known.ended_on) or not planned.is_over(desk.today):
        raise StillKept(until=planned.until or "")
    if known is None:
        known = erased(ErasureId(new_id()), planned, since, "")
        desk.store.erased.add(known)
    ending = Ender(desk, known, eraser.label).end(planned, eraser.papers)
    desk.store.contact_seals.destroy(contact_id, since)
    desk.note(COMPLETED, contact_id, desk.store.changes.taken())
    return ending
