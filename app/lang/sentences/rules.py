"""Sentences about the rules by which documents are filed."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

SENTENCES = {
    "rules.without-name": Parts(mark("The rule has no name."), "", mark("Write one.")),
    "rules.without-condition": Parts(
        mark("The rule would fit every document."),
        mark("It does not say when it applies."),
        mark("Choose a sender, a type, words, a name, an amount or a folder."),
    ),
    "rules.without-deed": Parts(
        mark("The rule does nothing."), "", mark("Say what it writes on the document.")
    ),
    "rules.upside-down": Parts(
        mark("No amount lies between these two."),
        "",
        mark("Write the smaller one first, both in the same currency."),
    ),
}
