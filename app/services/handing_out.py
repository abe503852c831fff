"""Handing out the archive: a folder that people and other programs read without Backdesk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.domain.archive.document import Document, DocumentState
from app.domain.archive.foldering import Places, suffix_of
from app.domain.archive.kinds import path_of
from app.domain.archive.record import Record
from app.domain.archive.row import Wanted
from app.domain.shared.ids import ContactId, DocumentId
from app.domain.shared.paging import View
from app.formats.handed import (
    INDEX,
    MANIFEST,
    Entry,
    Handed,
    HandedFile,
    IndexRow,
    IndexWords,
    index,
    written,
)
from app.lang.formats import Formats, formats_in
from app.lang.texts import Say, say_in
from app.services.office import Desk
from app.services.permissions import Permission, query
from app.services.registering import Register
from app.storage.trees import Tree, new_tree

AT_ONCE = 200
ORDER = View(sort="day", is_descending=True)


@dataclass(frozen=True, slots=True)
class HandedOut:
    """What was handed out: where, how many documents and files, how many bytes."""

    target: Path
    documents: int
    files: int
    size: int


@query(Permission.OFFICE_EXPORT)
def hand_out(desk: Desk, target: Path, language: str = "") -> HandedOut:
    """Write every document that the asker may see into a new folder, all or nothing.

    It holds the files in folders by type, year and correspondent, ``index.html``, which opens and
    searches without Backdesk, and ``manifest.json``, from which ``taking_back`` makes the same
    archive again. Raises AlreadyThere, InsideAnOffice, CannotWrite, Missing, Changed.
    """
    spoken = language or desk.store.company.get().language
    with new_tree(target) as tree:
        return _HandingOut(desk, tree, spoken).run(target)


class _HandingOut:
    """One export on its way; the rows of the index are kept aside, nothing else grows."""

    def __init__(self, desk: Desk, tree: Tree, language: str) -> None:
        self._desk = desk
        self._tree = tree
        self._say: Say = say_in(language)
        company = desk.store.company.get()
        self._company = company.name
        self._formats: Formats = formats_in(language, company.country)
        self._language = language
        self._types = desk.store.kinds.types()
        self._tags = desk.store.kinds.tags()
        self._hidden = Register(desk).hidden
        self._places = Places()
        self._told: set[ContactId] = set()
        self._names: dict[ContactId, str] = {}
        self._rows: list[IndexRow] = []
        self._files = 0
        self._size = 0

    def run(self, target: Path) -> HandedOut:
        self._tree.write(MANIFEST, written(self._entries(), self._company, self._desk.now))
        self._tree.write(INDEX, index(self._rows, self._words()))
        return HandedOut(target, len(self._rows), self._files, self._size)

    def _entries(self) -> Iterator[Entry]:
        store = self._desk.store
        yield from (one for one in self._types.values() if one.id not in self._hidden)
        yield from self._tags.values()
        yield from store.kinds.fields().values()
        yield from store.binders.all()
        scope = Register(self._desk).scope(Wanted(states=tuple(DocumentState)))
        ids = store.document_lists.spine(ORDER, scope)
        for done in range(0, len(ids), AT_ONCE):
            self._desk.progress(done, len(ids))
            some = store.documents.get_all(list(ids[done : done + AT_ONCE]))
            yield from self._contacts(some)
            for document in some:
                yield self._handed(document)
        yield from self._ranges({DocumentId(one) for one in ids})

    def _ranges(self, shown: set[DocumentId]) -> Iterator[Entry]:
        for one in self._desk.store.serials.ranges():
            if one.document_id is None or one.document_id in shown:
                yield one

    def _contacts(self, some: Iterable[Document]) -> Iterator[Entry]:
        """Yield the correspondents that were not told yet, each before its first document."""
        asked = {one.correspondent_id for one in some if one.correspondent_id} - self._told
        for contact in self._desk.store.contacts.get_all(sorted(asked)):
            self._names[contact.id] = contact.name
            yield contact
        self._told |= asked

    def _handed(self, document: Document) -> Handed:
        store = self._desk.store
        versions = store.documents.versions(document.id)[::-1]
        files = tuple(
            self._file(document, HandedFile(one, store.archive.get(one.file_id)), len(versions))
            for one in versions
        )
        self._rows.append(self._row(document, files))
        return Handed(document, files, store.document_links.of(document.id))

    def _file(self, document: Document, file: HandedFile, count: int) -> HandedFile:
        """Write a version's bytes to their place, if they were not destroyed."""
        if document.state is DocumentState.DISPOSED:
            return file
        number = file.version.number
        is_newest = file.record.id == document.file_id
        version = "" if is_newest else f" ({self._say('version {n}', n=number)})"
        path = self._path(document, file.record, version)
        self._size += self._tree.write(path, self._desk.store.archive.read(file.record.id))
        self._files += 1
        return HandedFile(file.version, file.record, path)

    def _path(self, document: Document, record: Record, version: str) -> str:
        day = document.day or document.received_at.date()
        folders = (*self._home(document), str(day.year), self._correspondent(document))
        suffix = suffix_of(record)
        title = document.title.removesuffix(suffix) if suffix else document.title
        return self._places.give(folders, f"{day.isoformat()} {title}"[:200] + version, suffix)

    def _home(self, document: Document) -> tuple[str, ...]:
        say = self._say
        if document.state is DocumentState.TRASHED:
            return (say("Trash"),)
        kind = self._types.get(document.type_id) if document.type_id else None
        return (kind.name_in(self._language) if kind else say("Without type"),)

    def _correspondent(self, document: Document) -> str:
        return self._names.get(document.correspondent_id, "") if document.correspondent_id else ""

    def _row(self, document: Document, files: tuple[HandedFile, ...]) -> IndexRow:
        kind = self._types.get(document.type_id) if document.type_id else None
        day = document.day or document.received_at.date()
        amount = document.amount
        tags = (path_of(self._tags[tag], self._tags) for tag in document.tags if tag in self._tags)
        more = (*tags, *document.fields.values(), document.binder, document.note)
        return IndexRow(
            title=document.title,
            type=kind.name_in(self._language) if kind else "",
            correspondent=self._correspondent(document),
            day=day.isoformat(),
            written_day=self._formats.day(day),
            reference=document.reference,
            amount=self._formats.money(amount.minor, amount.currency) if amount else "",
            serial=str(document.serial or ""),
            more=" · ".join(filter(None, more)),
            paths=tuple(file.path for file in files[::-1] if file.path),
        )

    def _words(self) -> IndexWords:
        say = self._say
        titles = (say("Date"), say("Title"), say("Correspondent"), say("Type"), say("Reference"))
        return IndexWords(
            language=self._language,
            title=say("Archive of {company}", company=self._company),
            search=say("Search: title, correspondent, reference, amount, tag"),
            everything=say("Every type"),
            every_year=say("Every year"),
            count=say("Documents: {n}"),
            more=say("Show more"),
            columns=(*titles, say("Amount"), say("Serial number")),
            older=say("version {n}"),
        )
