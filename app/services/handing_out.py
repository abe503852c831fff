"""Handing out the archive: a folder that people and other programs read without Backdesk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from app.domain.archive.document import Document, DocumentState, Version
from app.domain.archive.foldering import Places, suffix_of
from app.domain.archive.kinds import path_of
from app.domain.archive.record import Record
from app.domain.archive.row import Wanted
from app.domain.shared.ids import ContactId, DocumentId
from app.domain.shared.paging import View
from app.formats.handed import MANIFEST, Entry, Handed, HandedFile, written
from app.formats.handed_index import FOLDER, INDEX, IndexFiles, IndexRow, IndexWords
from app.lang.formats import Formats, formats_in
from app.lang.texts import Say, say_in
from app.services import holding
from app.services.office import Desk
from app.services.permissions import Permission, query
from app.services.registering import Register
from app.services.walls import Walls
from app.storage.trees import Tree, new_tree

AT_ONCE = 200
TEXTS_AT_ONCE = 20
"""How many documents are read together, and of how many the texts."""
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
    searches cards and texts without Backdesk, and ``manifest.json``, from which ``taking_back``
    makes the same archive again.

    Raises AlreadyThere, InsideAnOffice, CannotWrite, Missing, Changed.
    """
    spoken = language or desk.store.company.get().language
    with new_tree(target) as tree:
        return _HandingOut(desk, tree, spoken).run(target)


class _HandingOut:
    """One export on its way; but for the names that were given nothing grows with the archive."""

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
        self._walls = Walls(desk)
        self._places = Places((MANIFEST, INDEX, FOLDER))
        self._index = IndexFiles(tree.write)
        self._told: set[ContactId] = set()
        self._names: dict[ContactId, str] = {}
        self._files = 0
        self._size = 0

    def run(self, target: Path) -> HandedOut:
        self._tree.write(MANIFEST, written(self._entries(), self._company, self._desk.now))
        self._tree.write(INDEX, self._index.page(self._words()))
        return HandedOut(target, self._index.count, self._files, self._size)

    def _entries(self) -> Iterator[Entry]:
        store = self._desk.store
        yield from (one for one in self._types.values() if one.id not in self._walls.hidden)
        yield from self._tags.values()
        yield from store.kinds.fields().values()
        yield from store.binders.all()
        scope = Register(self._desk).scope(Wanted(states=tuple(DocumentState)))
        ids = store.document_lists.spine(ORDER, scope)
        for done in range(0, len(ids), AT_ONCE):
            self._desk.progress(done, len(ids))
            some = store.documents.get_all(list(ids[done : done + AT_ONCE]))
            yield from self._contacts(some)
            yield from self._handed(some)
        yield from self._ranges({DocumentId(one) for one in ids})
        yield from self._holds()

    def _ranges(self, shown: set[DocumentId]) -> Iterator[Entry]:
        for one in self._desk.store.serials.ranges():
            if one.document_id is None or one.document_id in shown:
                yield one

    def _holds(self) -> Iterator[Entry]:
        """Yield the legal holds over what goes out, the contacts that they name before them."""
        for row in holding.holds(self._desk):
            if row.hold.contact_id is not None:
                yield from self._contacts_of({row.hold.contact_id})
            yield row.hold

    def _contacts(self, some: Iterable[Document]) -> Iterator[Entry]:
        """Yield the correspondents that were not told yet, each before its first document."""
        return self._contacts_of({one.correspondent_id for one in some if one.correspondent_id})

    def _contacts_of(self, ids: set[ContactId]) -> Iterator[Entry]:
        asked = ids - self._told
        for contact in self._desk.store.contacts.get_all(sorted(asked)):
            self._names[contact.id] = contact.name
            yield contact
        self._told |= asked

    def _handed(self, some: Sequence[Document]) -> list[Handed]:
        """Write the files of some documents and what the index says of them."""
        store, ids = self._desk.store, [one.id for one in some]
        versions, links = store.outgoing.versions(ids), store.outgoing.links(ids)
        numbers = (one.file_id for theirs in versions.values() for one in theirs)
        records = store.outgoing.records(numbers)
        handed = []
        for one in some:
            theirs = ((version, records[version.file_id]) for version in versions[one.id])
            files = (HandedFile(each, file, self._path(one, each, file)) for each, file in theirs)
            handed.append(Handed(one, tuple(files), self._walls.among(links.get(one.id, ()))))
        self._write(file for one in handed for file in one.files if file.path)
        for first in range(0, len(handed), TEXTS_AT_ONCE):
            self._list(handed[first : first + TEXTS_AT_ONCE])
        return handed

    def _write(self, files: Iterable[HandedFile]) -> None:
        """Write files to their places, in the order in which the disk has them."""
        records: dict[str, Record] = {}
        paths: dict[str, list[str]] = {}
        for file in files:
            records[file.record.sha256] = file.record
            paths.setdefault(file.record.sha256, []).append(file.path)
        with closing(self._desk.store.outgoing.contents(records)) as contents:
            for record, pieces in contents:
                first, *others = paths[record.sha256]
                self._size += self._tree.write(first, pieces)
                for path in others:
                    self._size += self._tree.write(path, self._desk.store.archive.read(record.id))
                self._files += 1 + len(others)

    def _list(self, handed: Sequence[Handed]) -> None:
        newest = [
            next(f for f in one.files if f.record.id == one.document.file_id) for one in handed
        ]
        names = {file.record.sha256 for file in newest if file.path}
        texts = self._desk.store.outgoing.texts(names)
        for one, file in zip(handed, newest, strict=True):
            row = self._row(one.document, one.files)
            self._index.put(row, texts.get(file.record.sha256, ()) if file.path else ())

    def _path(self, document: Document, version: Version, file: Record) -> str:
        """Return where a version is to lie; bytes that were destroyed lie nowhere."""
        if document.state is DocumentState.DISPOSED:
            return ""
        is_newest = version.file_id == document.file_id
        older = "" if is_newest else f" ({self._say('version {n}', n=version.number)})"
        day = document.day or document.received_at.date()
        folders = (*self._home(document), str(day.year), self._correspondent(document))
        suffix = suffix_of(file)
        title = document.title.removesuffix(suffix) if suffix else document.title
        return self._places.give(folders, f"{day.isoformat()} {title}", suffix, older)

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
            search=say("Search: title, correspondent, amount, tag, text"),
            everything=say("Every type"),
            every_year=say("Every year"),
            count=say("Documents: {n}"),
            more=say("Show more"),
            columns=(*titles, say("Amount"), say("Serial number")),
            older=say("version {n}"),
            in_text=say("Found in the text"),
            searching=say("searching the texts: {percent} %"),
            lost=say("Some files of the folder “index” are missing: not everything is shown."),
            without_scripts=say(
                "Without scripts nothing is listed here; the documents lie in the folders beside."
            ),
        )
