"""Dispatching: a letter leaves the house, and the audit chain proves which bytes did and when."""

from __future__ import annotations

import hashlib

from app.documents.dispatch import DispatchPaper, describe
from app.domain.correspondence import outgoing
from app.domain.correspondence.findable import findable_outgoing
from app.domain.correspondence.letter import Channel, Dispatch, Outgoing
from app.domain.shared.ids import LetterId
from app.domain.shared.lines import one_line
from app.domain.shared.money import Money
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.refusals import NotFound
from app.lang.formats import formats_in
from app.lang.texts import say_in
from app.services.issuing import require_right
from app.services.letter_documents import LetterDocuments
from app.services.office import Desk
from app.services.permissions import Permission, command, name_of, query

NEGATIVE_POSTAGE = Rule("letters.negative-postage", "amount", "currency")
OTHER_CURRENCY = Rule("letters.postage-currency", "currency", "expected")


@command(Permission.LETTERS_ISSUE, audited=False)
def send(  # noqa: PLR0913, PLR0917  they are what proves a dispatch
    desk: Desk,
    letter_id: LetterId,
    channel: Channel,
    to: str = "",
    tracking: str = "",
    postage: Money | None = None,
) -> Dispatch:
    """Say that an issued letter left the house; a second way is a second dispatch.

    ``to`` is where it went, by default its own address. The SHA-256 of the frozen PDF stands in
    the audit row that is written here. Raises Invalid, IllegalTransition, Changed.
    """
    before = desk.store.letters_out.get(letter_id)
    after = outgoing.sent(before)
    require_right(_problems(postage, desk.store.company.get().currency))
    saved = desk.store.letters_out.save(before, after)
    dispatch = Dispatch(
        letter_id=letter_id,
        sha256=hashlib.sha256(LetterDocuments(desk).frozen(saved)).hexdigest(),
        channel=channel,
        at=desk.now,
        who=desk.who.name,
        to=one_line(to) or where(saved, channel),
        tracking=one_line(tracking),
        postage=postage,
    )
    desk.store.dispatches.note(dispatch)
    desk.note(name_of(send), letter_id, desk.store.changes.taken())
    seq, _proof = desk.store.audit.newest()
    desk.store.dispatches.add(dispatch, seq)
    desk.store.search.put(findable_outgoing(saved, desk.today))
    return dispatch


@query(Permission.LETTERS_READ)
def of(desk: Desk, letter_id: LetterId) -> tuple[Dispatch, ...]:
    """Return every dispatch of a letter, the first one first."""
    return tuple(one.dispatch for one in desk.store.dispatches.of(letter_id))


@query(Permission.LETTERS_READ)
def proof(desk: Desk, letter_id: LetterId, language: str = "") -> bytes:
    """Return the sheet that proves how a letter left, as PDF; raises NotFound for an unsent one."""
    from app.documents.pdf.render import render  # noqa: PLC0415  loads reportlab

    letter, proven = desk.store.letters_out.get(letter_id), desk.store.dispatches.of(letter_id)
    if not proven:
        raise NotFound(record="letter_dispatch", id=letter_id)
    company, audit = desk.store.company.get(), desk.store.audit
    spoken = language or company.language
    paper = DispatchPaper(
        letter=letter,
        body=letter.body,
        dispatches=tuple(one.dispatch for one in proven),
        company=company,
        say=say_in(spoken),
        formats=formats_in(spoken, company.country),
        proofs=tuple((one.audit_seq, audit.proof_of(one.audit_seq)) for one in proven),
    )
    return render(describe(paper))


def where(letter: Outgoing, channel: Channel) -> str:
    """Return where a letter goes by a channel: to the address in its window, or by e-mail."""
    to = letter.addressee
    if channel in (Channel.EMAIL, Channel.PORTAL) and to.email:
        return to.email
    town = f"{to.address.postcode} {to.address.town}".strip()
    parts = (to.name, to.person, to.address.street, town, to.address.country)
    return ", ".join(part for part in parts if part)


def _problems(postage: Money | None, currency: str) -> tuple[Problem, ...]:
    if postage is None:
        return ()
    if postage.currency != currency:
        return (OTHER_CURRENCY.at("postage", currency=postage.currency, expected=currency),)
    if postage.minor < 0:
        amount = {"amount": postage.amount, "currency": currency}
        return (NEGATIVE_POSTAGE.at("postage", **amount),)
    return ()
