"""A round of reading: takes documents whose turn it is, reads for a while, keeps what was read."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from weakref import WeakKeyDictionary

from app.domain.archive.texts import How, Known, Piece
from app.domain.shared.jobs import FRESH, MOST_ATTEMPTS, SLOW
from app.domain.shared.refusals import NotFound, Refusal
from app.formats.reading import refusals
from app.outside import tesseract
from app.outside.tesseract import CannotReadPicture, Tesseract
from app.services.office import Cancelled, Desk, Errand, Office
from app.services.permissions import Permission, query
from app.services.readers import Found, Reader, Task
from app.services.reading_queue import BATCH, End, Outcome, Queue
from app.storage.platform import make_modest
from app.storage.texts import TextStore
from app.storage.turns import turns

KEPT_EVERY = 1.0
"""After how many seconds what was read is committed."""

MOST_IN_VAIN = 3
"""After so many pages that cannot be read the other pictures of a document are not tried."""

_known: WeakKeyDictionary[Office, Tesseract] = WeakKeyDictionary()
"""With which program each office was looked through for pictures: that takes long, and once."""

_OWN_LANGUAGE = {"FI": "fin", "TH": "tha", "SE": "swe", "DE": "deu"}


@dataclass(frozen=True, slots=True)
class Progress:
    """What a round read: documents that are done, pages; and what waits or could not be read.

    ``page`` of ``of`` is how far a document of pictures is that the round did not end.
    """

    documents: int
    pages: int
    waiting: int
    failed: int
    page: int = 0
    of: int = 0


class Round:
    """Reads what waits, for about so many seconds; used once."""

    def __init__(self, work: Errand, reader: Reader, seconds: float) -> None:
        self._work = work
        self._reader = reader
        reader.watch = self._watch
        self._until = time.monotonic() + seconds
        self._contents = work.office.database.contents
        self._texts = TextStore(self._contents)
        self._kept = _Kept(self._texts, work)
        self._program = tesseract.find(work.ask(languages_of_office))
        self._documents = self._wait_for = 0
        self._place = (0, 0)

    def go(self) -> Progress:
        """Read until the time is over or nothing waits any more; raises Cancelled."""
        self._want_pictures()
        self._wait_for = self._work.ask(lambda desk: Queue(desk).count()).waiting
        while self._read_next() and not self._is_over():
            pass
        waiting, failed = self._work.ask(lambda desk: Queue(desk).count())
        return Progress(self._documents, self._kept.pages, waiting, failed, *self._place)

    def _want_pictures(self) -> None:
        """Let pictures be read that nothing could read before, once for each program that came."""
        office, program = self._work.office, self._program
        if program is None or _known.get(office) == program:
            return
        if self._texts.has_pictures():
            self._work.do(lambda desk: Queue(desk).want_pictures())
        _known[office] = program

    def _read_next(self) -> bool:
        """Read the documents whose turn it is; says whether there were any that nobody is at."""
        keys = self._work.ask(lambda desk: Queue(desk).next())
        with turns(self._work.office.database, keys, BATCH) as ours:
            if ours:
                self._read_all(self._work.do(lambda desk: Queue(desk).begin(ours)))
        return bool(ours)

    def _is_over(self) -> bool:
        return time.monotonic() > self._until

    def _read_all(self, tasks: Iterable[Task]) -> None:
        """Read documents one after the other, and note together what became of them."""
        outcomes = [Outcome(task, priority=task.priority) for task in tasks]
        try:
            for number, outcome in enumerate(outcomes):
                if number and self._is_over():
                    break
                self._read(outcome)
        finally:
            self._kept.commit()
            self._work.do(lambda desk: Queue(desk).end(outcomes))
        self._documents += sum(one.end is End.DONE for one in outcomes)

    def _read(self, outcome: Outcome) -> None:
        outcome.end = End.LATER
        try:
            self._forget(outcome.task)
            known = self._read_layer(outcome.task)
            outcome.is_read = known.is_whole
            outcome.end = self._go_on(outcome, known)
        except Cancelled:
            outcome.end = End.PART
            raise
        except (Refusal, NotFound) as refused:
            outcome.end = End.FAILED
            outcome.code = refused.code
            outcome.facts = refused.plain_facts

    def _forget(self, task: Task) -> None:
        """Forget what was read of a file that somebody wants to be read anew."""
        if task.is_anew:
            self._texts.forget((task.record.sha256,))
            self._work.do(lambda desk: Queue(desk).forgotten(task))

    def _read_layer(self, task: Task) -> Known:
        """Read the pages of a file that nobody looked at yet, as far as the time goes."""
        self._kept.commit_if(task)
        known = self._texts.known(task.record.sha256)
        is_begun = False
        while not known.is_whole and not (is_begun and self._is_over()):
            self._watch()
            found = self._reader.read(task, known.next, partial(self._content, task))
            self._kept.add(task, found)
            known = known.read(found.of, found.pieces)
            is_begun = True
        return known

    def _go_on(self, outcome: Outcome, known: Known) -> End:
        """End a document that is read; its pictures come when all else was read."""
        if not known.is_whole:
            return End.PART
        if self._program is None or not known.pictures:
            return End.DONE
        if outcome.priority == FRESH:
            outcome.priority = SLOW
            return End.PART
        self._kept.commit()
        return self._read_pictures(outcome.task, known, self._program)

    def _read_pictures(self, task: Task, known: Known, program: Tesseract) -> End:
        """Let pages that are pictures be read, each kept at once; those in vain are marked."""
        layer = self._texts.of(task.record.sha256)
        in_vain = sum(how is How.FAILED for how in known.hows.values())
        for number in known.pictures:
            how, text = How.FAILED, layer[number]
            if in_vain < MOST_IN_VAIN:
                try:
                    how, text = How.SCAN, self._seen(task, number, program) or text
                except CannotReadPicture:
                    if task.attempts < MOST_ATTEMPTS:
                        return End.LATER
                    in_vain += 1
                except (refusals.TookTooLong, refusals.BrokeDown):
                    in_vain += 1
            self._kept.add(task, Found(len(layer), (Piece(number, how, (text,)),)))
            self._kept.commit()
            if self._is_over() and number != known.pictures[-1]:
                self._place = (number + 1, len(layer))
                return End.PART
        return End.DONE

    def _seen(self, task: Task, page: int, program: Tesseract) -> str:
        picture = self._reader.picture(task, page, partial(self._content, task))
        return program.read(picture, self._watch, make_modest)

    def _watch(self) -> None:
        self._work.progress(self._documents, self._wait_for)

    def _content(self, task: Task) -> Iterator[bytes]:
        return self._contents.get(task.record.sha256)


class _Kept:
    """What was read and is not committed yet: at most a second of it."""

    def __init__(self, texts: TextStore, work: Errand) -> None:
        self._texts = texts
        self._work = work
        self._found: dict[str, Found] = {}
        self._since = time.monotonic()
        self.pages = 0

    def add(self, task: Task, found: Found) -> None:
        """Take what a reader told."""
        sha256 = task.record.sha256
        before = self._found.get(sha256, Found(found.of, ()))
        self._found[sha256] = Found(found.of, before.pieces + found.pieces)
        self.pages += found.pages
        if time.monotonic() - self._since > KEPT_EVERY:
            self.commit()

    def commit_if(self, task: Task) -> None:
        """Keep what was read if it is of the same file as this document's."""
        if task.record.sha256 in self._found:
            self.commit()

    def commit(self) -> None:
        """Keep what was read for good."""
        self._since = time.monotonic()
        if self._found:
            found = {sha256: (one.of, one.pieces) for sha256, one in self._found.items()}
            self._texts.put_many(found, self._work.now)
            self._found.clear()


@query(Permission.ARCHIVE_READ)
def languages_of_office(desk: Desk) -> tuple[str, ...]:
    """Return the languages in which most of an office's papers are, as Tesseract calls them."""
    own = _OWN_LANGUAGE.get(desk.store.company.get().country, "eng")
    return (own, "eng")
