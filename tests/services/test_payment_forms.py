"""Payment forms: they begin with what is to be paid, or with what was typed and left."""

from __future__ import annotations

import pytest

from app.domain.payments.payment import NewPayment
from app.domain.shared.ids import PaymentId, new_id
from app.outside.clock import FixedClock
from app.services import drafts, payment_forms, payments
from app.services.office import Office
from app.services.payments import FORM
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.paying import eur, part
from tests.trade import AAMU, issued, opened_books


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def test_a_new_form_offers_the_accounts_on_which_money_lies(office: Office) -> None:
    opened = office.ask(payment_forms.opened)

    assert [one.number for one in opened.accounts][:2] == ["1910", "1900"]
    assert (opened.currency, opened.item, opened.typed) == ("EUR", None, None)


def test_a_form_of_an_invoice_knows_what_is_open_and_whose(office: Office) -> None:
    invoice = issued(office)

    opened = office.ask(payment_forms.opened, invoice.id)

    assert opened.item is not None
    assert opened.item.open == eur("125.50")
    assert opened.customer is not None
    assert opened.customer.id == AAMU.id


def test_what_was_typed_and_left_comes_back_until_it_is_recorded(office: Office) -> None:
    invoice = issued(office)
    own = PaymentId(new_id())
    typed = NewPayment(eur("10"), AAMU.id, TODAY, (part(invoice, "10"),))
    office.do(drafts.keep, FORM, own, 0, typed)

    opened = office.ask(payment_forms.opened)

    assert opened.typed == typed
    assert [item.id for item in opened.items] == [invoice.id]
    office.do(payments.record, typed, own)
    assert office.ask(payment_forms.opened).typed is None


def test_a_draft_of_another_shape_is_left_alone(office: Office) -> None:
    office.do(drafts.keep, FORM, new_id(), 0, {"amount": "much"})

    assert office.ask(payment_forms.opened).typed is None


def test_open_documents_are_found_by_words_or_the_first_due(office: Office) -> None:
    first, second = issued(office), issued(office)

    assert [one.id for one in office.ask(payment_forms.find, "")] == [first.id, second.id]
    assert [one.id for one in office.ask(payment_forms.find, second.number)] == [second.id]
    assert office.ask(payment_forms.find, "nobody") == ()
