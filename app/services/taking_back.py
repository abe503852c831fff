"""Taking an exported archive back in: the same documents, a portion at a time, and none twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.domain.archive.document import Document, DocumentState
from app.domain.archive.holds import Hold
from app.domain.archive.kinds import CustomField, DocumentType, Tag
from app.domain.archive.serials import Binder, SerialRange
from app.domain.contacts.contact import Contact
from app.domain.contacts.findable import findable
from app.domain.shared.ids import DocumentId, DocumentTypeId, TagId
from app.domain.shared.refusals import NotFound
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
from app.services.checking_exports import Checking, require_same
from app.services.office import Desk, Errand
from app.services.permissions import Permission, errand
from app.services.registering import Register
from app.storage.archive import Changed
from app.storage.exports import CannotRead
from app.storage.trees import lines_of, pieces_of

NAME = "taking_back.take_back"
MOST_AT_ONCE, MOST_BYTES_AT_ONCE = 50, 32 << 20
"""So many things, or files of so many bytes, are taken in together."""


@dataclass(frozen=True, slots=True)
class TakenBack:
    """How much of an export was taken in."""

    documents: int
    files: int


@errand(Permission.OFFICE_IMPORT)
def take_back(work: Errand, folder: Path) -> TakenBack:
    """Take in an exported archive: cards, versions, types, tags, fields, links, seals, numbers.

    The audit has a row for each thing that came; the text of documents is read later.
    Types, fields and tags that this office has by the same code or name are its own. Raises
    NotAnExport, Tampered with the file's name, AlreadyHere; then nothing was taken in.

    It comes in portions. Whoever is stopped between them has those that came; the same export
    taken in again goes on there, and what is here already stays as it is.
    """
    here = work.ask(lambda desk: Checking(desk).run(_entries(folder)))
    total = _read_through(work, folder, here)
    taking = _TakingBack(folder, here)
    for portion in _portions(_entries(folder)):
        work.progress(taking.documents, total)
        work.do(taking.take_all, portion)
    work.progress(taking.documents, total)
    return TakenBack(taking.documents, taking.files)


def _read_through(work: Errand, folder: Path, here: frozenset[DocumentId]) -> int:
    """Compare every file that is to come with what the manifest says; return how many documents."""
    total = 0
    for entry in _entries(folder):
        if isinstance(entry, Handed) and entry.document.id not in here:
            work.progress(total, 0)
            for file in entry.files:
                require_same(folder, file)
            total += 1
    return total


def _portions(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    portion: list[Entry] = []
    size = 0
    for entry in entries:
        portion.append(entry)
        size += sum(one.record.size for one in entry.files) if isinstance(entry, Handed) else 0
        if len(portion) >= MOST_AT_ONCE or size >= MOST_BYTES_AT_ONCE:
            yield portion
            portion, size = [], 0
    if portion:
        yield portion


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

    def __init__(self, folder: Path, known: frozenset[DocumentId]) -> None:
        self._folder = folder
        self._known = known
        self._types: dict[DocumentTypeId, DocumentTypeId] = {}
        self._tags: dict[TagId, TagId] = {}
        self._waiting: dict[TagId, Tag] = {}
        self.documents = 0
        self.files = 0

    def take_all(self, desk: Desk, portion: Sequence[Entry]) -> None:
        """Take a portion in at a desk, which writes down each thing that came."""
        self._desk = desk
        self._register = Register(desk)
        self._coded = {one.code: one for one in desk.store.kinds.types().values()}
        self._fields = set(desk.store.kinds.fields())
        self._here = dict(desk.store.kinds.tags())
        for entry in portion:
            self.take(entry)
            if desk.store.changes.noted:
                desk.note(NAME, one_of(entry), desk.store.changes.taken())

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
                self._range(entry)
            case Hold():
                self._hold(entry)

    def _type(self, one: DocumentType) -> None:
        same = self._coded.get(one.code)
        if same is None:
            self._desk.store.kinds.add(one)
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
        binders = self._desk.store.binders
        if one.id not in {here.id for here in binders.all()}:
            binders.add(one)

    def _range(self, one: SerialRange) -> None:
        serials = self._desk.store.serials
        if one.id not in {here.id for here in serials.ranges()}:
            serials.take(one)

    def _hold(self, one: Hold) -> None:
        """Place a legal hold over the same documents."""
        holds = self._desk.store.holds
        if one.id not in {here.id for here in holds.all()}:
            holds.add(replace(one, type_id=self._types[one.type_id] if one.type_id else None))

    def _tag(self, tag_id: TagId) -> TagId:
        """Return which tag of this office is one of the export's, adding it and those above."""
        if tag_id in self._tags:
            return self._tags[tag_id]
        one = self._waiting[tag_id]
        above = self._tag(one.parent_id) if one.parent_id else None
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
        if one.document.id in self._known:
            return
        for tag_id in self._waiting.keys() - self._tags.keys():
            self._tag(tag_id)
        document = self._translated(one.document)
        for file in one.files:
            self._file(file)
        store.documents.adopt(document, [file.version for file in one.files], one.links)
        self._register.index(document)
        if document.state is not DocumentState.DISPOSED:
            self._register.want_read((document.id,))
        self.documents += 1

    def _file(self, file: HandedFile) -> None:
        pieces = pieces_of(self._folder, file.path) if file.path else None
        try:
            self._desk.store.archive.adopt(file.record, pieces)
        except (Changed, CannotRead):
            raise Tampered(file=file.path) from None
        self.files += 1

    def _translated(self, document: Document) -> Document:
        kind = self._types[document.type_id] if document.type_id else None
        tags = tuple(self._tags[tag] for tag in document.tags)
        return replace(document, type_id=kind, tags=tags)
