"""Sentences about draft bills: what is missing in them, and what does not add up."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

_ORIGINAL = mark("The e-invoice itself says so; it is the original and stays as it is.")
_ASK = mark("Ask the supplier before it is paid.")

SENTENCES = {
    "bills.without-number": Parts(
        mark("The bill has no number."),
        mark("By its number it is known to the supplier, and found again."),
        mark("Write the number that stands on the bill."),
    ),
    "bills.without-day": Parts(
        mark("The bill has no date."),
        mark("VAT and the day of payment are counted from it."),
        mark("Write the date that stands on the bill."),
    ),
    "bills.without-supplier": Parts(
        mark("It is not said who sent the bill."),
        "",
        mark("Choose the supplier, or write its name."),
    ),
    "bills.without-total": Parts(
        mark("The bill has no total."),
        "",
        mark("Write the sum with VAT."),
    ),
    "bills.unknown-currency": Parts(
        mark("“{currency}” is not a currency."),
        mark("Currencies are written with their three letters, as in EUR."),
        mark("Write the currency of the bill."),
    ),
    "bills.due-before-issued": Parts(
        mark("The due date {day} lies before the date of the bill."),
        _ORIGINAL,
        mark("Write the day on which it is to be paid."),
    ),
    "bills.too-large": Parts(
        mark("{amount} is more than a bill can be."),
        mark("There is perhaps a decimal mark missing."),
        mark("Write the amount as it stands on the bill."),
    ),
    "bills.line-differs": Parts(
        mark("Quantity and price give {sum}, but {written} is written."), _ORIGINAL, _ASK
    ),
    "bills.lines-differ": Parts(
        mark("The lines give {sum}, but {written} net is written."), _ORIGINAL, _ASK
    ),
    "bills.tax-differs": Parts(
        mark("The VAT at {rate} is {sum}, but {written} is written."), _ORIGINAL, _ASK
    ),
    "bills.taxes-differ": Parts(
        mark("The VAT of all rates is {sum}, but {written} is written."), _ORIGINAL, _ASK
    ),
    "bills.total-differs": Parts(
        mark("Net and VAT give {sum}, but a total of {written} is written."), _ORIGINAL, _ASK
    ),
    "bills.same-bill": Parts(
        mark("Bill {number} of {supplier} is here already."),
        mark("It came in with another document, and waits there."),
        mark("Put one of them aside, so that it is not paid twice."),
    ),
}
