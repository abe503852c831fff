"""The VAT of a down payment waits until it is paid, or until the final invoice takes it off."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.invoices.invoice import Invoice
from app.domain.invoices.stages import Share
from app.domain.invoices.totals import totals_of
from app.domain.payments.payment import Closing, Direction, NewPayment, Part
from app.domain.shared.money import Money
from app.domain.shared.quantities import Rate
from app.formats.packs import pack
from app.outside.clock import FixedClock
from app.services import accounting, crediting, exchange_rates, invoices, payments, staging
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.chances import few
from tests.paying import eur, paid, part
from tests.trade import a_content, a_written_line, drafted, opened_books

THIRTY = Share(percent=Rate(Decimal(30)))
UNDUE, DUE, REDUCED = "2948", "2941", "2942"


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


@pytest.fixture
def work(office: Office) -> Invoice:
    return drafted(office, a_content(a_written_line("1", "1000")))


def advance(office: Office, work: Invoice, share: Share = THIRTY) -> Invoice:
    draft = office.do(staging.down_payment, work.id, share).result
    return office.do(invoices.issue, draft.id).result


def finished(office: Office, work: Invoice) -> Invoice:
    draft = office.do(staging.final, work.id).result
    return office.do(invoices.issue, draft.id).result


def credited(office: Office, paper: Invoice) -> Invoice:
    draft = office.do(crediting.credit, paper.id, (), "Wrong").result
    return office.do(invoices.issue, draft.id).result


def taxes(office: Office) -> dict[str, int]:
    """Return what stands on the accounts of VAT, as it is owed."""
    balance = office.ask(accounting.trial_balance, office.clock.today(), "en")
    assert balance.difference_minor == 0
    wanted = {UNDUE, DUE, REDUCED}
    return {
        row.number: -row.balance_minor
        for row in balance.rows
        if row.number in wanted and row.balance_minor
    }


def test_finland_and_germany_tax_an_advance_when_it_is_paid() -> None:
    found = {one: pack(one).advances.is_due_on_payment for one in ("FI", "DE", "TH", "US")}

    assert found == {"FI": True, "DE": True, "TH": False, "US": False}


def test_what_is_paid_falls_due_and_waits_again_when_it_is_reversed(
    office: Office, work: Invoice
) -> None:
    first = advance(office, work)
    unpaid = taxes(office)
    half = paid(office, "188.25", part(first, "188.25"))
    halved = taxes(office)
    paid(office, "188.25", part(first, "188.25"))
    whole = taxes(office)

    office.do(payments.reverse, half.id, "Wrong")

    assert (unpaid, halved, whole) == (
        {UNDUE: 76_50},
        {UNDUE: 38_25, DUE: 38_25},
        {DUE: 76_50},
    )
    assert taxes(office) == halved


def test_each_rate_falls_due_on_its_own_account(office: Office) -> None:
    lines = (a_written_line("1", "1000"), a_written_line("1", "500", "reduced"))
    first = advance(office, drafted(office, a_content(*lines)))

    paid(office, "273.38", part(first, "273.38"))
    halved = taxes(office)
    paid(office, "273.37", part(first, "273.37"))

    assert halved == {UNDUE: 48_37, DUE: 38_25, REDUCED: 10_13}
    assert taxes(office) == {DUE: 76_50, REDUCED: 20_25}


def test_the_final_invoice_makes_all_of_it_due(office: Office, work: Invoice) -> None:
    first = advance(office, work)
    paid(office, "100", part(first, "100"))

    last = finished(office, work)
    delivered = taxes(office)
    paid(office, "276.50", part(first, "276.50"))

    assert delivered == {DUE: 255_00}
    assert taxes(office) == delivered
    credited(office, last)
    assert taxes(office) == {DUE: 76_50}


def test_a_final_invoice_that_is_credited_lets_what_is_unpaid_wait_again(
    office: Office, work: Invoice
) -> None:
    first = advance(office, work)
    last = finished(office, work)

    credited(office, last)
    again = taxes(office)
    paid(office, "376.50", part(first, "376.50"))

    assert again == {UNDUE: 76_50}
    assert taxes(office) == {DUE: 76_50}


def test_an_unpaid_advance_that_is_credited_was_never_due(office: Office, work: Invoice) -> None:
    first = advance(office, work)
    note = credited(office, first)
    before = taxes(office)

    office.do(payments.offset, first.id, note.id, eur("376.50"))

    assert (before, taxes(office)) == ({}, {})


def test_a_paid_advance_that_is_credited_is_due_until_it_is_paid_back(
    office: Office, work: Invoice
) -> None:
    first = advance(office, work)
    paid(office, "376.50", part(first, "376.50"))
    note = credited(office, first)
    before = taxes(office)

    paid(office, "376.50", part(note, "376.50"), direction=Direction.OUT)

    assert before == {UNDUE: -76_50, DUE: 76_50}
    assert taxes(office) == {}


def test_what_is_written_off_takes_its_tax_from_where_it_stands(
    office: Office, work: Invoice
) -> None:
    first = advance(office, work)
    paid(office, "125.50", part(first, "125.50"))

    office.do(payments.write_off, first.id, "Bankrupt", eur("125.50"))
    waiting = taxes(office)
    finished(office, work)
    delivered = taxes(office)
    office.do(payments.write_off, first.id, "Bankrupt")

    assert waiting == {UNDUE: 25_50, DUE: 25_50}
    assert delivered == {DUE: 229_50}
    assert taxes(office) == {DUE: 204_00}


def test_a_discount_for_early_payment_takes_its_tax_along(office: Office, work: Invoice) -> None:
    first = advance(office, work)

    paid(office, "368.97", part(first, "368.97"), part(first, "7.53", Closing.EARLY))

    assert taxes(office) == {DUE: 74_97}


def test_an_advance_in_another_currency_waits_at_the_rate_of_its_day(office: Office) -> None:
    office.do(exchange_rates.put, "USD", TODAY, Decimal("0.92"), "ECB")
    work = drafted(office, a_content(a_written_line("1", "1000"), currency="USD"))
    first = advance(office, work)
    unpaid = taxes(office)
    dollars = Money(376_50, "USD")

    office.do(payments.record, NewPayment(dollars, parts=(Part(dollars, first.id),)))

    assert (unpaid, taxes(office)) == ({UNDUE: 70_38}, {DUE: 70_38})


@settings(
    max_examples=few(12),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(amounts=st.lists(st.integers(1, 60_000), min_size=1, max_size=4), is_final=st.booleans())
def test_whatever_is_paid_all_of_it_is_due_at_the_end(
    office: Office, amounts: list[int], *, is_final: bool
) -> None:
    before = taxes(office).get(DUE, 0)
    work = drafted(office, a_content(a_written_line("1", "1000"), a_written_line("1", "0.07")))
    first = advance(office, work)
    left = totals_of(first).gross.minor
    for amount in amounts:
        some = min(amount, left)
        if some:
            text = str(Decimal(some) / 100)
            paid(office, text, part(first, text))
        left -= some
        assert 0 <= taxes(office).get(UNDUE, 0) <= totals_of(first).tax.minor

    if is_final:
        finished(office, work)
    elif left:
        text = str(Decimal(left) / 100)
        paid(office, text, part(first, text))

    tax = totals_of(work if is_final else first).tax.minor
    assert taxes(office) == {DUE: before + tax}
