"""Drafts of forms: what somebody typed and has not saved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.shared.codec import Json


@dataclass(frozen=True, slots=True)
class FormDraft:
    """A half-filled form; ``entity`` is the record it edits, or the id a new one will have.

    ``base_version`` is the version that was read before typing began, 0 for a new record;
    ``body`` is what the form's fields hold, as plain JSON.
    """

    form: str
    entity: int
    base_version: int
    body: Json
    who: str
    at: datetime

    @property
    def is_new(self) -> bool:
        """Say whether the record that is typed is not there yet."""
        return self.base_version == 0
