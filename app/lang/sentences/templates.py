"""Sentences about templates, snippets and the fields in them."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

SENTENCES = {
    "letters.unknown-field": Parts(
        mark("There is no field “{name}”."),
        mark("No letter could fill it."),
        mark("Choose one from the list of fields."),
    ),
    "letters.empty-field": Parts(
        mark("The receiver has nothing for the field “{name}”."),
        mark("Its place stays empty."),
        mark("Write it at the contact, or take the field out."),
    ),
    "templates.without-name": Parts(mark("The template has no name."), "", mark("Write one.")),
    "templates.name-taken": Parts(
        mark("There is a template called {name} already."),
        mark("Two would not be told apart."),
        mark("Choose another name."),
    ),
    "templates.without-text": Parts(
        mark("Nothing is written in any language."), "", mark("Write at least one text.")
    ),
    "templates.twice-in-language": Parts(
        mark("There are two texts in one language ({language})."), "", mark("Keep one of them.")
    ),
    "templates.without-subject": Parts(
        mark("The letter has no subject."), mark("It is found by its subject."), mark("Write one.")
    ),
    "snippets.wrong-shortcut": Parts(
        mark("“{shortcut}” cannot be typed as a shortcut."),
        mark("A shortcut is one word of letters, digits, points and hyphens."),
        mark("Write one like “greet”."),
    ),
    "snippets.shortcut-taken": Parts(
        mark("The shortcut {shortcut} writes something already."),
        mark("Two would not be told apart."),
        mark("Choose another one."),
    ),
}
