"""A person of whom an office knows everything: twenty values, in every kind of record."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from app.domain.archive.form import DocumentForm
from app.domain.archive.saved import SavedForm
from app.domain.contacts.contact import Contact
from app.domain.contacts.form import form_of
from app.domain.contacts.mailing import MailingForm
from app.domain.correspondence.body import written
from app.domain.correspondence.letter import Channel
from app.domain.correspondence.notes import FollowUpForm
from app.domain.correspondence.outgoing import OutgoingForm
from app.domain.orders.order import OrderDraft
from app.domain.payments.payment import NewPayment
from app.domain.quotes.quote import Position, QuoteDraft
from app.domain.shared.codec import Json
from app.domain.shared.drafts import FormDraft
from app.domain.shared.ids import DocumentId
from app.services import (
    archive,
    contacts,
    dispatching,
    documents,
    folders,
    follow_ups,
    invoices,
    letters_in,
    letters_out,
    mailing_lists,
    mails,
    notes,
    orders,
    payments,
    quotes,
)
from app.services.office import Office
from tests.domain.correspondence.letters import a_form
from tests.foreign_mail import with_file
from tests.paying import eur, part
from tests.services.erasure import CANARIES, FORM, MAIL, NAME, PHONE
from tests.trade import AAMU, a_content, a_written_line

WORDS = (
    *("zqfollowup", "zqletterin", "zqletterout", "zqmailtext", "zqmailtitle", "zqattached"),
    *("zqyourref", "zqpaytext", "zqdoctitle", "zqdocnote", "zqreason", "zqtracking"),
)
EVERY = (*CANARIES, *WORDS)
"""Twenty values: the eight of the card, and words in what was written to and about the person."""


def known_person(office: Office, folder: Path) -> Contact:
    """Return a person of whom every kind of record tells, all of it over and done."""
    one = office.do(contacts.add, FORM).result
    _about(office, one)
    _in_papers_of_others(office, one)
    _traded(office, one)
    _written_to(office, one, folder)
    return office.ask(contacts.get, one.id)


def _about(office: Office, one: Contact) -> None:
    """Write notes, lists and unfinished forms of two people."""
    office.do(notes.add, f"contact:{one.id}", f"{NAME} called")
    tomorrow = office.clock.today() + timedelta(days=1)
    office.do(follow_ups.add, f"contact:{one.id}", FollowUpForm(tomorrow, "Maija", "zqfollowup"))
    office.do(mailing_lists.add, MailingForm("Musicians", added=(one.id, AAMU.id)))
    body: dict[str, Json] = {"name": f"{NAME} the second"}
    other: dict[str, Json] = {"note": f"Ask {MAIL}.example"}
    about: dict[str, Json] = {"customer_id": one.id, "note": "zqfollowup"}
    with office.database.write() as unit:
        for form, entity, who, told in (
            ("contact", one.id, "Maija", body),
            ("contact", one.id, "Boon", body),
            ("invoice", 0, "Boon", about),
            ("note", 99, "Boon", other),
        ):
            unit.drafts.keep(FormDraft(form, entity, 1, told, who, office.clock.now()))


def _in_papers_of_others(office: Office, one: Contact) -> None:
    """Name the person where it is not about the person: notes, saved questions, other cards."""
    office.do(notes.add, f"contact:{AAMU.id}", f"{NAME} recommended them, {PHONE}")
    office.do(folders.add, SavedForm("Quokka", f'"{NAME}"'))
    cafe = office.ask(contacts.get, AAMU.id)
    told = replace(form_of(cafe), note=f"Ask for {NAME.upper()}, +358 40 999 0001")
    office.do(contacts.change, cafe.id, cafe.version, told)


def _traded(office: Office, one: Contact) -> None:
    """Quote, take an order, bill, and be paid."""
    line = replace(a_written_line(), description=f"Lesson for {NAME}")
    offer = QuoteDraft(a_content(line, customer_id=one.id), (Position(),))
    sent = office.do(quotes.send, office.do(quotes.draft, offer).result.id).result
    office.do(quotes.reject, sent.id, "zqreason")
    content = a_content(line, customer_id=one.id, your_reference="zqyourref")
    order = office.do(orders.draft, OrderDraft(a_content(customer_id=one.id))).result
    order = office.do(orders.confirm, order.id).result
    office.do(orders.cancel, order.id, "zqreason")
    issued = office.do(invoices.issue, office.do(invoices.draft, content).result.id).result
    paid = (part(issued, "125.50"),)
    office.do(payments.record, NewPayment(eur("125.50"), one.id, parts=paid, text="zqpaytext"))


def _written_to(office: Office, one: Contact, folder: Path) -> None:
    """Get a letter, a mail and a paper, and answer."""
    office.do(
        letters_in.enter,
        a_form(sender_id=one.id, sender=NAME, subject="zqletterin", note="zqletterin"),
    )
    form = OutgoingForm(
        addressee_id=one.id, subject="zqletterout", body=written(f"Hei {NAME},\n\nzqletterout.")
    )
    letter = office.do(letters_out.draft, form).result
    letter = office.do(letters_out.issue, letter.id).result
    office.do(dispatching.send, letter.id, Channel.REGISTERED, "", "zqtracking", eur("8.45"))
    office.do(letters_out.file, letter.id)
    path = folder / "one.eml"
    heads = {"From": f"{NAME} <{MAIL}.example>", "Subject": "zqmailtitle"}
    message = with_file(b"zqattached", "zqattached.txt", **heads)
    path.write_bytes(message.replace(b"Liitteen\xc3\xa4", b"zqmailtext"))
    (mail,) = office.run(mails.take, (path,)).kept
    with office.database.write() as unit:
        before = unit.mails.get(mail)
        unit.mails.save(before, replace(before, contact_id=one.id, version=before.version + 1))
    record = office.do(archive.file, "zqdoctitle.pdf", "application/pdf", b"zqdoctitle").result
    paper = office.ask(documents.get, DocumentId(record.id))
    card = DocumentForm("zqdoctitle", correspondent_id=one.id, note="zqdocnote")
    office.do(documents.change, paper.id, paper.version, card)
    office.do(documents.file, (paper.id,))
