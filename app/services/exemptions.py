"""Exempt customers: the certificates by which they buy without sales tax."""

from __future__ import annotations

from dataclasses import replace

from app.domain.invoices.exemptions import Exemption, check, tidied
from app.domain.shared.ids import ContactId, ExemptionId, new_id
from app.domain.shared.problems import Problem
from app.services.country import Country
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.permissions import Permission, command, query


@query(Permission.CONTACTS_READ)
def all_exemptions(desk: Desk) -> tuple[Exemption, ...]:
    """Return every certificate, those put away too, the newest first."""
    return tuple(sorted(desk.store.exemptions.all(), key=lambda one: -one.id))


@query(Permission.CONTACTS_READ)
def exemptions_of(desk: Desk, contact: ContactId) -> tuple[Exemption, ...]:
    """Return the certificates of a customer that are in use, expired ones among them."""
    every = desk.store.exemptions.all()
    return tuple(one for one in every if one.contact_id == contact and not one.is_archived)


@query(Permission.CONTACTS_READ)
def check_exemption(desk: Desk, content: Exemption) -> tuple[Problem, ...]:
    """Return what is wrong with a certificate as it is written; raises NotFound."""
    return _Certificates(desk).problems(tidied(content))


@command(Permission.CONTACTS_CHANGE)
def write(desk: Desk, new: Exemption) -> Exemption:
    """Add a certificate under its own id; raises Invalid, NotFound, Conflict for a taken id."""
    kept = tidied(replace(new, version=1, id=new.id or ExemptionId(new_id())))
    require_right(_Certificates(desk).problems(kept))
    desk.store.exemptions.add(kept)
    return kept


@command(Permission.CONTACTS_CHANGE)
def change(desk: Desk, changed: Exemption) -> Exemption:
    """Change a certificate or put it away; raises Invalid, NotFound, Conflict."""
    before = desk.store.exemptions.current(changed.id, changed.version)
    after = tidied(replace(changed, version=before.version + 1))
    require_right(_Certificates(desk).problems(after))
    desk.store.exemptions.save(before, after)
    return after


class _Certificates:
    """The certificates that there are at one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._codes = Country(desk).pack.vat_codes()

    def problems(self, one: Exemption) -> tuple[Problem, ...]:
        """Return what is wrong with a tidy certificate; raises NotFound without its customer."""
        self._desk.store.contacts.get(one.contact_id)
        every = self._desk.store.exemptions.all()
        others = (other for other in every if other.contact_id == one.contact_id)
        return check(one, others, self._codes)
