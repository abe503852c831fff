"""Folders: kept questions to the archive, each with how many documents answer it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.archive.row import DocumentRow
from app.domain.archive.saved import MOST_FOLDERS, TOO_MANY, SavedForm, SavedQuery, check
from app.domain.shared.ids import SavedQueryId, new_id
from app.domain.shared.lines import one_line
from app.domain.shared.paging import Spine, View
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.services import seeking
from app.services.asking import Asking
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.registering import Register
from app.services.walls import Walls

MOST_COUNTED = 1000
"""Up to how many documents in a folder are counted."""


@dataclass(frozen=True, slots=True)
class Filled:
    """How many documents are in a folder; more than ``count`` if ``is_more``."""

    folder_id: SavedQueryId
    count: int
    is_more: bool


@query(Permission.ARCHIVE_READ)
def folders(desk: Desk) -> tuple[SavedQuery, ...]:
    """Return the folders that the asker may see, in their order."""
    circles = Walls(desk).circles
    return tuple(one for one in desk.store.saved_queries.all() if one.form.readers in circles)


@query(Permission.ARCHIVE_READ)
def filled(desk: Desk) -> tuple[Filled, ...]:
    """Return how many documents are in each folder, counted as far as a glance needs."""
    return tuple(_filled(desk, one) for one in folders(desk))


@query(Permission.ARCHIVE_READ)
def spine(desk: Desk, folder_id: SavedQueryId) -> Spine:
    """Return the ids of the documents in a folder, in its order; raises NotFound."""
    form = _get(desk, folder_id).form
    return seeking.spine(desk, _view(form), form.wanted)


@query(Permission.ARCHIVE_READ)
def first(desk: Desk, folder_id: SavedQueryId, size: int) -> tuple[DocumentRow, ...]:
    """Return the first documents in a folder; raises NotFound."""
    form = _get(desk, folder_id).form
    return seeking.first(desk, _view(form), size, form.wanted)


@command(Permission.ARCHIVE_ARRANGE)
def add(desk: Desk, form: SavedForm) -> SavedQuery:
    """Keep a question as a folder behind the others; raises Invalid, NotAllowed."""
    Walls(desk).require((form.readers,), "folders.change")
    kept, there = _tidied(form), desk.store.saved_queries.all()
    problems = list(check(kept, _names(there)))
    if len(there) >= MOST_FOLDERS:
        problems.append(TOO_MANY.at("name", most=MOST_FOLDERS))
    _refuse(problems)
    last = max((one.position for one in there), default=-1)
    new = SavedQuery(SavedQueryId(new_id()), 1, last + 1, kept)
    desk.store.saved_queries.add(new)
    return new


@command(Permission.ARCHIVE_ARRANGE)
def change(desk: Desk, folder_id: SavedQueryId, version: int, form: SavedForm) -> SavedQuery:
    """Change a folder; raises Invalid, NotFound, NotAllowed, or Conflict if it changed since."""
    before = _get(desk, folder_id)
    if before.version != version:
        raise Conflict(record="saved_query", id=folder_id)
    Walls(desk).require((form.readers,), "folders.change")
    others = tuple(one for one in desk.store.saved_queries.all() if one.id != folder_id)
    after = replace(before, version=version + 1, form=_tidied(form))
    _refuse(check(after.form, _names(others)))
    desk.store.saved_queries.save(before, after)
    return after


@command(Permission.ARCHIVE_ARRANGE)
def remove(desk: Desk, folder_id: SavedQueryId) -> SavedQuery:
    """Remove a folder and return it; its documents stay where they are."""
    old = _get(desk, folder_id)
    desk.store.saved_queries.remove(old)
    return old


@command(Permission.ARCHIVE_ARRANGE)
def change_back(
    desk: Desk, folder_id: SavedQueryId, now: SavedForm, wanted: SavedForm
) -> tuple[SavedQuery, SavedForm]:
    """Undo a change: ``wanted`` again, if it still is as in ``now``; else raises Conflict.

    Returns the folder with how it was just before, which undoes this in its turn.
    """
    before = _get(desk, folder_id)
    if before.form != now:
        raise Conflict(record="saved_query", id=folder_id)
    return change(desk, folder_id, before.version, wanted), now


@command(Permission.ARCHIVE_ARRANGE)
def put_back(desk: Desk, folder: SavedQuery) -> SavedQuery:
    """Keep a folder again that was removed, at its place; raises Invalid."""
    others = _names(desk.store.saved_queries.all())
    _refuse(check(_tidied(folder.form), others))
    again = replace(folder, id=SavedQueryId(new_id()), form=_tidied(folder.form))
    desk.store.saved_queries.add(again)
    return again


@command(Permission.ARCHIVE_ARRANGE)
def arrange(desk: Desk, ids: tuple[SavedQueryId, ...]) -> tuple[SavedQuery, ...]:
    """Put these folders first, in this order; the others follow in theirs."""
    known = [one.id for one in desk.store.saved_queries.all()]
    named = [one for one in dict.fromkeys(ids) if one in known]
    desk.store.saved_queries.arrange([*named, *(one for one in known if one not in named)])
    return folders(desk)


def _get(desk: Desk, folder_id: SavedQueryId) -> SavedQuery:
    found = desk.store.saved_queries.get(folder_id)
    if found.form.readers not in Walls(desk).circles:
        raise NotFound(record="saved_query", id=folder_id)
    return found


def _filled(desk: Desk, folder: SavedQuery) -> Filled:
    form = folder.form
    asking = Asking(desk)
    clauses = asking.read(_view(form).words)
    if clauses:
        asked = asking.within(clauses, form.wanted)
        count = desk.store.document_index.count(asked, MOST_COUNTED + 1)
    else:
        scope = Register(desk).scope(seeking.shown(form.wanted))
        count = desk.store.document_lists.count(scope, MOST_COUNTED + 1)
    return Filled(folder.id, min(count, MOST_COUNTED), is_more=count > MOST_COUNTED)


def _view(form: SavedForm) -> View:
    """Return how the list of a folder is asked for: its last word is finished."""
    words = f"{form.question} " if form.question else ""
    return View(words=words, sort=form.sort.value, is_descending=form.is_descending)


def _tidied(form: SavedForm) -> SavedForm:
    return replace(form, name=one_line(form.name), question=one_line(form.question))


def _names(some: Sequence[SavedQuery]) -> tuple[str, ...]:
    return tuple(one.form.name.casefold() for one in some)


def _refuse(problems: Sequence[Problem]) -> None:
    if problems:
        raise Invalid(tuple(problems))
