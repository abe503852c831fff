"""The words on merge fields."""

from __future__ import annotations

from app.lang.texts import Say, mark

LABELS = {
    "contact.name": mark("Receiver: name"),
    "contact.person": mark("Receiver: contact person"),
    "contact.street": mark("Receiver: street address"),
    "contact.extra": mark("Receiver: second address line"),
    "contact.postcode": mark("Receiver: postcode"),
    "contact.town": mark("Receiver: town"),
    "contact.region": mark("Receiver: region"),
    "contact.country": mark("Receiver: country"),
    "contact.email": mark("Receiver: email"),
    "contact.phone": mark("Receiver: phone"),
    "contact.number": mark("Receiver: customer number"),
    "contact.identifier": mark("Receiver: business ID"),
    "letter.number": mark("Letter: number"),
    "letter.date": mark("Letter: date"),
    "letter.subject": mark("Letter: subject"),
    "letter.our-reference": mark("Letter: our reference"),
    "letter.your-reference": mark("Letter: your reference"),
    "letter.responsible": mark("Letter: responsible person"),
    "answered.number": mark("Answered letter: number"),
    "answered.reference": mark("Answered letter: their reference"),
    "answered.date": mark("Answered letter: date"),
    "answered.received": mark("Answered letter: day of receipt"),
    "answered.subject": mark("Answered letter: subject"),
    "signatory.name": mark("Signatory: name"),
    "signatory.title": mark("Signatory: title"),
    "company.name": mark("Our company: name"),
    "company.street": mark("Our company: street address"),
    "company.postcode": mark("Our company: postcode"),
    "company.town": mark("Our company: town"),
    "company.email": mark("Our company: email"),
    "company.phone": mark("Our company: phone"),
    "company.website": mark("Our company: website"),
    "company.identifier": mark("Our company: business ID"),
    "company.account": mark("Our company: bank account"),
    "person.name": mark("Employee: name"),
    "person.number": mark("Employee: number"),
    "person.identity": mark("Employee: identity number"),
    "person.born": mark("Employee: birth day"),
    "person.street": mark("Employee: street address"),
    "person.postcode": mark("Employee: postcode"),
    "person.town": mark("Employee: town"),
    "person.country": mark("Employee: country"),
    "person.workplace": mark("Employee: workplace"),
    "person.department": mark("Employee: department"),
    "person.manager": mark("Employee: manager"),
    "contract.kind": mark("Contract: kind"),
    "contract.position": mark("Contract: position"),
    "contract.starts": mark("Contract: first day"),
    "contract.ends": mark("Contract: last day"),
    "contract.probation": mark("Contract: end of the probation"),
    "contract.hours": mark("Contract: hours a week"),
    "contract.notice": mark("Contract: days of notice"),
    "contract.agreement": mark("Contract: collective agreement"),
    "contract.pay": mark("Contract: pay"),
    "contract.grade": mark("Contract: grade"),
}


def labels(say: Say) -> dict[str, str]:
    """Return every field with its words, in the order in which a clerk is shown them."""
    return {field: say(label) for field, label in LABELS.items()}
