"""What VIES answered about the VAT number of a contact: the proof for a sale within the EU at 0 %.

VIES (Commission: VAT Information Exchange System) is asked by a person; what it said is kept here
with its day and source. Council Directive 2006/112/EC, article 138(1)(b): the buyer has a number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from app.domain.contacts.contact import Contact, VatAnswer, Verdict
from app.domain.shared.identifiers import checked, compact
from app.domain.shared.lines import one_line, some_lines
from app.domain.shared.problems import Problem, Rule

SCHEMES = ("eu.vat", "fi.vat", "de.vat")
"""The identifiers that VIES knows about."""
USUAL_SOURCE = "VIES"
LASTS = timedelta(days=90)
"""An answer that is older is asked for again: numbers are taken back without a word."""

WITHOUT_NUMBER = Rule("contacts.vies-without-number")
WITHOUT_DAY = Rule("contacts.vies-without-day")
TOO_LATE = Rule("contacts.vies-in-the-future", "day")
WITHOUT_SOURCE = Rule("contacts.vies-without-source")


class Proof(Enum):
    """How far a VAT number is proven."""

    NONE = "none"
    VALID = "valid"
    INVALID = "invalid"
    OLD = "old"


@dataclass(frozen=True, slots=True)
class VatForm:
    """What a clerk writes of an answer; the number is the contact's own."""

    verdict: Verdict = Verdict.VALID
    on: date | None = None
    source: str = USUAL_SOURCE
    name: str = ""
    address: str = ""
    consultation: str = ""


def vat_number_of(contact: Contact) -> str:
    """Return the VAT number that VIES can be asked about, or nothing."""
    found = (compact("eu.vat", contact.identifier(scheme)) for scheme in SCHEMES)
    return next(filter(None, found), "")


def proof_of(contact: Contact, today: date) -> Proof:
    """Return how far the VAT number of a contact is proven on a day.

    An answer about another number, or of a later day, proves nothing.
    """
    answer = contact.vat_answer
    if answer is None or answer.number != vat_number_of(contact) or answer.on > today:
        return Proof.NONE
    if answer.verdict is Verdict.INVALID:
        return Proof.INVALID
    return Proof.VALID if today - answer.on <= LASTS else Proof.OLD


def tidied_answer(form: VatForm) -> VatForm:
    """Return an answer as it is kept."""
    return replace(
        form,
        source=one_line(form.source),
        name=one_line(form.name),
        address=some_lines(form.address),
        consultation=one_line(form.consultation),
    )


def check_answer(contact: Contact, form: VatForm, today: date) -> Iterator[Problem]:
    """Yield what stands in the way of keeping an answer."""
    number = vat_number_of(contact)
    if not number:
        yield WITHOUT_NUMBER.at("number")
    elif problem := checked("eu.vat", number, "number"):
        yield problem
    if form.on is None:
        yield WITHOUT_DAY.at("on")
    yield from check_kept(form, today)


def check_kept(answer: VatForm | VatAnswer, today: date) -> Iterator[Problem]:
    """Yield what is wrong with an answer itself, of whichever number it is."""
    if answer.on is not None and answer.on > today:
        yield TOO_LATE.at("on", day=answer.on)
    if not answer.source:
        yield WITHOUT_SOURCE.at("source")


def answer_of(contact: Contact, form: VatForm) -> VatAnswer | None:
    """Return what is kept of an answer, or none without a day."""
    if form.on is None:
        return None
    number = vat_number_of(contact)
    told = (form.source, form.name, form.address, form.consultation)
    return VatAnswer(number, form.verdict, form.on, *told)
