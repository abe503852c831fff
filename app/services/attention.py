"""Attention: what of the archive waits for somebody, and what is to be known of one document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from app.domain.archive.likeness import Alike
from app.domain.archive.receiving import Trouble
from app.domain.archive.texts import Reading, ReadingState
from app.domain.shared.ids import DocumentId
from app.outside import tesseract
from app.services import likeness, reading, receiving, stacks
from app.services.office import Desk
from app.services.permissions import Permission, query
from app.services.reading_rounds import languages_of_office
from app.services.stacks import Unsplit


class Matter(Enum):
    """With what something waits: it did not come in, was not read, or was not split."""

    TAKING_IN = "taking-in"
    READING = "reading"
    SPLITTING = "splitting"


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits for somebody: the code of a sentence and its facts say why.

    ``id`` is that of a document, or of a trouble where nothing came in; ``path`` is where it lies.
    """

    id: int
    matter: Matter
    name: str
    code: str
    facts: Mapping[str, str]
    seen: datetime | None = None
    path: str = ""
    is_of_folder: bool = False
    is_ignored: bool = False


@dataclass(frozen=True, slots=True)
class PictureReader:
    """The program that reads pictures: whether it is here, and which languages it lacks."""

    is_here: bool
    lacks: tuple[str, ...] = ()
    has_pictures: bool = False

    @property
    def is_wanted(self) -> bool:
        """Say whether pictures wait which it would read, were it here and knew the language."""
        return (self.has_pictures and not self.is_here) or bool(self.lacks)


@dataclass(frozen=True, slots=True)
class About:
    """What is to be known of one document beside its card."""

    document_id: DocumentId
    reading: Reading
    unsplit: Unsplit | None
    alike: Alike | None
    reader: PictureReader


@query(Permission.ARCHIVE_READ)
def about(desk: Desk, document_id: DocumentId) -> About:
    """Return what is to be known of a document; raises NotFound."""
    read = reading.about(desk, document_id)
    unsplit = stacks.failed(desk, (document_id,))
    if read.state is ReadingState.FAILED and unsplit and unsplit[0].code == "pages.locked":
        unsplit = ()
    alike = likeness.alike(desk, (document_id,))
    reader = picture_reader(desk)
    return About(document_id, read, next(iter(unsplit), None), next(iter(alike), None), reader)


@query(Permission.ARCHIVE_READ)
def waiting(desk: Desk) -> tuple[Waiting, ...]:
    """Return what waits for somebody, the newest first; what is ignored is among it."""
    found = [_of_trouble(one) for one in receiving.troubles(desk)]
    unsplit = (_of_document(Matter.SPLITTING, one) for one in stacks.failed(desk))
    named = {one.id: one for one in unsplit}
    named |= {one.document_id: _of_document(Matter.READING, one) for one in reading.failed(desk)}
    return (*found, *_newest_first(named.values()))


@query(Permission.ARCHIVE_READ)
def picture_reader(desk: Desk) -> PictureReader:
    """Return how it stands with the program that reads pictures."""
    program = tesseract.find()
    has_pictures = desk.store.texts.has_pictures()
    if program is None:
        return PictureReader(is_here=False, has_pictures=has_pictures)
    wanted = dict.fromkeys(languages_of_office(desk))
    lacks = tuple(one for one in wanted if one not in program.languages)
    return PictureReader(is_here=True, lacks=lacks, has_pictures=has_pictures)


def _of_trouble(one: Trouble) -> Waiting:
    return Waiting(
        one.id,
        Matter.TAKING_IN,
        one.name,
        one.code,
        one.facts,
        one.last_seen,
        one.path,
        is_of_folder=one.folder_id is not None,
        is_ignored=one.is_ignored,
    )


def _of_document(matter: Matter, one: reading.Unread | Unsplit) -> Waiting:
    return Waiting(one.document_id, matter, one.title, one.code, one.facts)


def _newest_first(found: Iterable[Waiting]) -> list[Waiting]:
    return sorted(found, key=lambda one: -one.id)
