"""Taking an exported archive back in: the same documents, or nothing at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from app.domain.archive.document import Document, DocumentState
from app.domain.archive.holds import Hold
from app.domain.archive.kinds import CustomField, DocumentType, Tag
from app.domain.archive.serials import Binder, SerialRange
from app.domain.contacts.contact import Contact
from app.domain.contacts.findable import findable
from app.domain.shared.ids import DocumentId, DocumentTypeId, TagId
from app.domain.shared.refusals import NotFound, Refusal
from app.formats.handed import (
    LONGEST_LINE,
    MANIFEST,
    Entry,
    Handed,
    HandedFile,
    NotAnExport,
    Tampered,
    read,
)
from app.services.office import Desk
from app.services.permissions import Permission, command
from app.services.registering import Register
from app.storage.archive import Changed
from app.storage.exports import CannotRead
from app.storage.trees import lines_of, pieces_of

NAME = "taking_back.take_back"


class AlreadyHere(Refusal):
    """Something of the export is in this company already, or something else has its number."""

    code = "handing-out.taken"


@dataclass(frozen=True, slots=True)
class TakenBack:
    """How much of an export was taken in."""

    documents: int
    files: int


@command(Permission.OFFICE_IMPORT)
def take_back(desk: Desk, folder: Path) -> TakenBack:
    """Take in an exported archive: cards, versions, types, tags, fields, links, seals, numbers.

    The audit has a row for each thing that came; the text of documents is read later.
    Types, fields and tags that this office has by the same code or name are its own. Raises
    NotAnExport, Tampered with the file's name, AlreadyHere; then nothing was taken in.
    """
    total = sum(isinstance(one, Handed) for one in _entries(folder))
    work = _TakingBack(desk, folder)
    for entry in _entries(folder):
        if isinstance(entry, Handed):
            desk.progress(work.documents, total)
        work.take(entry)
        if desk.store.changes.noted:
            desk.note(NAME, one_of(entry), desk.store.changes.taken())
    return TakenBack(work.documents, work.files)


def one_of(entry: Entry) -> int:
    """Return the id of what an entry brought, for the audit."""
    return entry.document.id if isinstance(entry, Handed) else entry.id


def _entries(folder: Path) -> Iterator[Entry]:
    try:
        yield from read(lines_of(folder, MANIFEST, LONGEST_LINE))
    except CannotRead as fault:
        raise NotAnExport(folder=folder.name, reason=fault.facts["reason"]) from None


class _TakingBack:
    """One import on its way: which of the export's ids are which of this office."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self._desk = desk
        self._folder = folder
        self._register = Register(desk)
        kinds = desk.store.kinds
        self._coded = {one.code: one for one in kinds.types().values()}
        self._fields = set(kinds.fields())
        self._here = dict(kinds.tags())
        self._types: dict[DocumentTypeId, DocumentTypeId] = {}
        self._tags: dict[TagId, TagId] = {}
        self._waiting: dict[TagId, Tag] = {}
        self._taken: set[DocumentId] = set()
        self.documents = 0
        self.files = 0

    def take(self, entry: Entry) -> None:
        """Take one entry in."""
        match entry:
            case DocumentType():
                self._type(entry)
            case Tag():
                self._waiting[entry.id] = entry
            case CustomField():
                self._field(entry)
            case Contact():
                self._contact(entry)
            case Handed():
                self._document(entry)
            case _:
                self._around(entry)

    def _around(self, entry: Binder | SerialRange | Hold) -> None:
        """Take in what documents stand in, are numbered by, or are held by."""
        match entry:
            case Binder():
                self._binder(entry)
            case SerialRange():
                self._desk.store.serials.take(entry)
            case Hold():
                self._hold(entry)

    def _type(self, one: DocumentType) -> None:
        same = self._coded.get(one.code)
        if same is None:
            self._desk.store.kinds.add(one)
        elif same.readers is not one.readers:
            raise AlreadyHere(name=one.code)
        self._types[one.id] = same.id if same else one.id

    def _field(self, one: CustomField) -> None:
        if one.code not in self._fields:
            self._desk.store.kinds.add(one)

    def _contact(self, one: Contact) -> None:
        try:
            self._desk.store.contacts.get(one.id)
        except NotFound:
            self._desk.store.contacts.add(one, self._desk.now)
            self._desk.store.search.put(findable(one, self._desk.today))

    def _binder(self, one: Binder) -> None:
        for here in self._desk.store.binders.all():
            if here.name.casefold() == one.name.casefold() or (
                here.first <= one.last and one.first <= here.last
            ):
                raise AlreadyHere(name=one.name)
        self._desk.store.binders.add(one)

    def _hold(self, one: Hold) -> None:
        """Place a legal hold over the same documents; one that names others was tampered with."""
        holds = self._desk.store.holds
        if one.id in {here.id for here in holds.all()}:
            raise AlreadyHere(name=one.name)
        if not one.documents <= self._taken or (one.type_id and one.type_id not in self._types):
            raise Tampered(file=MANIFEST)
        holds.add(replace(one, type_id=self._types[one.type_id] if one.type_id else None))

    def _tag(self, tag_id: TagId, deep: int = 0) -> TagId:
        """Return which tag of this office is one of the export's, adding it and those above."""
        if tag_id in self._tags:
            return self._tags[tag_id]
        one = self._waiting.get(tag_id)
        if one is None or deep > len(self._waiting):
            raise Tampered(file=MANIFEST)
        above = self._tag(one.parent_id, deep + 1) if one.parent_id else None
        same = next(
            (
                here
                for here in self._here.values()
                if here.parent_id == above and here.name.casefold() == one.name.casefold()
            ),
            None,
        )
        if same is None:
            same = replace(one, parent_id=above)
            self._desk.store.kinds.add(same)
            self._here[same.id] = same
        self._tags[tag_id] = same.id
        return same.id

    def _document(self, one: Handed) -> None:
        store = self._desk.store
        for tag_id in (self._waiting.keys() - self._tags.keys()) if not self.documents else ():
            self._tag(tag_id)
        document = self._translated(one.document)
        self._require_new(document)
        for file in one.files:
            self._file(document, file)
        versions = [file.version for file in one.files]
        if document.file_id not in {version.file_id for version in versions}:
            raise Tampered(file=MANIFEST)
        store.documents.adopt(document, versions, one.links)
        self._register.index(document)
        if document.state is not DocumentState.DISPOSED:
            self._register.want_read((document.id,))
        self._taken.add(document.id)
        self.documents += 1

    def _require_new(self, document: Document) -> None:
        store = self._desk.store
        is_taken = document.serial is not None and store.serials.holder(document.serial)
        if is_taken or store.documents.get_all((document.id,)):
            raise AlreadyHere(name=document.title)

    def _file(self, document: Document, file: HandedFile) -> None:
        if not file.path and document.state is not DocumentState.DISPOSED:
            raise Tampered(file=MANIFEST)
        pieces = pieces_of(self._folder, file.path) if file.path else None
        if (file.record.id, file.version.file_id) != (file.version.file_id, file.record.id):
            raise Tampered(file=MANIFEST)
        try:
            self._desk.store.archive.adopt(file.record, pieces)
        except (Changed, CannotRead):
            raise Tampered(file=file.path) from None
        self.files += 1

    def _translated(self, document: Document) -> Document:
        try:
            kind = self._types[document.type_id] if document.type_id else None
            tags = tuple(self._tags[tag] for tag in document.tags)
        except KeyError:
            raise Tampered(file=MANIFEST) from None
        return replace(document, type_id=kind, tags=tags)
