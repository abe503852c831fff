"""Saved views of lists: each person's own, kept in the office with all else that is typed there.

They lie where drafts of forms lie, one row for each list: encrypted like the records, found when a
person is erased whom they name, and gone with the user whose they are. Who may read what is
private of people may look for it: the views of lists about people are sealed then, as drafts are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from app.domain.admin.views import SavedView, view_of, views_of, with_view, without_view
from app.domain.shared.codec import plain
from app.domain.shared.drafts import VIEWS, FormDraft
from app.services.drafts import OF_FORMS, WALLED_AREA, Sealing
from app.services.office import Desk
from app.services.permissions import Permission, command, query

OF_A_LIST = 0
ABOUT_PEOPLE = frozenset({"employees", "entries", "expenses", "leave"})
"""The lists in which somebody may look for what is private."""

Kept = Mapping[str, tuple[str, ...]]


@query(Permission.COMPANY_READ)
def of(desk: Desk, listing: str) -> tuple[SavedView, ...]:
    """Return the asker's views of a list, in the order in which they were saved."""
    return views_of(_kept(desk, listing), listing)


@command(Permission.COMPANY_READ, audited=False)
def keep(desk: Desk, listing: str, view: SavedView) -> tuple[SavedView, ...]:
    """Keep a view in place of the one that had its name; return the views that there are."""
    return _keep(desk, listing, with_view(_kept(desk, listing), listing, view))


@command(Permission.COMPANY_READ, audited=False)
def drop(desk: Desk, listing: str, name: str) -> tuple[SavedView, ...]:
    """Forget a view; return those that are left."""
    return _keep(desk, listing, without_view(_kept(desk, listing), listing, name))


@command(Permission.COMPANY_READ, audited=False)
def take_over(desk: Desk, kept: Mapping[str, tuple[str, ...]]) -> None:
    """Keep views that lay in a file of the machine; what has their name here already stays."""
    for listing in {key.partition("/")[0] for key in kept}:
        here = _kept(desk, listing)
        mine = {key: lines for key, lines in kept.items() if key.startswith(f"{listing}/")}
        _keep(desk, listing, {**mine, **here})


def _kept(desk: Desk, listing: str) -> Kept:
    found = desk.store.drafts.kept(VIEWS + listing, OF_A_LIST, desk.who.name)
    if found is not None and isinstance(found.body, dict):
        found = Sealing(desk).opened(replace(found, form=_sealed_as(listing)))
    lines = found.body if found is not None else ()
    return {f"{listing}/{name}": tuple(map(str, view)) for name, view in _pairs(lines)}


def _pairs(body: object) -> Iterable[tuple[str, list[object]]]:
    pairs = body if isinstance(body, list) else []
    return ((str(one[0]), list(one[1])) for one in pairs)


def _keep(desk: Desk, listing: str, kept: Kept) -> tuple[SavedView, ...]:
    mine = f"{listing}/"
    body = plain([(key.removeprefix(mine), lines) for key, lines in kept.items()])
    form, who = VIEWS + listing, desk.who.name
    if body:
        if listing in ABOUT_PEOPLE and desk.store.wall.may_read(OF_FORMS):
            body = Sealing(desk).shut(_sealed_as(listing), OF_A_LIST, body)
        desk.store.drafts.keep(FormDraft(form, OF_A_LIST, 0, body, who, desk.now, desk.now))
    else:
        desk.store.drafts.drop(form, OF_A_LIST, who)
    return tuple(view_of(key.removeprefix(mine), lines) for key, lines in kept.items())


def _sealed_as(listing: str) -> str:
    """Return the form as which the views of a list are sealed: one about people."""
    return f"{WALLED_AREA}{VIEWS}{listing}"
