"""Papers by e-mail: a draft to the customer in its language, with the papers that were filed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.domain.correspondence.mail import MailState
from app.domain.quotes.quote import QuoteDraft
from app.domain.shared.ids import DocumentId
from app.outside.clock import FixedClock
from app.outside.passwords import Memory, kept_by
from app.services import archive, crediting, invoices, paper_mails, quotes
from app.services.office import Office
from app.services.paper_mails import NothingFiled
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.services.outgoing_mail import account
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
