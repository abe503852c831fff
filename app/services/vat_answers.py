"""What VIES answered about the VAT numbers of contacts: written down by hand, as a proof."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.contacts.contact import Contact, VatAnswer
from app.domain.contacts.vies import (
    Proof,
    VatForm,
    answer_of,
    check_answer,
    check_kept,
    proof_of,
    tidied_answer,
    vat_number_of,
)
from app.domain.shared.ids import ContactId
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Conflict
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.permissions import Permission, command, query


@dataclass(frozen=True, slots=True)
class Proven:
    """How far the VAT number of a contact is proven today, and by which answer."""

    contact: Contact
    number: str
    proof: Proof


@query(Permission.CONTACTS_READ)
def proven(desk: Desk, contact_id: ContactId) -> Proven:
    """Return how far the VAT number of a contact is proven today; raises NotFound."""
    contact = desk.store.contacts.get(contact_id)
    return Proven(contact, vat_number_of(contact), proof_of(contact, desk.today))


@query(Permission.CONTACTS_READ)
def problems(desk: Desk, contact_id: ContactId, form: VatForm) -> tuple[Problem, ...]:
    """Return what stands in the way of keeping an answer; raises NotFound."""
    contact = desk.store.contacts.get(contact_id)
    return tuple(check_answer(contact, tidied_answer(form), desk.today))


@command(Permission.CONTACTS_CHANGE)
def record(desk: Desk, contact_id: ContactId, version: int, form: VatForm) -> Contact:
    """Keep what was answered about the VAT number of a contact; raises Invalid, Conflict."""
    before = _current(desk, contact_id, version)
    kept = tidied_answer(form)
    require_right(tuple(check_answer(before, kept, desk.today)))
    return _saved(desk, before, answer_of(before, kept))


@command(Permission.CONTACTS_CHANGE)
def put_back(
    desk: Desk, contact_id: ContactId, version: int, answer: VatAnswer | None = None
) -> Contact:
    """Let the answer be again what it was; raises Invalid, or Conflict if the contact changed."""
    require_right(tuple(check_kept(answer, desk.today)) if answer else ())
    return _saved(desk, _current(desk, contact_id, version), answer)


def _current(desk: Desk, contact_id: ContactId, version: int) -> Contact:
    found = desk.store.contacts.get(contact_id)
    if found.version != version:
        raise Conflict(contact=contact_id)
    return found


def _saved(desk: Desk, before: Contact, answer: VatAnswer | None) -> Contact:
    return desk.store.contacts.save(before, replace(before, vat_answer=answer), desk.now)
