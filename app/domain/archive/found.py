"""What a question found: documents with what in them answers, and how they fall."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from app.domain.archive.row import DocumentRow
from app.domain.shared.ids import ContactId, DocumentTypeId


class Order(Enum):
    """In which order documents are found; ``BEST`` puts those first that answer in their title."""

    BEST = "best"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in a text something answers: from a character up to another."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a document's text, from which page, and what in it answers."""

    text: str = ""
    spots: tuple[Spot, ...] = ()
    page: int = 0


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """A document that was found; ``spots`` are those in its title."""

    row: DocumentRow
    spots: tuple[Spot, ...]
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class OfType:
    """How many documents are of a type, or of none."""

    type_id: DocumentTypeId | None
    count: int


@dataclass(frozen=True, slots=True)
class OfYear:
    """How many documents are of a year."""

    year: int
    count: int


@dataclass(frozen=True, slots=True)
class OfSender:
    """How many documents are of a correspondent, or of none."""

    correspondent_id: ContactId | None
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a question.

    ``total`` is exact unless ``is_more``: then there are more. The counts by type, year and sender
    are those of the newest ``counted`` documents, which are all unless there are more than that.
    ``meant`` is the question that was answered when nobody could answer the one that was asked;
    ``instead`` is one spelt almost so that many more would answer, where few answer this one.
    """

    documents: tuple[FoundDocument, ...]
    total: int
    is_more: bool
    counted: int
    by_type: tuple[OfType, ...]
    by_year: tuple[OfYear, ...]
    by_sender: tuple[OfSender, ...]
    meant: str = ""
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a document is opened for who asked: the first page that answers, and its words.

    Without an answer in its text the page is 0.
    """

    page: int = 0
    words: tuple[str, ...] = ()


NOWHERE = Passage()


NOTHING_FOUND = Found((), 0, is_more=False, counted=0, by_type=(), by_year=(), by_sender=())
