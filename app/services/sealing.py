"""Sealing: the bytes of documents that the personnel office alone reads lie under a person's key.

What is known to be walled is sealed before it is stored. A document that becomes walled is sealed
by a chore, by whoever is in: to seal takes no key. One that is not walled any more lies open again
as soon as somebody with the key is in. Nothing of the text of a sealed file is kept: it is found by
its card, not by its words. Photos of people stay open, for everybody who works here sees them.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.archive.document import Document, DocumentState, Link, link_of
from app.domain.archive.readers import Readers
from app.domain.archive.record import Filing
from app.domain.employees.employee import KIND as PERSON
from app.domain.shared.ids import DocumentId, EmployeeId, RecordId
from app.domain.shared.jobs import JobKind
from app.services.indexing import Indexer
from app.services.learning import Learner
from app.services.office import Desk, Errand
from app.services.permissions import Permission, errand

if TYPE_CHECKING:
    # It loads SQLAlchemy, which the first list of a window does not wait for.
    from app.storage.resealing import Resealing

NOBODYS = EmployeeId(0)
"""Whose key seals what belongs to no one person: that of the forms of the personnel office."""
AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class Sealing:
    """How many files were sealed, and how many lie open again."""

    sealed: int = 0
    opened: int = 0


def whose_of(*links: Link) -> EmployeeId:
    """Return whose key seals a file that belongs to some records."""
    people = {one.record_id for one in links if one.kind == PERSON}
    return EmployeeId(people.pop()) if len(people) == 1 else NOBODYS


def of_person(filing: Filing) -> Filing:
    """Return how a file is filed: what comes in for a person is sealed from the first."""
    link = link_of(filing.source)
    is_persons = link is not None and link.kind == PERSON
    return replace(filing, whose=whose_of(link)) if link and is_persons else filing


@errand(Permission.ARCHIVE_FILE)
def seal_some(work: Errand, seconds: int = 1) -> Sealing:
    """Seal files behind the wall, and open those before it again, for about so many seconds."""
    from app.storage.contents import Missing  # noqa: PLC0415  a start does not wait for it
    from app.storage.wall import BehindWall, KeyGone  # noqa: PLC0415  as above

    work.is_housework = True
    until, done = time.monotonic() + seconds, Sealing()
    shut: list[RecordId] = []
    try:
        for record_id, document_id in work.ask(_waiting):
            with suppress(Missing):
                work.do(_shut, record_id, document_id)
                shut.append(record_id)
            if time.monotonic() > until:
                break
    finally:
        if shut:
            work.do(_destroy, tuple(shut))
    for record_id, document_id in work.ask(_astray):
        with suppress(BehindWall, KeyGone, Missing):
            work.do(_open_up, record_id, document_id)
            done = replace(done, opened=done.opened + 1)
    return replace(done, sealed=len(shut))


def _resealing(desk: Desk) -> Resealing:
    from app.storage.resealing import Resealing  # noqa: PLC0415  a start does not wait for it

    return Resealing(desk.store)


def _waiting(desk: Desk) -> tuple[tuple[RecordId, DocumentId], ...]:
    found = _resealing(desk).waiting(_walled(desk))
    photos = desk.store.employee_lists.photos() if found else frozenset()
    return tuple(one for one in found if one[1] not in photos)[:AT_ONCE]


def _astray(desk: Desk) -> tuple[tuple[RecordId, DocumentId], ...]:
    if not desk.store.wall.may_read(NOBODYS):
        return ()
    return _resealing(desk).astray(_walled(desk))[:AT_ONCE]


def _shut(desk: Desk, record_id: RecordId, document_id: DocumentId) -> None:
    store = desk.store
    if store.archive.sealed.among((record_id,)):
        return
    document = store.documents.get(document_id)
    _resealing(desk).shut(record_id, whose_of(*store.document_links.of(document_id)))
    store.jobs.done(JobKind.READ, (document_id,))
    store.likeness.forget((document_id,))
    _know_anew(desk, (document,))
    desk.note("sealing.seal_some", document_id, store.changes.taken())


def _open_up(desk: Desk, record_id: RecordId, document_id: DocumentId) -> None:
    from app.storage.destroying import destroy  # noqa: PLC0415  a start does not wait for it

    store = desk.store
    lay = _resealing(desk).open_up(record_id)
    destroy(store.contents, {lay}, record_id, desk.now)
    store.jobs.add(JobKind.READ, (document_id,), desk.now)
    desk.note("sealing.open_up", document_id, store.changes.taken())


def _destroy(desk: Desk, sealed: tuple[RecordId, ...]) -> None:
    """Destroy what lay open of files that lie sealed now, unless something else needs it."""
    from app.storage.destroying import (  # noqa: PLC0415  a start does not wait for it
        destroy,
        forget_words,
        wait_for_filing,
    )
    from app.storage.sweeping import referred  # noqa: PLC0415  a start does not wait for it

    store = desk.store
    wait_for_filing(store.connection, alone=True)
    names = {store.archive.get(one).sha256 for one in sealed}
    destroy(store.contents, names - referred(store, names), sealed[0], desk.now)
    forget_words(store.connection)


def _know_anew(desk: Desk, documents: Iterable[Document]) -> None:
    """Make documents findable, and learn from them, as far as they are known now."""
    for one in documents:
        Indexer(desk).put(one)
        if one.state is DocumentState.FILED:
            Learner(desk).learn(one)


def _walled(desk: Desk) -> tuple[int, ...]:
    types = desk.store.kinds.types().values()
    return tuple(one.id for one in types if one.readers is Readers.PERSONNEL)
