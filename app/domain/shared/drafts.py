"""Drafts of forms: what somebody typed and has not saved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from app.domain.shared.codec import Json, NotFitting, parsed

Content = TypeVar("Content")


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


def typed_in(kind: type[Content], draft: FormDraft | None) -> Content | None:
    """Return what a draft holds; none where there is none, or an older kind of form."""
    if draft is None:
        return None
    try:
        content: Content = parsed(kind, draft.body)
    except NotFitting:
        return None
    return content
