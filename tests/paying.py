"""Money: an office that is paid, with credit notes, and what its books must agree on."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from app.domain.accounting.chart import AccountUse
from app.domain.accounting.journal import Entry, Journal, Posting
from app.domain.accounting.sales import sales_accounts
from app.domain.invoices.invoice import Invoice, Kind
from app.domain.invoices.issue import issue
from app.domain.invoices.posting import entry_for
from app.domain.invoices.totals import totals_of
from app.domain.payments.open_item import position_of
from app.domain.payments.payment import (
    Charge,
    ChargeKind,
    Closing,
    NewPayment,
    Part,
    Payment,
)
from app.domain.shared.ids import EntryId, InvoiceId, PaymentId, new_id
from app.domain.shared.money import Money, money
from app.services import payments
from app.services.office import Office
from tests.builders import TODAY, a_draft, a_line
from tests.trade import AAMU


def eur(amount: str) -> Money:
    """Return an amount of euros."""
    return money(Decimal(amount), "EUR")


def part(invoice: Invoice | InvoiceId, amount: str, closing: Closing = Closing.PAYMENT) -> Part:
    """Return an amount of an invoice that a payment settles."""
    invoice_id = invoice.id if isinstance(invoice, Invoice) else invoice
    return Part(eur(amount), invoice_id, closing)


def paid(office: Office, amount: str, *parts: Part, **more: Any) -> Payment:
    """Record what Kahvila Aamu pays."""
    new = replace(NewPayment(eur(amount), AAMU.id, parts=parts), **more)
    return office.do(payments.record, new).result


def charge(kind: ChargeKind, amount: str) -> Charge:
    return Charge(kind, eur(amount))


def given_back(payment_id: PaymentId, amount: str) -> Part:
    """Return what is paid back of a customer's credit."""
    return Part(eur(amount), closing=Closing.REFUND, payment_id=payment_id)


def credited(office: Office, price: str = "100", number: str = "CN-1") -> Invoice:
    """Issue a credit note past its own rules: numbered, open the other way, booked reversed."""
    draft = a_draft(a_line("1", price, "25.5"))
    new = InvoiceId(new_id())
    draft = replace(draft, id=new, customer_id=AAMU.id, kind=Kind.CREDIT_NOTE)
    issued = issue(draft, number, TODAY, "")
    totals = totals_of(issued)
    with office.database.write() as unit:
        accounts = sales_accounts(unit.ledger.accounts())
        claim = replace(issued, kind=Kind.INVOICE)
        booked = entry_for(claim, totals, accounts, EntryId(new_id()), f"E-{number}")
        assert booked is not None
        unit.invoices.add(draft, totals)
        unit.invoices.save(draft, issued, totals)
        unit.open_items.add(position_of(issued, totals))
        unit.ledger.post(_opposite(booked))
        unit.changes.taken()
    return issued


def _opposite(entry: Entry) -> Entry:
    sides = tuple(Posting(one.account_id, -one.amount, vat=one.vat) for one in entry.postings)
    return Entry(
        entry.id, entry.number, Journal.SALES, entry.booked_on, entry.text, sides, entry.source
    )


def balance(office: Office, use: AccountUse) -> int:
    """Return what all accounts of a use stand at, debit positive."""
    with office.database.read() as unit:
        numbers = {one.number for one in unit.ledger.accounts() if one.use is use}
        found = unit.balances.trial_balance(office.clock.today(), "EUR", "en")
        return sum(row.balance_minor for row in found.rows if row.number in numbers)


def require_claims(office: Office) -> None:
    """Hold the receivables at the end of the office's day against what was open on it."""
    with office.database.read() as unit:
        then = unit.open_item_lists.as_of(office.clock.today())
        found = unit.balances.trial_balance(office.clock.today(), "EUR", "en")
    assert found.difference_minor == 0
    assert balance(office, AccountUse.RECEIVABLES) == sum(item.open.minor for item in then)


def require_agreement(office: Office) -> None:
    """Hold the books of the last day against claims and credits, and count all of them again."""
    require_claims(office)
    with office.database.read() as unit:
        owed = unit.open_items.sums().get("EUR", 0)
        credit = unit.payments.credits().get("EUR", 0)
        wrong = (*unit.open_items.differences(), *unit.payments.differences())
    assert balance(office, AccountUse.RECEIVABLES) == owed
    assert balance(office, AccountUse.CUSTOMER_CREDIT) == -credit
    assert wrong == ()
