"""Letters of ours: how they are written, and the only moves between their states.

draft → approved → issued (a number and a frozen paper) → sent → filed; what is issued and was not
sent may be voided, and its number stays. What was issued is never changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta

from app.domain.contacts.address import AddressUse, check_address, tidied_address
from app.domain.contacts.contact import Contact, PointKind
from app.domain.correspondence.body import Body, Chip
from app.domain.correspondence.incoming import WITHOUT_SUBJECT
from app.domain.correspondence.letter import (
    OUTGOING,
    Addressee,
    Channel,
    Enclosed,
    Outgoing,
    OutgoingContent,
    OutgoingState,
)
from app.domain.shared.ids import (
    DocumentId,
)
from app.domain.shared.languages import check_language
from app.domain.shared.lines import one_line, some_lines
from app.domain.shared.printable import check_printable
from app.domain.shared.problems import Problem, Rule, within
from app.domain.shared.refusals import IllegalTransition, Refusal

BY_POST = frozenset({Channel.POST, Channel.REGISTERED, Channel.COURIER})
"""The channels that need a postal address."""
NUMBERED = frozenset(
    {OutgoingState.ISSUED, OutgoingState.SENT, OutgoingState.FILED, OutgoingState.VOIDED}
)
"""The states in which a letter has its number and its frozen paper."""

WITHOUT_ADDRESSEE = Rule("letters.without-addressee")
WITHOUT_ADDRESS = Rule("letters.without-address", "part")
WITHOUT_EMAIL = Rule("letters.without-email")
WITHOUT_WORDS = Rule("letters.without-words")
DATED_AHEAD = Rule("letters.dated-ahead", "day", "today")


class NotADraft(IllegalTransition):
    """Only a draft can be written on, approved or thrown away."""

    code = "letters.not-a-draft"


class NotApproved(IllegalTransition):
    """Somebody else has to approve a letter of this type before it is issued."""

    code = "letters.not-approved"


class OwnApproval(Refusal):
    """Who wrote a letter of this type cannot approve it: it needs two people."""

    code = "letters.own-approval"


@dataclass(frozen=True, slots=True)
class OutgoingForm(OutgoingContent):
    """What a clerk writes of a letter of ours.

    What is left open is taken from the contact and the company: without an addressee it is the
    contact's own, without a language the contact's, else the company's.
    """

    language: str = ""

    def onto(self, letter: Outgoing) -> Outgoing:
        """Return the letter with what is written here; its state, number and thread stay."""
        return replace(letter, **{name: getattr(self, name) for name in _NAMES})


def form_of(letter: Outgoing) -> OutgoingForm:
    """Return what a clerk may change of a letter."""
    return OutgoingForm(**{name: getattr(letter, name) for name in _NAMES})


def tidied(form: OutgoingForm) -> OutgoingForm:
    """Return a form as it is kept: every text on its lines, nothing empty in its lists.

    Of enclosures only the documents are kept: their files are those of the day of issue.
    """
    to = form.addressee
    return replace(
        form,
        addressee=Addressee(
            one_line(to.name), one_line(to.person), tidied_address(to.address), one_line(to.email)
        ),
        subject=one_line(form.subject),
        enclosures=_lines(form.enclosures),
        attachments=_once(form.attachments),
        copies_to=_lines(form.copies_to),
        our_reference=one_line(form.our_reference),
        your_reference=one_line(form.your_reference),
        responsible=one_line(form.responsible),
        note=some_lines(form.note),
    )


def addressee_of(contact: Contact) -> Addressee:
    """Return a contact as the window of a letter shows it."""
    emails = (point.value for point in contact.points if point.kind is PointKind.EMAIL)
    address = contact.address_for(AddressUse.BILLING)
    told = Addressee(contact.name, email=next(emails, ""))
    return replace(told, address=address) if address else told


def check(form: OutgoingForm, today: date, country: str) -> tuple[Problem, ...]:
    """Return every problem of a letter before it is issued; ``country`` is the sender's."""
    texts = {"subject": form.subject, "addressee.name": form.addressee.name}
    return (
        *_check_words(form, today),
        *_check_way(form),
        *check_language(form.language, "language"),
        *within("addressee.address", check_address(form.addressee.address, country)),
        *check_printable(texts),
    )


def _check_words(form: OutgoingForm, today: date) -> Iterator[Problem]:
    if not form.addressee.name:
        yield WITHOUT_ADDRESSEE.at("addressee.name")
    if not form.subject:
        yield WITHOUT_SUBJECT.at("subject")
    if not says_something(form.body):
        yield WITHOUT_WORDS.at("body")
    if form.dated_on and form.dated_on > today + timedelta(days=1):
        yield DATED_AHEAD.at("dated_on", day=form.dated_on, today=today)


def _check_way(form: OutgoingForm) -> Iterator[Problem]:
    """Yield what is missing for the letter to arrive the way it is to go."""
    if form.channel in BY_POST:
        address = form.addressee.address
        for part in ("street", "town"):
            if not getattr(address, part) and not (part == "street" and address.extra):
                yield WITHOUT_ADDRESS.at(f"addressee.address.{part}", part=part)
    if form.channel is Channel.EMAIL and not form.addressee.email:
        yield WITHOUT_EMAIL.at("addressee.email")


def says_something(body: Body) -> bool:
    """Say whether there is a word, a field or a picture in a body."""
    has_words = any(isinstance(one, Chip) or one.text.strip() for one in body.inlines())
    return has_words or bool(body.images())


def approved(letter: Outgoing, who: str, *, is_four_eyes: bool) -> Outgoing:
    """Return the draft approved by somebody; raises NotADraft, OwnApproval."""
    require_draft(letter)
    if is_four_eyes and who == letter.written_by:
        raise OwnApproval(who=who, subject=letter.subject)
    return replace(letter, state=OutgoingState.APPROVED, approved_by=who)


def ready(letter: Outgoing, who: str, *, is_four_eyes: bool) -> Outgoing:
    """Return the letter approved: who issues one that needs no second person approves it by that.

    Raises NotApproved, or IllegalTransition for one that was issued before.
    """
    if letter.state is OutgoingState.DRAFT:
        if is_four_eyes:
            raise NotApproved(record=OUTGOING, subject=letter.subject)
        return approved(letter, who, is_four_eyes=False)
    _require(letter, OutgoingState.APPROVED, wanted=OutgoingState.ISSUED)
    return letter


def enclosures_of(letter: Outgoing) -> tuple[str, ...]:
    """Return what a letter encloses: what was written, then the documents of the archive."""
    return (*letter.enclosures, *(one.title for one in letter.attachments if one.title))


def issued(letter: Outgoing, number: str, dated_on: date, document_id: DocumentId) -> Outgoing:
    """Return the letter with its number and its paper; raises IllegalTransition."""
    _require(letter, OutgoingState.APPROVED, wanted=OutgoingState.ISSUED)
    return replace(
        letter,
        state=OutgoingState.ISSUED,
        number=number,
        dated_on=dated_on,
        document_id=document_id,
    )


def sent(letter: Outgoing) -> Outgoing:
    """Return the letter that left the house; it may leave a second way too."""
    _require(letter, OutgoingState.ISSUED, OutgoingState.SENT, wanted=OutgoingState.SENT)
    return replace(letter, state=OutgoingState.SENT)


def filed(letter: Outgoing) -> Outgoing:
    """Return the letter that is done with and put away."""
    _require(letter, OutgoingState.SENT, wanted=OutgoingState.FILED)
    return replace(letter, state=OutgoingState.FILED)


def voided(letter: Outgoing, reason: str) -> Outgoing:
    """Return the letter that does not count and was never sent; its number stays."""
    _require(letter, OutgoingState.ISSUED, wanted=OutgoingState.VOIDED)
    return replace(letter, state=OutgoingState.VOIDED, reason=one_line(reason))


def require_draft(letter: Outgoing) -> None:
    """Raise NotADraft unless this is a draft."""
    if letter.state is not OutgoingState.DRAFT:
        raise NotADraft(record=OUTGOING, number=letter.number, state=letter.state.value)


def require_unnumbered(letter: Outgoing) -> None:
    """Raise NotADraft when the letter has a number: then it stays for good."""
    if letter.state in NUMBERED:
        raise NotADraft(record=OUTGOING, number=letter.number, state=letter.state.value)


def _require(letter: Outgoing, *states: OutgoingState, wanted: OutgoingState) -> None:
    if letter.state not in states:
        raise IllegalTransition(
            record=OUTGOING, number=letter.number, state=letter.state.value, wanted=wanted.value
        )


def _once(some: tuple[Enclosed, ...]) -> tuple[Enclosed, ...]:
    return tuple(Enclosed(one) for one in dict.fromkeys(one.document_id for one in some))


def _lines(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(line for line in map(one_line, texts) if line)


_NAMES = tuple(field.name for field in fields(OutgoingForm))
