"""Ending erasures: what was kept of an erased person goes when the law asks for it no more.

Rows stay with their numbers, days, amounts and taxes. The words in them go, the papers are
destroyed on a certificate that names nobody, and so are the bytes of mails.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from app.domain.admin.erased import Erased
from app.domain.admin.erasure_plan import ErasurePlan
from app.domain.archive.disposal import Disposal, DisposalKind, DisposalState, Item, destroyed
from app.domain.archive.document import Document, DocumentState
from app.domain.correspondence import letter, mail
from app.domain.correspondence.findable import (
    findable_incoming,
    findable_mail,
    findable_outgoing,
)
from app.domain.shared.ids import (
    DisposalId,
    DocumentId,
    ErasureId,
    LetterId,
    MailId,
    RecordId,
    new_id,
)
from app.domain.shared.search import SearchItem
from app.services import disposing
from app.services.eraser import words_in
from app.services.indexing import Indexer
from app.services.keeping import Keeper
from app.services.office import Desk, Errand, Office
from app.services.permissions import Permission, command
from app.services.registering import Register
from app.services.walls import Walls
from app.storage.destroying import destroy, wait_for_filing
from app.storage.erasures import empty_log
from app.storage.mentions import FREE
from app.storage.released import OF_NOBODY

LEFT = "ending_erasures.destroy_files"


class Ending(NamedTuple):
    """An erasure whose rows are blanked; the papers on this list are still to be destroyed."""

    erasure_id: ErasureId
    disposal_id: DisposalId | None


class Ender:
    """Ends one erasure at one desk; ``label`` stands where a name must."""

    def __init__(self, desk: Desk, known: Erased, label: str) -> None:
        self._desk = desk
        self._store = desk.store
        self._known = known
        self._label = label

    def end(self, planned: ErasurePlan, papers: Sequence[DocumentId]) -> Ending:
        """Blank what is kept and give the papers up; their bytes go by ``Destruction``."""
        store, desk = self._store, self._desk
        whose = (self._known.kind, self._known.record_id)
        until = max(filter(None, (self._known.kept_until, planned.until)), default=None)
        opened = replace(self._known, kept_until=until, stays=planned.stays)
        opened = opened.begin_end(desk.today, desk.who.name)
        store.erased.save(self._known, opened)
        with store.housework():
            files, list_id = self._blank(whose, papers)
        store.erasures.overwrite()
        store.erased.save(opened, opened.end(tuple(sorted(files))))
        return Ending(self._known.id, list_id)

    def _blank(
        self, whose: tuple[str, int], papers: Sequence[DocumentId]
    ) -> tuple[frozenset[str], DisposalId | None]:
        """Blank rows and what the search knows; return bytes that go, and the list of papers."""
        store, desk = self._store, self._desk
        values = store.mentions.only_of(*whose, store.blanking.values(*whose))
        files, ids = store.blanking.files(*whose), store.blanking.ids(*whose)
        there = store.documents.get_all(papers)
        words = Indexer(desk).tokens(there) | words_in(values)
        found = store.mentions.items(values, ids)
        store.blanking.blank(*whose, self._label, values)
        touched = store.mentions.remove(values, self._label, OF_NOBODY)
        touched |= store.mentions.remove(values, self._label, FREE)
        store.search.put_many(Findable(desk).shown(found, values, self._label))
        list_id = self._give_up(papers)
        store.contact_seals.forget(ids | touched, desk.today)
        store.document_index.unlist(words)
        return files, list_id

    def _give_up(self, papers: Sequence[DocumentId]) -> DisposalId | None:
        """Give the documents up, on a list that who erased proposed and who ends it signs."""
        store = self._store
        every = store.documents.get_all(papers)
        there = [one for one in every if one.state is not DocumentState.DISPOSED]
        if not there:
            return None
        begun = self._listed(there)
        register = Register(self._desk)
        for one in there:
            is_new = one.state is DocumentState.INBOX
            lying = replace(one, state=DocumentState.FILED) if is_new else one
            store.evidence.forget(one.id)
            register.save(one, lying.disposed())
        return begun.id

    def _listed(self, there: Sequence[Document]) -> Disposal:
        """Return the list of these documents, under way."""
        desk, store, keeper = self._desk, self._store, Keeper(self._desk)
        items = tuple(map(keeper.item, there))
        Walls(desk).require({keeper.readers(item) for item in items}, "disposing.sign")
        proposed = Disposal(
            id=DisposalId(new_id()),
            version=1,
            kind=DisposalKind.DUE,
            state=DisposalState.PROPOSED,
            proposed_by=self._known.erased_by or desk.who.name,
            proposed_at=desk.now,
            items=items,
        )
        store.disposals.add(proposed)
        four_eyes = store.disposals.rules().is_four_eyes
        signed = proposed.signed(desk.who.name, desk.now, four_eyes=four_eyes)
        signed = store.disposals.save(proposed, signed)
        begun = signed.begun(self._destroyed, desk.now, desk.today, RecordId(new_id()))
        return store.disposals.save(signed, begun)

    def _destroyed(self, item: Item) -> Item:
        return destroyed(item, self._store.disposables.files(item.document_id))


class Findable:
    """Says what the search shows of rows that were blanked."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def shown(
        self, items: Iterable[SearchItem], values: Collection[str], label: str
    ) -> Iterator[SearchItem]:
        """Yield what the search shows now of records that it knew."""
        store, today = self._desk.store, self._desk.today
        rest: list[SearchItem] = []
        for one in items:
            match one.kind:
                case letter.INCOMING:
                    yield findable_incoming(store.letters_in.get(LetterId(one.entity_id)))
                case letter.OUTGOING:
                    issued = store.letters_out.get(LetterId(one.entity_id))
                    yield findable_outgoing(issued, today)
                case mail.MAIL:
                    yield findable_mail(store.mails.get(MailId(one.entity_id)))
                case _:
                    rest.append(one)
        yield from store.mentions.blanked(rest, values, label)


class Destruction:
    """Destroys the bytes of ended erasures for one errand; may be done again after a crash."""

    def __init__(self, work: Errand) -> None:
        self._work = work

    def finish(self, ending: Ending) -> Erased:
        """Destroy what an erasure left, and certify it."""
        if ending.disposal_id is not None:
            self._work.do(disposing.finish, ending.disposal_id)
        done = self._work.do(destroy_files, ending.erasure_id)
        empty_log(self._work.office.database)
        return done


def finish_ended(office: Office) -> tuple[Erased, ...]:
    """Destroy the bytes of every erasure that was ended and not finished: a crash came between.

    The lists of their papers are finished with all others (``disposing.finish_begun``).
    """
    may = Permission.PRIVACY_ERASE in office.who.role.permissions
    if office.is_read_only or not may:
        return ()
    with office.database.read(rights=office.who.rights) as unit:
        waiting = [one.id for one in unit.erased.standing() if one.files and one.ended_on]
    return tuple(office.do(destroy_files, one).result for one in waiting)


@command(Permission.PRIVACY_ERASE, audited=False)
def destroy_files(desk: Desk, erasure_id: ErasureId) -> Erased:
    """Destroy the bytes that an ended erasure left; once more does no harm; raises NotFound."""
    store = desk.store
    before = store.erased.get(erasure_id)
    if not before.files:
        return before
    wait_for_filing(store.connection, alone=True)
    needed = store.disposables.needed(before.files) | store.blanking.shared(
        before.kind, before.record_id, before.files
    )
    destroy(store.contents, set(before.files) - needed, RecordId(before.id), desk.now)
    after = replace(before, files=())
    store.erased.save(before, after)
    desk.note(LEFT, before.id, store.changes.taken())
    return after
