"""Folders: questions that are kept under a name, so that a document is in every one it answers."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.archive.readers import Readers
from app.domain.archive.row import DocumentSort, Wanted
from app.domain.shared.ids import SavedQueryId
from app.domain.shared.problems import Problem, Rule

MOST_FOLDERS = 200
LONGEST_NAME = 80
WITHOUT_NAME = Rule("saved.without-name")
NAME_TAKEN = Rule("saved.name-taken", "name")
TOO_LONG = Rule("saved.too-long", "most")
TOO_MANY = Rule("saved.too-many", "most")


@dataclass(frozen=True, slots=True)
class SavedForm:
    """The editable part of a folder; only its ``readers`` know that it is there."""

    name: str
    question: str = ""
    wanted: Wanted = field(default_factory=Wanted)
    sort: DocumentSort = DocumentSort.RECEIVED
    is_descending: bool = True
    readers: Readers = Readers.EVERYONE


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A kept question; ``position`` is its place among the folders, from 0."""

    id: SavedQueryId
    version: int
    position: int
    form: SavedForm


def check(form: SavedForm, others: tuple[str, ...]) -> tuple[Problem, ...]:
    """Return every problem of a folder beside those of these names."""
    found = (
        None if form.name else WITHOUT_NAME.at("name"),
        TOO_LONG.at("name", most=LONGEST_NAME) if len(form.name) > LONGEST_NAME else None,
        NAME_TAKEN.at("name", name=form.name) if form.name.casefold() in others else None,
    )
    return tuple(problem for problem in found if problem)
