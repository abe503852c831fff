"""Papers that go out: each is filed for good under its type, and found by what it is about."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.archive.document import DocumentState, Link
from app.domain.archive.kinds import DocumentType
from app.domain.archive.readers import Readers
from app.domain.archive.record import Filing, Record
from app.domain.shared.ids import ContactId
from app.domain.shared.money import Money
from app.services.document_types import PERSONNEL, DocumentTypes
from app.services.einvoicing import PDF, XML
from app.services.office import Desk
from app.services.registering import NewDocument, Register, begun
from app.services.sealing import whose_of

CSV = "text/csv"
SUFFIXES = {PDF: "pdf", XML: "xml", CSV: "csv"}


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
    media_type: str = PDF


class FiledPapers:
    """Files papers at one desk, in the open transaction."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._store = desk.store

    def file(self, paper: OutgoingPaper) -> Record:
        """File a paper for good; no filed one is ever changed."""
        return self.file_all((paper,))[0]

    def file_all(self, papers: Sequence[OutgoingPaper]) -> tuple[Record, ...]:
        """File papers for good, and return their files in the same order."""
        types = {code: self._type_of(code) for code in {one.type for one in papers}}
        filings = [(_filing(one, types[one.type]), (one.content,)) for one in papers]
        records = self._store.archive.add_many(filings, self._desk.now)
        new = [
            self._document(one, record, types[one.type])
            for one, record in zip(papers, records, strict=True)
        ]
        self._store.search.put_many(Register(self._desk).keep(new))
        return records

    def _document(
        self, paper: OutgoingPaper, record: Record, kind: DocumentType | None
    ) -> NewDocument:
        card = replace(
            begun(record, paper.number),
            state=DocumentState.FILED,
            type_id=kind.id if kind else None,
            correspondent_id=paper.to,
            day=paper.day,
            amount=paper.amount,
            is_sealed=True,
        )
        return NewDocument(card, record, (paper.about,), paper.name)

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

    def _type_of(self, code: str) -> DocumentType | None:
        types = DocumentTypes(self._desk)
        return types.personnel() if code == PERSONNEL else types.coded(code)


def _filing(paper: OutgoingPaper, kind: DocumentType | None) -> Filing:
    name = paper.number.replace("/", "-").replace("\\", "-")
    suffix = SUFFIXES[paper.media_type]
    whose = whose_of(paper.about) if kind and kind.readers is Readers.PERSONNEL else None
    source = paper.about.source
    return Filing(f"{name}.{suffix}", paper.media_type, source, is_sealed=True, whose=whose)
