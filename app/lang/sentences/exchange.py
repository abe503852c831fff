"""Sentences about other currencies: rates that are missing, wrong or cannot be read."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

SENTENCES = {
    "exchange.rate-missing": Parts(
        mark("No exchange rate of {currency} is known for {day}."),
        mark("The books are kept in the currency of the company."),
        mark("Write the rate here, or take rates in from a file."),
    ),
    "exchange.rate-not-positive": Parts(
        mark("{value} is no exchange rate."),
        mark("A rate is above zero: what one unit is in the currency of the company."),
        mark("Correct the rate."),
    ),
    "exchange.currency-unknown": Parts(
        mark("Invoices cannot be written in {currency}."),
        "",
        mark("Choose a currency from the list."),
    ),
    "exchange.currency-own": Parts(
        mark("{currency} is the currency of the company."),
        mark("A rate tells what another currency is in it."),
        mark("Choose another currency."),
    ),
    "exchange.day-to-come": Parts(
        mark("{day} is still to come."),
        mark("The rate of a day is known on that day."),
        mark("Choose a day that has been."),
    ),
    "exchange.not-rates": Parts(
        mark("There are no exchange rates in this file."),
        mark(
            "Readable are the history of the European Central Bank (CSV or ZIP) and lists of "
            "currency, day and rate."
        ),
        mark("Choose another file."),
    ),
}
