"""Two offices that are the same but for what stands behind a wall, and who may not look there.

The canary is a document that only one circle reads, with everything by which a document can be
known: words, amount, sender, number, binder, tag, links, hold, list, draft, lesson and failure.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from app.domain.archive.document import Document, DocumentState
from app.domain.archive.holds import HoldForm
from app.domain.archive.indexed import Indexed
from app.domain.archive.kinds import DocumentType, Tag
from app.domain.archive.likeness import Alike, Evidence
from app.domain.archive.readers import Readers
from app.domain.archive.record import Filing
from app.domain.archive.rules import Then, When
from app.domain.archive.saved import SavedForm
from app.domain.shared.ids import DocumentId, DocumentTypeId, RecordId, TagId
from app.domain.shared.jobs import JobKind
from app.domain.shared.money import Money
from app.outside.clock import FixedClock
from app.services import (
    archive,
    disposing,
    documents,
    drafts,
    filing_rules,
    folders,
    holding,
    kinds,
    serials,
)
from app.services.learning import Learner
from app.services.office import Office
from app.services.permissions import OWNER, Actor, Role
from app.services.walls import NEEDED_TO_READ
from app.storage.likeness import Unseen
from app.storage.offices import open_office
from tests.builders import TODAY
from tests.services.papers import filed
from tests.trade import AAMU, issued, opened_books

WORDS = ("kanaria", "471123", "4711.23", "4711,23", "4 711,23")
"""What nobody outside the circle may ever be told, whatever he asks."""
BOARD = "board"
CARS = Tag(TagId(41), 1, "Autot")
OLD = date(2010, 1, 5)
BINDER = "Mappi 1"
TEXT = "Kanarialintu laulaa kilowattitunnit 4711,23"


@dataclass(frozen=True, slots=True)
class Open:
    """What everybody reads in both offices."""

    documents: tuple[DocumentId, ...]
    invoice: int
    board: int
    bill: int
    binder: int


@dataclass(frozen=True, slots=True)
class Canary:
    """What only a circle reads in one of the two, by the ids that a reader may try."""

    documents: tuple[DocumentId, ...]
    files: tuple[int, ...]
    disposal: int
    hold: int
    folder: int
    rule: int


def entered(path: Path | str, who: str = "Anna", role: Role = OWNER) -> Office:
    """Return the office of a folder, entered by somebody on the day of all tests."""
    return Office(open_office(path), FixedClock(TODAY), Actor(who, role))


def reader_without(readers: Readers) -> Role:
    """Return a role that may do everything but read what one circle reads."""
    return Role("reader", OWNER.permissions - {NEEDED_TO_READ[readers]})


def furnish(office: Office, readers: Readers) -> Open:
    """Give an office books, an invoice, three open bills, and a type behind a wall."""
    opened_books(office)
    invoice = issued(office)
    form = kinds.TypeForm(BOARD, {"en": "Board"}, "general", readers=readers)
    board = office.do(kinds.add_type, form).result
    binder = office.do(serials.add_binder, BINDER, 1, 99).result
    bill = _bill(office)
    with office.database.write() as unit:
        unit.kinds.add(CARS)
    ids = tuple(
        filed(
            office,
            f"Sähkölasku {number}",
            "Kilowattitunnit ja perusmaksu",
            type_id=bill.id,
            correspondent_id=AAMU.id,
            tags=(CARS.id,),
            day=date(2026, 1, 5),
            serial=number,
            binder=BINDER,
        )
        for number in (1, 2, 3)
    )
    office.do(documents.link, ids[0], f"invoice:{invoice.id}")
    letter = filed(office, "Kirje", state=DocumentState.INBOX, correspondent_id=AAMU.id)
    return Open((*ids, letter), invoice.id, board.id, bill.id, binder.id)


def hide(office: Office, there: Open) -> Canary:
    """Put canaries behind the wall of an office: filed, sealed, in the inbox, in the trash."""
    states = (DocumentState.FILED, DocumentState.INBOX, DocumentState.FILED, DocumentState.TRASHED)
    ids = tuple(
        _canary(office, there, number, state, is_sealed=number == 72)
        for number, state in enumerate(states, 70)
    )
    first = ids[0]
    for source in (f"invoice:{there.invoice}", f"contact:{AAMU.id}", f"document:{ids[1]}"):
        office.do(documents.link, first, source)
    office.do(documents.link, there.documents[1], f"document:{first}")
    office.do(documents.renew, first, Filing("kanaria-2.pdf", "application/pdf"), b"kanaria 2")
    with office.database.write() as unit:
        for one, other in ((there.documents[1], first), (ids[1], there.documents[1])):
            seen = Unseen(one, RecordId(one), "application/pdf", 1, "00")
            like = Alike(one, other, "", office.clock.now(), 990, Evidence.INK)
            unit.likeness.put(seen, None, like)
    folder = SavedForm("Kanariakansio", "kanaria", readers=_circle(office, there))
    rule = filing_rules.RuleForm("Kanaria", When(title="kanaria*"), Then(type_id=_board(there)))
    hold = HoldForm("Kanariajuttu", "Kanaria", documents=(first,))
    body = {"title": "Kanaria, kesken"}
    office.do(drafts.keep, "document", first, 1, body)
    return Canary(
        documents=ids,
        files=_files(office, ids),
        disposal=office.do(disposing.propose).result.id,
        hold=office.do(holding.place, hold).result.id,
        folder=office.do(folders.add, folder).result.id,
        rule=office.do(filing_rules.add_rule, rule).result.id,
    )


def _canary(
    office: Office, there: Open, number: int, state: DocumentState, *, is_sealed: bool
) -> DocumentId:
    name, content = f"kanaria-{number}.pdf", f"kanaria {number}".encode()
    record = office.do(archive.file, name, "application/pdf", content).result
    with office.database.write() as unit:
        desk = office.desk(unit, lambda _done, _of: None)
        before = unit.documents.get(DocumentId(record.id))
        card: Document = replace(
            before,
            title=f"Kanarialasku {number}",
            state=state,
            type_id=_board(there),
            correspondent_id=AAMU.id,
            tags=(CARS.id,),
            day=OLD,
            due_on=OLD,
            reference=f"471123{number}",
            amount=Money(471123, "EUR"),
            serial=number,
            binder=BINDER,
            note="Kanaria",
            is_sealed=is_sealed,
            trashed_at=office.clock.now() if state is DocumentState.TRASHED else None,
        )
        kept = unit.documents.save(before, card)
        Learner(desk).see(before, kept)
        (row,) = unit.document_lists.rows((kept.id,))
        unit.document_index.put(Indexed(kept, row.correspondent, row.file_name, (TEXT,)))
        unit.search.remove("document", kept.id)
        unit.jobs.fail(JobKind.READ, kept.id, "reading.broken", {"name": "kanaria"})
    return kept.id


def _files(office: Office, ids: tuple[DocumentId, ...]) -> tuple[int, ...]:
    with office.database.read() as unit:
        return tuple(one.file_id for each in ids for one in unit.documents.versions(each))


def _bill(office: Office) -> DocumentType:
    return next(one for one in office.ask(kinds.sorting).types if one.code == "bill")


def _board(there: Open) -> DocumentTypeId:
    return DocumentTypeId(there.board)


def _circle(office: Office, there: Open) -> Readers:
    types = office.ask(kinds.sorting).types
    return next(one.readers for one in types if one.id == there.board)
