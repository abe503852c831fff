"""Learning: what is filed teaches what the next document of its kind is filed as."""

from __future__ import annotations

from app.domain.admin.company import Company
from app.domain.archive.clues.clue import Clues
from app.domain.archive.clues.finding import Home, clues_in
from app.domain.archive.clues.marks import own_keys
from app.domain.archive.document import Document, DocumentState
from app.domain.archive.features import Features, Looks, features_of
from app.domain.archive.kinds import FieldKind
from app.domain.archive.readers import Readers
from app.domain.archive.record import Record
from app.domain.archive.suggesting import lesson_of
from app.domain.contacts.contact import Point, PointKind
from app.domain.shared.ids import DocumentTypeId
from app.services.office import Desk

_TAUGHT = ("state", "type_id", "correspondent_id", "tags", "binder", "fields", "file_id", "title")


class Learner:
    """Keeps the lessons of filed documents: called whenever one was filed, changed or put away."""

    def __init__(self, desk: Desk) -> None:
        self._store = desk.store

    def see(self, before: Document, after: Document) -> None:
        """Learn from a document as it is now, or take back what it taught when it left the file."""
        if all(getattr(before, name) == getattr(after, name) for name in _TAUGHT):
            return
        if after.state is DocumentState.FILED:
            self.learn(after)
        elif before.state is DocumentState.FILED:
            self._store.evidence.forget(after.id)

    def learn(self, document: Document) -> None:
        """Learn from a filed document, in place of what it taught before."""
        kind = self._store.kinds.types().get(document.type_id) if document.type_id else None
        fields = self._store.kinds.fields().values()
        choices = [one.code for one in fields if one.kind is FieldKind.CHOICE]
        readers = kind.readers if kind else Readers.EVERYONE
        found, _clues = self.read(document)
        lesson = lesson_of(document, found, choices, readers)
        self._store.evidence.learn(lesson)

    def read_anew(self, document: Document) -> None:
        """Learn from a document whose text has become known, if it is filed."""
        if document.state is DocumentState.FILED:
            self.learn(document)

    def relearn(self, type_id: DocumentTypeId) -> None:
        """Learn from the filed documents of a type again: who may see them has changed."""
        for document in self._store.documents.get_all(self._store.evidence.taught_by(type_id)):
            self.learn(document)

    def read(self, document: Document) -> tuple[Features, Clues]:
        """Return by what a document is recognised, and what its text says of it."""
        file = self._store.archive.get(document.file_id)
        texts = self.texts(file)
        clues = clues_in(texts, home_of(self._store.company.get()))
        looks = Looks(document.title, file.name, file.media_type, document.amount)
        return features_of(looks, texts, clues), clues

    def texts(self, file: Record) -> tuple[str, ...]:
        """Return the text of every page of a file, as far as it is known; none of a sealed one."""
        return () if self._store.archive.sealed.of(file.id) else self._store.texts.of(file.sha256)


def home_of(company: Company) -> Home:
    """Return where the office is: its own marks stand on every bill and name no sender."""
    points = (
        Point(PointKind.EMAIL, company.email),
        Point(PointKind.PHONE, company.phone),
        Point(PointKind.WEBSITE, company.website),
    )
    own = own_keys(company.identifiers, company.accounts, points)
    return Home(company.country, company.currency, own)
