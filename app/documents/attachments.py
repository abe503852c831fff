"""What travels inside a paper's file: other files, and what standards want said of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class Relation(Enum):
    """What an attached file is to the paper (ISO 32000-2, AFRelationship)."""

    DATA = "Data"
    ALTERNATIVE = "Alternative"
    SOURCE = "Source"
    SUPPLEMENT = "Supplement"
    UNSPECIFIED = "Unspecified"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the paper's file; ``mime`` is its media type, ``modified`` an aware instant."""

    name: str
    mime: str
    content: bytes
    relation: Relation
    modified: datetime
    description: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a file says of itself, and what the thing means, in English."""

    name: str
    value: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Schema:
    """What a standard wants a file to say of itself, in the words (namespace) of that standard.

    Factur-X is one: prefix ``fx``, its namespace ends in ``#``, four entries name its XML.
    """

    prefix: str
    namespace: str
    name: str
    entries: tuple[Entry, ...]
