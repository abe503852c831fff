"""The eraser of contacts: what would go and stay, and the going itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cached_property

from app.domain.admin.erasure_plan import (
    LOOSE,
    ErasurePlan,
    Going,
    Hindrance,
    NotAPerson,
    Staying,
    staying,
)
from app.domain.admin.mentions import is_telling
from app.domain.archive.document import Document, DocumentState
from app.domain.contacts.contact import Contact, Kind, Terms
from app.domain.contacts.findable import KIND
from app.domain.correspondence.notes import NOTE
from app.domain.shared.ids import ContactId, DocumentId
from app.domain.shared.search import tokens_in
from app.formats.retention import plan as retention
from app.lang.texts import say_in
from app.services.indexing import Indexer
from app.services.keeping import VOUCHER, Keeper
from app.services.office import Desk
from app.storage.mentions import FREE


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
    def label(self) -> str:
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
            becomes=self.label if is_used else "",
        )

    def erase(self) -> None:
        """Forget the person: notes, drafts, lists, then the card, the search and the key."""
        one = self.contact
        values = self._values()
        self._forget_search()
        self._leave_lists()
        self._erasures.forget(one.id, self.label)
        if self._store.contacts.used((one.id,)):
            saved = self._store.contacts.save(one, self._blank(), self._desk.now)
            self._store.contact_seals.destroy_card(saved.id, self._desk.today)
            self._learn_anew()
        else:
            self._store.contacts.remove_all((one.id,))
            self._store.contact_seals.destroy(one.id, self._desk.today)
        known = self._store.mentions
        with self._store.housework():
            touched = known.remove(values, self.label, FREE)
        shown = known.items((), touched)
        self._store.search.put_many(known.blanked(shown, values, self.label))
        self._store.contact_seals.forget(touched, self._desk.today)
        self._store.document_index.unlist(words_in(values))
        self._erasures.overwrite()

    def _values(self) -> frozenset[str]:
        """Return the words that name this person and nobody else, wherever they stand."""
        one = self.contact
        told = {
            one.name,
            *(point.value for point in one.points),
            *(account.iban for account in one.accounts),
            *(each.value for each in one.identifiers),
            *(each.street for each in one.addresses),
        }
        with self._store.housework():
            return self._store.mentions.only_of(KIND, one.id, filter(is_telling, told))

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
            "mentions": self._mentions(),
        }
        yield Going("card", 1)
        yield from (Going(what, count) for what, count in counts.items() if count)
        yield Going("audit", 1)

    def _mentions(self) -> int:
        with self._store.housework():
            return self._store.mentions.count(self._values(), FREE)

    def _stays(self) -> Iterator[Staying]:
        kept = retention(self._company.country).by_code(VOUCHER)
        starts = self._company.year_starts
        for what, count, newest in self._erasures.kept(self.contact.id):
            yield staying(what, count, newest, kept, starts)
        yield from self._papers()

    def _papers(self) -> Iterator[Staying]:
        """Yield the documents of the person, those together that the same law keeps as long."""
        with self._store.housework():
            papers = self._store.documents.get_all(self.papers)
        return documents_staying(self._keeper, papers)

    @cached_property
    def papers(self) -> tuple[DocumentId, ...]:
        """The documents of the person, and those that belong to what is kept of the person."""
        with self._store.housework():
            return tuple(map(DocumentId, self._store.blanking.papers(KIND, self.contact.id)))

    def _held(self) -> Iterator[Hindrance]:
        with self._store.housework():
            papers = self._store.documents.get_all(self.papers)
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
            name=self.label,
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


def words_in(values: Iterable[str]) -> frozenset[str]:
    """Return the words that lists of words may hold of a person."""
    return frozenset(token for one in values for token in tokens_in(one))


def documents_staying(keeper: Keeper, papers: Iterable[Document]) -> Iterator[Staying]:
    """Yield documents as they stay, those together that the same law keeps as long."""
    found: dict[tuple[str, date | None, bool], int] = {}
    for one in papers:
        if one.state is not DocumentState.DISPOSED:
            ground = keeper.ground(one)
            key = (ground.law, ground.until, False) if ground else ("", None, True)
            found[key] = found.get(key, 0) + 1
    for (law, until, is_loose), count in found.items():
        yield Staying(LOOSE if is_loose else "document", count, until, law)
