"""The words of an exported archive: which of them are forms of each other, looked up by stems.

Beside the page lie files by the first two letters of a word. Each tells with which stems its words
begin, and for each stem the words of the archive that are forms of it or compounds with it: so the
page finds *lasku* where *laskujen* is asked for, and knows no rule of any language.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from app.domain.archive import english, finnish
from app.domain.archive.language import SHORTEST_HEAD, is_compound, is_word, tokens_of
from app.domain.archive.stems import english_stems, finnish_stems, odd_forms

MOST_WORDS = 30_000
"""So many words of an archive have their forms listed: the first that occur."""
MOST_FORMS = 120
"""How many words one base may stand for, as in Backdesk."""
BEGIN = 2
"""By so many letters the files are told apart."""


@dataclass(frozen=True, slots=True)
class Shard:
    """The stems that begin alike, each with the number of the list of words that it stands for."""

    begin: str
    stems: Mapping[str, int]
    lists: Sequence[Sequence[str]]


class HandedWords:
    """Gathers the words of what is handed out, and tells which are forms of each other."""

    def __init__(self) -> None:
        self._words: set[str] = set()

    def see(self, texts: Iterable[str]) -> None:
        """Take in the words of texts."""
        if len(self._words) < MOST_WORDS:
            self._words.update(filter(is_word, tokens_of(texts)))

    def shards(self) -> Iterator[Shard]:
        """Yield what is to be looked up, by the first letters of what is asked.

        Only what belongs to the same first letters is ever spread out at once.
        """
        tongues = (_Finnish(self._words), _English(self._words))
        begins: dict[str, list[_Family]] = defaultdict(list)
        for tongue in tongues:
            for base in tongue.bases():
                begins[base[:BEGIN]].append((tongue, base, None))
        for form, base in odd_forms():
            begins[form[:BEGIN]] += ((tongue, base, form) for tongue in tongues)
        for begin in sorted(begins):
            if shard := _shard(begin, begins[begin]):
                yield shard


class _Finnish:
    """The bases of words in Finnish: their forms, and the compounds that end in them."""

    def __init__(self, words: Iterable[str]) -> None:
        self._backwards: dict[str, list[str]] = defaultdict(list)
        for word in sorted(words):
            for base in finnish.heads(word):
                self._backwards[base[::-1]].append(word)
        self._sorted = sorted(self._backwards)

    def bases(self) -> Iterator[str]:
        return (base[::-1] for base in self._sorted)

    def words(self, base: str) -> Sequence[str]:
        head = base[::-1]
        whole = chain(self._backwards.get(head, ()), self._compounds(head))
        return tuple(islice(whole, MOST_FORMS))

    def stems(self, base: str) -> Iterable[str]:
        return finnish_stems(base)

    def _compounds(self, head: str) -> Iterator[str]:
        if len(head) < SHORTEST_HEAD:
            return
        for base in islice(self._sorted, bisect_left(self._sorted, head), None):
            if not base.startswith(head):
                return
            if base != head and is_compound(base, head):
                yield from self._backwards[base]


class _English:
    """The bases of words in English, with their forms."""

    def __init__(self, words: Iterable[str]) -> None:
        self._based: dict[str, list[str]] = defaultdict(list)
        for word in sorted(words):
            for base in english.bases(word):
                self._based[base].append(word)

    def bases(self) -> Iterator[str]:
        return iter(self._based)

    def words(self, base: str) -> Sequence[str]:
        return self._based.get(base, ())[:MOST_FORMS]

    def stems(self, base: str) -> Iterable[str]:
        return english_stems(base)


_Family = tuple[_Finnish | _English, str, str | None]
"""A base in its tongue, and the one form by which it is asked for if no rule tells its stems."""


def _shard(begin: str, families: Iterable[_Family]) -> Shard | None:
    """Return stems with their lists; one that stands for itself alone is found as it is."""
    found: dict[str, set[str]] = defaultdict(set)
    for tongue, base, form in families:
        words = tongue.words(base)
        for stem in tongue.stems(base) if form is None else (form,):
            found[stem].update(words)
    lists: dict[tuple[str, ...], int] = {}
    stems: dict[str, int] = {}
    for stem in sorted(found):
        same = tuple(sorted(found[stem]))
        if same and same != (stem,):
            stems[stem] = lists.setdefault(same, len(lists))
    return Shard(begin, stems, tuple(lists)) if stems else None
