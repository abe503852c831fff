"""What post needs beside the letter: envelopes, labels with addresses, the calibration page."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from app.documents import address_labels, calibration
from app.documents import envelopes as envelope_paper
from app.documents.addresses import address_lines
from app.documents.envelopes import Sender
from app.documents.letterhead import paper_of
from app.documents.letters import CARRIED
from app.documents.model import Address
from app.documents.pdf.render import render_sheets
from app.documents.sheets import punched
from app.domain.archive.serials import Feed
from app.domain.correspondence.envelopes import Envelope, envelope, usual
from app.domain.correspondence.letter import Addressee, Channel
from app.domain.shared.ids import LetterId
from app.domain.shared.refusals import NotFound, Refusal
from app.lang.texts import Say, say_in
from app.services import serials
from app.services.office import Desk
from app.services.permissions import Permission, query
from app.services.serials import LabelKind

FEED = Feed()
MOST = 10_000
LONGEST = 20
LOWEST = Decimal(25)
"""Labels lower than this (millimetres) hold no address."""


class TooManyReceivers(Refusal):
    """Envelopes or labels are printed for one receiver at least and so many at most."""

    code = "postal.too-many"


class WithoutAddress(Refusal):
    """A receiver has no address that an envelope could show."""

    code = "postal.without-address"


@query(Permission.LETTERS_READ)
def envelope_kinds(desk: Desk) -> tuple[Envelope, ...]:
    """Return the envelopes that can be printed on, the usual one of the country first."""
    return usual(desk.store.company.get().country)


@query(Permission.LETTERS_READ)
def envelopes(
    desk: Desk,
    receivers: tuple[Addressee, ...],
    kind: str = "dl",
    feed: Feed = FEED,
    channel: Channel = Channel.POST,
) -> bytes:
    """Return one envelope for each receiver as PDF; raises NotFound, WithoutAddress."""
    return _enveloped(desk, [(one, channel) for one in receivers], kind, feed)


@query(Permission.LETTERS_READ)
def letter_envelopes(
    desk: Desk, letters: tuple[LetterId, ...], kind: str = "dl", feed: Feed = FEED
) -> bytes:
    """Return an envelope for each letter of ours, with how it goes; raises NotFound."""
    found = [desk.store.letters_out.get(one) for one in letters[: MOST + 1]]
    return _enveloped(desk, [(one.addressee, one.channel) for one in found], kind, feed)


@query(Permission.LETTERS_READ)
def letter_labels(desk: Desk, letters: tuple[LetterId, ...], feed: Feed = FEED) -> bytes:
    """Return a label for each letter of ours; raises NotFound, WithoutAddress."""
    found = (desk.store.letters_out.get(one) for one in letters[: MOST + 1])
    return labels(desk, tuple(one.addressee for one in found), feed)


@query(Permission.LETTERS_READ)
def label_kinds(desk: Desk) -> tuple[LabelKind, ...]:
    """Return the labels that hold an address, those of the country's paper first."""
    return tuple(one for one in serials.label_kinds(desk) if one.height >= LOWEST)


@query(Permission.LETTERS_READ)
def labels(desk: Desk, receivers: tuple[Addressee, ...], feed: Feed = FEED) -> bytes:
    """Return a label for each receiver as PDF; raises NotFound, WithoutAddress."""
    sheet = punched(feed.kind)
    if sheet is None:
        raise NotFound(record="labels", id=feed.kind[:LONGEST])
    company = desk.store.company.get()
    shown = _addresses([(one, ()) for one in receivers], company.country)
    imprint = (say_in(company.language), company.name)
    return render_sheets(address_labels.describe(shown, sheet, feed, imprint))


@query(Permission.COMPANY_READ)
def calibration_page(desk: Desk, feed: Feed = FEED, language: str = "") -> bytes:
    """Return the page from which one reads how far a printer is off, as PDF."""
    company = desk.store.company.get()
    imprint = (say_in(language or company.language), company.name)
    return render_sheets(calibration.describe(paper_of(company.country), feed, imprint))


def _unknown(kind: str) -> Envelope:
    raise NotFound(record="envelope", id=kind[:LONGEST])


def _notes(channel: Channel, say: Say) -> tuple[str, ...]:
    said = CARRIED.get(channel, "")
    return (say(said),) if said else ()


def _enveloped(
    desk: Desk, receivers: Sequence[tuple[Addressee, Channel]], kind: str, feed: Feed
) -> bytes:
    found = envelope(kind) or _unknown(kind)
    company = desk.store.company.get()
    say = say_in(company.language)
    sender = Sender(say, company.name, address_lines(company.address, company.country))
    shown = _addresses([(one, _notes(way, say)) for one, way in receivers], company.country)
    return render_sheets(envelope_paper.describe(shown, found, sender, feed))


def _addresses(
    receivers: Sequence[tuple[Addressee, tuple[str, ...]]], home: str
) -> tuple[Address, ...]:
    if not 1 <= len(receivers) <= MOST:
        raise TooManyReceivers(count=len(receivers), most=MOST)
    return tuple(_address(one, home, notes) for one, notes in receivers)


def _address(receiver: Addressee, home: str, notes: tuple[str, ...]) -> Address:
    where = address_lines(receiver.address, home)
    who = tuple(one for one in (receiver.name, receiver.person) if one.strip())
    if not where or not who:
        raise WithoutAddress(name=" ".join(who))
    return Address((*who, *where), notes=notes)
