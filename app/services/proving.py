"""Proving: every filed document is read again, by night and on demand, and the result is kept."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from app.domain.archive.proof import Proof, is_time
from app.domain.shared.ids import ProofId, new_id
from app.domain.shared.refusals import NotFound
from app.services.office import Desk, Office, ReadOnly
from app.services.permissions import Permission, command, query
from app.services.registering import Register

if TYPE_CHECKING:
    # The tables load SQLAlchemy, which must not happen before the first list is shown.
    from app.storage.unit import Unit

MOST_SHOWN = 30


@query(Permission.ARCHIVE_READ)
def proofs(desk: Desk) -> tuple[Proof, ...]:
    """Return the last verifications, the newest first; unfinished ones can be gone on with."""
    return tuple(_shown(desk, one) for one in desk.store.verifications.newest(MOST_SHOWN))


@query(Permission.ARCHIVE_READ)
def is_waiting(desk: Desk) -> bool:
    """Say whether the archive has to be verified again: a day has gone, or it was paused."""
    return is_time(next(iter(desk.store.verifications.newest()), None), desk.now)


@query(Permission.ARCHIVE_READ)
def verify(desk: Desk) -> Proof:
    """Read the whole archive now and return what was found; nothing of it is written down."""
    one = _fresh(desk.now, desk.who.name)
    of = desk.store.contents.count()
    while not one.is_ended:
        desk.progress(min(one.checked, of), of)
        one = _read_on(desk.store, one, desk.now)
    return _shown(desk, one)


@command(Permission.ARCHIVE_READ)
def proved(desk: Desk, proof_id: ProofId) -> Proof:
    """Note in the audit that a verification came to its end, and how it ended."""
    one = desk.store.verifications.get(proof_id)
    if one is None or not one.is_ended:
        raise NotFound(record="proof", id=proof_id)
    desk.store.changes.note(f"proof:{one.id}", None, one)
    return _shown(desk, one)


def prove_some(office: Office, seconds: float = 1.0) -> Proof:
    """Go on with the verification that is waiting, or begin one, for about so long.

    What was read is kept after every slice: whoever stops here goes on later where it ended.
    Raises NotAllowed, ReadOnly.
    """
    office.who.role.require(Permission.ARCHIVE_READ, "proving.prove_some")
    if office.is_read_only:
        raise ReadOnly(**office.database.read_only_facts)
    until = time.monotonic() + seconds
    while True:
        with office.database.read(rights=office.who.rights) as unit:
            one = _waiting(unit) or _fresh(office.clock.now(), office.who.name)
            one = _read_on(unit, one, office.clock.now())
        with office.database.write(office.who.rights) as unit:
            unit.verifications.save(one)
        if one.is_ended:
            return office.do(proved, one.id).result
        if time.monotonic() >= until:
            return one


def _waiting(store: Unit) -> Proof | None:
    last = next(iter(store.verifications.newest()), None)
    return last if last is not None and not last.is_ended else None


def _fresh(now: datetime, who: str) -> Proof:
    return Proof(ProofId(new_id()), now, who)


def _read_on(store: Unit, one: Proof, now: datetime) -> Proof:
    """Return a verification after its next slice of the archive; ended when there is none."""
    from app.storage.verifying import slice_after  # noqa: PLC0415  loads SQLAlchemy

    part = slice_after(store.contents, one.last)
    if part is None:
        return replace(one.with_part(one.last, 0, 0, store.verifications.missing()), ended_at=now)
    found = store.verifications.named(part.wrong)
    return one.with_part(part.last, part.count, part.size, found)


def _shown(desk: Desk, one: Proof) -> Proof:
    """Return a verification as the asker may see it: what stands behind a wall without its name."""
    hidden = Register(desk).hidden
    if not hidden or not one.findings:
        return one
    ids = [finding.document_id for finding in one.findings if finding.document_id]
    with desk.store.housework():
        named = desk.store.documents.get_all(ids)
    walled = {document.id for document in named if document.type_id in hidden}
    return replace(
        one,
        findings=tuple(
            replace(finding, document_id=None, name="", title="")
            if finding.document_id in walled
            else finding
            for finding in one.findings
        ),
    )
