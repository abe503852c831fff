"""Language: how the text of documents becomes tokens, and which words are forms of each other.

A word is kept in the index as it stands. Beside the index there is a list of the words that occur,
each by its *keys*: what it may be a form of, in Finnish and in English. Words that share a key are
searched for each other; a Finnish key that ends in another one is a compound with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from app.domain.archive import english, finnish
from app.domain.shared.search import tokens_in

FINNISH, ENGLISH = "f", "e"
SHORTEST_WORD, LONGEST_WORD = 3, 40
SHORTEST_HEAD, SHORTEST_MODIFIER = 4, 3
"""Of how many letters the last part of a compound must be, and what stands before it."""
_VOWELS = frozenset("aeiouy")
_BEFORE_A_HEAD = frozenset("aeiouynslrt")


def tokens_of(texts: Iterable[str], most: int | None = None) -> Iterator[str]:
    """Yield the words of texts in their order, at most so many."""
    return islice(chain.from_iterable(map(tokens_in, texts)), most)


def is_word(token: str) -> bool:
    """Say whether a token is a word that can have forms: letters of a script with spaces."""
    return SHORTEST_WORD <= len(token) <= LONGEST_WORD and token.isascii() and token.isalpha()


def keys(word: str) -> frozenset[str]:
    """Return by which keys a word is asked for; a Finnish one is written backwards.

    So the compounds with a word stand together in the list.
    """
    if not is_word(word):
        return frozenset()
    backwards = (FINNISH + base[::-1] for base in finnish.bases(word))
    return frozenset((*backwards, *(ENGLISH + base for base in english.bases(word))))


def listed_keys(word: str) -> frozenset[str]:
    """Return by which keys a word is listed: those by which others ask for it.

    What is a case in Finnish is no base of others, and an English word is found as itself.
    """
    if not is_word(word):
        return frozenset()
    backwards = (FINNISH + base[::-1] for base in finnish.heads(word))
    return frozenset((*backwards, *(ENGLISH + base for base in english.bases(word) - {word})))


def same(word: str) -> frozenset[str]:
    """Return the words that an English word may be a form of."""
    return english.bases(word) if is_word(word) else frozenset()


def heads(word: str) -> frozenset[str]:
    """Return with which keys those begin whose words may be compounds that end in a word."""
    if not is_word(word):
        return frozenset()
    found = finnish.heads(word)
    return frozenset(FINNISH + base[::-1] for base in found if len(base) >= SHORTEST_HEAD)


def is_compound(key: str, head: str) -> bool:
    """Say whether a listed key is that of a compound with a head: what precedes may be a word."""
    before = key[len(head) :]
    is_long = len(before) >= SHORTEST_MODIFIER and not _VOWELS.isdisjoint(before)
    return is_long and before[0] in _BEFORE_A_HEAD
