"""Enclosures from the archive: named on the letter, and frozen by the SHA-256 of their files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.domain.archive.document import Link
from app.domain.archive.record import Record
from app.domain.correspondence.letter import OUTGOING, Enclosed, Outgoing
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.refusals import NotFound
from app.services.office import Desk
from app.services.registering import SHOWN, Register

GONE = Rule("letters.enclosure-gone", "title")


class LetterEnclosures:
    """Looks after the documents that the letters of one office enclose."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._register = Register(desk)

    def named(self, letter: Outgoing) -> Outgoing:
        """Return a letter whose enclosures tell their titles, as far as the asker may see them."""
        told = (self._seen(one) for one in letter.attachments)
        return replace(letter, attachments=tuple(one for one in told if one is not None))

    def problems(self, letter: Outgoing) -> Iterator[Problem]:
        """Yield a problem for an enclosure that is not in the archive any more."""
        for one in letter.attachments:
            if self._seen(one) is None:
                yield GONE.at("attachments", title=one.title)

    def frozen(self, letter: Outgoing) -> tuple[Enclosed, ...]:
        """Return the enclosures of a letter with their titles and the SHA-256 of their files."""
        return tuple(
            replace(one, sha256=self._file(one).sha256) for one in self.named(letter).attachments
        )

    def link(self, letter: Outgoing) -> None:
        """Let the documents that an issued letter encloses know it."""
        for one in letter.attachments:
            self._desk.store.document_links.add(one.document_id, Link(OUTGOING, letter.id))

    def contents(self, letter: Outgoing) -> Iterator[tuple[str, str, bytes]]:
        """Yield title, media type and bytes of each enclosure, as it was when it was issued."""
        for one, file in self.files(letter):
            yield one.title, file.media_type, b"".join(self._desk.store.archive.read(file.id))

    def files(self, letter: Outgoing) -> Iterator[tuple[Enclosed, Record]]:
        """Yield each enclosure with its file, as it was when it was issued."""
        for one in self.named(letter).attachments:
            yield one, self._file(one)

    def _seen(self, one: Enclosed) -> Enclosed | None:
        """Return an enclosure with its title, or none for what is gone or hidden."""
        try:
            document = self._register.get(one.document_id)
        except NotFound:
            return None
        if one.sha256:
            return one
        return replace(one, title=document.title) if document.state in SHOWN else None

    def _file(self, one: Enclosed) -> Record:
        """Return the file of an enclosure: the newest one, or that which was issued with it."""
        store = self._desk.store
        newest = store.archive.get(store.documents.get(one.document_id).file_id)
        if not one.sha256 or newest.sha256 == one.sha256:
            return newest
        files = (
            store.archive.get(version.file_id)
            for version in store.documents.versions(one.document_id)
        )
        return next((file for file in files if file.sha256 == one.sha256), newest)
