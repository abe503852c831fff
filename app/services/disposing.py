"""Disposing: what is due is listed with its reasons, signed, destroyed and certified."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.domain.admin.approvals import Need, hashed
from app.domain.admin.users import SecondPair
from app.domain.archive.disposal import (
    Disposal,
    DisposalKind,
    DisposalRules,
    DisposalState,
    Fate,
    Item,
    NothingDue,
    Stay,
    check_rules,
    destroyed,
    kept,
)
from app.domain.shared.codec import plain
from app.domain.shared.ids import DisposalId, DocumentId, RecordId, new_id
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.services.certifying import Certifier
from app.services.keeping import Keeper
from app.services.office import Desk, Office, no_progress
from app.services.permissions import Permission, command, query
from app.services.registering import Register
from app.services.second_looks import SecondLooks
from app.services.walls import Walls
from app.storage.destroying import destroy, forget_words, wait_for_filing

MOST_LISTED = 5000
"""How many documents one list holds: the next list takes those that are left."""


@query(Permission.ARCHIVE_DISPOSE)
def due(desk: Desk, kind: DisposalKind = DisposalKind.DUE) -> tuple[Item, ...]:
    """Return what may be destroyed today, with the reason of each; what is listed is left out."""
    keeper, register = Keeper(desk), Register(desk)
    listed, found = desk.store.disposals.listed(), []
    candidates = keeper.candidates(kind)
    for document in desk.store.documents.get_all(candidates):
        is_free = document.id not in listed and document.type_id not in register.hidden
        if is_free and keeper.stay(kind, document) is None:
            found.append(keeper.item(document))
            if len(found) == MOST_LISTED:
                break
    return tuple(found)


@query(Permission.ARCHIVE_READ)
def disposals(desk: Desk) -> tuple[Disposal, ...]:
    """Return every disposal, the newest first, without what the asker may not see."""
    shown = (_shown(desk, one) for one in desk.store.disposals.all())
    return tuple(one for one in shown if one is not None)


@query(Permission.ARCHIVE_READ)
def get(desk: Desk, disposal_id: DisposalId) -> Disposal:
    """Return a disposal, without what the asker may not see; raises NotFound."""
    shown = _shown(desk, desk.store.disposals.get(disposal_id))
    if shown is None:
        raise NotFound(record="disposal", id=disposal_id)
    return shown


@query(Permission.ARCHIVE_READ)
def rules(desk: Desk) -> DisposalRules:
    """Return how the office destroys: days in the trash, and whether four eyes are asked for."""
    return desk.store.disposals.rules()


@command(Permission.ARCHIVE_DISPOSE)
def set_rules(desk: Desk, version: int, trash_days: int, is_four_eyes: bool) -> DisposalRules:  # noqa: FBT001  a script names it
    """Set how the office destroys; raises Invalid, Conflict."""
    before = desk.store.disposals.rules()
    if before.version != version:
        raise Conflict(record="disposal_rules")
    after = DisposalRules(version + 1, trash_days, is_four_eyes)
    if problems := check_rules(after):
        raise Invalid(problems)
    desk.store.disposals.save_rules(before, after)
    return after


@command(Permission.ARCHIVE_DISPOSE)
def propose(desk: Desk, kind: DisposalKind = DisposalKind.DUE) -> Disposal:
    """Put everything that is due today on a list to be signed; raises NothingDue."""
    items = due(desk, kind)
    if not items:
        raise NothingDue
    new = Disposal(
        id=DisposalId(new_id()),
        version=1,
        kind=kind,
        state=DisposalState.PROPOSED,
        proposed_by=desk.who.name,
        proposed_at=desk.now,
        items=items,
    )
    desk.store.disposals.add(new)
    return new


@command(Permission.ARCHIVE_DISPOSE)
def strike(
    desk: Desk, disposal_id: DisposalId, version: int, document_id: DocumentId, why: str
) -> Disposal:
    """Strike a document out of a list, with the reason why it stays; raises Unexplained."""
    return _changed(
        desk, disposal_id, version, lambda one: one.struck(document_id, desk.who.name, why)
    )


@command(Permission.ARCHIVE_DISPOSE)
def sign(desk: Desk, disposal_id: DisposalId, version: int, name: str) -> Disposal:
    """Sign a list; raises Unsigned, SameHand, NothingDue, Conflict.

    A user signs with the own name, whatever is written; where there are no users, with a name.
    """
    four_eyes = desk.store.disposals.rules().is_four_eyes
    who = desk.who.name if desk.store.users.is_let_in(desk.who.name) else name
    return _changed(
        desk, disposal_id, version, lambda one: one.signed(who, desk.now, four_eyes=four_eyes)
    )


@command(Permission.ARCHIVE_DISPOSE)
def drop(desk: Desk, disposal_id: DisposalId, version: int) -> Disposal:
    """Give a list up before anything is destroyed."""
    return _changed(desk, disposal_id, version, Disposal.dropped)


@command(Permission.ARCHIVE_DISPOSE)
def begin(desk: Desk, disposal_id: DisposalId, version: int) -> Disposal:
    """Give the documents of a signed list up; what is not due any more stays, with its reason.

    Where the owner asks a second pair for what is deleted, a list that one person alone proposed
    and signed waits for another.
    Their bytes are destroyed by ``finish``, which may be repeated after a crash.
    """
    keeper, register = Keeper(desk), Register(desk)

    def settle(item: Item) -> Item:
        stay = _stay(desk, keeper, item, one.kind)
        return (
            kept(item, stay)
            if stay
            else destroyed(item, desk.store.disposables.files(item.document_id))
        )

    store = desk.store.disposals
    one = store.get(disposal_id)
    if one.is_signed_alone:
        seen = hashed(plain(one))
        SecondLooks(desk).look(Need(SecondPair.DELETE, f"disposal:{one.id}", seen=seen))
    certificate = RecordId(new_id())
    under_way = _changed(
        desk,
        disposal_id,
        version,
        lambda before: before.begun(settle, desk.now, desk.today, certificate),
    )
    for item in under_way.of(Fate.DESTROYED):
        document = desk.store.documents.get(item.document_id)
        register.save(document, document.disposed())
    return under_way


@command(Permission.ARCHIVE_DISPOSE)
def finish(desk: Desk, disposal_id: DisposalId) -> Disposal:
    """Destroy the bytes of a list under way and file its certificate; may be done again.

    Bytes that another document still needs stay. Raises NotFound where the asker may see nothing.
    """
    get(desk, disposal_id)
    store = desk.store
    before = store.disposals.get(disposal_id)
    before.require_under_way()
    wait_for_filing(store.connection, alone=True)
    names = {file.sha256 for item in before.of(Fate.DESTROYED) for file in item.files}
    needed = store.disposables.needed(names)
    at = before.begun_at or desk.now
    sealed = store.disposables.sealed(names).keys()
    destroy(store.contents, (names - needed) | sealed, before.certificate_id or RecordId(0), at)
    store.passwords.forget(names - needed)
    forget_words(store.connection)
    Certifier(desk).file(before, needed)
    done = store.disposals.save(before, before.done(desk.now))
    return _shown(desk, done) or replace(done, items=())


def finish_begun(office: Office) -> tuple[Disposal, ...]:
    """Finish every disposal that got under way and was not finished: a crash came between.

    One of which this clerk may see nothing waits for somebody who may.
    """
    with office.database.read(rights=office.who.rights) as unit:
        desk = office.desk(unit, no_progress)
        began = map(unit.disposals.get, unit.disposals.under_way())
        waiting = [one.id for one in began if _shown(desk, one) is not None]
    if office.is_read_only or Permission.ARCHIVE_DISPOSE not in office.who.role.permissions:
        return ()
    return tuple(office.do(finish, one).result for one in waiting)


def _stay(desk: Desk, keeper: Keeper, item: Item, kind: DisposalKind) -> Stay | None:
    document = desk.store.documents.get(item.document_id)
    return keeper.stay(kind, document)


def _changed(
    desk: Desk, disposal_id: DisposalId, version: int, change: Callable[[Disposal], Disposal]
) -> Disposal:
    before = _whole(desk, disposal_id)
    if before.version != version:
        raise Conflict(record="disposal", id=disposal_id)
    return desk.store.disposals.save(before, change(before))


def _shown(desk: Desk, one: Disposal) -> Disposal | None:
    """Return a disposal without what stands behind a wall for the asker; none if all does."""
    keeper, circles = Keeper(desk), Walls(desk).circles
    items = tuple(item for item in one.items if keeper.readers(item) in circles)
    return replace(one, items=items) if items or not one.items else None


def _whole(desk: Desk, disposal_id: DisposalId) -> Disposal:
    """Return a disposal to one who may see all of it: nobody signs for what he cannot read.

    Raises NotFound where the asker may see nothing of it, else NotAllowed.
    """
    get(desk, disposal_id)
    one, keeper = desk.store.disposals.get(disposal_id), Keeper(desk)
    Walls(desk).require({keeper.readers(item) for item in one.items}, "disposing.sign")
    return one
