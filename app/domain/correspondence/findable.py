"""By which words letters are found."""

from __future__ import annotations

from datetime import date

from app.domain.correspondence.body import Body, Words
from app.domain.correspondence.letter import INCOMING, OUTGOING, Incoming, Outgoing
from app.domain.correspondence.mail import MAIL, Mail
from app.domain.correspondence.outgoing import enclosures_of
from app.domain.shared.search import SearchItem


def findable_incoming(letter: Incoming) -> SearchItem:
    """Return a letter that came in as the search knows it: by its number, else its sender."""
    words = (letter.their_reference, letter.responsible, letter.place, letter.note, letter.reason)
    return SearchItem(
        kind=INCOMING,
        entity_id=letter.id,
        title=letter.number or letter.sender,
        detail=_detail(letter.sender if letter.number else "", letter.subject),
        words=" ".join(filter(None, words)),
        day=letter.received_on,
    )


def findable_outgoing(letter: Outgoing, today: date) -> SearchItem:
    """Return a letter of ours as the search knows it: by its number, else its addressee."""
    to = letter.addressee
    words = (
        to.person,
        to.address.town,
        letter.our_reference,
        letter.your_reference,
        letter.responsible,
        *enclosures_of(letter),
        *letter.copies_to,
        letter.note,
        text_of(letter.body),
    )
    return SearchItem(
        kind=OUTGOING,
        entity_id=letter.id,
        title=letter.number or to.name,
        detail=_detail(to.name if letter.number else "", letter.subject),
        words=" ".join(filter(None, words)),
        day=letter.dated_on or today,
    )


def findable_mail(mail: Mail) -> SearchItem:
    """Return a mail as the search knows it: by its subject, else who wrote it."""
    others = ", ".join(mail.to)
    who = mail.sender if mail.came_in else others
    words = (mail.sender, others, *mail.cc, *(one.name for one in mail.attachments), mail.text)
    return SearchItem(
        kind=MAIL,
        entity_id=mail.id,
        title=mail.subject or who,
        detail=who if mail.subject else "",
        words=" ".join(filter(None, words)),
        day=mail.at.date(),
    )


def text_of(body: Body) -> str:
    """Return the words of a body in their order; fields have none of their own."""
    return " ".join(one.text for one in body.inlines() if isinstance(one, Words))


def _detail(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
