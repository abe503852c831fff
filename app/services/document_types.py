"""Types of document that papers need: what is younger than the office opens with its first."""

from __future__ import annotations

from itertools import chain, count

from app.domain.archive.kinds import DocumentType
from app.domain.archive.readers import Readers
from app.domain.shared.ids import DocumentTypeId, new_id
from app.formats.retention import plan
from app.services.office import Desk

PERSONNEL = "personnel"
"""The type of document of what belongs to people: the personnel office alone reads it."""
NAMES = {"en": "Personnel file", "fi": "Henkilöasiakirja", "th": "แฟ้มบุคลากร"}


class DocumentTypes:
    """Finds types of document at one desk, and opens those that are not there yet."""

    def __init__(self, desk: Desk) -> None:
        self._store = desk.store

    def coded(self, code: str) -> DocumentType | None:
        """Return a type of document; an office whose country does not know the type has none."""
        found = self._store.kinds.type_coded(code)
        if found is not None:
            return found
        begins = plan(self._store.company.get().country).begin(new_id)
        fresh = next((one for one in begins if one.code == code), None)
        if fresh is not None:
            self._store.kinds.add(fresh)
        return fresh

    def personnel(self) -> DocumentType:
        """Return a type that the personnel office alone reads; one is opened if there is none."""
        found = self.coded(PERSONNEL)
        if found is not None and found.readers is Readers.PERSONNEL:
            return found
        walled = (
            one for one in self._store.kinds.types().values() if one.readers is Readers.PERSONNEL
        )
        return next(walled, None) or self._opened()

    def _opened(self) -> DocumentType:
        codes = chain((PERSONNEL,), (f"{PERSONNEL}-{place}" for place in count(2)))
        code = next(one for one in codes if self._store.kinds.type_coded(one) is None)
        made = DocumentTypeId(new_id())
        new = DocumentType(made, 1, code, NAMES, PERSONNEL, readers=Readers.PERSONNEL)
        self._store.kinds.add(new)
        return new
