"""Snippets: words that ``::shortcut`` writes in any letter, note or mail."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from app.domain.correspondence.body import Body
from app.domain.correspondence.template import (
    Snippet,
    SnippetForm,
    check_snippet,
    images_in,
    text_in,
)
from app.domain.shared.ids import SnippetId, new_id
from app.services.issuing import require_right
from app.services.naming_pictures import NamedPictures
from app.services.office import Desk
from app.services.permissions import Permission, command, query

KIND = "snippet"
"""The kind of record, as links, tabs and drafts name it."""


@query(Permission.LETTERS_READ)
def snippets(desk: Desk, *, with_archived: bool = False) -> tuple[Snippet, ...]:
    """Return the snippets in use by shortcut, or those put away too."""
    kept = desk.store.snippets.all()
    shown = (one for one in kept if with_archived or not one.is_archived)
    return tuple(sorted(shown, key=lambda one: one.shortcut))


@query(Permission.LETTERS_READ)
def bodies(desk: Desk, language: str) -> Mapping[str, Body]:
    """Return what each shortcut writes in a language, or in the office's where it has none."""
    home = desk.store.company.get().language
    found = ((one.shortcut, text_in(one.texts, language, home)) for one in snippets(desk))
    return {shortcut: text.body for shortcut, text in found if text}


@query(Permission.LETTERS_READ)
def get(desk: Desk, snippet_id: SnippetId) -> Snippet:
    """Return a snippet; raises NotFound."""
    return desk.store.snippets.get(snippet_id)


@command(Permission.LETTERS_ARRANGE)
def add(desk: Desk, form: SnippetForm, snippet_id: SnippetId | None = None) -> Snippet:
    """Add a snippet; raises Invalid."""
    ready = form.tidied()
    _require(ready, desk.store.snippets.all())
    NamedPictures(desk).require(images_in(ready.texts))
    new = Snippet(snippet_id or SnippetId(new_id()), 1, ready.shortcut, ready.texts)
    desk.store.snippets.add(new)
    desk.store.drafts.drop(KIND, new.id, desk.who.name)
    return new


@command(Permission.LETTERS_ARRANGE)
def change(desk: Desk, snippet_id: SnippetId, version: int, form: SnippetForm) -> Snippet:
    """Change a snippet; raises Invalid, NotFound, or Conflict if it changed since."""
    before, ready = desk.store.snippets.current(snippet_id, version), form.tidied()
    _require(ready, (one for one in desk.store.snippets.all() if one.id != snippet_id))
    NamedPictures(desk).require(images_in(ready.texts) - images_in(before.texts))
    return _kept(desk, before, replace(before, shortcut=ready.shortcut, texts=ready.texts))


@command(Permission.LETTERS_ARRANGE)
def put_away(desk: Desk, snippet_id: SnippetId, version: int) -> Snippet:
    """Let a shortcut write nothing any more."""
    before = desk.store.snippets.current(snippet_id, version)
    return _kept(desk, before, replace(before, is_archived=True))


@command(Permission.LETTERS_ARRANGE)
def take_back(desk: Desk, snippet_id: SnippetId, version: int) -> Snippet:
    """Use a snippet again that was put away; raises Invalid where its shortcut was given anew."""
    before = desk.store.snippets.current(snippet_id, version)
    others = (one for one in desk.store.snippets.all() if one.id != snippet_id)
    _require(SnippetForm(before.shortcut, before.texts), others)
    return _kept(desk, before, replace(before, is_archived=False))


def _require(form: SnippetForm, others: Iterable[Snippet]) -> None:
    taken = frozenset(one.shortcut for one in others if not one.is_archived)
    require_right(check_snippet(form, taken))


def _kept(desk: Desk, before: Snippet, after: Snippet) -> Snippet:
    saved = replace(after, version=before.version + 1)
    desk.store.snippets.save(before, saved)
    desk.store.drafts.drop(KIND, saved.id, desk.who.name)
    return saved
