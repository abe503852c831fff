"""Sentences about contacts, products, their lists and what is imported into them."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

SENTENCES = {
    "view.unknown-sort": Parts(
        mark("The list cannot be sorted by “{sort}”."),
        mark("It can be sorted by: {known}."),
        mark("Choose one of these columns."),
    ),
}
