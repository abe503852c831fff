"""Stacks: what a scanner put into one file becomes the documents that it holds, by itself.

That a file is to be split is a job, written in the transaction that takes it in. The pages are
looked at, and the new files made, while nobody waits; the documents come in one short step, or not
at all. The stack itself stays whole in the file, and its parts lead to it.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.archive.document import Document, DocumentState
from app.domain.archive.pages import Leaf, SplitAt, split_at
from app.domain.shared.ids import DocumentId
from app.domain.shared.jobs import MOST_ATTEMPTS, Job, JobKind
from app.domain.shared.problems import plain_facts
from app.domain.shared.refusals import NotFound, Refusal
from app.formats.reading.refusals import BrokeDown
from app.services.filing_rules import RuleBook
from app.services.office import Cancelled, Desk, Errand
from app.services.paging import Pages
from app.services.permissions import Permission, command, errand, query
from app.services.registering import Register
from app.services.serials import Serials
from app.storage.turns import turns

AT, FIRST_LOOK = "at", 20
"""The fact of a job that says at what its stack is split; how many are looked at for a turn."""
MOST_TOLD = 500


@dataclass(frozen=True, slots=True)
class Splitting:
    """What a round split: stacks that are done; and what waits or could not be split."""

    done: int
    waiting: int
    failed: int


@dataclass(frozen=True, slots=True)
class Unsplit:
    """A stack that could not be split, and why: the code of a sentence and its facts."""

    document_id: DocumentId
    title: str
    code: str
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Cut:
    """A stack with the files that its parts become, and the numbers on their labels."""

    stack: Document
    made: tuple[bytes, ...] = ()
    serials: tuple[int | None, ...] = ()


class Stacks:
    """Stacks that wait to be split, as one desk sees them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._jobs = desk.store.jobs

    def want(self, document_id: DocumentId, where: frozenset[SplitAt]) -> None:
        """Let a document be split later, in the transaction that takes it in."""
        at = ",".join(sorted(one.value for one in where))
        self._jobs.add(JobKind.SPLIT, (document_id,), self._desk.now, facts={AT: at})

    def next(self) -> tuple[int, ...]:
        """Return the stacks whose turn it is."""
        found = self._jobs.next(JobKind.SPLIT, self._desk.now, FIRST_LOOK)
        return tuple(job.key for job in found)

    def begin(self, key: int) -> Job | None:
        """Begin a stack; one that broke the worker down too often waits for somebody."""
        for job in self._jobs.begin(JobKind.SPLIT, (key,)):
            if job.attempts <= MOST_ATTEMPTS:
                return job
            self.fail(job, BrokeDown.code, {})
        return None

    def fail(self, job: Job, code: str, facts: Mapping[str, object]) -> None:
        """Note why a stack cannot be split; it stays in the inbox, whole."""
        told = plain_facts(facts)
        self._jobs.fail(JobKind.SPLIT, job.key, code, told | {AT: job.facts.get(AT, "")})

    def cut(self, job: Job) -> Cut | None:
        """Return what a stack becomes; none where it does not wait in the inbox any more."""
        document = self._desk.store.documents.get(DocumentId(job.key))
        if document.state is not DocumentState.INBOX or document.locked_by:
            return None
        pages = Pages(self._desk)
        marks = pages.marks(document)
        parts = split_at(marks, _where(job))
        has_labels = SplitAt.SERIALS in _where(job)
        serials = tuple(marks[part[0] - 1].serial if has_labels else None for part in parts)
        is_one = len(parts) < 2
        if not parts or len(parts[0]) == len(marks) or (is_one and pages.sheaf(document).is_signed):
            return Cut(document, (), serials)
        leaves = [tuple(Leaf(page) for page in part) for part in parts]
        return Cut(document, pages.made((document,), leaves), serials)

    def keep(self, job: Job, cut: Cut | None) -> None:
        """Keep the documents of a stack, and file the stack; nothing if somebody was at it."""
        self._jobs.done(JobKind.SPLIT, (job.key,))
        if cut is None:
            return
        now = self._desk.store.documents.get(cut.stack.id)
        if now.version != cut.stack.version:
            return
        if len(cut.made) > 1:
            self._part(now, cut)
        elif cut.made or any(cut.serials):
            self._tidy(now, cut)
        self._desk.note("stacks.split_some", now.id, self._desk.store.changes.taken())

    def _part(self, stack: Document, cut: Cut) -> None:
        parts = Pages(self._desk).keep_parts(stack, cut.made, cut.serials)
        Register(self._desk).save(stack, stack.filed())
        self._jobs.done(JobKind.READ, (stack.id,))
        RuleBook(self._desk).sort(one.id for one in parts)

    def _tidy(self, document: Document, cut: Cut) -> None:
        """Leave out what only divides, and number the one document that there is."""
        if cut.made:
            document = Pages(self._desk).renewed(document, cut.made[0])
        register, serial = Register(self._desk), next(iter(cut.serials), None)
        if serial is not None and not register.serial_problems(serial, document.id):
            register.save(document, Serials(self._desk).given(document, serial))


@errand(Permission.ARCHIVE_FILE)
def split_some(work: Errand, seconds: int = 5) -> Splitting:
    """Split stacks that wait for about so many seconds; each is split whole or not at all."""
    work.is_housework = True
    until, done = time.monotonic() + seconds, 0
    while _split_next(work):
        done += 1
        if time.monotonic() > until:
            break
    waiting, failed = work.ask(lambda desk: desk.store.jobs.count(JobKind.SPLIT))
    return Splitting(done, waiting, failed)


@query(Permission.ARCHIVE_READ)
def failed(desk: Desk, ids: tuple[DocumentId, ...] = ()) -> tuple[Unsplit, ...]:
    """Return the stacks that could not be split, each with its reason; with no ids all of them."""
    hidden = Register(desk).hidden
    jobs = {job.key: job for job in desk.store.jobs.failed(JobKind.SPLIT, MOST_TOLD)}
    wanted = [key for key in jobs if not ids or key in ids]
    return tuple(
        Unsplit(one.id, one.title, jobs[one.id].code, jobs[one.id].facts)
        for one in desk.store.documents.get_all(wanted)
        if one.type_id not in hidden and one.state is DocumentState.INBOX
    )


@command(Permission.ARCHIVE_FILE)
def retry(desk: Desk, document_id: DocumentId) -> None:
    """Try once more to split a stack that failed; raises NotFound."""
    Register(desk).get(document_id)
    for job in desk.store.jobs.of(JobKind.SPLIT, (document_id,)):
        Stacks(desk).want(document_id, _where(job))


@command(Permission.ARCHIVE_FILE)
def leave(desk: Desk, document_id: DocumentId) -> None:
    """Say that a document is not to be split by itself; raises NotFound."""
    Register(desk).get(document_id)
    desk.store.jobs.done(JobKind.SPLIT, (document_id,))


def _split_next(work: Errand) -> bool:
    """Split the stack whose turn it is; says whether there was one that nobody is at."""
    keys = work.ask(lambda desk: Stacks(desk).next())
    with turns(work.office.database, keys, 1) as ours:
        for key in ours:
            job = work.do(lambda desk, key=key: Stacks(desk).begin(key))  # type: ignore[misc]  # bound
            if job is not None:
                _split(work, job)
    return bool(ours)


def _split(work: Errand, job: Job) -> None:
    try:
        cut = work.ask(lambda desk: Stacks(desk).cut(job))
        work.do(lambda desk: Stacks(desk).keep(job, cut))
    except Cancelled:
        raise
    except (Refusal, NotFound) as refused:
        code, facts = refused.code, refused.facts
        work.do(lambda desk: Stacks(desk).fail(job, code, facts))


def _where(job: Job) -> frozenset[SplitAt]:
    return frozenset(SplitAt(one) for one in job.facts.get(AT, "").split(",") if one)
