"""Checking an exported archive against this office: whatever would stop it from being taken in.

Nothing is written: only what is whole, and clashes with nothing here, is begun to be taken in.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from app.domain.archive.document import DocumentState
from app.domain.archive.holds import Hold
from app.domain.archive.kinds import DocumentType, Tag
from app.domain.archive.serials import Binder, SerialRange
from app.domain.shared.ids import DocumentId, DocumentTypeId, TagId
from app.domain.shared.refusals import Refusal
from app.formats.handed import MANIFEST, Entry, Handed, HandedFile, Tampered
from app.services.office import Desk
from app.storage.exports import CannotRead
from app.storage.trees import pieces_of


class AlreadyHere(Refusal):
    """Something of the export is in this company already, or something else has its number."""

    code = "handing-out.taken"


class Checking:
    """One look at an export beside what is here; raises Tampered, AlreadyHere."""

    def __init__(self, desk: Desk) -> None:
        store = desk.store
        self._desk = desk
        self._occupied = Occupied(desk)
        self._coded = {one.code: one for one in store.kinds.types().values()}
        self._binders = store.binders.all()
        self._ranges = {one.id for one in store.serials.ranges()}
        self._holds = {one.id for one in store.holds.all()}
        self._types: set[DocumentTypeId] = set()
        self._tags: dict[TagId, TagId | None] = {}
        self._documents: set[DocumentId] = set()
        self._here: set[DocumentId] = set()
        self._has_new = False
        self._first_here = ""

    def run(self, entries: Iterable[Entry]) -> frozenset[DocumentId]:
        """Return which documents of an export are here already, as an earlier try left them.

        An export of which everything is here is refused.
        """
        for entry in entries:
            self._look_at(entry)
        if self._first_here and not self._has_new:
            raise AlreadyHere(name=self._first_here)
        return frozenset(self._here)

    def _look_at(self, entry: Entry) -> None:
        match entry:
            case DocumentType():
                self._type(entry)
            case Tag():
                self._tags[entry.id] = entry.parent_id
            case Handed():
                self._document(entry)
            case Binder():
                self._binder(entry)
            case SerialRange():
                self._note(str(entry.first), is_here=entry.id in self._ranges)
            case Hold():
                self._hold(entry)

    def _type(self, one: DocumentType) -> None:
        same = self._coded.get(one.code)
        if same is not None and same.readers is not one.readers:
            raise AlreadyHere(name=one.code)
        self._types.add(one.id)

    def _binder(self, one: Binder) -> None:
        for here in self._binders:
            if here.id != one.id and (
                here.name.casefold() == one.name.casefold()
                or (here.first <= one.last and one.first <= here.last)
            ):
                raise AlreadyHere(name=one.name)
        self._note(one.name, is_here=one.id in {here.id for here in self._binders})

    def _hold(self, one: Hold) -> None:
        """Look at a legal hold; one that names others than came was tampered with."""
        if not one.documents <= self._documents or (one.type_id and one.type_id not in self._types):
            raise Tampered(file=MANIFEST)
        self._note(one.name, is_here=one.id in self._holds)

    def _note(self, name: str, *, is_here: bool) -> None:
        """Note whether something is here already."""
        if is_here:
            self._first_here = self._first_here or name
        else:
            self._has_new = True

    def _document(self, one: Handed) -> None:
        if not self._documents:
            self._require_tree()
        document = one.document
        is_known = document.type_id is None or document.type_id in self._types
        if not is_known or not self._tags.keys() >= set(document.tags):
            raise Tampered(file=MANIFEST)
        _require_whole(one)
        is_here = bool(self._desk.store.documents.get_all((document.id,)))
        if self._occupied.by_another(one, is_here=is_here):
            raise AlreadyHere(name=document.title)
        self._note(document.title, is_here=is_here)
        self._documents.add(document.id)
        if is_here:
            self._here.add(document.id)

    def _require_tree(self) -> None:
        """Raise Tampered unless every tag stands under one that is there, none in a circle."""
        for tag_id in self._tags:
            above, deep = self._tags[tag_id], 0
            while above is not None:
                if above not in self._tags or deep > len(self._tags):
                    raise Tampered(file=MANIFEST)
                above, deep = self._tags[above], deep + 1


class Occupied:
    """Knows whose ids and numbers are in use here."""

    def __init__(self, desk: Desk) -> None:
        self._store = desk.store

    def by_another(self, one: Handed, *, is_here: bool) -> bool:
        """Say whether another document here has the id or the number of one that would come.

        One that is here with the same files is the same.
        """
        here = self._store.outgoing.records(file.record.id for file in one.files)
        if not is_here:
            number = one.document.serial
            return bool(here) or (number is not None and self._holder(number) is not None)
        same = (here.get(file.record.id) for file in one.files)
        return any(
            mine is None or mine.sha256 != file.record.sha256
            for mine, file in zip(same, one.files, strict=True)
        )

    def _holder(self, number: int) -> DocumentId | None:
        return self._store.serials.holder(number)


def _require_whole(one: Handed) -> None:
    """Raise Tampered unless a document names its newest version, and each version its file."""
    is_gone = one.document.state is DocumentState.DISPOSED
    for file in one.files:
        if file.version.file_id != file.record.id or not (file.path or is_gone):
            raise Tampered(file=MANIFEST)
    if one.document.file_id not in {file.record.id for file in one.files}:
        raise Tampered(file=MANIFEST)


def require_same(folder: Path, file: HandedFile) -> None:
    """Raise Tampered unless a file lies where the manifest says, with the bytes that it says."""
    if not file.path:
        return
    digest, size = hashlib.sha256(), 0
    try:
        for piece in pieces_of(folder, file.path):
            digest.update(piece)
            size += len(piece)
    except CannotRead:
        raise Tampered(file=file.path) from None
    if (digest.hexdigest(), size) != (file.record.sha256, file.record.size):
        raise Tampered(file=file.path)
