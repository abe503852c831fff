"""Taking mails in: the bytes of each are made safe first, then read apart, then kept.

What breaks its reader is kept whole and told; no mail keeps another from being read.
"""

from __future__ import annotations

import base64
import mimetypes
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from app.domain.archive.receiving import Failure, Part, failure_of
from app.domain.correspondence.arriving import NOT_READ, Arrived, Taken
from app.domain.shared.codec import parsed
from app.domain.shared.ids import MailAccountId, MailId
from app.domain.shared.lines import one_line
from app.formats.messages import MailTooLarge, messages_in, messages_of
from app.outside.apart import SECONDS, BrokeDown, TookTooLong, apart
from app.services.archive import UNKNOWN_MEDIA
from app.services.mail_keeping import keep
from app.services.office import Desk, Errand
from app.services.permissions import name_of
from app.storage.exports import CannotRead
from app.storage.platform import bound_process

BATCH_MAILS, BATCH_BYTES = 50, 8 << 20
"""So many messages, or of so many bytes, are read by one process."""
BOUND = partial(bound_process, 1024, SECONDS)
"""Reading messages needs no more memory (in MiB) and time than this."""


class MailTaking:
    """Takes messages into one office, in batches; ``account_id`` is where they came from."""

    def __init__(self, work: Errand, account_id: MailAccountId | None = None) -> None:
        self._work = work
        self._account_id = account_id

    def files(self, paths: Iterable[Path]) -> Taken:
        """Take in the messages of files; raises Cancelled between two batches."""
        wanted = tuple(paths)
        taken = Taken()
        failures: list[Failure] = []
        done, size = 0, sum(map(_size, wanted))
        for path in wanted:
            try:
                for batch in _batches(messages_in(path)):
                    self._work.progress(done, size)
                    taken = _both(taken, self.messages(batch, path.name))
                    done += sum(map(len, batch))
            except MailTooLarge as error:
                failures.append(failure_of(str(path), error))
            except OSError:
                failures.append(failure_of(str(path), CannotRead(file=path.name)))
        return replace(taken, failures=tuple(failures))

    def messages(self, contents: Sequence[bytes], name: str = "") -> Taken:
        """Take in messages; ``name`` calls those that have no subject."""
        store = self._work.office.database.contents
        safe = store.put_many((one,) for one in contents)
        told = _read(tuple(contents))
        arrived = tuple(
            self._arrived(stored.sha256, name, one) for stored, one in zip(safe, told, strict=True)
        )
        there = self._work.ask(_known, tuple(one.sha256 for one in arrived))
        kept = self._work.do(_kept, arrived, self._account_id)
        odd = tuple(mail_id for mail_id, one in zip(kept, arrived, strict=True) if one.odd)
        return Taken(kept, odd, known=tuple(one for one in kept if one in there))

    def _arrived(self, sha256: str, name: str, told: dict[str, Any]) -> Arrived:
        """Return a message as it was read, the bytes of its attachments made safe."""
        files = told.pop("parts", [])
        contents = [base64.b64decode(one["content"]) for one in files]
        store = self._work.office.database.contents
        stored = store.put_many((one,) for one in contents) if contents else ()
        parts = tuple(
            Part(one_line(one["name"]), _kind_of(one), safe.sha256, safe.size)
            for one, safe in zip(files, stored, strict=True)
            if safe.size
        )
        read: Arrived = parsed(Arrived, {"sha256": sha256, "name": name} | told)
        return replace(read, parts=parts)


def _read(contents: tuple[bytes, ...]) -> list[dict[str, Any]]:
    """Return what is read of messages; where their reader breaks, of each by itself."""
    try:
        told: list[dict[str, Any]] = apart(messages_of, contents, bound=BOUND)
    except (BrokeDown, TookTooLong):
        if len(contents) == 1:
            return [{"odd": [NOT_READ.code]}]
        return [found for one in contents for found in _read((one,))]
    return told


def _batches(messages: Iterator[bytes]) -> Iterator[list[bytes]]:
    batch: list[bytes] = []
    size = 0
    for one in messages:
        batch.append(one)
        size += len(one)
        if len(batch) == BATCH_MAILS or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _kind_of(told: dict[str, str]) -> str:
    """Return what an attachment is; where its mail does not say so, its name does."""
    kind = told["media_type"]
    guessed = mimetypes.guess_type(told["name"])[0] if kind == UNKNOWN_MEDIA else None
    return guessed or kind


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _both(one: Taken, other: Taken) -> Taken:
    """Return what came of two batches together; failures are told at the end."""
    kept, odd, known = one.kept + other.kept, one.odd + other.odd, one.known + other.known
    return Taken(kept, odd, known=known)


def _known(desk: Desk, hashes: tuple[str, ...]) -> frozenset[MailId]:
    """Return the mails that are these very messages."""
    found = map(desk.store.mails.ways.of_message, hashes)
    return frozenset(one for one in found if one is not None)


def _kept(
    desk: Desk, arrived: tuple[Arrived, ...], account_id: MailAccountId | None
) -> tuple[MailId, ...]:
    """Keep messages and let the audit know of it."""
    kept = keep(desk, arrived, account_id)
    desk.note(name_of(keep), [one.sha256 for one in arrived], desk.store.changes.taken())
    return kept
