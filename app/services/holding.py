"""Holding: legal holds placed over documents and lifted again, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.archive.document import DocumentState
from app.domain.archive.holds import WITHOUT_REASON, Hold, HoldForm, check, tidied
from app.domain.archive.row import Wanted
from app.domain.shared.ids import DocumentId, HoldId, new_id
from app.domain.shared.lines import one_line
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.services.keeping import Keeper
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.registering import Register
from app.services.walls import Walls


@dataclass(frozen=True, slots=True)
class HoldRow:
    """A hold as a list shows it: over how many documents that the asker may see, and over whom."""

    hold: Hold
    documents: int
    contact: str
    type_name: str


@query(Permission.ARCHIVE_READ)
def holds(desk: Desk, language: str = "") -> tuple[HoldRow, ...]:
    """Return every hold over what the asker may see, those in force first, the newest first."""
    shown = (_shown(desk, hold) for hold in desk.store.holds.all())
    found = sorted(
        (hold for hold in shown if hold is not None), key=lambda hold: not hold.is_in_force
    )
    spoken = language or desk.store.company.get().language
    return tuple(_row(desk, hold, spoken) for hold in found)


@query(Permission.ARCHIVE_READ)
def over(desk: Desk, document_id: DocumentId) -> tuple[Hold, ...]:
    """Return the holds over a document; raises NotFound."""
    held = Keeper(desk).holds_over(Register(desk).get(document_id))
    shown = (_shown(desk, hold) for hold in held)
    return tuple(hold for hold in shown if hold is not None)


@command(Permission.ARCHIVE_DISPOSE)
def place(desk: Desk, form: HoldForm) -> Hold:
    """Place a hold over documents, all of a contact or all of a type; raises Invalid, NotFound.

    What lies in the trash stays there and is not destroyed.
    """
    wanted = tidied(form)
    if problems := check(wanted):
        raise Invalid(problems)
    register = Register(desk)
    for document_id in wanted.documents:
        if register.get(document_id).state is DocumentState.DISPOSED:
            raise NotFound(record="document", id=document_id)
    if wanted.contact_id is not None:
        desk.store.contacts.get(wanted.contact_id)
    if wanted.type_id is not None and (
        wanted.type_id in register.hidden or wanted.type_id not in desk.store.kinds.types()
    ):
        raise NotFound(record="document_type", id=wanted.type_id)
    new = Hold(
        id=HoldId(new_id()),
        version=1,
        name=wanted.name,
        reason=wanted.reason,
        placed_by=desk.who.name,
        placed_at=desk.now,
        documents=frozenset(wanted.documents),
        contact_id=wanted.contact_id,
        type_id=wanted.type_id,
    )
    desk.store.holds.add(new)
    return new


@command(Permission.ARCHIVE_DISPOSE)
def lift(desk: Desk, hold_id: HoldId, version: int, because: str) -> Hold:
    """Lift a hold with a reason; raises Invalid, AlreadyLifted, Conflict."""
    before = desk.store.holds.get(hold_id)
    if _shown(desk, before) is None:
        raise NotFound(record="legal_hold", id=hold_id)
    if before.version != version:
        raise Conflict(record="legal_hold", id=hold_id)
    if not (reason := one_line(because)):
        raise Invalid((WITHOUT_REASON.at("because"),))
    after = desk.store.holds.lift(before, before.lifted(desk.who.name, reason, desk.now))
    return _shown(desk, after) or after


def _shown(desk: Desk, hold: Hold) -> Hold | None:
    """Return a hold over what the asker may see; none where he may see nothing of it."""
    walls = Walls(desk)
    named = frozenset(map(DocumentId, walls.seen(sorted(hold.documents))))
    is_walled = hold.type_id in walls.hidden
    if hold.contact_id is None and not named and (hold.documents or is_walled):
        return None
    return replace(hold, documents=named, type_id=None if is_walled else hold.type_id)


def _row(desk: Desk, hold: Hold, language: str) -> HoldRow:
    store = desk.store
    contact = store.contacts.get(hold.contact_id).name if hold.contact_id else ""
    kind = store.kinds.types().get(hold.type_id) if hold.type_id else None
    return HoldRow(hold, _count(desk, hold), contact, kind.name_in(language) if kind else "")


def _count(desk: Desk, hold: Hold) -> int:
    """Return how many documents a hold is over that are not destroyed and may be seen."""
    register, lists = Register(desk), desk.store.document_lists
    states = tuple(state for state in DocumentState if state is not DocumentState.DISPOSED)
    scopes = []
    if hold.contact_id is not None:
        scopes.append(Wanted(states, correspondent_ids=(hold.contact_id,)))
    if hold.type_id is not None:
        scopes.append(Wanted(states, type_ids=(hold.type_id,)))
    found = {row.id for row in lists.rows(sorted(hold.documents), register.scope(Wanted(states)))}
    if len(scopes) == 1 and not hold.documents:
        return lists.count(register.scope(scopes[0]))
    for wanted in scopes:
        found.update(map(DocumentId, lists.spine(scope=register.scope(wanted))))
    return len(found)
