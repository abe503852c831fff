"""Papers by e-mail: a draft to the customer in its language, with the papers that were filed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from app.domain.contacts.timeline import Happening
from app.domain.correspondence.mail import MailState
from app.domain.orders.delivery import Carriage
from app.domain.quotes.quote import QuoteDraft
from app.domain.shared.ids import DocumentId
from app.outside.clock import FixedClock
from app.outside.passwords import Memory, kept_by
from app.services import (
    archive,
    contacts,
    crediting,
    deliveries,
    documents,
    invoices,
    order_papers,
    paper_mails,
    quotes,
)
from app.services.office import Office
from app.services.paper_mails import NothingFiled
from app.services.permissions import Actor, Permission
from app.services.permissions import Role as Rights
from app.storage.database import Database
from tests.builders import TODAY
from tests.order_desk import asked, confirmed, ten_of
from tests.services.outgoing_mail import account
from tests.shipping_desk import on_shelf, ordered, planned, sent
from tests.trade import AAMU, a_content, drafted, issued, opened_books


@pytest.fixture(autouse=True)
def memory() -> Iterator[None]:
    with kept_by(Memory()):
        yield


@pytest.fixture
def office(database: Database) -> Office:
    office = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(office)
    return office


def test_an_invoice_goes_to_its_customer_with_its_filed_paper(office: Office) -> None:
    kept = account(office, 2525)
    invoice = issued(office)

    mail = office.do(paper_mails.of_invoice, invoice.id).result

    (filed,) = office.ask(archive.of, f"invoice:{invoice.id}")
    assert (mail.state, mail.account_id, mail.contact_id) == (MailState.DRAFT, kept.id, AAMU.id)
    assert mail.subject == f"Lasku {invoice.number}, Lumo & Suoni Oy"
    assert [one.document_id for one in mail.attachments] == [DocumentId(filed.id)]
    assert "Liitteenä: Lasku 20260001." in mail.text
    assert "Eräpäivä: " in mail.text
    assert "Viitenumero: 2026 00017" in mail.text


def test_a_credit_note_names_no_due_day(office: Office) -> None:
    draft = office.do(crediting.credit, issued(office).id, (), "Broken").result
    note = office.do(invoices.issue, draft.id).result

    mail = office.do(paper_mails.of_invoice, note.id).result

    assert mail.subject.startswith("Hyvityslasku CN-2026-0001")
    assert "Eräpäivä" not in mail.text


def test_a_quote_says_until_when_it_holds(office: Office) -> None:
    draft = office.do(quotes.draft, QuoteDraft(a_content())).result
    quote = office.do(quotes.send, draft.id).result

    mail = office.do(paper_mails.of_quote, quote.id).result

    assert mail.subject == f"Tarjous {quote.number}, Lumo & Suoni Oy"
    assert "Voimassa asti: " in mail.text
    assert len(mail.attachments) == 1


def test_what_has_no_number_yet_does_not_go_out(office: Office) -> None:
    draft = drafted(office)

    with pytest.raises(NothingFiled):
        office.do(paper_mails.of_invoice, draft.id)


def test_a_confirmation_goes_out_by_mail_and_is_filed_then(office: Office) -> None:
    account(office, 2525)
    order = confirmed(office, asked(ten_of(office, "P-17"), 4), promised_on=date(2026, 3, 20))

    mail = office.do(paper_mails.of_order, order.id).result

    (filed,) = office.ask(archive.of, f"order:{order.id}")
    assert mail.subject == f"Tilausvahvistus {order.number}, Lumo & Suoni Oy"
    assert [one.document_id for one in mail.attachments] == [DocumentId(filed.id)]
    assert "Toimituspäivä: 20.3.2026" in mail.text
    figures = office.do(paper_mails.of_pro_forma, order.id).result
    assert figures.subject.startswith(f"Proformalasku {order.number}")
    assert len(figures.attachments) == 1


def test_a_delivery_on_its_way_is_told_with_its_note_and_tracking_number(office: Office) -> None:
    account(office, 2525)
    pump = on_shelf(office, "P-17", "10")
    out = sent(office, ordered(office, pump, 4))
    office.do(deliveries.carry, out.id, Carriage(carrier="Posti", tracking="JJFI123"))

    mail = office.do(paper_mails.of_delivery, out.id).result

    (filed,) = office.ask(archive.of, f"delivery:{out.id}")
    assert mail.subject.startswith(f"Lähete {out.number}")
    assert [one.document_id for one in mail.attachments] == [DocumentId(filed.id)]
    assert "Seurantatunnus: JJFI123" in mail.text


def test_what_did_not_go_out_yet_has_no_note_to_send(office: Office) -> None:
    pump = on_shelf(office, "P-17", "10")
    one = planned(office, ordered(office, pump, 4))

    with pytest.raises(NothingFiled):
        office.do(paper_mails.of_delivery, one.id)


def test_papers_of_orders_stand_in_the_timeline_of_their_customer(office: Office) -> None:
    order = confirmed(office, asked(ten_of(office, "P-17"), 4))
    office.do(order_papers.hand_out, order.id)

    customer = order.wanted.customer_id
    assert customer is not None
    events = office.ask(contacts.timeline, customer)

    (paper,) = [one for one in events if one.what is Happening.PAPER_FILED]
    assert paper.title == f"Tilausvahvistus {order.number}"
    assert office.ask(documents.rows, (DocumentId(paper.record),))
    role = Rights("limited", frozenset(Permission) - {Permission.ARCHIVE_READ})
    limited = Office(office.database, FixedClock(TODAY), Actor("Eve", role))
    told = {one.what for one in limited.ask(contacts.timeline, customer)}
    assert Happening.PAPER_FILED not in told
