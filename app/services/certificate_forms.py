"""Forms of certificates: what one begins with, and what was typed and not issued."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.contacts.row import ContactRow
from app.domain.payments.withholding import NewCertificate
from app.domain.shared.codec import NotFitting, parsed
from app.domain.shared.drafts import FormDraft
from app.services import drafts
from app.services.office import Desk
from app.services.permissions import Permission, query
from app.services.withholding import FORM


@dataclass(frozen=True, slots=True)
class Opened:
    """What the form of a certificate begins with: what was typed before, and whose name it has."""

    currency: str
    country: str
    typed: NewCertificate | None = None
    draft: FormDraft | None = None
    contact: ContactRow | None = None


@query(Permission.ACCOUNTING_READ)
def opened(desk: Desk, held: frozenset[int] = frozenset()) -> Opened:
    """Return what a form begins with: what was typed and left, but for those that are held."""
    company = desk.store.company.get()
    draft = drafts.waiting(desk, FORM, held)
    typed = _typed(draft)
    if typed is None:
        return Opened(company.currency, company.country)
    found = desk.store.contact_lists.rows((typed.contact_id,))
    contact = next(iter(found), None)
    return Opened(company.currency, company.country, typed, draft, contact)


def _typed(draft: FormDraft | None) -> NewCertificate | None:
    if draft is None:
        return None
    try:
        typed: NewCertificate = parsed(NewCertificate, draft.body)
    except NotFitting:
        return None
    return typed
