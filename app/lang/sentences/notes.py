"""Sentences about notes, calls and follow-ups."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

SENTENCES = {
    "notes.without-text": Parts(
        mark("The note is empty."), "", mark("Write down what is to be known.")
    ),
    "notes.too-long": Parts(
        mark("The note is too long."),
        mark("A note has at most {most} characters."),
        mark("Shorten it, or file the text as a document."),
    ),
    "notes.without-caller": Parts(
        mark("It is not said who called."), "", mark("Write a name or a number.")
    ),
    "notes.without-person": Parts(
        mark("Nobody is named."), "", mark("Write into whose hands it goes.")
    ),
    "notes.day-gone": Parts(
        mark("{day} has gone by."),
        mark("It is brought up at once, as overdue."),
        mark("Check the day."),
    ),
}
