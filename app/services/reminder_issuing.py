"""Issuing reminders: reckoned once more, numbered, printed and filed; what is claimed is noted.

Nothing is booked: interest and fees are claims until they are paid.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace

from app.documents.reminders import describe
from app.domain.archive.document import Document, DocumentState, Link
from app.domain.archive.record import Filing, Record
from app.domain.correspondence.letter import OUTGOING
from app.domain.correspondence.mail_form import WITHOUT_ACCOUNT
from app.domain.invoices.findable import KIND as INVOICE
from app.domain.reminders.findable import findable
from app.domain.reminders.planning import PAID_MEANWHILE, Debt
from app.domain.reminders.run import (
    KIND,
    LetterState,
    Reminder,
    ReminderItem,
    ReminderRun,
    RunState,
    Way,
    Withdrawn,
)
from app.domain.reminders.standing import WITHOUT_REASON, InvoiceStanding
from app.domain.shared.ids import (
    DocumentId,
    MailAccountId,
    RecordId,
    ReminderId,
    ReminderRunId,
    new_id,
)
from app.domain.shared.lines import one_line
from app.domain.shared.money import Money
from app.domain.shared.refusals import Invalid
from app.formats.packs import pack
from app.services import reminders
from app.services.issuing import require_right
from app.services.numbering import Numbering
from app.services.office import Cancelled, Desk, Errand
from app.services.permissions import Permission, command, errand, query
from app.services.presses import WORTH, OwnPress, Press, Presses, Taken
from app.services.registering import NewDocument, Register, begun
from app.services.reminder_mails import ReminderMails
from app.services.reminder_papers import ReminderPapers
from app.services.reminder_planning import Planning
from app.services.reminder_sending import Sender
from app.storage.deeds import Changes

ISSUE = "reminder_issuing.issue"
BATCH = 100
"""How many letters are issued in one transaction."""
PDF = "application/pdf"
AHEAD = "9"
"""Stands before the digits of a reminder's own reference, so that it is no invoice's."""


@dataclass(frozen=True, slots=True)
class RunOutcome:
    """What issuing brought: letters issued and skipped by it; stopped when some still wait.

    ``mailed`` of those issued are in the outbox.
    """

    run: ReminderRun
    issued: int
    skipped: int
    is_stopped: bool = False
    mailed: int = 0


@query(Permission.REMINDERS_READ)
def page(desk: Desk, reminder_id: ReminderId) -> bytes:
    """Return a letter as it was filed, or as it would be if it were issued now; raises NotFound.

    Raises NotReady for a customer who gets none.
    """
    letter = reminders.letter(desk, reminder_id)
    if letter.document_id is not None:
        return Sender(desk).frozen(letter)
    run = desk.store.reminders.run(letter.run_id)
    planning = Planning(desk)
    now, debt = planning.again(run, (letter,))[letter.id]
    now.require(LetterState.READY)
    assert debt is not None
    papers = ReminderPapers(desk, planning.ground(run.day, run.terms))
    return papers.pdf(now, debt)


@errand(Permission.REMINDERS_ISSUE)
def issue(
    work: Errand, run_id: ReminderRunId, account_id: MailAccountId | None = None
) -> RunOutcome:
    """Issue the letters of a run in the order of names, each with its own number and paper.

    Each is reckoned once more: who paid or disputed meanwhile gets none, and the reason is kept.
    Those by e-mail go into the outbox, from this account or the first one. What was issued is
    kept when it is stopped or breaks off, and the next time goes on from there. Raises RunEnded,
    or Invalid without a mail account.
    """
    row = work.ask(reminders.get, run_id)
    row.run.require_prepared()
    ready = row.of(LetterState.READY)
    account = work.ask(_account, run_id, account_id)
    with Presses() if ready >= WORTH else nullcontext(OwnPress()) as press:
        return _issue_all(work, row.run, ready, press, account)


@command(Permission.REMINDERS_ISSUE)
def withdraw(desk: Desk, reminder_id: ReminderId, reason: str) -> Reminder:
    """Take an issued reminder back: its number stays, its claims and level do not count any more.

    Raises Invalid without a reason, Withdrawn where a later one or a payment stands on it.
    """
    told = one_line(reason)
    if not told:
        raise Invalid((WITHOUT_REASON.at("reason"),))
    before = reminders.letter(desk, reminder_id)
    before.require(LetterState.ISSUED)
    standings = desk.store.standings.get_all([one.invoice_id for one in before.reminded])
    moved = [
        (standings[one.invoice_id], _restored(before, one, standings[one.invoice_id]))
        for one in before.reminded
    ]
    desk.store.standings.save(moved)
    after = replace(before, state=LetterState.WITHDRAWN, facts={"reason": told})
    desk.store.reminders.move(before, after)
    return after


def _restored(letter: Reminder, item: ReminderItem, now: InvoiceStanding) -> InvoiceStanding:
    """Return how an invoice stood before a letter; raises Withdrawn where that is past."""
    before = item.stood or InvoiceStanding(item.invoice_id)
    is_paid = (now.interest_paid_minor, now.fee_paid_minor) != (
        before.interest_paid_minor,
        before.fee_paid_minor,
    )
    if now.reminded_on != letter.issued_on or now.level != max(item.level, before.level) or is_paid:
        raise Withdrawn(number=letter.number)
    return replace(
        now,
        level=before.level,
        reminded_on=before.reminded_on,
        interest_minor=before.interest_minor,
        fee_minor=before.fee_minor,
    )


def _account(
    desk: Desk, run_id: ReminderRunId, account_id: MailAccountId | None
) -> MailAccountId | None:
    """Return from which account the letters leave that go by e-mail; none where none does."""
    letters = desk.store.reminders.letters(run_id, LetterState.READY)
    if all(one.way is not Way.EMAIL for one in letters):
        return None
    accounts = desk.store.mail_accounts
    if account_id is not None:
        return accounts.get(account_id).id
    usual = next((one.id for one in accounts.all() if not one.is_archived), None)
    require_right(() if usual is not None else (WITHOUT_ACCOUNT.at("account_id"),))
    return usual


def _issue_all(
    work: Errand, run: ReminderRun, ready: int, press: Press, account: MailAccountId | None
) -> RunOutcome:
    issued = skipped = mailed = 0
    while True:
        try:
            work.progress(issued + skipped, ready)
        except Cancelled:
            left = work.ask(reminders.get, run.id).run
            return RunOutcome(left, issued, skipped, is_stopped=True, mailed=mailed)
        moved, posted = work.do(_issue_some, run.id, press, account)
        issued += sum(one.state is LetterState.ISSUED for one in moved)
        skipped += sum(one.state is LetterState.SKIPPED for one in moved)
        mailed += posted
        if len(moved) < BATCH:
            return RunOutcome(work.do(_end, run.id), issued, skipped, mailed=mailed)


def _issue_some(
    desk: Desk, run_id: ReminderRunId, press: Press, account: MailAccountId | None
) -> tuple[tuple[Reminder, ...], int]:
    """Issue the next letters of a run and return what became of them, and how many are mailed."""
    run = desk.store.reminders.run(run_id)
    if run.state is RunState.ISSUED:
        return (), 0
    run.require_prepared()
    some = desk.store.reminders.letters(run_id, LetterState.READY, BATCH)
    issuing = ReminderIssuer(desk, run, press)
    moved = issuing.issue(some)
    by_mail = [one for one in moved if one.number and one.way is Way.EMAIL]
    if account is not None and by_mail:
        ReminderMails(desk, account).post(by_mail)
    return moved, len(by_mail) if account is not None else 0


def _end(desk: Desk, run_id: ReminderRunId) -> ReminderRun:
    before = desk.store.reminders.run(run_id)
    if before.state is RunState.ISSUED:
        return before
    after = replace(before.ended(), version=before.version + 1)
    desk.store.reminders.save_run(before, after)
    desk.note(ISSUE, run_id, desk.store.changes.taken())
    return after


@dataclass(frozen=True, slots=True)
class _Printed:
    before: Reminder
    after: Reminder
    taken: Taken
    changes: Changes


class ReminderIssuer:
    """Issues letters of one run in one transaction: all of them, or none."""

    def __init__(self, desk: Desk, run: ReminderRun, press: Press) -> None:
        self._desk = desk
        self._run = run
        self._press = press
        self._planning = Planning(desk)
        self._company = desk.store.company.get()
        self._pack = pack(self._company.country)
        ground = self._planning.ground(run.day, run.terms)
        self._papers = ReminderPapers(desk, ground)
        self._numbering = Numbering(desk, self._company)
        self._type = desk.store.kinds.type_coded(OUTGOING)

    def issue(self, some: Sequence[Reminder]) -> tuple[Reminder, ...]:
        """Reckon letters once more and issue them; who has no reason to pay any more gets none."""
        now = self._planning.again(self._run, some)
        printed: list[_Printed] = []
        moved: list[Reminder] = []
        for before in some:
            planned, debt = now[before.id]
            after = meanwhile(before, planned)
            if after.state is not LetterState.READY or debt is None:
                self._desk.store.reminders.save(((before, after),))
                self._desk.note(ISSUE, before.id, self._desk.store.changes.taken())
                moved.append(after)
                continue
            one = self._number(before, after, debt)
            printed.append(one)
            moved.append(one.after)
        self._file(printed)
        return tuple(moved)

    def _number(self, before: Reminder, after: Reminder, debt: Debt) -> _Printed:
        """Number a letter, note how its invoices stood, and print it."""
        desk = self._desk
        number = self._numbering.take(KIND, desk.today)
        stood = {one.invoice_id: one.standing for one in debt.owing}
        items = tuple(replace(one, stood=stood.get(one.invoice_id)) for one in after.items)
        issued = replace(
            after,
            state=LetterState.ISSUED,
            number=number,
            reference=self._reference(number, after, debt),
            document_id=DocumentId(new_id()),
            issued_on=desk.today,
            items=items,
        )
        taken = self._press.print(describe(self._papers.paper(issued, debt)))
        return _Printed(before, issued, taken, desk.store.changes.taken())

    def _reference(self, number: str, letter: Reminder, debt: Debt) -> str:
        """Return by which reference a letter is paid: that of its only invoice, else its own."""
        own = {one.invoice_id: one.reference for one in debt.owing}
        if len(letter.reminded) == 1 and not letter.offset:
            return own.get(letter.reminded[0].invoice_id, "")
        digits = "".join(one for one in number if one.isdecimal() and one.isascii())
        return self._pack.reference_of(f"{AHEAD}{digits}")

    def _file(self, printed: Sequence[_Printed]) -> None:
        """File the papers for good, and write what became of each letter with its own audit row."""
        desk = self._desk
        filings = [(_filing(one.after), (one.taken(),)) for one in printed]
        settled = [RecordId(one.after.document_id or 0) for one in printed]
        records = desk.store.archive.add_many(filings, desk.now, settled)
        cards = [self._card(one.after, file) for one, file in zip(printed, records, strict=True)]
        documents = Register(desk).keep(cards)
        letters = [findable(one.after) for one in printed]
        desk.store.search.put_many((*letters, *documents))
        filed = desk.store.changes.taken().noted
        for place, one in enumerate(printed):
            desk.store.reminders.save(((one.before, one.after),))
            desk.store.standings.save(_moves(one.after))
            papers = (filed[place], filed[len(printed) + place])
            one.changes.noted.extend((*papers, *desk.store.changes.taken().noted))
            desk.note(ISSUE, one.after.id, one.changes)

    def _card(self, letter: Reminder, record: Record) -> NewDocument:
        """Return the sealed document of a reminder's paper; it belongs to all its invoices."""
        card: Document = replace(
            begun(record, letter.number),
            state=DocumentState.FILED,
            type_id=self._type.id if self._type else None,
            correspondent_id=letter.contact_id,
            day=letter.issued_on,
            reference=letter.reference,
            amount=Money(letter.total_minor, letter.currency),
            is_sealed=True,
        )
        about = (Link(INVOICE, one.invoice_id) for one in letter.reminded)
        return NewDocument(card, record, (Link(KIND, letter.id), *about), letter.name)


def meanwhile(before: Reminder, now: Reminder) -> Reminder:
    """Return a letter as it is now, with what was paid since it was planned named as such."""
    kept = {one.invoice_id for one in now.items}
    gone = (one for one in before.reminded if one.invoice_id not in kept)
    named = tuple(
        replace(one, code=PAID_MEANWHILE.code, facts={}, interest_minor=0, fee_minor=0)
        for one in gone
    )
    return replace(now, items=(*now.items, *named))


def _moves(letter: Reminder) -> list[tuple[InvoiceStanding, InvoiceStanding]]:
    """Return how the invoices of a letter stood, and how they stand with it.

    What an item claims is what is not paid yet; the standing keeps what was claimed in all.
    """
    moves = []
    for one in letter.reminded:
        before = one.stood or InvoiceStanding(one.invoice_id)
        assert letter.issued_on is not None
        after = before.reminded(
            one.level,
            letter.issued_on,
            one.interest_minor + before.interest_paid_minor,
            one.fee_minor + before.fee_paid_minor,
        )
        moves.append((before, after))
    return moves


def _filing(letter: Reminder) -> Filing:
    name = letter.number.replace("/", "-").replace("\\", "-")
    return Filing(f"{name}.pdf", PDF, f"{KIND}:{letter.id}", is_sealed=True)
