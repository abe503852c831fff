"""Whether the XML of an e-invoice says what was issued: compared to the cent, never trusted."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from app.domain.archive.einvoice import Doubt, EInvoice, doubts
from app.domain.invoices.einvoice import EBill
from app.domain.shared.eformats import EFormat
from app.domain.shared.money import Money


def differences(bill: EBill, found: EInvoice) -> tuple[str, ...]:
    """Return the names of what the XML says otherwise than the invoice; none where all agrees.

    The VAT of each rate is held against the invoice alone: the last of several papers takes the
    cent that rounding left, which the rules allow.
    """
    compared = dict(_compared(bill, found))
    wrong = [name for name, (meant, said) in compared.items() if meant != said]
    read = (one for one in doubts(found) if one.doubt is not Doubt.TAX)
    return (*wrong, *(f"doubt.{one.doubt.value}" for one in read))


def _compared(bill: EBill, found: EInvoice) -> Iterator[tuple[str, tuple[object, object]]]:
    sums, totals = bill.sums, found.totals
    yield "number", (bill.number, found.number)
    yield "issued_on", (bill.issued_on, found.issued_on)
    yield "due_on", (bill.due_on, found.due_on)
    yield "currency", (bill.currency, found.currency)
    yield "is_credit", (bill.is_credit, found.is_credit)
    yield "seller", (_plain(bill.seller.name), _plain(found.seller.name))
    yield "buyer", (_plain(bill.buyer.name), _plain(found.buyer.name))
    sign = _sign(bill)
    yield "net", (sums.net.amount * sign, totals.net)
    yield "tax", (sums.tax.amount * sign, totals.tax)
    yield "gross", (sums.gross.amount * sign, totals.gross)
    yield "due", (sums.due.amount * sign, totals.payable)
    yield "taxes", (_taxes(bill, sign), [(tax.base, tax.amount) for tax in found.taxes])
    yield "lines", (_lines(bill, sign), [(line.quantity, line.net) for line in found.lines])
    extras = sorted(extra.amount for extra in found.extras if extra.amount is not None)
    yield "adjustments", (sorted(_adjustments(bill, sign)), extras)


def _sign(bill: EBill) -> int:
    """Return the sign of what is said: a credit note of Finvoice is below zero."""
    return -1 if bill.eformat is EFormat.FINVOICE and bill.is_credit else 1


def _taxes(bill: EBill, sign: int) -> list[tuple[Decimal, Decimal]]:
    return [(part.base.amount * sign, part.tax.amount * sign) for part in bill.vat]


def _lines(bill: EBill, sign: int) -> list[tuple[Decimal, Decimal]]:
    return [(line.quantity * sign, line.net.amount * sign) for line in bill.lines]


def _adjustments(bill: EBill, sign: int) -> list[Decimal]:
    """Return what is added, and below zero what is taken off."""

    def signed(amount: Money, *, is_charge: bool) -> Decimal:
        return amount.amount * sign * (1 if is_charge else -1)

    return [signed(one.amount, is_charge=one.is_charge) for one in bill.adjustments]


def _plain(text: str) -> str:
    """Return a text without blanks: a long name may be parted anywhere."""
    return "".join(text.split())
