"""Sentences about numbers that authorities and networks give: which digit or length is wrong."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

COMPARE = mark("Compare it with the customer's own papers.")

SENTENCES = {
    "identifier.wrong-length": Parts(
        mark("The number has {found} characters instead of {expected}."),
        mark("A character is missing or there is one too many."),
        COMPARE,
    ),
    "identifier.wrong-character": Parts(
        mark("The character “{character}” at position {position} does not belong there."),
        "",
        COMPARE,
    ),
    "identifier.wrong-check-digit": Parts(
        mark("The check digit at position {position} is {found}, but must be {expected}."),
        mark("One of the digits is wrong, or two have changed places."),
        COMPARE,
    ),
    "identifier.impossible": Parts(
        mark("Such a number cannot exist."),
        mark("No check digit fits these digits, so it was never given to anybody."),
        COMPARE,
    ),
    "identifier.wrong-form": Parts(
        mark("The number is not written as it must be."),
        mark("It looks like this: {example}."),
        COMPARE,
    ),
    "identifier.unknown-country": Parts(
        mark("The country {country} is not known for this kind of number."),
        mark("The first two letters name the country."),
        mark("Correct the first two letters."),
    ),
    "identifier.unknown-scheme": Parts(
        mark("The kind of number {scheme} is not known here."),
        "",
        mark("Choose a kind from the list."),
    ),
}
