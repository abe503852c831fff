"""A document as the full-text index keeps it: its words by where they stand, and its facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from app.domain.archive.document import Document
from app.domain.archive.language import tokens_of
from app.domain.archive.matching import FACT
from app.domain.archive.spans import AMOUNTS, DAYS, DUE, RECEIVED, SERIALS, of_amount, of_day

MOST_WORDS = 400_000
"""How many words of one document are found; a book of a thousand pages has fewer."""

KNOWN = f"{FACT}k"
"""The fact that every document has."""
SEALED, LOCKED, TAGGED, UNTYPED = (f"{FACT}x{mark}" for mark in "slgt")
REFERENCE, BINDER, FILE = (f"{FACT}o{mark}" for mark in "rbn")


@dataclass(frozen=True, slots=True)
class Indexed:
    """What of one document is found; ``pages`` are the text of its file."""

    document: Document
    sender: str = ""
    file_name: str = ""
    pages: tuple[str, ...] = ()

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
        """Yield the tokens of what else is written on its card, each field after its name."""
        one = self.document
        own = ((own_field(code), value) for code, value in one.fields.items())
        named = ((REFERENCE, one.reference), (BINDER, one.binder), (FILE, self.file_name), *own)
        for name, value in named:
            if value:
                yield name
                yield from tokens_of((value,))
        yield from tokens_of((one.note,))

    def text_tokens(self) -> Iterator[str]:
        """Yield its facts, and the tokens of its file's text."""
        return chain(self.facts(), tokens_of(self.pages, MOST_WORDS))

    def facts(self) -> Iterator[str]:
        """Yield what is known of it as tokens."""
        one = self.document
        yield from (KNOWN, state(one.state.value))
        yield kind(one.type_id) if one.type_id is not None else UNTYPED
        if one.correspondent_id is not None:
            yield correspondent(one.correspondent_id)
        if one.stage:
            yield stage(one.stage)
        if one.is_sealed:
            yield SEALED
        if one.locked_by:
            yield LOCKED
        if one.tags:
            yield TAGGED
        yield from map(tag, one.tags)
        yield from map(block, self._blocks())

    def _blocks(self) -> Iterator[str]:
        one = self.document
        yield from DAYS.blocks(of_day(self.day))
        yield from RECEIVED.blocks(of_day(one.received_at.date()))
        if one.due_on is not None:
            yield from DUE.blocks(of_day(one.due_on))
        if one.serial is not None:
            yield from SERIALS.blocks(one.serial)
        if one.amount is not None:
            yield from AMOUNTS.blocks(of_amount(one.amount.amount))


def state(value: str) -> str:
    """Return the fact of a state."""
    return f"{FACT}s{value}"


def kind(type_id: int) -> str:
    """Return the fact of a type."""
    return f"{FACT}t{type_id}"


def correspondent(contact_id: int) -> str:
    """Return the fact of a correspondent."""
    return f"{FACT}c{contact_id}"


def tag(tag_id: int) -> str:
    """Return the fact of a tag."""
    return f"{FACT}g{tag_id}"


def stage(code: str) -> str:
    """Return the fact of a stage of a course."""
    return f"{FACT}p{_joined(code)}"


def own_field(code: str) -> str:
    """Return what precedes the value of a field of the office's own."""
    return f"{FACT}f{_joined(code)}"


def block(one: str) -> str:
    """Return the fact of a block of numbers."""
    return f"{FACT}b{one}"


def _joined(code: str) -> str:
    """Return a code as one token: what separates words in it does not."""
    return "".join(char if char.isalnum() else FACT for char in code)
