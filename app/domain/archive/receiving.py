"""Receiving: how files come into the inbox, what each brought, and what could not be taken in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import Enum

from app.domain.archive.file_names import shown_name, written_path
from app.domain.archive.pages import SplitAt
from app.domain.shared.ids import DocumentId, DocumentTypeId, IntakeFolderId, TagId, TroubleId
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.refusals import OfficeError, Refusal, Unavailable

TAKEN = "Taken"
"""The folder, within one that is watched, into which files are moved once they are taken in."""


class Origin(Enum):
    """By which way a file came in."""

    CHOSEN = "chosen"
    PASTED = "pasted"
    MAIL = "mail"
    FOLDER = "folder"
    SCANNER = "scanner"


class FolderKind(Enum):
    """What puts files into a folder: people and programs, or a scanner."""

    WATCHED = "watched"
    SCANNER = "scanner"

    @property
    def origin(self) -> Origin:
        """By which way its files come in."""
        return Origin.SCANNER if self is FolderKind.SCANNER else Origin.FOLDER


class Afterwards(Enum):
    """What becomes of a file in a folder once it is safe in the archive."""

    MOVE = "move"
    DELETE = "delete"
    LEAVE = "leave"


class Empty(Refusal):
    """The file has no bytes: it is being written, or it broke."""

    code = "receiving.empty"


class NotAFile(Refusal):
    """It is a link, a device or a folder, not a file."""

    code = "receiving.not-a-file"


class StillWritten(Unavailable):
    """The file changed while it was read, or somebody has it open to write."""

    code = "receiving.still-written"


class FolderGone(Unavailable):
    """The folder cannot be reached: it was unplugged, renamed or closed to us."""

    code = "receiving.folder-gone"


class NotCleared(Unavailable):
    """The file is safe in the archive, but it can be neither moved nor deleted where it lies."""

    code = "receiving.not-cleared"


class NotUnpacked(Refusal):
    """The attachments of a mail cannot be read; the mail itself is kept whole."""

    code = "receiving.not-unpacked"


class TooDeep(Refusal):
    """Folders lie too deep in each other to be looked through."""

    code = "receiving.too-deep"


WITHOUT_FOLDER = Rule("receiving.without-folder")
FOLDER_TWICE = Rule("receiving.folder-twice", "folder")
WITHIN_AN_OFFICE = Rule("receiving.within-an-office", "folder")
UNKNOWN_KIND = Rule("receiving.unknown-type")


@dataclass(frozen=True, slots=True)
class FolderForm:
    """What a clerk says of a folder whose files are taken in.

    ``path`` is where it lies on ``machine``: no other computer looks there. ``split_at`` says what
    divides the stacks that a scanner puts there; with labels a document gets its serial number.
    """

    path: str
    kind: FolderKind = FolderKind.WATCHED
    afterwards: Afterwards = Afterwards.MOVE
    type_id: DocumentTypeId | None = None
    tags: tuple[TagId, ...] = ()
    is_paused: bool = False
    machine: str = ""
    split_at: frozenset[SplitAt] = frozenset()


@dataclass(frozen=True, slots=True)
class IntakeFolder:
    """A folder whose files are taken into the inbox."""

    id: IntakeFolderId
    version: int
    form: FolderForm

    def changed(self, form: FolderForm) -> IntakeFolder:
        """Return the folder as another form says it."""
        return replace(self, version=self.version + 1, form=form)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A file in a watched folder as it was when it was taken in: seen again it is not new."""

    folder_id: IntakeFolderId
    place: str
    size: int
    modified: int


@dataclass(frozen=True, slots=True)
class Part:
    """A file that came within another, as attachment of a mail; its bytes are in the archive."""

    name: str
    media_type: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file whose bytes are safe in the archive already, and all that is known of its coming.

    ``place`` is where it lay, ``source`` the record it belongs to (``invoice:123``); ``as_new``
    makes a document of its own even of bytes that are there.
    """

    name: str
    media_type: str
    sha256: str
    size: int
    origin: Origin = Origin.CHOSEN
    place: str = ""
    source: str = ""
    title: str = ""
    day: date | None = None
    parts: tuple[Part, ...] = ()
    stamp: Stamp | None = None
    as_new: bool = False


@dataclass(frozen=True, slots=True)
class Received:
    """What became of a file: a new document, or one more arrival of a document that was there."""

    name: str
    document_id: DocumentId
    title: str
    is_known: bool = False


@dataclass(frozen=True, slots=True)
class Arrival:
    """That a document came in: when, by which way, from where and under which name."""

    document_id: DocumentId
    at: datetime
    origin: Origin
    name: str
    place: str
    who: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """A file or folder that could not be taken in; ``code`` and ``facts`` say why.

    ``name`` is made safe for showing; ``path`` is where it lies, nothing for what was pasted.
    """

    id: TroubleId
    name: str
    path: str
    code: str
    first_seen: datetime
    last_seen: datetime
    facts: Mapping[str, str] = field(default_factory=dict)
    folder_id: IntakeFolderId | None = None
    is_ignored: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of files: what was received, and what could not be taken in and why."""

    received: tuple[Received, ...] = ()
    failures: tuple[Failure, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """What could not be taken in, before the office has heard of it; see ``Trouble``."""

    name: str
    path: str
    code: str
    facts: Mapping[str, str] = field(default_factory=dict)
    folder_id: IntakeFolderId | None = None


def failure_of(path: str, error: OfficeError, folder: IntakeFolderId | None = None) -> Failure:
    """Return what an error says of a path; a mail that is kept all the same has none any more."""
    lies_there = not isinstance(error, NotUnpacked)
    told = {name: written_path(fact) for name, fact in error.plain_facts.items()}
    told["file"] = shown_name(path)
    kept = written_path(path) if lies_there else ""
    return Failure(shown_name(path), kept, error.code, told, folder)


def check_folder(
    form: FolderForm, types: frozenset[DocumentTypeId], *, others: frozenset[str]
) -> tuple[Problem, ...]:
    """Return every problem of a folder; ``others`` are the paths watched here already."""
    if not form.path.strip():
        return (WITHOUT_FOLDER.at("path"),)
    found = (
        FOLDER_TWICE.at("path", folder=form.path) if form.path in others else None,
        UNKNOWN_KIND.at("type_id")
        if form.type_id is not None and form.type_id not in types
        else None,
    )
    return tuple(problem for problem in found if problem)
