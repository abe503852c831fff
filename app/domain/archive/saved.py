"""Folders: questions that are kept under a name, so that a document is in every one it answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.domain.archive.readers import Readers
from app.domain.archive.row import DocumentSort, Wanted
from app.domain.shared.ids import SavedQueryId
from app.domain.shared.problems import Problem, Rule

MOST_FOLDERS = 200
LONGEST_NAME = 80
BETWEEN = "/"
"""What stands between the name of a folder and that of the one over it: ``Cars / Leases``."""
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


def path_of(name: str) -> tuple[str, ...]:
    """Return the names of the folders over a folder, and its own."""
    parts = tuple(part for one in name.split(BETWEEN) if (part := one.strip()))
    return parts or (name.strip(),)


@dataclass(frozen=True, slots=True)
class Branch:
    """A line of the tree: a folder, or only a name over others."""

    path: tuple[str, ...]
    folder: SavedQuery | None

    @property
    def depth(self) -> int:
        """How many folders are over it."""
        return len(self.path) - 1


def tree(folders: Sequence[SavedQuery]) -> tuple[Branch, ...]:
    """Return folders with those under each right after it, beside each other in their order."""
    by_path = {_key(path_of(one.form.name)): one for one in folders}
    paths = dict[tuple[str, ...], tuple[str, ...]]()
    for one in folders:
        path = path_of(one.form.name)
        for size in range(1, len(path) + 1):
            paths.setdefault(_key(path[:size]), path[:size])
    places = {key: place for place, key in enumerate(paths)}
    ordered = sorted(paths, key=lambda key: [places[key[: n + 1]] for n in range(len(key))])
    return tuple(Branch(paths[key], by_path.get(key)) for key in ordered)


def moved(
    folders: Sequence[SavedQuery], folder_id: SavedQueryId, by: int
) -> tuple[SavedQueryId, ...]:
    """Return the order in which a folder, with those under it, has changed places with another.

    It passes the one before (-1) or after it (1) under the same folder, if there is one.
    """
    branches = tree(folders)
    here = next(one for one in branches if one.folder is not None and one.folder.id == folder_id)
    beside = [one for one in branches if _key(one.path[:-1]) == _key(here.path[:-1])]
    beside = [one for one in beside if one.depth == here.depth]
    place = beside.index(here)
    if 0 <= place + by < len(beside):
        beside[place], beside[place + by] = beside[place + by], beside[place]
    ranks = {_key(one.path): rank for rank, one in enumerate(beside)}

    def rank(branch: Branch) -> int:
        return ranks.get(_key(branch.path[: here.depth + 1]), -1)

    block = [one for one in branches if rank(one) >= 0]
    first = branches.index(block[0])
    rest = branches[:first], branches[first + len(block) :]
    ordered = (*rest[0], *sorted(block, key=rank), *rest[1])
    return tuple(one.folder.id for one in ordered if one.folder is not None)


def _key(path: Sequence[str]) -> tuple[str, ...]:
    return tuple(part.casefold() for part in path)
