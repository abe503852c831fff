"""Issuing letters: approve, number, print and file them, and let what they answer be answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.documents.letters import LetterPaper, describe
from app.domain.contacts.contact import Contact
from app.domain.correspondence import incoming, outgoing
from app.domain.correspondence.filling import check_fields, empty_problems
from app.domain.correspondence.findable import findable_incoming, findable_outgoing
from app.domain.correspondence.letter import (
    OUTGOING,
    Incoming,
    IncomingState,
    LetterType,
    Outgoing,
    OutgoingState,
)
from app.domain.shared.ids import DocumentId, LetterId, LetterTypeId, RecordId, new_id
from app.domain.shared.problems import Problem
from app.services.issuing import require_right
from app.services.letter_documents import LetterDocuments, filing_of
from app.services.letter_enclosures import LetterEnclosures
from app.services.letter_fields import LetterFields
from app.services.letter_papers import LetterPapers, printed
from app.services.numbering import Numbering
from app.services.office import Desk
from app.services.presses import OwnPress, Press, Taken
from app.services.registering import Register
from app.storage.deeds import Changes

BATCH = 100
"""How many papers are kept in memory before they are filed together."""
UNNUMBERED = "–"
"""Stands for the number that a letter will have."""


@dataclass(frozen=True, slots=True)
class NumberedLetter:
    """A letter that has its number, with what its pages are written from."""

    letter: Outgoing
    paper: LetterPaper


@dataclass(frozen=True, slots=True)
class PrintedLetter:
    """An issued letter, with the paper that still has to be filed."""

    letter: Outgoing
    pdf: bytes


class LetterIssuer:
    """Issues letters with what one office holds.

    ``number`` and ``file`` are one transaction; between them the papers are printed, here or in
    other processes (``letter_papers.printed`` of each paper), and filed in the same order.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._papers = LetterPapers(desk)
        self._numbering = Numbering(desk, self._papers.company)
        self._documents = LetterDocuments(desk)
        self._fields = LetterFields(desk)
        self._enclosures = LetterEnclosures(desk)
        self._types: dict[LetterTypeId, LetterType] = {}

    def meet(self, contact: Contact) -> None:
        """Remember the receiver of the next letter: nothing is asked for twice in a mailing."""
        self._fields.meet(contact)

    def number(self, before: Outgoing) -> NumberedLetter:
        """Approve, number and freeze a letter; raises Invalid, NotApproved, IllegalTransition."""
        desk = self._desk
        ready = outgoing.ready(
            before, desk.who.name, is_four_eyes=self._is_four_eyes(before.type_id)
        )
        require_right(self.problems(ready))
        dated_on = ready.dated_on or desk.today
        number = self._numbering.take(OUTGOING, dated_on)
        numbered = outgoing.issued(ready, number, dated_on, DocumentId(new_id()))
        after = replace(
            numbered,
            body=self._fields.filled(numbered).body,
            attachments=self._enclosures.frozen(numbered),
        )
        saved = desk.store.letters_out.save(before, after)
        self._enclosures.link(saved)
        self._answer(saved)
        desk.store.drafts.drop_all(OUTGOING, before.id)
        return NumberedLetter(saved, self._papers.paper(saved))

    def issue(self, before: Outgoing) -> PrintedLetter:
        """Number a letter and print it; its paper still has to be filed."""
        numbered = self.number(before)
        return PrintedLetter(numbered.letter, printed(numbered.paper))

    def file(self, papers: Iterable[PrintedLetter]) -> None:
        """File the papers of issued letters for good, and make them all findable."""
        if not (some := tuple(papers)):
            return
        desk = self._desk
        filings = [(filing_of(one.letter), (one.pdf,)) for one in some]
        settled = [RecordId(one.letter.document_id or 0) for one in some]
        records = desk.store.archive.add_many(filings, desk.now, settled)
        cards = [
            self._documents.new(one.letter, record)
            for one, record in zip(some, records, strict=True)
        ]
        documents = Register(desk).keep(cards)
        letters = (findable_outgoing(one.letter, desk.today) for one in some)
        desk.store.search.put_many((*letters, *documents))

    def problems(self, letter: Outgoing) -> tuple[Problem, ...]:
        """Return all that stands in the way of issuing a letter, each at its field."""
        country = self._papers.company.country
        filled = self._fields.filled(replace(letter, number=letter.number or UNNUMBERED))
        form = outgoing.form_of(replace(letter, body=filled.body))
        found = outgoing.check(form, self._desk.today, country)
        lost = self._papers.problems(letter)
        gone = self._enclosures.problems(letter)
        return (*found, *check_fields(letter.body), *empty_problems(filled), *lost, *gone)

    def preview(self, letter: Outgoing) -> bytes:
        """Return the pages as they would be today, marked as a draft."""
        dated = replace(letter, dated_on=letter.dated_on or self._desk.today)
        filled = replace(dated, body=self._fields.filled(dated).body)
        return self._papers.pdf(self._enclosures.named(filled))

    def _is_four_eyes(self, type_id: LetterTypeId | None) -> bool:
        if type_id is None:
            return False
        if type_id not in self._types:
            self._types[type_id] = self._desk.store.letter_types.get(type_id)
        return self._types[type_id].is_four_eyes

    def _answer(self, letter: Outgoing) -> None:
        """Let the letter that came in be answered; one that was before stays as it is."""
        if letter.answers is None:
            return
        before = self._desk.store.letters_in.get(letter.answers)
        if before.state in (IncomingState.REGISTERED, IncomingState.ASSIGNED):
            after = before
            if before.state is IncomingState.REGISTERED:
                after = incoming.assigned(before, letter.responsible or self._desk.who.name)
            self._keep(before, incoming.answered(after))

    def reopen(self, letter: Outgoing) -> None:
        """Let a letter that came in wait again: its only answer was voided and never sent."""
        if letter.answers is None:
            return
        store = self._desk.store
        before = store.letters_in.get(letter.answers)
        others = store.letters_out.rows(store.letters_out.ways.answering((before.id,)))
        counts = outgoing.NUMBERED - {OutgoingState.VOIDED}
        is_answered = any(one.state in counts for one in others)
        if before.state is IncomingState.ANSWERED and not is_answered:
            self._keep(before, incoming.unanswered(before))

    def _keep(self, before: Incoming, after: Incoming) -> None:
        saved = self._desk.store.letters_in.save(before, after)
        self._desk.store.search.put(findable_incoming(saved))


class LetterRun:
    """Issues many: papers are filed a batch at a time, and each letter has its own audit row."""

    def __init__(self, desk: Desk, command: str, press: Press | None = None) -> None:
        self._desk = desk
        self._command = command
        self._press = press or OwnPress()
        self.issuer = LetterIssuer(desk)
        self._waiting: list[tuple[Outgoing, Taken, Changes]] = []

    def issue(self, before: Outgoing) -> Outgoing:
        """Issue one letter, all or nothing; raises what ``LetterIssuer.issue`` does."""
        with self._desk.store.attempt():
            one = self.issuer.number(before)
            taken = self._press.print(describe(one.paper))
        self._waiting.append((one.letter, taken, self._desk.store.changes.taken()))
        if len(self._waiting) == BATCH:
            self.file()
        return one.letter

    def refuse(self, letter_id: LetterId, code: str) -> None:
        """Note a letter that was refused, and stays what it was."""
        self._desk.note(self._command, letter_id, Changes(), code)

    def file(self) -> None:
        """File the papers that wait, and write down what became of each letter."""
        waiting, self._waiting = self._waiting, []
        self.issuer.file(PrintedLetter(letter, taken()) for letter, taken, _changes in waiting)
        filed = self._desk.store.changes.taken().noted
        records, cards = filed[: len(waiting)], filed[len(waiting) :]
        for (letter, _taken, changes), *papers in zip(waiting, records, cards, strict=True):
            changes.noted.extend(papers)
            self._desk.note(self._command, letter.id, changes)
