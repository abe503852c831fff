"""The register of documents: what services that keep documents do alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from dataclasses import replace
from typing import NamedTuple

from app.domain.archive.document import Document, DocumentState, Link, Version, VersionKind
from app.domain.archive.findable import KIND, findable
from app.domain.archive.form import DocumentForm, check
from app.domain.archive.kinds import DocumentType, within
from app.domain.archive.record import Record
from app.domain.archive.row import Scope, Wanted
from app.domain.archive.serials import RangeUse, SerialRange
from app.domain.employees.employee import KIND as PERSON
from app.domain.shared.ids import DocumentId, DocumentTypeId, SerialRangeId, new_id
from app.domain.shared.jobs import JobKind
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.refusals import Invalid, NotFound
from app.domain.shared.search import SearchItem
from app.services.document_types import DocumentTypes
from app.services.indexing import Indexer
from app.services.office import Desk
from app.services.walls import Walls

SERIAL_TAKEN = Rule("documents.serial-taken", "serial", "title")
SHOWN = frozenset({DocumentState.INBOX, DocumentState.FILED})
"""The states in which a document is found from anywhere."""


def begun(record: Record, title: str = "") -> Document:
    """Return what a filed file is before anybody looked at it: a document in the inbox.

    It bears the id of its first file.
    """
    return Document(
        id=DocumentId(record.id),
        version=1,
        title=title.strip() or record.name,
        state=DocumentState.INBOX,
        file_id=record.id,
        received_at=record.filed_at,
    )


class NewDocument(NamedTuple):
    """A document that is kept for the first time, with its file and what it belongs to."""

    document: Document
    file: Record
    links: tuple[Link, ...] = ()
    correspondent: str = ""


class Register:
    """Finds documents for one asker, and keeps them with all that follows from a change."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._walls = Walls(desk)

    @property
    def types(self) -> tuple[DocumentType, ...]:
        """Every type, those too that the asker may not see."""
        return self._walls.types

    @property
    def hidden(self) -> frozenset[DocumentTypeId]:
        """The types whose documents the asker may not see."""
        return self._walls.hidden

    @property
    def walled(self) -> frozenset[DocumentTypeId]:
        """The types whose documents not everybody sees, whoever asks."""
        return self._walls.walled

    def scope(self, wanted: Wanted) -> Scope:
        """Return what is wanted within what the asker may see, tags with those under them."""
        tags = self._desk.store.kinds.tags() if wanted.tag_ids else {}
        groups = tuple(within(tag_id, tags) for tag_id in wanted.tag_ids)
        return Scope(wanted, self.hidden, groups)

    def get(self, document_id: DocumentId) -> Document:
        """Return a document; raises NotFound, also for one that the asker may not see."""
        document = self._desk.store.documents.get(document_id)
        if document.type_id in self.hidden:
            raise NotFound(record="document", id=document_id)
        return document

    def version(self, document_id: DocumentId, number: int) -> Version:
        """Return a version of a document by its number; raises NotFound."""
        for version in self._desk.store.documents.versions(document_id):
            if version.number == number:
                return version
        raise NotFound(record="version", id=number)

    def keep(
        self, new: Sequence[NewDocument], *, is_printed: bool = False
    ) -> tuple[SearchItem, ...]:
        """Write new documents and return by what they are found from anywhere.

        Of the text of files that were just printed nothing can be known, so nobody looks for it.
        """
        new = self._behind_walls(new)
        is_seen = all(one.document.type_id not in self.hidden for one in new)
        with nullcontext() if is_seen else self._desk.store.housework():
            return self._kept(new, is_printed=is_printed)

    def _kept(self, new: Sequence[NewDocument], *, is_printed: bool) -> tuple[SearchItem, ...]:
        who = self._desk.who.name
        self._desk.store.documents.add_all(
            [(one.document, _original(one.file, who), one.links) for one in new]
        )
        indexer = Indexer(self._desk)
        put = indexer.put_unread if is_printed else indexer.put_named
        put((one.document, one.correspondent, one.file) for one in new)
        self.want_read(one.document.id for one in new)
        return tuple(
            findable(one.document, one.file.name, one.correspondent)
            for one in new
            if self._is_found(one.document)
        )

    def save(self, before: Document, after: Document) -> Document:
        """Replace a document and return it as saved; raises Conflict."""
        is_seen = after.type_id not in self.hidden
        with nullcontext() if is_seen else self._desk.store.housework():
            return self._saved(before, after)

    def _saved(self, before: Document, after: Document) -> Document:
        self._desk.store.holds.keep(before, after)
        saved = self._desk.store.documents.save(before, after)
        if before.serial is not None and saved.serial != before.serial:
            self._give_up(before.serial, before.id)
        from app.services.learning import Learner  # noqa: PLC0415  a start does not wait for it

        Learner(self._desk).see(before, saved)
        self.index(saved)
        return saved

    def renew(
        self, document_id: DocumentId, record: Record, kind: VersionKind, note: str = ""
    ) -> Document:
        """Make a filed file the newest version of a document; raises Sealed, Locked."""
        desk = self._desk
        before = self.get(document_id)
        after = before.renewed(record.id, desk.who.name)
        newest = desk.store.documents.versions(document_id)[0].number
        version = Version(newest + 1, record.id, kind, desk.now, desk.who.name, note.strip())
        desk.store.documents.add_version(document_id, version)
        self.want_read((document_id,))
        return self.save(before, after)

    def index(self, *documents: Document) -> None:
        """Make documents findable as they are now, or forget those that must not be found."""
        store = self._desk.store
        Indexer(self._desk).put_many(documents)
        found = [one for one in documents if self._is_found(one)]
        rows = store.document_lists.rows([one.id for one in found])
        named = zip(found, rows, strict=True)
        store.search.put_many(findable(one, row.file_name, row.correspondent) for one, row in named)
        seen = {one.id for one in found}
        store.search.remove_many((KIND, one.id) for one in documents if one.id not in seen)

    def require_right(self, form: DocumentForm, document_id: DocumentId) -> None:
        """Raise Invalid when something in the form must be mended, NotFound for no such contact."""
        store = self._desk.store
        kind = store.kinds.types().get(form.type_id) if form.type_id else None
        problems = list(check(form, kind, store.kinds.tags(), store.kinds.fields()))
        if form.serial:
            problems += self.serial_problems(form.serial, document_id)
        if form.correspondent_id is not None:
            store.contacts.get(form.correspondent_id)
        if problems:
            raise Invalid(tuple(problems))

    def serial_problems(self, serial: int, document_id: DocumentId) -> tuple[Problem, ...]:
        """Return that a serial number is, or ever was, another document's."""
        store = self._desk.store
        holder = store.serials.holder(serial)
        if holder is None or holder == document_id:
            return ()
        with store.housework():
            other = store.documents.get(holder)
        title = "…" if other.type_id in self.hidden else other.title
        return (SERIAL_TAKEN.at("serial", serial=serial, title=title),)

    def _behind_walls(self, new: Sequence[NewDocument]) -> Sequence[NewDocument]:
        """Return new documents, what belongs to a person where the personnel office alone reads."""
        if not any(map(_is_open, new)):
            return new
        type_id = DocumentTypes(self._desk).personnel().id
        self._walls = Walls(self._desk)
        return [
            one._replace(document=replace(one.document, type_id=type_id)) if _is_open(one) else one
            for one in new
        ]

    def _give_up(self, serial: int, document_id: DocumentId) -> None:
        """Write down that a number is not given to another document any more."""
        desk, new = self._desk, SerialRangeId(new_id())
        desk.store.serials.give_up(
            SerialRange(
                new, serial, serial, RangeUse.GIVEN_UP, desk.now, desk.who.name, document_id
            )
        )

    def want_read(self, ids: Iterable[DocumentId]) -> None:
        """Let the text of files be read later, in the transaction that takes them in."""
        self._desk.store.jobs.add(JobKind.READ, ids, self._desk.now)

    def _is_found(self, document: Document) -> bool:
        """Say whether a document is found from anywhere: nothing behind a wall, nothing gone."""
        return document.state in SHOWN and (
            document.type_id is None or document.type_id not in self._walls.walled
        )


class Belonging:
    """Lets documents belong to records at one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def link(self, document: Document, wanted: Link) -> None:
        """Let a document belong to a record.

        One of a person that nobody has sorted yet goes where the personnel office alone reads it.
        """
        is_open = document.type_id is None and not document.is_sealed
        if wanted.kind == PERSON and is_open:
            walled = replace(document, type_id=DocumentTypes(self._desk).personnel().id)
            Register(self._desk).save(document, walled)
        self._desk.store.document_links.add(document.id, wanted)


def _is_open(new: NewDocument) -> bool:
    """Say whether a document of a person has no type yet, by which it would be behind a wall."""
    return new.document.type_id is None and any(link.kind == PERSON for link in new.links)


def _original(record: Record, who: str) -> Version:
    return Version(1, record.id, VersionKind.ORIGINAL, record.filed_at, who)
