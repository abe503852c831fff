"""Taking in: a file's bytes are made safe first, then a short command makes the document.

So the office is free for others while a large file is copied; and whoever is killed in between
leaves bytes that nobody refers to, which are swept, and a file that lies where it lay.
"""

from __future__ import annotations

import base64
import mimetypes
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from app.domain.archive.file_names import shown_name, written_path
from app.domain.archive.receiving import (
    Empty,
    Failure,
    Incoming,
    NotAFile,
    NotUnpacked,
    Origin,
    Outcome,
    Part,
    Received,
    Stamp,
    StillWritten,
    failure_of,
)
from app.domain.employees.employee import KIND as PERSON
from app.domain.shared.ids import IntakeFolderId, TroubleId
from app.domain.shared.lines import one_line
from app.domain.shared.refusals import OfficeError
from app.formats import mails
from app.outside import folders
from app.outside.apart import SECONDS, BrokeDown, TookTooLong, apart
from app.outside.folders import Lying
from app.services import receiving
from app.services.archive import UNKNOWN_MEDIA
from app.services.office import Office, no_progress
from app.services.permissions import mark_of
from app.storage.contents import Contents, Stored
from app.storage.exports import CannotRead
from app.storage.platform import bound_process

BATCH_FILES, BATCH_BYTES = 64, 32 << 20
"""So many files, or files of so many bytes, become safe together."""
BOUND = partial(bound_process, 1024, SECONDS)
"""A mail needs no more memory (in MiB) and time than this."""
OF_A_PERSON = f"{PERSON}:"
"""How the sources of files of people begin."""
OF_THE_FILE = (Empty, NotAFile, StillWritten, CannotRead)
"""What is wrong with one file, and no reason to keep the others waiting."""


@dataclass(frozen=True, slots=True)
class Way:
    """By which way files come in; ``source`` is what they belong to (``invoice:123``)."""

    origin: Origin = Origin.CHOSEN
    source: str = ""
    as_new: bool = False
    folder_id: IntakeFolderId | None = None


CHOSEN = Way()


class Taking:
    """Takes files into one office; ``progress(done, of)`` may raise Cancelled between files."""

    def __init__(self, office: Office, progress: Callable[[int, int], None] = no_progress) -> None:
        self._office = office
        self._progress = progress
        self.changed: frozenset[str] = frozenset()

    def files(self, paths: Iterable[Path], way: Way = CHOSEN) -> Outcome:
        """Take in files, and those in folders, that somebody named; failures become troubles.

        A trouble that a path had before is over when it is taken in; what was meant for the file
        of a person is told to who brought it, and noted nowhere.
        """
        self._require()
        lying, failures = _named(paths)
        outcome = self.lying(lying, way)
        failed = (*failures, *outcome.failures)
        if failed and not way.source.startswith(OF_A_PERSON):
            self._do(receiving.note, failed)
        done = {written_path(str(one.path)) for one in lying}
        done -= {failure.path for failure in failed}
        self._end_troubles(done)
        return Outcome(outcome.received, failed)

    def lying(self, files: Sequence[Lying], way: Way) -> Outcome:
        """Take in files as they lie; what fails is told, and not noted."""
        received: list[Received] = []
        failures: list[Failure] = []
        done = 0
        for batch in _batches(files):
            self._progress(done, len(files))
            kept, failed = self._batch(batch, way)
            received += kept
            failures += failed
            done += len(batch)
        self._progress(done, len(files))
        return Outcome(tuple(received), tuple(failures))

    def content(self, name: str, media_type: str, content: bytes, way: Way = CHOSEN) -> Outcome:
        """Take in bytes that are no file: what was pasted, or dragged out of a mail program."""
        self._require()
        if not content:
            failure = failure_of(name, Empty(file=name))
            self._do(receiving.note, (failure,))
            return Outcome((), (failure,))
        (stored,) = self._contents.put_many(((content,),))
        known = Incoming(
            shown_name(name),
            media_type or _type_of(name),
            stored.sha256,
            stored.size,
            way.origin,
            source=way.source,
            as_new=way.as_new,
        )
        arrived, failures = self._unpacked(known, name, mails.parts_of, content)
        if failures:
            self._do(receiving.note, failures)
        return Outcome(self._do(receiving.keep, (arrived,)), failures)

    def again(self, trouble_id: TroubleId) -> Outcome:
        """Take in once more what was in trouble; files of watched folders are the rounds' own."""
        found = (one for one in self._office.ask(receiving.troubles) if one.id == trouble_id)
        trouble = next(found, None)
        if trouble is None or trouble.folder_id or not trouble.path:
            return Outcome()
        return self.files((Path(trouble.path),))

    @property
    def _contents(self) -> Contents:
        return self._office.database.contents

    def _require(self) -> None:
        """Raise NotAllowed before any byte is read for somebody who may not file."""
        mark = mark_of(receiving.keep)
        self._office.who.role.require(mark.permission if mark else None, "receiving.keep")

    def _batch(
        self, batch: Sequence[Lying], way: Way
    ) -> tuple[tuple[Received, ...], tuple[Failure, ...]]:
        """Take in some files together; if one of them fails, each for itself."""
        try:
            stored = self._contents.put_many(_pieces(one) for one in batch)
        except OF_THE_FILE as error:
            if len(batch) == 1:
                return (), (failure_of(str(batch[0].path), error, way.folder_id),)
            halves = [self._batch((one,), way) for one in batch]
            kept = tuple(one for part, _failed in halves for one in part)
            return kept, tuple(one for _kept, part in halves for one in part)
        arrived: list[Incoming] = []
        failures: list[Failure] = []
        for one, safe in zip(batch, stored, strict=True):
            known, path = _incoming(one, safe, way), str(one.path)
            incoming, failed = self._unpacked(known, path, mails.parts_in, path)
            arrived.append(incoming)
            failures += failed
        return self._do(receiving.keep, tuple(arrived)), tuple(failures)

    def _unpacked(
        self, incoming: Incoming, path: str, unpack: Callable[..., object], argument: object
    ) -> tuple[Incoming, tuple[Failure, ...]]:
        """Return a mail with its attachments, these made safe; anything else as it is."""
        if not mails.is_mail(incoming.name, incoming.media_type):
            return incoming, ()
        failed = (failure_of(path, NotUnpacked(file=incoming.name)),)
        if incoming.size > mails.LARGEST:
            return incoming, failed
        try:
            told = apart(unpack, argument, bound=BOUND)
        except (BrokeDown, TookTooLong):
            return incoming, failed
        contents = [base64.b64decode(part["content"]) for part in told["parts"]]
        stored = self._contents.put_many((one,) for one in contents) if contents else ()
        parts = tuple(
            Part(part["name"], part["media_type"], safe.sha256, safe.size)
            for part, safe in zip(told["parts"], stored, strict=True)
            if safe.size
        )
        day = date.fromisoformat(told["day"]) if told["day"] else None
        return replace(incoming, title=one_line(told["subject"]), day=day, parts=parts), ()

    def _end_troubles(self, paths: set[str]) -> None:
        known = {one.path for one in self._office.ask(receiving.troubles)} & paths
        if known:
            self._do(receiving.cleared, IntakeFolderId(0), (), tuple(sorted(known)))

    def _do(self, command: Callable[..., Any], *args: Any) -> Any:
        done = self._office.do(command, *args)
        self.changed |= done.changed
        return done.result


def _named(paths: Iterable[Path]) -> tuple[list[Lying], list[Failure]]:
    """Return the files that somebody named, those in named folders too, and what is none."""
    files: list[Lying] = []
    failures: list[Failure] = []
    for path in paths:
        try:
            if path.is_dir():
                listing = folders.list_folder(path)
                files += listing.files
                failures += (failure_of(str(odd), error) for odd, error in listing.odd)
            else:
                files.append(folders.lying_at(path))
        except OSError as fault:
            cannot = CannotRead(file=path.name, reason=fault.strerror or str(fault))
            failures.append(failure_of(str(path), cannot))
        except OfficeError as error:
            failures.append(failure_of(str(path), error))
    return files, failures


def _batches(files: Sequence[Lying]) -> Iterator[tuple[Lying, ...]]:
    batch: list[Lying] = []
    size = 0
    for one in files:
        if batch and (len(batch) >= BATCH_FILES or size + one.size > BATCH_BYTES):
            yield tuple(batch)
            batch, size = [], 0
        batch.append(one)
        size += one.size
    if batch:
        yield tuple(batch)


def _pieces(lying: Lying) -> Iterator[bytes]:
    try:
        yield from folders.pieces(lying)
    except OSError as fault:
        raise CannotRead(file=lying.path.name, reason=fault.strerror or str(fault)) from fault


def _incoming(lying: Lying, stored: Stored, way: Way) -> Incoming:
    folder = way.folder_id
    return Incoming(
        shown_name(lying.path.name),
        _type_of(lying.path.name),
        stored.sha256,
        stored.size,
        way.origin,
        place=written_path(str(lying.path.parent)),
        source=way.source,
        stamp=Stamp(folder, lying.place, lying.size, lying.modified) if folder else None,
        as_new=way.as_new,
    )


def _type_of(name: str) -> str:
    return mimetypes.guess_type(name)[0] or UNKNOWN_MEDIA
