"""Sentences about contacts, products, their lists and what is imported into them."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

SENTENCES = {
    "view.unknown-state": Parts(
        mark("The list cannot be narrowed to “{state}”."),
        mark("It can be narrowed to: {known}."),
        mark("Choose one of these."),
    ),
    "view.unknown-sort": Parts(
        mark("The list cannot be sorted by “{sort}”."),
        mark("It can be sorted by: {known}."),
        mark("Choose one of these columns."),
    ),
    "contacts.vies-without-number": Parts(
        mark("This contact has no VAT number of the EU."),
        mark("VIES answers about such numbers only."),
        mark("Write the number down with the contact first."),
    ),
    "contacts.vies-without-day": Parts(
        mark("The day of the answer is missing."),
        mark("An answer proves something of its own day."),
        mark("Write down when VIES answered."),
    ),
    "contacts.vies-in-the-future": Parts(
        mark("The answer is of {day}, which has not come yet."),
        "",
        mark("Write down when VIES answered."),
    ),
    "contacts.vies-without-source": Parts(
        mark("It is not said who answered."),
        mark("The proof names its source."),
        mark("Write VIES, or the tax office that was asked."),
    ),
    "contacts.number-taken": Parts(
        mark("The number {number} belongs to {name}."),
        mark("Every contact has a number of its own."),
        mark("Choose another number, or leave it empty to get the next one."),
    ),
    "products.code-taken": Parts(
        mark("The code {code} belongs to {name}."),
        mark("Every product has a code of its own, whatever its case."),
        mark("Choose another code."),
    ),
    "products.not-a-picture": Parts(
        mark("This file is no picture that can be shown."),
        mark("The picture of a product is in PNG or JPEG format and has at most 20 MiB."),
        mark("Choose another file."),
    ),
    "pictures.not-there": Parts(
        mark("The picture that is to be shown is not there."),
        mark("A picture is put in before it is shown, by whoever shows it."),
        mark("Choose the picture again."),
    ),
    "products.language-twice": Parts(
        mark("There is another name in this language."),
        mark("A product has one name in each language."),
        mark("Choose another language, or empty one of the two."),
    ),
}
