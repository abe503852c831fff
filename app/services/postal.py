"""What post needs beside the letter: envelopes, labels with addresses, the calibration page."""

from __future__ import annotations

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
from app.domain.shared.refusals import NotFound, Refusal
from app.lang.texts import Say, say_in
from app.services.office import Desk
from app.services.permissions import Permission, query

FEED = Feed()
MOST = 10_000
LONGEST = 20


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
    found = envelope(kind) or _unknown(kind)
    company = desk.store.company.get()
    say = say_in(company.language)
    sender = Sender(say, company.name, address_lines(company.address, company.country))
    shown = _addresses(receivers, company.country, _notes(channel, say))
    return render_sheets(envelope_paper.describe(shown, found, sender, feed))


@query(Permission.LETTERS_READ)
def labels(desk: Desk, receivers: tuple[Addressee, ...], feed: Feed = FEED) -> bytes:
    """Return a label for each receiver as PDF; raises NotFound, WithoutAddress."""
    sheet = punched(feed.kind)
    if sheet is None:
        raise NotFound(record="labels", id=feed.kind[:LONGEST])
    company = desk.store.company.get()
    shown = _addresses(receivers, company.country, ())
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


def _addresses(
    receivers: tuple[Addressee, ...], home: str, notes: tuple[str, ...]
) -> tuple[Address, ...]:
    if not 1 <= len(receivers) <= MOST:
        raise TooManyReceivers(count=len(receivers), most=MOST)
    return tuple(_address(one, home, notes) for one in receivers)


def _address(receiver: Addressee, home: str, notes: tuple[str, ...]) -> Address:
    where = address_lines(receiver.address, home)
    who = tuple(one for one in (receiver.name, receiver.person) if one.strip())
    if not where or not who:
        raise WithoutAddress(name=" ".join(who))
    return Address((*who, *where), notes=notes)
