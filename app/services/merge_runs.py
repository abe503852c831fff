"""Mailings: prepared, looked at letter by letter, issued in the order of names, printed as one.

Nothing of a run is a letter before it is issued: a run that is discarded leaves no draft and takes
no number. Letters are issued some at a time, and those are kept whatever becomes of the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path

from app.domain.contacts.contact import Contact
from app.domain.correspondence.letter import Channel, Outgoing
from app.domain.correspondence.merging import (
    KIND,
    NOBODY_ON_IT,
    ItemState,
    MergeItem,
    MergeRun,
    NobodyFits,
    RunForm,
    RunRow,
    RunState,
    check_pair,
    discarded,
    ended,
    require_prepared,
)
from app.domain.correspondence.template import Template
from app.domain.shared.ids import (
    ContactId,
    MailingListId,
    MergeItemId,
    MergeRunId,
    TemplateId,
    new_id,
)
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import NotFound
from app.services.issuing import require_right
from app.services.letter_documents import LetterDocuments
from app.services.letter_issuing import BATCH, LetterRun
from app.services.mailing_lists import Mailings
from app.services.merge_letters import MergeLetters
from app.services.merge_mails import ByMail, RunMails
from app.services.office import Cancelled, Desk, Errand
from app.services.permissions import Permission, command, errand, query
from app.services.presses import WORTH, OwnPress, Press, Presses
from app.services.templates import form_of
from app.storage.exports import hand_out

ISSUE = "merge_runs.issue"
AT_ONCE = 200
"""How many contacts or letters are read together."""


@dataclass(frozen=True, slots=True)
class RunOutcome:
    """What issuing brought: letters issued and skipped by it; stopped when some still wait.

    ``mailed`` of those issued are in the outbox.
    """

    run: MergeRun
    issued: int
    skipped: int
    is_stopped: bool = False
    mailed: int = 0


@dataclass(frozen=True, slots=True)
class PrintFile:
    """All letters of a run in one file, in the order of the run."""

    target: Path
    letters: int


@query(Permission.LETTERS_READ)
def runs(desk: Desk) -> tuple[RunRow, ...]:
    """Return every mailing that was not discarded, the newest first."""
    return desk.store.merge_runs.all()


@query(Permission.LETTERS_READ)
def get(desk: Desk, run_id: MergeRunId) -> RunRow:
    """Return a mailing with its counts; raises NotFound."""
    return desk.store.merge_runs.row(run_id)


@query(Permission.LETTERS_READ)
def items(desk: Desk, run_id: MergeRunId) -> tuple[MergeItem, ...]:
    """Return every receiver of a mailing, in the order of names."""
    return desk.store.merge_runs.items(run_id)


@query(Permission.LETTERS_READ)
def check(desk: Desk, list_id: MailingListId, template_id: TemplateId) -> tuple[Problem, ...]:
    """Return what stands in the way of writing to a list by a template; raises NotFound."""
    form = desk.store.mailing_lists.get(list_id).form
    problems = check_pair(desk.store.templates.get(template_id), form.wanted)
    if not Mailings(desk).receivers(form):
        return (*problems, NOBODY_ON_IT.at("list_id"))
    return problems


@query(Permission.LETTERS_READ)
def preview(desk: Desk, run_id: MergeRunId, position: int) -> bytes:
    """Return the letter at a place of a mailing: as it was filed, or as it would be today."""
    run = desk.store.merge_runs.get(run_id)
    item = desk.store.merge_runs.item(run_id, position)
    if item.letter_id is not None:
        return LetterDocuments(desk).frozen(desk.store.letters_out.get(item.letter_id))
    return MergeLetters(desk, run).preview(desk.store.contacts.get(item.contact_id))


@command(Permission.LETTERS_DRAFT)
def prepare(  # noqa: PLR0913, PLR0917  they are what a mailing is
    desk: Desk,
    list_id: MailingListId,
    template_id: TemplateId,
    dated_on: date | None = None,
    channel: Channel | None = None,
    otherwise: Channel | None = None,
) -> MergeRun:
    """Prepare a letter to each who is on a list today; who cannot get one is skipped, and why.

    What the template says now is what will be issued. By e-mail, who has no address for it gets
    the letter ``otherwise``, or is skipped. Raises Invalid, NotFound.
    """
    require_right(check(desk, list_id, template_id))
    kept, template = desk.store.mailing_lists.get(list_id), desk.store.templates.get(template_id)
    run_id = MergeRunId(new_id())
    run = MergeRun(
        id=run_id,
        version=1,
        state=RunState.PREPARED,
        name=f"{kept.form.name} · {template.name}",
        list_id=list_id,
        template_id=template_id,
        form=_run_form(template, channel, otherwise),
        first_id=run_id,
        made_by=desk.who.name,
        made_at=desk.now,
        dated_on=dated_on,
    )
    desk.store.merge_runs.add(run, tuple(_items(desk, run, Mailings(desk).receivers(kept.form))))
    return run


@command(Permission.LETTERS_DRAFT)
def again(desk: Desk, run_id: MergeRunId) -> MergeRun:
    """Prepare letters to those only who were skipped and can get one now; raises NobodyFits."""
    before = desk.store.merge_runs.get(run_id)
    run = replace(
        before,
        id=MergeRunId(new_id()),
        version=1,
        state=RunState.PREPARED,
        made_by=desk.who.name,
        made_at=desk.now,
        dated_on=None,
    )
    left = desk.store.merge_runs.skipped(before.first_id)
    fit = [one for one in _items(desk, run, left) if one.state is ItemState.READY]
    if not fit:
        raise NobodyFits(name=before.name)
    placed = tuple(replace(one, position=at) for at, one in enumerate(fit))
    desk.store.merge_runs.add(run, placed)
    return run


@command(Permission.LETTERS_DRAFT)
def discard(desk: Desk, run_id: MergeRunId) -> MergeRun:
    """Throw a mailing away before any letter of it is issued; raises Begun."""
    row = desk.store.merge_runs.row(run_id)
    after = discarded(row.run, row.issued)
    desk.store.merge_runs.save(row.run, after)
    desk.store.merge_runs.forget_items(run_id)
    return after


@errand(Permission.LETTERS_ISSUE)
def issue(work: Errand, run_id: MergeRunId, by_mail: ByMail | None = None) -> RunOutcome:
    """Issue the letters of a mailing in the order of names, each with its own number and paper.

    Those that go by e-mail are put into the outbox as they are issued. Who cannot get one any more
    is skipped and takes no number. What was issued is kept when it is stopped or breaks off, and
    the next time goes on from there. Raises OwnApproval, or Invalid without a mail account.
    """
    row = work.ask(get, run_id)
    require_prepared(row.run)
    work.ask(_require_approver, row.run)
    with Presses() if row.ready >= WORTH else OwnPress() as press:
        way = work.ask(lambda desk: RunMails(desk).way(row.run, by_mail))
        return _issue_all(work, row, press, way)


def _issue_all(work: Errand, row: RunRow, press: Press, way: ByMail | None) -> RunOutcome:
    issued = skipped = mailed = 0
    while True:
        try:
            work.progress(issued + skipped, row.ready)
        except Cancelled:
            left = work.ask(get, row.id).run
            return RunOutcome(left, issued, skipped, is_stopped=True, mailed=mailed)
        moved, posted = work.do(_issue_some, row.id, press, way)
        issued += sum(one.state is ItemState.ISSUED for one in moved)
        skipped += sum(one.state is ItemState.SKIPPED for one in moved)
        mailed += posted
        if len(moved) < BATCH:
            return RunOutcome(work.do(_end, row.id), issued, skipped, mailed=mailed)


@query(Permission.LETTERS_READ)
def print_file(
    desk: Desk,
    run_id: MergeRunId,
    target: Path,
    *,
    replace: bool = False,
    with_mailed: bool = True,
) -> PrintFile:
    """Write all letters of a mailing into one PDF, as they were filed, in the order of names.

    Without ``with_mailed`` those only that go on paper. Raises NotFound where there is none,
    AlreadyThere, CannotWrite.
    """
    letters: Sequence[int] = desk.store.letters_out.ways.of_run(run_id)
    if not with_mailed:
        letters = _on_paper(desk, run_id)
    if not letters:
        raise NotFound(record=KIND, id=run_id)
    from app.documents.pdf.joining import joined  # noqa: PLC0415  loads all that prints

    name = desk.store.merge_runs.get(run_id).name
    hand_out(joined(_papers(desk, letters), name), target, replace=replace)
    return PrintFile(target, len(letters))


def _on_paper(desk: Desk, run_id: MergeRunId) -> tuple[int, ...]:
    """Return the letters of a mailing that do not go by e-mail, in the order of names."""
    usual = desk.store.merge_runs.get(run_id).form.channel
    found = desk.store.merge_runs.items(run_id, ItemState.ISSUED)
    kept = (one for one in found if one.way(usual) is not Channel.EMAIL)
    return tuple(sorted(one.letter_id for one in kept if one.letter_id is not None))


def _run_form(template: Template, channel: Channel | None, otherwise: Channel | None) -> RunForm:
    """Return what a template says as a run keeps it."""
    form = form_of(template)
    said = {one.name: getattr(form, one.name) for one in fields(form)}
    return RunForm(**said | {"channel": channel or form.channel}, otherwise=otherwise)


def _papers(desk: Desk, letters: Sequence[int]) -> Iterator[bytes]:
    documents = LetterDocuments(desk)
    for at in range(0, len(letters), AT_ONCE):
        desk.progress(at, len(letters))
        for one in desk.store.letters_out.get_all(letters[at : at + AT_ONCE]):
            yield documents.frozen(one)


def _items(desk: Desk, run: MergeRun, receivers: Sequence[ContactId]) -> Iterator[MergeItem]:
    letters = MergeLetters(desk, run)
    position = 0
    for at in range(0, len(receivers), AT_ONCE):
        desk.progress(at, len(receivers))
        for contact in desk.store.contacts.get_all(receivers[at : at + AT_ONCE]):
            letter = letters.letter(contact)
            item = MergeItem(MergeItemId(new_id()), run.id, position, contact.id, contact.name)
            item = replace(item, language=letter.language)
            item = item.going(letter.channel, run.form.channel)
            why = letters.why_not(contact, letter)
            yield item.skipped(why) if why else item
            position += 1


def _require_approver(desk: Desk, run: MergeRun) -> None:
    """Raise OwnApproval before anything is issued."""
    letters = MergeLetters(desk, run)
    letters.approved(letters.letter(Contact(ContactId(0), 1, "")))


def _issue_some(
    desk: Desk, run_id: MergeRunId, press: Press, way: ByMail | None
) -> tuple[tuple[MergeItem, ...], int]:
    """Issue the next letters of a run and return what became of them, and how many are mailed.

    None are left where somebody else, who issues the same run, came to its end meanwhile.
    """
    run = desk.store.merge_runs.get(run_id)
    if run.state is RunState.ISSUED:
        return (), 0
    require_prepared(run)
    some = desk.store.merge_runs.items(run_id, ItemState.READY, BATCH)
    issuing = _Issuing(desk, run, press)
    contacts = desk.store.contacts.get_all([one.contact_id for one in some])
    moved = tuple(issuing.issue(*one) for one in zip(some, contacts, strict=True))
    issuing.file()
    desk.store.merge_runs.move(moved)
    return moved, RunMails(desk).post(issuing.issued, way)


def _end(desk: Desk, run_id: MergeRunId) -> MergeRun:
    before = desk.store.merge_runs.get(run_id)
    if before.state is RunState.ISSUED:
        return before
    after = ended(before)
    desk.store.merge_runs.save(before, after)
    desk.note(ISSUE, run_id, desk.store.changes.taken())
    return after


class _Issuing:
    """Issues letters of one run in one transaction."""

    def __init__(self, desk: Desk, run: MergeRun, press: Press) -> None:
        self.issued: list[Outgoing] = []
        self._usual = run.form.channel
        self._run = LetterRun(desk, ISSUE, press)
        self._letters = MergeLetters(desk, run, self._run.issuer)
        self.file = self._run.file

    def issue(self, item: MergeItem, contact: Contact) -> MergeItem:
        """Issue one letter, or skip its receiver with the reason."""
        if why := self._letters.why_not(contact, self._letters.letter(contact)):
            return item.skipped(why)
        issued = self._run.issue(self._letters.keep(contact))
        self.issued.append(issued)
        going = item.going(issued.channel, self._usual)
        return going.issued(issued.id, issued.number)
