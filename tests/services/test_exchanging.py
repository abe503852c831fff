"""Other currencies: booked in the company's at frozen rates, and gained or lost when settled."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from app.domain.accounting.chart import AccountUse
from app.domain.accounting.exchange import Exchange
from app.domain.invoices.billing import bill_of
from app.domain.invoices.invoice import Invoice
from app.domain.invoices.stages import Share
from app.domain.invoices.totals import totals_of
from app.domain.payments.payment import Closing, NewPayment, Part, Payment
from app.domain.shared.money import Money, money
from app.domain.shared.quantities import Rate
from app.domain.shared.refusals import Invalid
from app.outside.clock import FixedClock
from app.services import (
    accounting,
    crediting,
    exchange_rates,
    invoices,
    open_items,
    payments,
    staging,
)
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.einvoices import SENDING
from tests.paying import balance
from tests.trade import AAMU, a_content, a_written_line, at, count, drafted, issued, opened_books

LATER = TODAY + timedelta(days=14)


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    opened.do(exchange_rates.put, "USD", TODAY, Decimal("0.92"), "ECB")
    return opened


@pytest.fixture
def later(office: Office) -> Office:
    there = at(office, LATER)
    there.do(exchange_rates.put, "USD", LATER, Decimal("0.95"), "ECB")
    return there


def usd(amount: str) -> Money:
    return money(Decimal(amount), "USD")


def sold(office: Office, price: str = "100", vat: str = "standard") -> Invoice:
    return issued(office, a_content(a_written_line("1", price, vat), currency="USD"))


def part(invoice: Invoice, amount: str, closing: Closing = Closing.PAYMENT) -> Part:
    return Part(usd(amount), invoice.id, closing)


def paid(office: Office, amount: str, *parts: Part, rate: str | None = None) -> Payment:
    new = NewPayment(
        usd(amount), AAMU.id, parts=parts, rate=None if rate is None else Decimal(rate)
    )
    return office.do(payments.record, new).result


def balances(office: Office) -> dict[str, int]:
    rows = office.ask(accounting.trial_balance, office.clock.today(), "en").rows
    return {row.number: row.balance_minor for row in rows if row.balance_minor}


def require_worth(office: Office) -> None:
    """Hold claims and credits in the books against what is open, at the rates of the papers."""
    with office.database.read() as unit:
        items = unit.open_item_lists.as_of(office.clock.today())
        found = [unit.invoices.get(one.invoice_id) for one in items]
        credits_ = unit.payments.credits_of(AAMU.id)
        assert unit.balances.currencies() <= ("EUR",)
    worth = sum(
        money(item.open.amount * (one.exchange.rate if one.exchange else 1), "EUR").minor
        for item, one in zip(items, found, strict=True)
    )
    kept = sum(
        money(one.open.amount * (one.exchange.rate if one.exchange else 1), "EUR").minor
        for one in credits_
    )
    assert balance(office, AccountUse.RECEIVABLES) == worth
    assert balance(office, AccountUse.CUSTOMER_CREDIT) == -kept


def test_an_invoice_is_booked_at_the_rate_of_its_day(office: Office) -> None:
    invoice = sold(office)

    assert invoice.exchange is not None
    assert (invoice.exchange.rate, invoice.exchange.source) == (Decimal("0.92"), "ECB")
    assert balances(office) == {"1700": 11546, "3000": -9200, "2941": -2346}
    entries = office.ask(accounting.entries_of, f"invoice:{invoice.id}")
    assert [side.text for side in entries[0].postings] == [
        "125.50 USD",
        "-100.00 USD",
        "-25.50 USD",
    ]
    require_worth(office)


def test_a_rate_holds_over_a_weekend_and_not_for_ever(office: Office) -> None:
    soon, late = at(office, TODAY + timedelta(days=7)), at(office, TODAY + timedelta(days=8))

    invoice = sold(soon)
    with pytest.raises(Invalid) as refused:
        sold(late)

    assert invoice.exchange is not None
    assert invoice.exchange.day == TODAY
    ((problem),) = refused.value.problems
    assert (problem.code, problem.field) == ("exchange.rate-missing", "exchange")


def test_a_rate_written_on_the_draft_goes_before(office: Office) -> None:
    written = Exchange(Decimal("0.9"), TODAY, "bank")
    content = a_content(a_written_line("1", "100", "export"), currency="USD", exchange=written)

    invoice = issued(office, content)

    assert invoice.exchange == written
    assert balances(office) == {"1700": 9000, "3080": -9000}


def test_a_later_rate_changes_nothing_that_is_issued(office: Office) -> None:
    invoice = sold(office)

    office.do(exchange_rates.put, "USD", TODAY, Decimal("0.5"))

    assert office.ask(invoices.get, invoice.id) == invoice


def test_money_at_another_rate_gains_or_loses(later: Office, office: Office) -> None:
    invoice = sold(office)

    payment = paid(later, "125.50", part(invoice, "125.50"))

    assert payment.exchange is not None
    assert payment.exchange.rate == Decimal("0.95")
    assert balances(later) == {"1910": 11923, "3000": -9200, "2941": -2346, "9200": -377}
    require_worth(later)


def test_a_rate_written_for_a_payment_may_lose(later: Office, office: Office) -> None:
    invoice = sold(office)

    paid(later, "125.50", part(invoice, "125.50"), rate="0.9")

    assert balances(later)["9480"] == 251


def test_no_rate_for_a_payment_is_asked_for_at_its_field(office: Office) -> None:
    invoice = sold(office)
    later = at(office, LATER)

    with pytest.raises(Invalid) as refused:
        paid(later, "125.50", part(invoice, "125.50"))

    assert [(one.code, one.field) for one in refused.value.problems] == [
        ("exchange.rate-missing", "rate")
    ]
    assert count(later, "payment") == 0


def test_money_of_another_currency_than_the_invoice_is_refused(office: Office) -> None:
    invoice = sold(office)
    new = NewPayment(money(Decimal(100), "EUR"), AAMU.id, parts=(part(invoice, "100"),))

    with pytest.raises(Invalid) as refused:
        office.do(payments.record, new)

    assert [one.code for one in refused.value.problems] == ["payments.other-currency"]
    assert count(office, "payment") == 0


def test_euros_for_dollars_are_refused_with_both_names(office: Office) -> None:
    invoice = sold(office)
    euros = Part(money(Decimal(100), "EUR"), invoice.id)
    new = NewPayment(money(Decimal(100), "EUR"), AAMU.id, parts=(euros,))

    with pytest.raises(Invalid) as refused:
        office.do(payments.record, new)

    ((problem),) = refused.value.problems
    assert problem.code == "payments.other-currency"
    assert problem.facts == {"number": invoice.number, "wanted": "USD", "paid": "EUR"}


def test_parts_of_a_claim_never_leave_a_cent(later: Office, office: Office) -> None:
    invoice = sold(office, "33.33")

    for amount in ("13.95", "13.94", "13.94"):
        paid(later, amount, part(invoice, amount))
        require_worth(later)

    assert "1700" not in balances(later)


def test_a_credit_is_worth_the_rate_of_its_payment(later: Office, office: Office) -> None:
    invoice = sold(office)
    payment = paid(office, "200")
    require_worth(office)

    later.do(payments.allocate, payment.id, (part(invoice, "125.50"),))

    require_worth(later)
    assert balances(later) == {"1910": 18400, "2855": -6854, "3000": -9200, "2941": -2346}


def test_a_discount_and_a_loss_are_booked_at_the_rate_of_the_claim(
    later: Office, office: Office
) -> None:
    first, second = sold(office), sold(office)

    paid(later, "122.99", part(first, "122.99"), part(first, "2.51", Closing.EARLY))
    later.do(payments.write_off, second.id, "Bankrupt")

    require_worth(later)
    assert "1700" not in balances(later)
    assert balances(later)["2941"] == -2346 + 47


def test_a_credit_note_goes_back_at_the_rate_of_its_invoice(later: Office, office: Office) -> None:
    invoice = sold(office)
    draft = later.do(crediting.credit, invoice.id, (), "Wrong").result

    note = later.do(invoices.issue, draft.id).result
    later.do(payments.offset, invoice.id, note.id, usd("125.50"))

    assert note.exchange == invoice.exchange
    assert balances(later) == {}


def test_what_is_offset_at_two_rates_gains_the_difference(later: Office, office: Office) -> None:
    first = sold(office)
    second = sold(later)
    draft = later.do(crediting.credit, first.id, (), "Wrong").result
    note = later.do(invoices.issue, draft.id).result

    later.do(payments.offset, second.id, note.id, usd("125.50"))

    require_worth(later)
    assert balances(later)["9480"] == 377


def test_undone_and_reversed_nothing_is_left(later: Office, office: Office) -> None:
    invoice = sold(office)
    payment = paid(later, "100", part(invoice, "60.01"), part(invoice, "20.03", Closing.EARLY))
    (first, second) = later.ask(payments.seen, payment.id).settlements

    later.do(payments.undo, second.id)
    require_worth(later)
    later.do(payments.undo, first.id)
    require_worth(later)
    later.do(payments.reverse, payment.id, "Wrong")

    require_worth(later)
    assert balances(later) == {"1700": 11546, "3000": -9200, "2941": -2346}


def test_a_payment_is_reversed_with_what_it_gained(later: Office, office: Office) -> None:
    invoice = sold(office)
    payment = paid(later, "125.50", part(invoice, "125.50"))

    later.do(payments.reverse, payment.id, "Wrong")

    assert balances(later) == {"1700": 11546, "3000": -9200, "2941": -2346}


def test_a_down_payment_keeps_its_rate_until_the_work_is_sold(
    later: Office, office: Office
) -> None:
    work = drafted(office, a_content(a_written_line("1", "1000"), currency="USD"))
    half = Share(percent=Rate(Decimal(50)))
    first = office.do(staging.down_payment, work.id, half).result
    office.do(invoices.issue, first.id)

    last = later.do(staging.final, work.id).result
    later.do(invoices.issue, last.id)

    stood = balances(later)
    assert "2850" not in stood
    assert stood == {
        "1700": 57730 + 59613,
        "2941": -(11730 + 12113),
        "3000": -(46000 + 47500),
    }
    require_worth(later)


def test_open_items_and_statements_stay_in_their_own_currency(office: Office) -> None:
    sold(office)

    account = office.ask(open_items.account, AAMU.id)

    assert account.owed == (usd("125.50"),)


def test_the_paper_and_the_books_say_the_same_vat(office: Office) -> None:
    lines = (a_written_line("1", "33.33"), a_written_line("1", "11.11", "reduced"))
    invoice = issued(office, a_content(*lines, currency="USD"))

    sending = replace(SENDING, home_currency="EUR")
    home = bill_of(invoice, totals_of(invoice), sending).sums.home_tax

    stood = balances(office)
    assert home is not None
    assert home.minor == -(stood["2941"] + stood["2942"])
