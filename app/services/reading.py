"""Reading: the text of filed documents is made known bit by bit, while the office rests.

What is taken in wants to be read (a job, in the same transaction). Whoever has time reads some:
each page is kept once it is read, so that nothing is read twice, whatever is killed. What cannot
be read waits with its reason for somebody; the file stays filed as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple
from weakref import WeakKeyDictionary

from app.domain.archive.document import DocumentState
from app.domain.archive.texts import Reading, ReadingState
from app.domain.shared.ids import DocumentId
from app.domain.shared.jobs import JobKind, JobState
from app.services.office import Desk, Errand, Office
from app.services.permissions import Permission, command, errand, query
from app.services.readers import Reader, Task
from app.services.reading_rounds import Progress, Round
from app.services.registering import Register

MOST_TOLD = 500
"""How many documents that could not be read are told at once."""

_resting: WeakKeyDictionary[Office, Reader] = WeakKeyDictionary()
"""Readers that wait for the next time: a fresh one takes a tenth of a second to come."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A document that could not be read, and why: the code of a sentence and its facts."""

    document_id: DocumentId
    title: str
    code: str
    facts: Mapping[str, str]


class Waiting(NamedTuple):
    """How many documents wait to be read, and how many for somebody who says what to do."""

    waiting: int
    failed: int


@errand(Permission.ARCHIVE_FILE)
def read_some(work: Errand, seconds: int = 5) -> Progress:
    """Read documents that wait for about so many seconds; what was read stays."""
    work.is_housework = True
    reader = _resting.pop(work.office, None) or Reader()
    try:
        told = Round(work, reader, seconds).go()
    except BaseException:
        reader.close()
        raise
    if told.waiting:
        _resting[work.office] = reader
    else:
        reader.close()
    return told


def rest(office: Office) -> None:
    """Let the reader of an office go, which stays as long as anything waits."""
    if reader := _resting.pop(office, None):
        reader.close()


@errand(Permission.ARCHIVE_FILE)
def unlock(work: Errand, document_id: DocumentId, password: str) -> Reading:
    """Keep the password of a locked document once it was tried; raises WrongPassword, LockedFile.

    It is kept in the office and told to whoever may open the document, never to the audit.
    """
    task = work.ask(_task, document_id, password)
    reader = Reader()
    reader.watch = lambda: work.progress(0, 1)
    try:
        reader.read(task, 0, lambda: (work.ask(_content, task),))
    finally:
        reader.close()
    work.do(_keep, task)
    return work.ask(about, document_id)


@command(Permission.ARCHIVE_FILE)
def retry(desk: Desk, ids: tuple[DocumentId, ...]) -> None:
    """Read documents anew, whether they failed or were read before; raises NotFound."""
    register = Register(desk)
    files = [desk.store.archive.get(register.get(one).file_id).sha256 for one in ids]
    desk.store.jobs.add(JobKind.READ, ids, desk.now)
    desk.store.texts.forget(files)


@query(Permission.ARCHIVE_READ)
def waiting(desk: Desk) -> Waiting:
    """Return how many documents wait to be read, and how many could not be."""
    return Waiting(*desk.store.jobs.count(JobKind.READ, Register(desk).hidden))


@query(Permission.ARCHIVE_READ)
def failed(desk: Desk) -> tuple[Unread, ...]:
    """Return the documents that could not be read, the newest first, each with its reason."""
    hidden = Register(desk).hidden
    jobs = {job.key: job for job in desk.store.jobs.failed(JobKind.READ, MOST_TOLD)}
    return tuple(
        Unread(document.id, document.title, jobs[document.id].code, jobs[document.id].facts)
        for document in desk.store.documents.get_all(tuple(jobs))
        if document.type_id not in hidden and document.state is not DocumentState.DISPOSED
    )


@query(Permission.ARCHIVE_READ)
def about(desk: Desk, document_id: DocumentId) -> Reading:
    """Return how far a document is read; raises NotFound."""
    document = Register(desk).get(document_id)
    known = desk.store.texts.known(desk.store.archive.get(document.file_id).sha256)
    job = next(iter(desk.store.jobs.of(JobKind.READ, (document_id,))), None)
    state = ReadingState.READ if job is None else _STATES[job.state]
    return Reading(
        state,
        known.how,
        len(known.hows),
        known.of or 0,
        len(known.pictures),
        job.code if job else "",
        job.facts if job else {},
    )


@query(Permission.ARCHIVE_READ)
def pages(desk: Desk, document_id: DocumentId) -> tuple[str, ...]:
    """Return the text of each page of a document, as far as it is read; raises NotFound."""
    document = Register(desk).get(document_id)
    return desk.store.texts.of(desk.store.archive.get(document.file_id).sha256)


@query(Permission.ARCHIVE_READ)
def password(desk: Desk, document_id: DocumentId) -> str:
    """Return the password that was kept for a locked document, or nothing; raises NotFound."""
    document = Register(desk).get(document_id)
    return desk.store.passwords.of(desk.store.archive.get(document.file_id).sha256)


_STATES = {JobState.WAITING: ReadingState.WAITING, JobState.FAILED: ReadingState.FAILED}


def _task(desk: Desk, document_id: DocumentId, password: str) -> Task:
    document = Register(desk).get(document_id)
    return Task(document_id, desk.store.archive.get(document.file_id), password=password)


def _content(desk: Desk, task: Task) -> bytes:
    return b"".join(desk.store.archive.read(task.record.id))


def _keep(desk: Desk, task: Task) -> None:
    desk.store.passwords.keep(task.record.sha256, task.password, desk.now)
    desk.store.jobs.add(JobKind.READ, (task.document_id,), desk.now)
    for stack in desk.store.jobs.of(JobKind.SPLIT, (task.document_id,)):
        desk.store.jobs.add(JobKind.SPLIT, (stack.key,), desk.now, facts=stack.facts)
    desk.note("reading.unlock", task.document_id, desk.store.changes)
