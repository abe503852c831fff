"""Drafts of forms: what somebody typed and has not saved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, TypeVar

from app.domain.shared.codec import Json, NotFitting, parsed

Content = TypeVar("Content")


VIEWS = "view/"
"""How the forms begin that are no forms: what a person keeps of a list."""


class Place(NamedTuple):
    """Where something is typed: the form, and the record it is about."""

    form: str
    entity: int


@dataclass(frozen=True, slots=True)
class FormDraft:
    """A half-filled form; ``entity`` is the record it edits, or the id a new one will have.

    ``base_version`` is the version that was read before typing began, 0 for a new record;
    ``body`` is what the form's fields hold, as plain JSON. ``since`` is when ``who`` began, where
    that is known.
    """

    form: str
    entity: int
    base_version: int
    body: Json
    who: str
    at: datetime
    since: datetime | None = None

    @property
    def is_new(self) -> bool:
        """Say whether the record that is typed is not there yet."""
        return self.base_version == 0


@dataclass(frozen=True, slots=True)
class Writing:
    """That somebody is writing about a record: who, since when and when last; never what."""

    who: str
    since: datetime
    at: datetime


def writing_of(draft: FormDraft) -> Writing:
    """Return what others may know of a draft."""
    return Writing(draft.who, draft.since or draft.at, draft.at)


def typed_in(kind: type[Content], draft: FormDraft | None) -> Content | None:
    """Return what a draft holds; none where there is none, or an older kind of form."""
    if draft is None:
        return None
    try:
        content: Content = parsed(kind, draft.body)
    except NotFitting:
        return None
    return content
