"""An office with a thread, a type, a signatory and a filed paper, for tests of letters."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from app.domain.archive.document import Document, DocumentState, Version, VersionKind
from app.domain.archive.record import Filing
from app.domain.correspondence.letter import (
    Incoming,
    IncomingState,
    LetterType,
    Outgoing,
    OutgoingState,
    Signatory,
)
from app.domain.correspondence.threads import Thread
from app.domain.shared.ids import (
    ContactId,
    DocumentId,
    LetterTypeId,
    SignatoryId,
    ThreadId,
)
from app.storage.database import Database
from tests.builders import a_contact
from tests.domain.correspondence.letters import an_incoming, an_outgoing

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)
DAY = date(2026, 3, 10)
AAMU = replace(a_contact(), id=ContactId(7))
THREAD = Thread(ThreadId(1), 1, "Reklamaatio", AAMU.id)
CONTRACT = LetterType(LetterTypeId(2), 1, "Contract", 14, is_four_eyes=True)
ANNA = Signatory(SignatoryId(3), 1, "Anna Virta", "Managing director")


def furnish(database: Database) -> None:
    """Give an office what letters refer to."""
    with database.write() as unit:
        unit.contacts.add_all((AAMU,), AT)
        unit.threads.add(THREAD)
        unit.letter_types.add(CONTRACT)
        unit.signatories.add(ANNA)


def paper(database: Database, content: bytes = b"%PDF") -> DocumentId:
    """File a sealed paper and return its document."""
    with database.write() as unit:
        record = unit.archive.add(
            Filing("a.pdf", "application/pdf", is_sealed=True), (content,), AT
        )
        card = Document(
            DocumentId(record.id), 1, "a", DocumentState.FILED, record.id, AT, is_sealed=True
        )
        first = Version(1, record.id, VersionKind.ORIGINAL, AT, "Maija")
        unit.documents.add_all([(card, first, ())])
    return card.id


def received(database: Database, number: str = "", **parts: Any) -> Incoming:
    """Write down a letter that came in; one with a number is assigned."""
    state = IncomingState.ASSIGNED if number else IncomingState.RECEIVED
    letter = an_incoming(parts.pop("state", state), number=number, **parts)
    with database.write() as unit:
        unit.letters_in.add(letter)
    return letter


def written(database: Database, **parts: Any) -> Outgoing:
    """Write down a draft."""
    letter = an_outgoing(**parts)
    with database.write() as unit:
        unit.letters_out.add(letter)
    return letter


def issued(database: Database, number: str, on: date = DAY, **parts: Any) -> Outgoing:
    """Write down a letter with its number and paper."""
    state = parts.pop("state", OutgoingState.ISSUED)
    return written(
        database,
        state=state,
        number=number,
        dated_on=on,
        document_id=paper(database, number.encode()),
        **parts,
    )
