"""The queue of reading: which documents are begun, and what became of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from app.domain.archive.document import Document, DocumentState
from app.domain.shared.ids import DocumentId
from app.domain.shared.jobs import ANEW, FRESH, MOST_ATTEMPTS, SLOW, Job, JobKind
from app.domain.shared.refusals import NotFound
from app.formats.reading.refusals import BrokeDown
from app.services.filing_rules import RuleBook
from app.services.indexing import Indexer
from app.services.learning import Learner
from app.services.office import Desk
from app.services.readers import Task
from app.storage.jobs import Counts
from app.storage.texts import showing

LOOKED_AT = 100
BATCH = 20
"""How many small documents are begun and ended together."""


class End(Enum):
    """How a document came out of a round."""

    DONE = "done"
    PART = "part"
    LATER = "later"
    FAILED = "failed"


@dataclass(slots=True)
class Outcome:
    """What became of one document; ``code`` and ``facts`` say why it failed."""

    task: Task
    end: End = End.PART
    priority: int = FRESH
    is_read: bool = False
    code: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)


class Queue:
    """Documents that wait to be read, as one desk sees them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._jobs = desk.store.jobs

    def next(self) -> tuple[int, ...]:
        """Return the documents whose turn it is.

        Many fresh ones are begun together; what is slow, or broke down before, is begun alone, so
        that it takes nothing with it.
        """
        found = self._jobs.next(JobKind.READ, self._desk.now, LOOKED_AT)
        alike = [job.key for job in found if job.priority == FRESH and not job.attempts]
        if found and found[0].key not in alike:
            return (found[0].key,)
        return tuple(alike)

    def begin(self, keys: Sequence[int]) -> tuple[Task, ...]:
        """Begin documents; one that broke the reader down too often waits for somebody."""
        tasks = []
        for job in self._jobs.begin(JobKind.READ, keys):
            if job.attempts > MOST_ATTEMPTS:
                self._jobs.fail(JobKind.READ, job.key, BrokeDown.code, {})
            elif (document := self._document(job.key)) is not None:
                tasks.append(self._task(job, document))
        return tuple(tasks)

    def end(self, outcomes: Iterable[Outcome]) -> None:
        """Note what became of documents, and make findable what was read."""
        ends = list(outcomes)
        for one in ends:
            self._note(one)
        done = [one.task.document_id for one in ends if one.end is End.DONE]
        self._jobs.done(JobKind.READ, done)
        fresh = [one.task.document_id for one in ends if one.is_read]
        documents = self._desk.store.documents.get_all(fresh)
        Indexer(self._desk).put_many(documents)
        for document in documents:
            Learner(self._desk).read_anew(document)
        RuleBook(self._desk).sort(one.id for one in documents)
        self._desk.store.likeness.look_again([one.id for one in documents])
        if fresh:
            self._desk.store.wrote("content_text")

    def forgotten(self, task: Task) -> None:
        """Note that what was read of a document before is forgotten, as was wanted."""
        self._jobs.add(JobKind.READ, (task.document_id,), self._desk.now, task.priority)

    def count(self) -> Counts:
        """Return how many documents wait, and how many could not be read."""
        return self._jobs.count(JobKind.READ)

    def want_pictures(self) -> None:
        """Let documents be read again whose pages are pictures: now there is what reads them."""
        store = self._desk.store
        files = store.texts.with_pictures()
        ids = showing(store.connection, files)
        known = {job.key for job in self._jobs.of(JobKind.READ, ids)}
        fresh = [one for one in ids if one not in known]
        self._jobs.add(JobKind.READ, fresh, self._desk.now, SLOW)

    def _note(self, one: Outcome) -> None:
        key = one.task.document_id
        match one.end:
            case End.PART:
                self._jobs.came_forward(JobKind.READ, key, one.priority)
            case End.LATER:
                pause = self._desk.now + one.task.pause
                self._jobs.postpone(JobKind.READ, key, pause)
            case End.FAILED:
                self._jobs.fail(JobKind.READ, key, one.code, one.facts)
            case End.DONE:
                pass

    def _document(self, key: int) -> Document | None:
        """Return a document that is to be read; of one gone or sealed the job is forgotten."""
        try:
            document = self._desk.store.documents.get(DocumentId(key))
        except NotFound:
            document = None
        is_gone = document is None or document.state is DocumentState.DISPOSED
        if document is None or is_gone or self._desk.store.archive.sealed.of(document.file_id):
            self._jobs.done(JobKind.READ, (key,))
            return None
        return document

    def _task(self, job: Job, document: Document) -> Task:
        record = self._desk.store.archive.get(document.file_id)
        return Task(
            document_id=document.id,
            record=record,
            priority=job.priority,
            attempts=job.attempts,
            pause=job.pause(),
            password=self._desk.store.passwords.of(record.sha256),
            is_anew=job.facts == ANEW,
        )
