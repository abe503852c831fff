"""A document as the full-text index keeps it: its words by where they stand, and its facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.archive.document import Document
from app.domain.archive.language import tokens_of
from app.domain.shared.ids import ContactId, DocumentId, DocumentTypeId

MOST_WORDS = 400_000
"""How many words of one document are found; a book of a thousand pages has fewer."""

FACT = "\ue002"
"""What begins a token that no text can hold: a fact of a document, not a word in it."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """What of one document is found; ``pages`` are the text of its file."""

    document: Document
    sender: str = ""
    file_name: str = ""
    pages: tuple[str, ...] = ()

    @property
    def document_id(self) -> DocumentId:
        """The document."""
        return self.document.id

    @property
    def type_id(self) -> DocumentTypeId | None:
        """Its type, by which results are counted."""
        return self.document.type_id

    @property
    def correspondent_id(self) -> ContactId | None:
        """Its correspondent, by whom results are counted."""
        return self.document.correspondent_id

    @property
    def day(self) -> date:
        """The day that it bears, else the one on which it came."""
        return self.document.day or self.document.received_at.date()

    def title_tokens(self) -> Iterator[str]:
        """Yield the tokens of its title."""
        return tokens_of((self.document.title,))

    def sender_tokens(self) -> Iterator[str]:
        """Yield the tokens of its correspondent's name."""
        return tokens_of((self.sender,))

    def card_tokens(self) -> Iterator[str]:
        """Yield the tokens of what else is written on its card."""
        one = self.document
        own = (one.reference, one.note, one.binder, self.file_name)
        return tokens_of((*own, *one.fields.values()))

    def text_tokens(self) -> Iterator[str]:
        """Yield its facts, and the tokens of its file's text."""
        yield from facts_of(self.document)
        yield from tokens_of(self.pages, MOST_WORDS)


def facts_of(one: Document) -> Iterator[str]:
    """Yield the facts of a document as tokens: its state, type, tags, correspondent and days."""
    yield f"{FACT}s{one.state.value}"
    if one.type_id is not None:
        yield f"{FACT}t{one.type_id}"
    if one.correspondent_id is not None:
        yield f"{FACT}c{one.correspondent_id}"
    yield from (f"{FACT}g{tag}" for tag in one.tags)
    if one.is_sealed:
        yield f"{FACT}x"
