"""Sentences about amounts, quantities, VAT rates and number series."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

SENTENCES = {
    "money.other-currency": Parts(
        mark("Amounts in {left} and {right} cannot be added up."),
        mark("An amount is only comparable in one currency."),
        mark("Use the same currency on the whole document."),
    ),
    "money.too-large": Parts(
        mark("The amount {amount} is too large."),
        mark("The books hold amounts below 1,000,000,000,000,000."),
        mark("Check the quantity and the price."),
    ),
    "money.unknown-currency": Parts(
        mark("The currency {currency} is not known here."),
        mark("Only currencies whose decimals are known can be kept."),
        mark("Choose a currency from the list."),
    ),
    "number.too-many-places": Parts(
        mark("The number {value} has too many decimals."),
        mark("At most {places} decimals are kept, and nothing is rounded silently."),
        mark("Shorten the number."),
    ),
    "number.too-large": Parts(
        mark("The number {value} is too large."),
        mark("The books hold numbers below 1,000,000,000,000."),
        mark("Check the number."),
    ),
    "number.not-a-number": Parts(
        mark("“{value}” is not a number."),
        "",
        mark("Enter digits, or a sum such as 12*3.5."),
    ),
    "vat.no-rate-yet": Parts(
        mark("VAT code {vat} has no rate on {day}."),
        mark("The code came into force later than that day."),
        mark("Choose another VAT code or another day of delivery."),
    ),
    "numbering.series-closed": Parts(
        mark("There is no open number series for that day."),
        mark("Numbers are taken from the series of the fiscal year."),
        mark("Choose a day in an open fiscal year, or open the year first."),
    ),
    "numbering.series-closed:before-the-books": Parts(
        mark("The day {day} is before the books that are kept here."),
        mark(
            "They begin on {since}. The numbers of {year} were given elsewhere, and the same number"
            " could be given twice."
        ),
        mark("Choose {since} or a later day, or issue it where the books of {year} are kept."),
    ),
    "numbering.earlier-than-last": Parts(
        mark("The day is earlier than that of the last number taken."),
        mark("Numbers must rise with the days, without gaps."),
        mark("Choose the day of the last number or a later one."),
    ),
}
