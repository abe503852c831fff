"""Sentences about mailing lists."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

SENTENCES = {
    "mailing.without-name": Parts(mark("The mailing list has no name."), "", mark("Write one.")),
    "mailing.name-taken": Parts(
        mark("There is a mailing list called {name} already."),
        mark("Two would not be told apart."),
        mark("Choose another name."),
    ),
    "mailing.nobody": Parts(
        mark("Nobody is on the mailing list."), "", mark("Add contacts, or write a rule.")
    ),
}
