"""Drafts of forms: what is being typed survives a crash; the audit does not note every key."""

from __future__ import annotations

from app.domain.archive.findable import KIND as DOCUMENT
from app.domain.shared.codec import plain
from app.domain.shared.drafts import FormDraft
from app.domain.shared.ids import DocumentId
from app.services import documents
from app.services.office import Desk
from app.services.permissions import Permission, command, query


@command(Permission.COMPANY_READ, audited=False)
def keep(desk: Desk, form: str, entity: int, base_version: int, body: object) -> None:
    """Keep what a form holds, in place of what was kept before; ``body`` is plain JSON.

    An empty body (null) is nothing to keep: the draft is forgotten. Nothing is kept of the card
    of a document that the asker may not see.
    """
    if not _is_shown(desk, form, entity):
        return
    if body is None:
        desk.store.drafts.drop(form, entity)
        return
    draft = FormDraft(form, entity, base_version, plain(body), desk.who.name, desk.now)
    desk.store.drafts.keep(draft)


@command(Permission.COMPANY_READ, audited=False)
def drop(desk: Desk, form: str, entity: int) -> None:
    """Forget what a form held: it was saved or given up."""
    if _is_shown(desk, form, entity):
        desk.store.drafts.drop(form, entity)


@query(Permission.COMPANY_READ)
def kept(desk: Desk, form: str, entity: int) -> FormDraft | None:
    """Return what a form held, or none."""
    return desk.store.drafts.kept(form, entity) if _is_shown(desk, form, entity) else None


@query(Permission.COMPANY_READ)
def waiting(desk: Desk, form: str, held: frozenset[int]) -> FormDraft | None:
    """Return the newest new record that this clerk typed and left, unless a form holds it."""
    mine = (one for one in desk.store.drafts.all() if (one.form, one.who) == (form, desk.who.name))
    return next((one for one in mine if one.is_new and one.entity not in held), None)


@query(Permission.COMPANY_READ)
def all_kept(desk: Desk) -> tuple[FormDraft, ...]:
    """Return every draft that waits for its form and that the asker may see, the newest first."""
    found = desk.store.drafts.all()
    return tuple(one for one in found if _is_shown(desk, one.form, one.entity))


def _is_shown(desk: Desk, form: str, entity: int) -> bool:
    """Say whether the asker may see what a form is about: the card of a document may be walled."""
    if form != DOCUMENT:
        return True
    document_id = DocumentId(entity)
    there = desk.store.documents.get_all((document_id,))
    return not there or bool(documents.rows(desk, (document_id,)))
