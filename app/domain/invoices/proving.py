"""Whether a sale within the EU at 0 % is proven: VIES knows the number of the buyer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.domain.contacts.contact import Contact
from app.domain.contacts.vies import Proof, proof_of, vat_number_of
from app.domain.invoices.invoice import Invoice, Kind
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.vat import Category

NOT_CHECKED = Rule("invoices.vat-number-not-checked", "number", is_warning=True)
CHECKED_LONG_AGO = Rule("invoices.vat-number-checked-long-ago", "number", "day", is_warning=True)
NOT_VALID = Rule("invoices.vat-number-not-valid", "number", "day", is_warning=True)


def unproven(draft: Invoice, customer: Contact, home: str, today: date) -> Iterator[Problem]:
    """Yield a warning where VAT is left to a buyer whose number is not proven on the day.

    A credit note takes back what was proven then; a buyer at home needs no such proof.
    """
    number = vat_number_of(customer)
    if draft.kind is Kind.CREDIT_NOTE or not number or not _is_abroad(draft, number, home):
        return
    proof, answer = proof_of(customer, today), customer.vat_answer
    if proof is Proof.NONE or answer is None:
        yield NOT_CHECKED.at("customer_id", number=number)
    elif proof is Proof.OLD:
        yield CHECKED_LONG_AGO.at("customer_id", number=number, day=answer.on)
    elif proof is Proof.INVALID:
        yield NOT_VALID.at("customer_id", number=number, day=answer.on)


def _is_abroad(draft: Invoice, number: str, home: str) -> bool:
    """Say whether goods or services go to another member state without VAT."""
    found = {line.category for line in draft.lines}
    if Category.INTRA_COMMUNITY in found:
        return True
    return Category.REVERSE_CHARGE in found and not number.startswith(home)
