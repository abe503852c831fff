"""Papers that go out: each is filed for good under its type, and found by what it is about."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date

from app.domain.archive.document import DocumentState, Link
from app.domain.archive.kinds import DocumentType
from app.domain.archive.record import Filing, Record
from app.domain.shared.ids import ContactId, new_id
from app.domain.shared.money import Money
from app.formats.retention import plan
from app.services.einvoicing import PDF
from app.services.office import Desk
from app.services.registering import NewDocument, Register, begun


@dataclass(frozen=True, slots=True)
class OutgoingPaper:
    """A paper as it goes out: by which number, of what type, about which record, and to whom."""

    number: str
    type: str
    about: Link
    content: bytes
    day: date | None
    to: ContactId | None = None
    name: str = ""
    amount: Money | None = None


class FiledPapers:
    """Files papers at one desk, in the open transaction."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._store = desk.store

    def file(self, paper: OutgoingPaper) -> Record:
        """File a paper for good; no filed one is ever changed."""
        name = paper.number.replace("/", "-").replace("\\", "-")
        filing = Filing(f"{name}.pdf", PDF, paper.about.source, is_sealed=True)
        record = self._store.archive.add(filing, (paper.content,), self._desk.now)
        kind = self.type_of(paper.type)
        card = replace(
            begun(record, paper.number),
            state=DocumentState.FILED,
            type_id=kind.id if kind else None,
            correspondent_id=paper.to,
            day=paper.day,
            amount=paper.amount,
            is_sealed=True,
        )
        new = NewDocument(card, record, (paper.about,), paper.name)
        self._store.search.put_many(Register(self._desk).keep((new,)))
        return record

    def of(self, about: Link) -> tuple[Record, ...]:
        """Return the papers that were filed about a record, the newest first."""
        found = self._store.archive.of(about.source)
        return tuple(one for one in found if one.is_sealed and one.media_type == PDF)

    def latest(self, about: Link) -> bytes | None:
        """Return the paper that was filed last about a record, or none."""
        found = self.of(about)
        return b"".join(self._store.archive.read(found[0].id)) if found else None

    def same(self, about: Link, content: bytes) -> Record | None:
        """Return the paper about a record that was filed with just this content, or none."""
        digest = hashlib.sha256(content).hexdigest()
        return next((one for one in self.of(about) if one.sha256 == digest), None)

    def type_of(self, code: str) -> DocumentType | None:
        """Return a type of document; one that is younger than the office is opened with its first.

        An office whose country does not know the type has none.
        """
        found = self._store.kinds.type_coded(code)
        if found is not None:
            return found
        begins = plan(self._store.company.get().country).begin(new_id)
        fresh = next((one for one in begins if one.code == code), None)
        if fresh is not None:
            self._store.kinds.add(fresh)
        return fresh
