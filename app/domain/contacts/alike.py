"""A contact that may be the one being typed."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.contacts.duplicates import Likeness
from app.domain.contacts.row import ContactRow


@dataclass(frozen=True, slots=True)
class Alike:
    """A contact that looks like another, how much and by what."""

    row: ContactRow
    likeness: Likeness
