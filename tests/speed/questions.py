"""Questions to the archive of benches: what people type, from the texts of its oldest documents.

The oldest are read last: what stands there alone is the slowest to find.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from random import Random
from typing import NamedTuple

from tests.speed.papers import some_papers

PAPERS = 200
OF_A_KIND = 20
THAI_WORD = 8


class Question(NamedTuple):
    """A question as it is typed here, and the same in the speeches of FTS5 and of tantivy."""

    kind: str
    ours: str
    fts5: str
    tantivy: str


def some_questions(count: int) -> Iterator[Question]:
    """Yield questions of every kind for an archive of so many documents, the same every time."""
    chance = Random(5)  # noqa: S311  the same every time
    papers = list(islice(some_papers(count), PAPERS))
    pages = [one.pages[0] for one in papers if " " in one.pages[0]]
    thai = [one.pages[0] for one in papers if " " not in one.pages[0]]
    for kind, ask in _KINDS.items():
        for _ in range(OF_A_KIND):
            yield Question(kind, *ask(chance, chance.choice(pages).split()))
    for _ in range(OF_A_KIND):
        page = chance.choice(thai)
        at = chance.randrange(len(page) - THAI_WORD)
        word = page[at : at + THAI_WORD]
        yield Question("a Thai word", word, f'"{word}"', f'"{word}"')


Asked = tuple[str, str, str]


def _word(chance: Random, page: list[str]) -> Asked:
    word = chance.choice(page)
    return f"{word} ", f'"{word}"', word


def _two_words(chance: Random, page: list[str]) -> Asked:
    one, two = chance.sample(page, 2)
    return f"{one} {two} ", f'"{one}" AND "{two}"', f"+{one} +{two}"


def _phrase(chance: Random, page: list[str]) -> Asked:
    at = chance.randrange(len(page) - 3)
    phrase = f'"{" ".join(page[at : at + 3])}"'
    return phrase, phrase, phrase


def _beginning(chance: Random, page: list[str]) -> Asked:
    begin = chance.choice([word for word in page if len(word) > 4])[:4]
    return begin, f'"{begin}"*', begin


def _of_a_type(chance: Random, page: list[str]) -> Asked:
    word, bare, same = _word(chance, page)
    return f"{word}type:type-{chance.randrange(8)} amount:>1000 ", bare, same


def _of_a_year(chance: Random, page: list[str]) -> Asked:
    word, bare, same = _word(chance, page)
    return f"{word}{chance.randrange(2016, 2026)} ", bare, same


def _misspelt(chance: Random, page: list[str]) -> Asked:
    word = chance.choice([word for word in page if len(word) > 6])
    wrong = f"{word[:3]}{word[4]}{word[3]}{word[5:]}"
    return f"{wrong} ", f'"{wrong}"', wrong


_KINDS: dict[str, Callable[[Random, list[str]], Asked]] = {
    "a word": _word,
    "two words": _two_words,
    "a phrase": _phrase,
    "a beginning": _beginning,
    "a word, a type and a sum": _of_a_type,
    "a word and a year": _of_a_year,
    "a misspelt word": _misspelt,
}
