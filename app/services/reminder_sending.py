"""Sending reminders: printed as one file, noted as sent, and the proof of what left the house."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.domain.contacts.address import Address, AddressUse, block
from app.domain.reminders.run import KIND, RUN, LetterState, Reminder, Way
from app.domain.reminders.sending import Sent
from app.domain.shared.ids import ReminderId, ReminderRunId
from app.domain.shared.lines import one_line
from app.domain.shared.refusals import NotFound
from app.services.office import Desk
from app.services.permissions import Permission, command, name_of, query
from app.storage.exports import hand_out

AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class PrintFile:
    """Letters of a run in one file, in the order of the run."""

    target: Path
    letters: int


@query(Permission.REMINDERS_READ)
def print_file(
    desk: Desk,
    run_id: ReminderRunId,
    target: Path,
    *,
    replace: bool = False,
    with_mailed: bool = True,
) -> PrintFile:
    """Write the letters of a run into one PDF, as they were filed, in the order of names.

    Without ``with_mailed`` those only that go on paper. Raises NotFound where there is none,
    AlreadyThere, CannotWrite.
    """
    found = [
        one
        for one in desk.store.reminders.letters(run_id, LetterState.ISSUED)
        if with_mailed or one.way is Way.POST
    ]
    if not found:
        raise NotFound(record=RUN, id=run_id)
    # This loads all that prints.
    from app.documents.pdf.joining import joined  # noqa: PLC0415  loads all that prints

    day = desk.store.reminders.run(run_id).day
    hand_out(joined(_papers(desk, found), f"{RUN} {day}"), target, replace=replace)
    return PrintFile(target, len(found))


@command(Permission.REMINDERS_ISSUE, audited=False)
def sent(
    desk: Desk, reminder_ids: tuple[ReminderId, ...], way: Way = Way.POST, to: str = ""
) -> tuple[Sent, ...]:
    """Say that issued reminders left the house; the SHA-256 of each paper stands in the audit.

    ``to`` is where they went, by default to the address of each. Raises NotReady, NotFound.
    """
    found = desk.store.reminders.get_all(reminder_ids)
    if len(found) != len(set(reminder_ids)):
        raise NotFound(record=KIND, id=next(iter({*reminder_ids} - {one.id for one in found})))
    sender = Sender(desk)
    return tuple(sender.note(one, way, one_line(to)) for one in found)


@query(Permission.REMINDERS_READ)
def dispatches(desk: Desk, reminder_ids: tuple[ReminderId, ...]) -> tuple[Sent, ...]:
    """Return how these reminders left, the first way first."""
    return tuple(one for one, _seq in desk.store.reminder_dispatches.of(reminder_ids))


class Sender:
    """Notes dispatches at one desk, each with its own row of the audit."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._company = desk.store.company.get()

    def note(self, letter: Reminder, way: Way, to: str = "") -> Sent:
        """Note that an issued reminder left; raises NotReady for one that is not issued."""
        letter.require(LetterState.ISSUED)
        desk = self._desk
        new = Sent(
            reminder_id=letter.id,
            way=way,
            sent_to=to or self._address(letter, way),
            sha256=hashlib.sha256(self.frozen(letter)).hexdigest(),
            at=desk.now,
            who=desk.who.name,
        )
        desk.store.reminder_dispatches.note(new)
        desk.note(name_of(sent), letter.id, desk.store.changes.taken())
        seq, _proof = desk.store.audit.newest()
        desk.store.reminder_dispatches.add(new, seq)
        return new

    def frozen(self, letter: Reminder) -> bytes:
        """Return the paper of an issued reminder as it was filed; raises NotFound."""
        if letter.document_id is None:
            raise NotFound(record=KIND, id=letter.id)
        document = self._desk.store.documents.get(letter.document_id)
        return b"".join(self._desk.store.archive.read(document.file_id))

    def _address(self, letter: Reminder, way: Way) -> str:
        if way is Way.EMAIL or letter.contact_id is None:
            return letter.email
        contact = self._desk.store.contacts.get(letter.contact_id)
        address = contact.address_for(AddressUse.BILLING) or Address()
        return ", ".join(block(address, contact.name, self._company.country))


def _papers(desk: Desk, letters: Sequence[Reminder]) -> Iterator[bytes]:
    sender = Sender(desk)
    for at, one in enumerate(letters):
        if at % AT_ONCE == 0:
            desk.progress(at, len(letters))
        yield sender.frozen(one)
