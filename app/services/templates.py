"""Templates: letters that are written again and again, kept once per language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace

from app.domain.correspondence.template import (
    Template,
    TemplateForm,
    check_template,
    images_in,
)
from app.domain.shared.ids import TemplateId, new_id
from app.services.issuing import require_right
from app.services.naming_pictures import NamedPictures
from app.services.office import Desk
from app.services.permissions import Permission, command, query

KIND = "template"
"""The kind of record, as links, tabs and drafts name it."""
_NAMES = tuple(field.name for field in fields(TemplateForm))


def form_of(template: Template) -> TemplateForm:
    """Return the editable part of a template."""
    return TemplateForm(**{name: getattr(template, name) for name in _NAMES})


@query(Permission.LETTERS_READ)
def templates(desk: Desk, *, with_archived: bool = False) -> tuple[Template, ...]:
    """Return the templates in use by name, or those put away too."""
    kept = desk.store.templates.all()
    shown = (one for one in kept if with_archived or not one.is_archived)
    return tuple(sorted(shown, key=lambda one: one.name.casefold()))


@query(Permission.LETTERS_READ)
def get(desk: Desk, template_id: TemplateId) -> Template:
    """Return a template; raises NotFound."""
    return desk.store.templates.get(template_id)


@command(Permission.LETTERS_ARRANGE)
def add(desk: Desk, form: TemplateForm, template_id: TemplateId | None = None) -> Template:
    """Add a template; raises Invalid, NotFound."""
    ready = form.tidied()
    _require(ready, desk.store.templates.all())
    NamedPictures(desk).require(images_in(ready.texts))
    new = _onto(Template(template_id or TemplateId(new_id()), 1, ready.name), ready)
    desk.store.templates.add(new)
    desk.store.drafts.drop(KIND, new.id, desk.who.name)
    return new


@command(Permission.LETTERS_ARRANGE)
def change(desk: Desk, template_id: TemplateId, version: int, form: TemplateForm) -> Template:
    """Change a template; raises Invalid, NotFound, or Conflict if it changed since."""
    before, ready = desk.store.templates.current(template_id, version), form.tidied()
    others = (one for one in desk.store.templates.all() if one.id != template_id)
    _require(ready, others)
    NamedPictures(desk).require(images_in(ready.texts) - images_in(before.texts))
    return _kept(desk, before, _onto(before, ready))


@command(Permission.LETTERS_ARRANGE)
def put_away(desk: Desk, template_id: TemplateId, version: int) -> Template:
    """Take a template out of lists; letters written from it stay as they are."""
    before = desk.store.templates.current(template_id, version)
    return _kept(desk, before, replace(before, is_archived=True))


@command(Permission.LETTERS_ARRANGE)
def take_back(desk: Desk, template_id: TemplateId, version: int) -> Template:
    """Use a template again that was put away; raises Invalid where its name was given anew."""
    before = desk.store.templates.current(template_id, version)
    others = (one for one in desk.store.templates.all() if one.id != template_id)
    _require(form_of(before), others)
    return _kept(desk, before, replace(before, is_archived=False))


def _require(form: TemplateForm, others: Iterable[Template]) -> None:
    names = frozenset(one.name.casefold() for one in others if not one.is_archived)
    require_right(check_template(form, names))


def _onto(template: Template, form: TemplateForm) -> Template:
    return replace(template, **{name: getattr(form, name) for name in _NAMES})


def _kept(desk: Desk, before: Template, after: Template) -> Template:
    saved = replace(after, version=before.version + 1)
    desk.store.templates.save(before, saved)
    desk.store.drafts.drop(KIND, saved.id, desk.who.name)
    return saved
