"""Merge fields: what each says in one letter, as its reader's language writes it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from app.domain.admin.company import Company
from app.domain.contacts.contact import Contact, PointKind
from app.domain.contacts.countries import NAMES
from app.domain.correspondence.filling import Filled, fill
from app.domain.correspondence.letter import Outgoing, Signatory
from app.domain.shared.identifiers import is_right, written
from app.domain.shared.ids import ContactId, LetterId, SignatoryId
from app.formats.packs import pack
from app.lang.formats import Formats, formats_in
from app.services.office import Desk
from app.services.permissions import Permission, query


@query(Permission.LETTERS_READ)
def values(desk: Desk, letter_id: LetterId) -> Mapping[str, str]:
    """Return what each field says in a letter; raises NotFound."""
    return LetterFields(desk).values(desk.store.letters_out.get(letter_id))


class LetterFields:
    """Fills letters with what one office holds; the last receiver is asked for once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._met: Contact | None = None
        self._signatories: dict[SignatoryId, Signatory] = {}

    def meet(self, contact: Contact) -> None:
        """Remember the receiver of the next letter as it is in this transaction."""
        self._met = contact

    def filled(self, letter: Outgoing) -> Filled:
        """Return the body of a letter as its receiver reads it."""
        if not letter.body.fields():
            return Filled(letter.body)
        return fill(letter.body, self.values(letter))

    def values(self, letter: Outgoing) -> dict[str, str]:
        """Return what each field says in a letter."""
        formats = formats_in(letter.language, self._company.country)
        return {
            **_company(self._company),
            **self._receiver(letter),
            **self._letter(letter, formats),
            **self._answered(letter, formats),
            **self._signatory(letter),
        }

    @cached_property
    def _company(self) -> Company:
        return self._desk.store.company.get()

    def _receiver(self, letter: Outgoing) -> dict[str, str]:
        """Return what is known of the receiver: what stands in the window counts first."""
        to = letter.addressee
        contact = self._contact(letter.addressee_id)
        country = to.address.country or self._company.country
        return {
            "contact.name": to.name,
            "contact.person": to.person,
            "contact.street": to.address.street,
            "contact.extra": to.address.extra,
            "contact.postcode": to.address.postcode,
            "contact.town": to.address.town,
            "contact.region": to.address.region,
            "contact.country": NAMES.get(country, country),
            "contact.email": to.email,
            "contact.phone": _point(contact, PointKind.PHONE),
            "contact.number": contact.number if contact else "",
            "contact.identifier": self._identifier(contact),
        }

    def _contact(self, contact_id: ContactId | None) -> Contact | None:
        if contact_id is None:
            return None
        if self._met is None or self._met.id != contact_id:
            self._met = self._desk.store.contacts.get(contact_id)
        return self._met

    def _identifier(self, contact: Contact | None) -> str:
        """Return the first identifier that is usual in our country, else the first of all."""
        if contact is None:
            return ""
        usual = pack(self._company.country).contact_identifiers
        ordered = sorted(contact.identifiers, key=lambda one: one.scheme not in usual)
        return next((written(one.scheme, one.value) for one in ordered), "")

    def _letter(self, letter: Outgoing, formats: Formats) -> dict[str, str]:
        return {
            "letter.number": letter.number,
            "letter.date": formats.long_day(letter.dated_on or self._desk.today),
            "letter.subject": letter.subject,
            "letter.our-reference": letter.our_reference,
            "letter.your-reference": letter.your_reference,
            "letter.responsible": letter.responsible,
        }

    def _answered(self, letter: Outgoing, formats: Formats) -> dict[str, str]:
        if letter.answers is None:
            return {}
        asked = self._desk.store.letters_in.get(letter.answers)
        return {
            "answered.number": asked.number,
            "answered.reference": asked.their_reference,
            "answered.date": _day(asked.written_on, formats),
            "answered.received": _day(asked.received_on, formats),
            "answered.subject": asked.subject,
        }

    def _signatory(self, letter: Outgoing) -> dict[str, str]:
        if letter.signatory_id is None:
            return {}
        if letter.signatory_id not in self._signatories:
            found = self._desk.store.signatories.get(letter.signatory_id)
            self._signatories[letter.signatory_id] = found
        signatory = self._signatories[letter.signatory_id]
        return {"signatory.name": signatory.name, "signatory.title": signatory.title}


def _company(company: Company) -> dict[str, str]:
    identifier = next((written(one.scheme, one.value) for one in company.identifiers), "")
    account = company.accounts[0].iban if company.accounts else ""
    return {
        "company.name": company.name,
        "company.street": company.address.street,
        "company.postcode": company.address.postcode,
        "company.town": company.address.town,
        "company.email": company.email,
        "company.phone": company.phone,
        "company.website": company.website,
        "company.identifier": identifier,
        "company.account": written("iban", account) if is_right("iban", account) else account,
    }


def _point(contact: Contact | None, kind: PointKind) -> str:
    points = contact.points if contact else ()
    return next((one.value for one in points if one.kind is kind), "")


def _day(day: date | None, formats: Formats) -> str:
    return formats.long_day(day) if day else ""
