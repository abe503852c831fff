"""Layouts: how invoices and what belongs to them look, chosen once and kept with a trace."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.domain.invoices.layout import (
    InvoiceLayout,
    LayoutForm,
    LayoutInUse,
    PaperKind,
    check_layout,
    names_of,
)
from app.domain.shared.ids import LayoutId, new_id
from app.domain.shared.refusals import NotFound
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.permissions import Permission, command, query

KIND = "invoice-layout"
"""The kind of record, as links, tabs and drafts name it."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A layout as it was kept, and the layouts as they were before: what takes it back."""

    layout: InvoiceLayout
    before: tuple[InvoiceLayout, ...] = ()


@query(Permission.INVOICES_READ)
def layouts(desk: Desk, *, with_archived: bool = False) -> tuple[InvoiceLayout, ...]:
    """Return the layouts in use by name, or those put away too."""
    shown = (one for one in _own(desk) if with_archived or not one.is_archived)
    return tuple(sorted(shown, key=lambda one: one.form.name.casefold()))


@query(Permission.INVOICES_READ)
def get(desk: Desk, layout_id: LayoutId) -> InvoiceLayout:
    """Return a layout; raises NotFound."""
    return desk.store.layouts.get(layout_id)


@command(Permission.COMPANY_CHANGE)
def add(desk: Desk, form: LayoutForm, layout_id: LayoutId | None = None) -> Kept:
    """Add a layout; raises Invalid. It takes the papers that it is the usual one of."""
    ready = form.tidied()
    others = _own(desk)
    require_right(check_layout(ready, names_of(others)))
    new = InvoiceLayout(layout_id or LayoutId(new_id()), 1, ready)
    desk.store.layouts.add(new)
    desk.store.drafts.drop(KIND, new.id, desk.who.name)
    unused = replace(new, form=replace(ready, usual_for=()), is_archived=True)
    return Kept(new, (unused, *_given_up(desk, ready.usual_for, others)))


@command(Permission.COMPANY_CHANGE)
def change(desk: Desk, layout_id: LayoutId, version: int, form: LayoutForm) -> Kept:
    """Change a layout for papers from now on; raises Invalid, NotFound, Conflict."""
    before, ready = _current(desk, layout_id, version), form.tidied()
    others = tuple(one for one in _own(desk) if one.id != layout_id)
    require_right(check_layout(ready, names_of(others)))
    after = _saved(desk, before, replace(before, form=ready))
    desk.store.drafts.drop(KIND, layout_id, desk.who.name)
    return Kept(after, (before, *_given_up(desk, ready.usual_for, others)))


@command(Permission.COMPANY_CHANGE)
def duplicate(desk: Desk, layout_id: LayoutId, name: str) -> Kept:
    """Add a layout like another, which is the usual one of nothing yet; raises Invalid, NotFound.

    The name may be taken: then a number is added to it.
    """
    form = replace(desk.store.layouts.get(layout_id).form, usual_for=())
    taken = names_of(_own(desk))
    tries = (name if at == 1 else f"{name} {at}" for at in range(1, len(taken) + 2))
    return add(desk, replace(form, name=next(one for one in tries if one.casefold() not in taken)))


@command(Permission.COMPANY_CHANGE)
def make_usual(
    desk: Desk, layout_id: LayoutId, version: int, papers: tuple[PaperKind, ...]
) -> Kept:
    """Make a layout the usual one of these papers too, of all where none is named."""
    form = _current(desk, layout_id, version).form
    wanted = papers or tuple(PaperKind)
    return change(desk, layout_id, version, replace(form, usual_for=(*form.usual_for, *wanted)))


@command(Permission.COMPANY_CHANGE)
def restore(desk: Desk, before: tuple[InvoiceLayout, ...]) -> Kept:
    """Keep layouts as they were once; raises Invalid, NotFound. What takes back a change."""
    current = {one.id: one for one in _own(desk)}
    wanted = [one.id for one in before]
    if not wanted or any(one not in current for one in wanted):
        raise NotFound(record="invoice_layout", id=wanted[:1])
    now = tuple(current[one.id] for one in before)
    restored = [
        _saved(desk, present, replace(present, form=one.form.tidied(), is_archived=one.is_archived))
        for present, one in zip(now, before, strict=True)
    ]
    own = _own(desk)
    for one in restored:
        others = tuple(other for other in own if other.id != one.id)
        require_right(check_layout(one.form, frozenset() if one.is_archived else names_of(others)))
    return Kept(restored[0], now)


@command(Permission.COMPANY_CHANGE)
def put_away(desk: Desk, layout_id: LayoutId, version: int) -> InvoiceLayout:
    """Take a layout out of use; papers that were issued with it stay; raises LayoutInUse."""
    before = _current(desk, layout_id, version)
    customers = desk.store.layouts.customers(layout_id)
    if before.form.usual_for or customers:
        raise LayoutInUse(papers=len(before.form.usual_for), customers=customers)
    desk.store.drafts.drop(KIND, layout_id, desk.who.name)
    return _saved(desk, before, replace(before, is_archived=True))


@command(Permission.COMPANY_CHANGE)
def take_back(desk: Desk, layout_id: LayoutId, version: int) -> InvoiceLayout:
    """Use a layout again that was put away; raises Invalid where its name was given anew."""
    before = _current(desk, layout_id, version)
    others = (one for one in _own(desk) if one.id != layout_id)
    require_right(check_layout(before.form, names_of(others)))
    return _saved(desk, before, replace(before, is_archived=False))


def _current(desk: Desk, layout_id: LayoutId, version: int) -> InvoiceLayout:
    """Return a layout as it was read; what issued papers wore is none that can be changed."""
    found = desk.store.layouts.current(layout_id, version)
    if found.frozen_of is not None:
        raise NotFound(record="invoice_layout", id=layout_id)
    return found


def _own(desk: Desk) -> tuple[InvoiceLayout, ...]:
    return tuple(one for one in desk.store.layouts.all() if one.frozen_of is None)


def _given_up(
    desk: Desk, papers: Iterable[PaperKind], others: Iterable[InvoiceLayout]
) -> tuple[InvoiceLayout, ...]:
    """Let other layouts give up these papers, and return those that did as they were."""
    wanted, gave = frozenset(papers), []
    for one in others:
        left = tuple(kind for kind in one.form.usual_for if kind not in wanted)
        if left != one.form.usual_for:
            _saved(desk, one, replace(one, form=replace(one.form, usual_for=left)))
            gave.append(one)
    return tuple(gave)


def _saved(desk: Desk, before: InvoiceLayout, after: InvoiceLayout) -> InvoiceLayout:
    kept = replace(after, version=before.version + 1)
    desk.store.layouts.save(before, kept)
    return kept
