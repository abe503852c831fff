"""Papers of made-up mail in the archive of an office, filed as a clerk files them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.domain.archive.document import Document
from app.domain.archive.form import DocumentForm
from app.domain.archive.kinds import Tag
from app.domain.archive.record import Record
from app.domain.archive.texts import How, Piece
from app.domain.contacts.contact import BankAccount, Contact, Identifier
from app.domain.shared.ids import ContactId, DocumentId, DocumentTypeId, TagId, new_id
from app.services import archive, documents, kinds
from app.services.office import Office
from app.storage.texts import TextStore
from tests.domain.archive.mail import Paper, Sender
from tests.domain.archive.papers import AT


def read(office: Office, record: Record, text: str) -> None:
    """Let the text of a file be known, as the reader would."""
    texts = TextStore(office.database.contents)
    texts.put(record.sha256, 1, (Piece(0, How.PLAIN, (text,)),), AT)


class Mailroom:
    """Takes papers into an office and files them: types, tags and contacts are made as needed."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.types = {one.code: one.id for one in office.ask(kinds.sorting).types}
        self.tags: dict[str, TagId] = {}
        self.contacts: dict[int, ContactId] = {}

    def take(self, paper: Paper) -> DocumentId:
        """Take a paper into the inbox."""
        content = paper.text.encode()
        name = paper.file_name.replace(".pdf", ".txt")
        record = self.office.do(archive.file, name, "text/plain", content).result
        read(self.office, record, paper.text)
        return DocumentId(record.id)

    def file(self, paper: Paper) -> DocumentId:
        """Take a paper in and file it as what it is."""
        document_id = self.take(paper)
        self.describe(document_id, paper)
        self.office.do(documents.file, (document_id,))
        return document_id

    def describe(self, document_id: DocumentId, paper: Paper) -> Document:
        """Write on the card of a document what its paper is."""
        before = self.office.ask(documents.get, document_id)
        form = DocumentForm(
            before.title,
            type_id=self.type_of(paper.kind),
            correspondent_id=self.contact(paper.sender),
            day=paper.day,
            tags=(self.tag(paper.sender.trade.tag),),
            binder=paper.sender.trade.binder,
        )
        return self.office.do(documents.change, document_id, before.version, form).result

    def file_all(self, some: Iterable[Paper]) -> tuple[DocumentId, ...]:
        """File papers one after the other."""
        return tuple(self.file(paper) for paper in some)

    def type_of(self, kind: str) -> DocumentTypeId:
        """Return the type of a kind of paper."""
        return self.types[kind]

    def tag(self, name: str) -> TagId:
        """Return a tag, made when it is first asked for."""
        if name not in self.tags:
            made: Tag = self.office.do(kinds.add_tag, name).result
            self.tags[name] = made.id
        return self.tags[name]

    def contact(self, sender: Sender, *, is_marked: bool = False) -> ContactId:
        """Return the contact of a sender; ``is_marked`` knows its identifier and account too."""
        if sender.number not in self.contacts:
            new = Contact(ContactId(new_id()), 1, sender.name, number=f"S{sender.number}")
            if is_marked:
                new = replace(new, identifiers=_identifiers(sender), accounts=_accounts(sender))
            with self.office.database.write() as unit:
                unit.contacts.add(new, AT)
            self.contacts[sender.number] = new.id
        return self.contacts[sender.number]


def _identifiers(sender: Sender) -> tuple[Identifier, ...]:
    if not sender.identifier:
        return ()
    scheme = "th.tin" if sender.language == "th" else "fi.business_id"
    return (Identifier(scheme, sender.identifier),)


def _accounts(sender: Sender) -> tuple[BankAccount, ...]:
    return (BankAccount(sender.iban),) if sender.iban else ()
