"""Drafts of forms: what is being typed survives a crash; the audit does not note every key."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from app.domain.archive.findable import KIND as DOCUMENT
from app.domain.shared.codec import Json, plain
from app.domain.shared.drafts import VIEWS, FormDraft, Writing, writing_of
from app.domain.shared.ids import DocumentId, EmployeeId, UserId
from app.domain.shared.refusals import Refusal
from app.services import documents
from app.services.office import Desk
from app.services.permissions import Actor, Permission, command, query

WALLED = frozenset({"employee-private", "employment-contract", "own-wish", "leave-wish"})
"""The forms of records that lie behind the wall: what is typed in them is sealed as they are."""
WALLED_AREA = "employees."
"""The dialogs about people: pay, tax cards, sickness, applications."""
OF_FORMS = EmployeeId(0)
"""Whose key seals drafts: a record that is not there yet is of nobody."""
SEALED, OF = "sealed", "of"


class StillAUser(Refusal):
    """Who typed it may still log in and go on."""

    code = "drafts.still-a-user"


class Sealing:
    """Seals what is typed into forms of walled records, and opens it for who may read it.

    Who reads nothing of others, and is a person of the office, has a key of one's own for it.
    """

    def __init__(self, desk: Desk) -> None:
        self._wall = desk.store.wall
        self._self = desk.who.employee_id

    def shut(self, form: str, entity: int, body: Json) -> Json:
        """Return what a form holds as it is kept."""
        if not is_walled(form):
            return body
        is_own = self._self is not None and not self._wall.may_read(OF_FORMS)
        person = self._self if is_own and self._self is not None else OF_FORMS
        return {SEALED: self._wall.seal(person, _place(form, entity), body), OF: int(person)}

    def opened(self, draft: FormDraft | None) -> FormDraft | None:
        """Return a draft as it was typed; none where who asks may not read it."""
        if draft is None or not is_walled(draft.form):
            return draft
        if not isinstance(draft.body, dict):
            return None
        person = EmployeeId(int(str(draft.body.get(OF, OF_FORMS))))
        if not self._wall.may_read(person):
            return None
        sealed, place = str(draft.body.get(SEALED)), _place(draft.form, draft.entity)
        body = self._wall.unseal(person, place, sealed, object)
        return replace(draft, body=cast("Json", body))


def may_keep(who: Actor) -> bool:
    """Say whether anything is kept of what somebody types: not of who came in with a PIN."""
    return Permission.COMPANY_READ in who.role.permissions


def is_walled(form: str) -> bool:
    """Say whether what is typed into a form lies behind the wall."""
    return form in WALLED or form.startswith(WALLED_AREA)


def _place(form: str, entity: int) -> str:
    return f"form_draft|{form}|{entity}"


@command(Permission.COMPANY_READ, audited=False)
def keep(desk: Desk, form: str, entity: int, base_version: int, body: object) -> None:
    """Keep what a form holds, in place of what was kept before; ``body`` is plain JSON.

    An empty body (null) is nothing to keep: the draft is forgotten. Nothing is kept of the card
    of a document that the asker may not see.
    """
    if not _is_shown(desk, form, entity):
        return
    if body is None:
        desk.store.drafts.drop(form, entity, desk.who.name)
        return
    held = Sealing(desk).shut(form, entity, plain(body))
    before = desk.store.drafts.kept(form, entity, desk.who.name)
    since = before.since if before is not None else desk.now
    draft = FormDraft(form, entity, base_version, held, desk.who.name, desk.now, since)
    desk.store.drafts.keep(draft)


@command(Permission.COMPANY_READ, audited=False)
def drop(desk: Desk, form: str, entity: int) -> None:
    """Forget what a form held: it was saved or given up."""
    if _is_shown(desk, form, entity):
        desk.store.drafts.drop(form, entity, desk.who.name)


@command(Permission.USERS_CHANGE)
def drop_of(desk: Desk, user_id: UserId) -> int:
    """Forget what a user typed and never saved, who comes in no more; returns how much it was.

    Nobody reads it before; raises NotFound, StillAUser.
    """
    user = desk.store.users.get(user_id)
    if user.is_active:
        raise StillAUser(name=user.name)
    return desk.store.drafts.drop_of(user.name)


@query(Permission.COMPANY_READ)
def kept(desk: Desk, form: str, entity: int) -> FormDraft | None:
    """Return what the asker typed into a form, or none."""
    shown = _is_shown(desk, form, entity)
    return Sealing(desk).opened(_mine(desk, form, entity) if shown else None)


@query(Permission.COMPANY_READ)
def others(desk: Desk, form: str, entity: int) -> tuple[Writing, ...]:
    """Return who else is writing about a record and since when; never what."""
    if not _is_shown(desk, form, entity):
        return ()
    found = desk.store.drafts.of(form, entity)
    return tuple(writing_of(one) for one in found if one.who != desk.who.name)


@query(Permission.COMPANY_READ)
def waiting(desk: Desk, form: str, held: frozenset[int]) -> FormDraft | None:
    """Return the newest new record that this clerk typed and left, unless a form holds it."""
    mine = (one for one in desk.store.drafts.all(desk.who.name) if one.form == form)
    found = next((one for one in mine if one.is_new and one.entity not in held), None)
    return Sealing(desk).opened(found)


@query(Permission.COMPANY_READ)
def all_kept(desk: Desk) -> tuple[FormDraft, ...]:
    """Return every draft of the asker that waits for its form, the newest first."""
    found = desk.store.drafts.all(desk.who.name)
    forms = (one for one in found if not one.form.startswith(VIEWS))
    shown = (one for one in forms if _is_shown(desk, one.form, one.entity))
    return tuple(one for one in map(Sealing(desk).opened, shown) if one is not None)


def _mine(desk: Desk, form: str, entity: int) -> FormDraft | None:
    return desk.store.drafts.kept(form, entity, desk.who.name)


def _is_shown(desk: Desk, form: str, entity: int) -> bool:
    """Say whether the asker may see what a form is about: the card of a document may be walled."""
    if form != DOCUMENT:
        return True
    document_id = DocumentId(entity)
    with desk.store.housework():
        there = desk.store.documents.get_all((document_id,))
    return not there or bool(documents.rows(desk, (document_id,)))
