"""Parties: which of our customers a file means, or the contact that a new one would be."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from app.domain.contacts.contact import check, check_identifiers, check_point
from app.domain.contacts.duplicates import Reason, folded, keys, sound
from app.domain.contacts.form import ContactForm
from app.domain.orders.proposal import NEW_CUSTOMER, UNKNOWN_CUSTOMER, Unknown
from app.domain.shared.ids import ContactId
from app.domain.shared.problems import Problem
from app.services.office import Desk

NOBODY = ContactId(0)
_BY_KEY = (Reason.IDENTIFIER, Reason.EMAIL)


class Party(NamedTuple):
    """A customer as it was found: by its id, or as the ``fresh`` contact that it would be."""

    customer_id: ContactId | None
    name: str
    fresh: ContactForm | None = None
    problems: tuple[Problem, ...] = ()


class Parties:
    """Finds customers at one desk, each of them once."""

    def __init__(self, desk: Desk, unknown: Unknown) -> None:
        self._lists = desk.store.contact_lists
        self._country = desk.store.company.get().country
        self._unknown = unknown
        self._known: dict[str, Party] = {}

    def of(self, buyer: ContactForm) -> Party:
        """Return who a buyer is: by number, identifier, e-mail, or a name that only one has."""
        asked = repr(buyer)
        if asked not in self._known:
            self._known[asked] = self._found(buyer)
        return self._known[asked]

    def _found(self, buyer: ContactForm) -> Party:
        found = self._numbered(buyer) or self._keyed(buyer) or self._named(buyer)
        if found is not None:
            rows = self._lists.rows((found,))
            return Party(found, rows[0].name if rows else buyer.name)
        if buyer.number:
            return self._nobody(buyer)
        fresh = self._fit(buyer) if self._unknown is Unknown.CREATE else None
        if fresh is None:
            return self._nobody(buyer)
        told = (NEW_CUSTOMER.at("customer_id", name=buyer.name),)
        return Party(None, buyer.name, fresh, told)

    def _nobody(self, buyer: ContactForm) -> Party:
        named = buyer.name or buyer.number
        return Party(None, named, None, (UNKNOWN_CUSTOMER.at("customer_id", name=named),))

    def _numbered(self, buyer: ContactForm) -> ContactId | None:
        return self._lists.with_number(buyer.number) if buyer.number else None

    def _keyed(self, buyer: ContactForm) -> ContactId | None:
        marks = list(keys(buyer.as_contact(NOBODY, 1)))
        for reason in _BY_KEY:
            holders = self._lists.holders([one for one, why in marks if why is reason], reason)
            found = {holder for each in holders.values() for holder in each}
            if in_use := self._in_use(found):
                return in_use[0]
        return None

    def _named(self, buyer: ContactForm) -> ContactId | None:
        """Return the contact of exactly this name, if it is the only one."""
        spoken = sound(folded(buyer.name))
        holders = self._lists.holders([spoken], Reason.NAME).get(spoken, []) if spoken else []
        wanted = buyer.name.casefold()
        same = [row.id for row in self._lists.rows(holders) if row.name.casefold() == wanted]
        return same[0] if len(same) == 1 else None

    def _in_use(self, found: set[ContactId]) -> list[ContactId]:
        """Return contacts, those in use first, the oldest first."""
        rows = self._lists.rows(sorted(found))
        return [row.id for row in sorted(rows, key=lambda row: (row.is_archived, row.id))]

    def _fit(self, buyer: ContactForm) -> ContactForm | None:
        """Return a buyer as the contact it can be: what fails its check is left out."""
        mended = replace(
            buyer,
            points=tuple(one for one in buyer.points if not _errors(check_point(one))),
            identifiers=tuple(
                one for one in buyer.identifiers if not _errors(check_identifiers((one,)))
            ),
        )
        return None if _errors(check(mended.as_contact(NOBODY, 1), self._country)) else mended


def _errors(problems: tuple[Problem, ...]) -> bool:
    return any(not one.is_warning for one in problems)
