"""Sentences about country packs: the rates, charts and forms of a country."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

SENTENCES = {
    "admin.already-set-up": Parts(
        mark("This office is already that of {name}."),
        mark("An office is set up once, with its chart of accounts and number series."),
        mark("Change the company instead, or create another office."),
    ),
    "packs.unknown-country": Parts(
        mark("There is no country pack for {country}."),
        mark("A pack brings the VAT codes and the chart of accounts of a country."),
        mark("Choose a country from the list."),
    ),
    "packs.broken": Parts(
        mark("The country pack {file} cannot be used."),
        mark("At {where}: {why}."),
        mark("Install the program again; if the file is your own, correct it."),
    ),
}
