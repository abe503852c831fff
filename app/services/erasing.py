"""Erasing: a person who asks for it goes, and what the law asks to be kept stays until it may go.

The plan says first what goes, what stays until when and why. Nothing of it can be undone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from app.domain.admin.erasure_plan import (
    AlreadyErased,
    ErasurePlan,
    Going,
    Hindrance,
    NotAPerson,
    Staying,
    StillKept,
    staying,
)
from app.domain.contacts.contact import Contact, Kind, Terms
from app.domain.contacts.findable import KIND
from app.domain.correspondence.notes import NOTE
from app.domain.shared.ids import ContactId, DocumentId
from app.domain.shared.refusals import Conflict
from app.formats.retention import plan as retention
from app.lang.texts import say_in
from app.services.indexing import Indexer
from app.services.keeping import VOUCHER, Keeper
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
def complete(work: Errand, contact_id: ContactId) -> None:
    """Destroy the last key of an erased person when all has been kept long enough.

    Raises StillKept, NotFound.
    """
    work.do(_complete, contact_id)
    empty_log(work.office.database)


def _erase(desk: Desk, contact_id: ContactId, version: int) -> ErasurePlan:
    eraser = Eraser(desk, contact_id)
    if eraser.contact.version != version:
        raise Conflict(contact=contact_id)
    if desk.store.contact_seals.erased_on(contact_id) is not None:
        raise AlreadyErased(contact=contact_id)
    planned = eraser.plan()
    planned.require_free()
    eraser.erase()
    desk.note(DONE, contact_id, desk.store.changes.taken())
    return planned


def _complete(desk: Desk, contact_id: ContactId) -> None:
    planned = Eraser(desk, contact_id).plan()
    if desk.store.contact_seals.erased_on(contact_id) is None or not planned.is_over(desk.today):
        raise StillKept(until=planned.until or "")
    desk.store.contact_seals.destroy(contact_id)
    desk.note(COMPLETED, contact_id, desk.store.changes.taken())


class Eraser:
    """Plans and does the erasure of one contact at one desk."""

    def __init__(self, desk: Desk, contact_id: ContactId) -> None:
        self._desk = desk
        self._store = desk.store
        self._erasures = desk.store.erasures
        self._company = desk.store.company.get()
        self._keeper = Keeper(desk)
        self.contact = desk.store.contacts.get(contact_id)
        if self.contact.kind is not Kind.PERSON:
            raise NotAPerson(contact=contact_id)

    @property
    def _label(self) -> str:
        """The name that stands where something stays, in the language of the company."""
        say = say_in(self._company.language)
        return say("Erased person {number}", number=self.contact.number)

    def plan(self) -> ErasurePlan:
        """Return the plan."""
        one = self.contact
        is_used = bool(self._store.contacts.used((one.id,)))
        return ErasurePlan(
            kind=KIND,
            id=one.id,
            version=one.version,
            name=one.name,
            goes=tuple(self._goes()),
            stays=tuple(self._stays()),
            hindrances=(*self._held(), *self._erasures.hindrances(one.id)),
            becomes=self._label if is_used else "",
        )

    def erase(self) -> None:
        """Forget the person: notes, drafts, lists, then the card, the search and the key."""
        one = self.contact
        self._forget_search()
        self._leave_lists()
        self._erasures.forget(one.id, self._label)
        if self._store.contacts.used((one.id,)):
            saved = self._store.contacts.save(one, self._blank(), self._desk.now)
            self._store.contact_seals.destroy_card(saved.id, self._desk.today)
            self._learn_anew()
        else:
            self._store.contacts.remove_all((one.id,))
            self._store.contact_seals.destroy(one.id)
        self._erasures.overwrite()

    def _goes(self) -> Iterator[Going]:
        one, known = self.contact, self._erasures
        counts = {
            "addresses": len(one.addresses),
            "points": len(one.points),
            "identifiers": len(one.identifiers) + len(one.accounts),
            "notes": len(known.notes(one.id)) + bool(one.note),
            "follow-ups": known.follow_ups(one.id),
            "drafts": len(known.drafts(one.id)),
            "lists": sum(1 for _ in self._lists()),
        }
        yield Going("card", 1)
        yield from (Going(what, count) for what, count in counts.items() if count)
        yield Going("audit", 1)

    def _stays(self) -> Iterator[Staying]:
        kept = retention(self._company.country).by_code(VOUCHER)
        starts = self._company.year_starts
        for what, count, newest in self._erasures.kept(self.contact.id):
            yield staying(what, count, newest, kept, starts)
        yield from self._papers()

    def _papers(self) -> Iterator[Staying]:
        """Yield the documents of the person, those together that the same law keeps as long."""
        found: dict[tuple[str, date | None], int] = {}
        ids = tuple(map(DocumentId, self._erasures.papers(self.contact.id)))
        with self._store.housework():
            papers = self._store.documents.get_all(ids)
        for one in papers:
            ground = self._keeper.ground(one)
            key = (ground.law, ground.until) if ground else ("", None)
            found[key] = found.get(key, 0) + 1
        for (law, until), count in found.items():
            yield Staying("document", count, until, law)

    def _held(self) -> Iterator[Hindrance]:
        ids = tuple(map(DocumentId, self._erasures.papers(self.contact.id)))
        with self._store.housework():
            papers = self._store.documents.get_all(ids)
        holds = {hold.id for one in papers for hold in self._keeper.holds_over(one)}
        mine = {one.id for one in self._keeper.holds if one.contact_id == self.contact.id}
        if count := len(holds | mine):
            yield Hindrance("legal-hold", count)

    def _blank(self) -> Contact:
        one = self.contact
        terms = Terms(is_reminder_stopped=True, is_mailing_stopped=True)
        return Contact(
            id=one.id,
            version=one.version,
            name=self._label,
            kind=one.kind,
            roles=one.roles,
            number=one.number,
            terms=terms,
            is_archived=True,
        )

    def _forget_search(self) -> None:
        search = self._store.search
        search.remove(KIND, self.contact.id)
        search.remove_many((NOTE, one) for one in self._erasures.notes(self.contact.id))

    def _learn_anew(self) -> None:
        """Let the documents that stay be found without the name, and teach nothing."""
        ids = tuple(map(DocumentId, self._erasures.papers(self.contact.id)))
        with self._store.housework():
            for one in ids:
                self._store.evidence.forget(one)
            Indexer(self._desk).put_many(self._store.documents.get_all(ids))

    def _lists(self) -> Iterator[int]:
        for one in self._store.mailing_lists.all():
            if self.contact.id in {*one.form.added, *one.form.left_out}:
                yield one.id

    def _leave_lists(self) -> None:
        lists = self._store.mailing_lists
        for list_id in tuple(self._lists()):
            before = lists.get(list_id)
            form = replace(before.form, added=self._others(before.form.added))
            form = replace(form, left_out=self._others(form.left_out))
            lists.save(before, replace(before, version=before.version + 1, form=form))

    def _others(self, ids: tuple[ContactId, ...]) -> tuple[ContactId, ...]:
        return tuple(one for one in ids if one != self.contact.id)
