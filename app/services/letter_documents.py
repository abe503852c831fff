"""Letters and the archive: a letter knows its document, and the document its letter."""

from __future__ import annotations

from dataclasses import replace

from app.domain.archive.document import Document, DocumentState, Link
from app.domain.archive.record import Filing, Record
from app.domain.correspondence.letter import INCOMING, OUTGOING, Incoming, Outgoing
from app.domain.shared.ids import DocumentId, DocumentTypeId, LetterId
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.refusals import NotFound
from app.services.office import Desk
from app.services.registering import NewDocument, Register, begun

PDF = "application/pdf"
DOCUMENT_TAKEN = Rule("letters.document-taken", "number")


class LetterDocuments:
    """Keeps the links between letters and their documents, and fills in the documents' cards."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._register = Register(desk)

    def problems(self, letter_id: LetterId, document_id: DocumentId | None) -> tuple[Problem, ...]:
        """Return that a document is the paper of another letter; raises NotFound for none."""
        if document_id is None:
            return ()
        self._register.get(document_id)
        holder = self._desk.store.letters_in.ways.letter_of(document_id)
        if holder is None or holder == letter_id:
            return ()
        other = self._desk.store.letters_in.get(holder)
        return (DOCUMENT_TAKEN.at("document_id", number=other.number or other.subject),)

    def link(
        self, letter_id: LetterId, before: DocumentId | None, after: DocumentId | None
    ) -> None:
        """Let the document of a letter that came in know its letter, and no longer its old one."""
        link, links = Link(INCOMING, letter_id), self._desk.store.document_links
        if before is not None and before != after:
            links.remove(before, link)
        if after is not None:
            links.add(after, link)

    def file(self, letter: Incoming) -> None:
        """Fill in what the card of a registered letter's document leaves open, and file it."""
        if letter.document_id is None:
            return
        before = self._register.get(letter.document_id)
        after = self._filled(before, letter)
        if after.state is DocumentState.INBOX:
            after = after.filed()
        if after != before:
            self._register.save(before, after)

    def new(self, letter: Outgoing, record: Record) -> NewDocument:
        """Return the sealed document of an issued letter's paper."""
        card = replace(
            begun(record, f"{letter.number} {letter.subject}"),
            state=DocumentState.FILED,
            type_id=self._type(OUTGOING),
            correspondent_id=letter.addressee_id,
            day=letter.dated_on,
            reference=letter.our_reference,
            is_sealed=True,
        )
        return NewDocument(card, record, (Link(OUTGOING, letter.id),), letter.addressee.name)

    def frozen(self, letter: Outgoing) -> bytes:
        """Return the paper of an issued letter as it was filed; raises NotFound, Changed."""
        if letter.document_id is None:
            raise NotFound(record="document", id=letter.id)
        file_id = self._desk.store.documents.get(letter.document_id).file_id
        return b"".join(self._desk.store.archive.read(file_id))

    def _filled(self, document: Document, letter: Incoming) -> Document:
        """Return a card with what the letter says where it said nothing; a sealed one stays."""
        if document.is_sealed:
            return document
        return replace(
            document,
            type_id=document.type_id or self._type(INCOMING),
            correspondent_id=document.correspondent_id or letter.sender_id,
            day=document.day or letter.written_on or letter.received_on,
            reference=document.reference or letter.their_reference,
        )

    def _type(self, code: str) -> DocumentTypeId | None:
        found = self._desk.store.kinds.type_coded(code)
        return found.id if found else None


def filing_of(letter: Outgoing) -> Filing:
    """Return how the paper of an issued letter is filed for good."""
    name = letter.number.replace("/", "-").replace("\\", "-")
    return Filing(f"{name}.pdf", PDF, f"{OUTGOING}:{letter.id}", is_sealed=True)
