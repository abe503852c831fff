"""What an exported archive holds, and whether this company can take it in: told before it does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.formats.handed import (
    LONGEST_LINE,
    MANIFEST,
    Handed,
    HandedFile,
    Head,
    NotAnExport,
    head,
    read,
)
from app.services.checking_exports import Occupied
from app.services.office import Desk
from app.services.permissions import Permission, query
from app.storage.exports import CannotRead
from app.storage.trees import lines_of, size_of

AT_ONCE = 200
MOST_NAMED = 20


@dataclass(frozen=True, slots=True)
class Exported:
    """An exported archive: whose, from when, how much.

    ``here`` counts documents that this company has already, ``clashing`` those whose number or
    place another one has; ``wanting`` counts files that are missing or have another size,
    ``named`` are the first of them.
    """

    company: str
    made_at: datetime
    documents: int = 0
    files: int = 0
    size: int = 0
    here: int = 0
    clashing: int = 0
    wanting: int = 0
    named: tuple[str, ...] = ()

    @property
    def can_be_taken(self) -> bool:
        """Whether nothing that can be seen without reading the files speaks against it."""
        return not self.clashing and not self.wanting and self.here < self.documents


@query(Permission.OFFICE_IMPORT)
def look_into(desk: Desk, folder: Path) -> Exported:
    """Return what an exported archive holds; raises NotAnExport, Tampered for its manifest."""
    return _Looking(desk, folder).run()


class _Looking:
    """One look into an export; nothing grows with it but the names of what is wanting."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self._desk = desk
        self._occupied = Occupied(desk)
        self._folder = folder
        self._documents = self._files = self._size = self._wanting = 0
        self._here = self._clashing = 0
        self._named: list[str] = []

    def run(self) -> Exported:
        try:
            told = head(self._lines())
            self._go_through()
        except CannotRead as fault:
            raise NotAnExport(folder=self._folder.name, reason=fault.facts["reason"]) from None
        return self._found(told)

    def _lines(self) -> Iterator[bytes]:
        return lines_of(self._folder, MANIFEST, LONGEST_LINE)

    def _go_through(self) -> None:
        some: list[Handed] = []
        for entry in read(self._lines()):
            if isinstance(entry, Handed):
                some.append(entry)
            if len(some) == AT_ONCE:
                self._count(some)
                some = []
        self._count(some)

    def _count(self, some: list[Handed]) -> None:
        store = self._desk.store
        here = {one.id for one in store.documents.get_all([one.document.id for one in some])}
        for one in some:
            is_here = one.document.id in here
            is_clashing = self._occupied.by_another(one, is_here=is_here)
            self._clashing += is_clashing
            self._here += is_here and not is_clashing
            for file in one.files:
                self._look_at(file)
        self._documents += len(some)
        self._desk.progress(self._documents, 0)

    def _look_at(self, file: HandedFile) -> None:
        self._files += 1
        if not file.path:
            return
        self._size += file.record.size
        if size_of(self._folder, file.path) != file.record.size:
            self._wanting += 1
            self._named += [file.path] if len(self._named) < MOST_NAMED else []

    def _found(self, told: Head) -> Exported:
        return Exported(
            company=told.company,
            made_at=told.made_at,
            documents=self._documents,
            files=self._files,
            size=self._size,
            here=self._here,
            clashing=self._clashing,
            wanting=self._wanting,
            named=tuple(self._named),
        )
