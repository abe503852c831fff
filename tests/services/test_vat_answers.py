"""What VIES answered is kept with the contact, shown when it happened, and missed on an invoice."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from app.domain.contacts.contact import Contact, Identifier, VatAnswer, Verdict
from app.domain.contacts.form import ContactForm, form_of
from app.domain.contacts.timeline import Happening
from app.domain.contacts.vies import Proof, VatForm
from app.domain.invoices.draft import Draft, DraftLine
from app.domain.shared.quantities import quantity, unit_price
from app.domain.shared.refusals import Conflict, Invalid
from app.services import contacts, invoices, vat_answers
from app.services.office import Office
from app.storage.database import Database
from tests.builders import TODAY
from tests.services.letters import an_office

FORM = VatForm(on=TODAY, name="Klangraum", consultation="WAPI1")


@pytest.fixture
def office(database: Database) -> Office:
    return an_office(database)


@pytest.fixture
def german(office: Office) -> Contact:
    form = ContactForm("Klangraum GmbH", identifiers=(Identifier("de.vat", "DE136695976"),))
    return office.do(contacts.add, form).result


def test_an_answer_is_kept_with_day_source_and_number_and_taken_back(
    office: Office, german: Contact
) -> None:
    kept = office.do(vat_answers.record, german.id, german.version, FORM).result
    proven = office.ask(vat_answers.proven, german.id)
    back = office.do(vat_answers.put_back, german.id, kept.version, german.vat_answer).result

    number = "DE136695976"
    assert kept.vat_answer == VatAnswer(
        number, Verdict.VALID, TODAY, "VIES", "Klangraum", "", "WAPI1"
    )
    assert (proven.number, proven.proof, proven.contact) == (number, Proof.VALID, kept)
    assert back.vat_answer is None
    assert office.ask(contacts.get, german.id) == back


def test_a_changed_contact_keeps_its_answer_and_another_number_needs_another(
    office: Office, german: Contact
) -> None:
    kept = office.do(vat_answers.record, german.id, german.version, FORM).result
    form = form_of(kept)

    office.do(contacts.change, german.id, kept.version, form)
    other = ContactForm("Klangraum AG", identifiers=(Identifier("de.vat", "DE129273398"),))
    changed = office.do(contacts.change, german.id, kept.version, other).result

    assert changed.vat_answer == kept.vat_answer
    assert office.ask(vat_answers.proven, german.id).proof is Proof.NONE


def test_what_is_wrong_is_told_and_nothing_is_kept(office: Office, german: Contact) -> None:
    late = VatForm(on=TODAY + timedelta(days=400))

    with pytest.raises(Invalid):
        office.do(vat_answers.record, german.id, german.version, late)
    with pytest.raises(Conflict):
        office.do(vat_answers.record, german.id, german.version + 1, FORM)
    nameless = VatAnswer("DE1", Verdict.VALID, TODAY, "")
    with pytest.raises(Invalid):
        office.do(vat_answers.put_back, german.id, german.version, nameless)
    assert len(office.ask(vat_answers.problems, german.id, late)) == 1
    assert office.ask(contacts.get, german.id) == german


def test_the_day_of_the_answer_stands_in_what_happened(office: Office, german: Contact) -> None:
    office.do(vat_answers.record, german.id, german.version, FORM)

    events = office.ask(contacts.timeline, german.id)

    assert [(one.day, one.title) for one in events if one.what is Happening.VAT_ANSWERED] == [
        (TODAY, "DE136695976")
    ]


def test_an_invoice_at_zero_warns_until_vies_was_asked(office: Office, german: Contact) -> None:
    line = DraftLine("Lamp", quantity(Decimal(1)), price=unit_price(Decimal(10)), vat="eu_goods")
    draft = office.do(invoices.draft, Draft(customer_id=german.id, lines=(line,))).result

    content = office.ask(invoices.content, draft.id)

    before = office.ask(invoices.check, content)
    office.do(vat_answers.record, german.id, german.version, FORM)
    after = office.ask(invoices.check, content)

    assert "invoices.vat-number-not-checked" in {one.code for one in before}
    assert not [one for one in after if "vat-number" in one.code]
