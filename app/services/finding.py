"""Finding: documents by any word in them, ranked, with what answers marked, and counted."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.domain.archive.fields import Field
from app.domain.archive.folding import all_folded
from app.domain.archive.found import (
    NOTHING_FOUND,
    Found,
    FoundDocument,
    OfSender,
    OfType,
    OfYear,
    Order,
)
from app.domain.archive.language import tokens_of
from app.domain.archive.matching import AllOf
from app.domain.archive.question import Clause
from app.domain.archive.row import Wanted
from app.domain.archive.snippets import Marker, marker_of
from app.domain.shared.ids import ContactId, DocumentId, RecordId
from app.domain.shared.search import folded
from app.services.asking import Asking
from app.services.indexing import Indexer
from app.services.office import Desk
from app.services.permissions import Permission, query
from app.services.registering import Register
from app.storage.document_index import Card

ANYWHERE = Wanted(states=())
MOST_COUNTED = 500
"""Up to how many answers their number is exact; so many of the newest are ranked and counted."""
FEW = 2
"""Up to how many answers another spelling is looked for that has many more."""
MANY_MORE = 5
"""How many times as many answers another spelling must have to be told."""
MOST_WEIGHED = 4
"""How many words of a question are looked for in titles."""
IN_TITLE = 2
"""What a word in a title is worth, where the name of the correspondent is worth 1."""
MOST_NAMED = 20
"""How many types, years and senders are told."""


@query(Permission.ARCHIVE_READ)
def find(
    desk: Desk,
    question: str,
    limit: int = 20,
    order: Order = Order.BEST,
    wanted: Wanted = ANYWHERE,
) -> Found:
    """Return the documents that answer a question; what can be typed is a question.

    Where nothing does, a word that occurs nowhere is taken for one that is spelt almost so. Where
    no state is wanted or named in the question, what lies in the trash is left out.
    """
    finder = Finder(desk, wanted)
    clauses = finder.asking.read(question)
    if not clauses:
        return NOTHING_FOUND
    found = finder.find(clauses, limit, order)
    if found.total > FEW or not (mended := finder.mended(clauses)):
        return found
    other = finder.find(mended, limit, order)
    said = _said(question, clauses, mended, other)
    if not found.total:
        return replace(other, meant=said)
    return replace(found, instead=said) if other.total > found.total else found


class Finder:
    """Answers questions for one asker."""

    def __init__(self, desk: Desk, wanted: Wanted = ANYWHERE) -> None:
        self._store = desk.store
        self._wanted = wanted
        self._index = desk.store.document_index
        self._register = Register(desk)
        self._indexer = Indexer(desk)
        self.asking = Asking(desk, self._register)

    def find(self, clauses: Sequence[Clause], limit: int, order: Order) -> Found:
        """Return the documents that answer all of these."""
        asked = self.asking.within(clauses, self._wanted)
        places = self._index.newest(asked, MOST_COUNTED + 1)
        if not places:
            return NOTHING_FOUND
        counted, is_more = places[:MOST_COUNTED], len(places) > MOST_COUNTED
        cards = self._index.cards(counted)
        names = self._index.senders({one.correspondent_id for one in cards if one.correspondent_id})
        shown = _ranked(asked, cards, names) if order is Order.BEST else places
        return Found(
            self._marked(marker_of(asked), self._documents(shown[:limit], cards)),
            len(counted),
            is_more=is_more,
            counted=len(counted),
            by_type=_by_type(cards),
            by_year=_by_year(cards),
            by_sender=_by_sender(cards, names),
        )

    def _documents(self, places: Sequence[int], cards: Sequence[Card]) -> tuple[DocumentId, ...]:
        """Return the documents at places; who has their cards need not ask."""
        known = {one.place: one.document_id for one in cards}
        if known.keys() >= set(places):
            return tuple(known[one] for one in places)
        return self._index.documents(places)

    def best(self, clauses: Sequence[Clause], most: int) -> tuple[DocumentId, ...]:
        """Return the documents that answer: the best of the newest, then the others."""
        asked = self.asking.within(clauses, self._wanted)
        places = self._index.newest(asked, most)
        cards = self._index.cards(places[:MOST_COUNTED])
        names = self._index.senders({one.correspondent_id for one in cards if one.correspondent_id})
        ranked = _ranked(asked, cards, names)
        return self._index.documents((*ranked, *places[MOST_COUNTED:]))

    def all(self, clauses: Sequence[Clause]) -> array[int]:
        """Return every document that answers, in no order."""
        return self._index.all(self.asking.within(clauses, self._wanted))

    def marker(self, clauses: Sequence[Clause]) -> Marker:
        """Return what finds the words of a question in texts."""
        return marker_of(self.asking.match(clauses))

    def marked(
        self, clauses: Sequence[Clause], ids: Sequence[DocumentId]
    ) -> tuple[FoundDocument, ...]:
        """Return documents with what in them answers."""
        return self._marked(self.marker(clauses), ids)

    def _marked(self, marker: Marker, ids: Sequence[DocumentId]) -> tuple[FoundDocument, ...]:
        rows = self._store.document_lists.rows(ids, self._register.scope(ANYWHERE))
        pages = self._indexer.pages([row.file_id for row in rows])
        return tuple(
            FoundDocument(row, marker.spots(row.title), marker.snippet(pages[row.file_id]))
            for row in rows
        )

    def pages(self, file_id: RecordId) -> Sequence[str]:
        """Return the text of a file, page by page."""
        return self._indexer.pages([file_id])[file_id]

    def mended(self, clauses: Sequence[Clause]) -> tuple[Clause, ...]:
        """Return a question with each word that occurs nowhere or seldom spelt as one that does.

        A word is only put in its place if the asker may see where it occurs. Nothing comes back
        when nothing can be mended.
        """
        mended = tuple(self._mended(one) for one in clauses)
        return mended if mended != tuple(clauses) else ()

    def _mended(self, clause: Clause) -> Clause:
        if clause.field not in _SPELT or clause.is_phrase or not clause.is_wanted:
            return clause
        held = self._count(clause, FEW + 1)
        if held > FEW:
            return clause
        words, least = self._index.words, max(1, held * MANY_MORE)
        for near in (one for token in tokens_of((clause.words,)) for one in words.near(token)):
            instead = replace(clause, words=near, is_open=False, days=None, amount=None)
            itself = replace(instead, is_phrase=True)
            if self._count(itself, least) >= least:
                return instead
        return clause

    def _count(self, clause: Clause, most: int) -> int:
        return self._index.count(self.asking.match((clause,)), most)


Names = Mapping[ContactId, str]


def _ranked(asked: AllOf, cards: Sequence[Card], names: Names) -> tuple[int, ...]:
    """Return places in order of where the words stand: in titles, with senders, in texts."""
    weighed = map(marker_of, asked.parts[:MOST_WEIGHED])
    markers = [marker for marker in weighed if not marker.is_blind]
    newest = sorted(cards, key=lambda one: -one.place)
    titles = all_folded([one.title for one in newest])
    senders = dict(zip(names, all_folded(tuple(names.values())), strict=True))
    answering = _answering(markers, tuple(senders.values()))
    known = {one for place, one in enumerate(senders) if place in answering}
    titled = Counter(place for marker in markers for place in marker.among(titles))
    worth = [IN_TITLE * titled[n] + (one.correspondent_id in known) for n, one in enumerate(newest)]
    order = sorted(range(len(newest)), key=lambda n: -worth[n])
    return tuple(newest[n].place for n in order)


def _answering(markers: Sequence[Marker], lines: Sequence[str]) -> frozenset[int]:
    """Return which lines answer any of the words."""
    return frozenset().union(*(marker.among(lines) for marker in markers))


def _by_sender(cards: Sequence[Card], names: Names) -> tuple[OfSender, ...]:
    most = Counter(one.correspondent_id for one in cards).most_common(MOST_NAMED)
    return tuple(OfSender(one, names.get(one, "") if one else "", n) for one, n in most)


def _said(question: str, asked: Sequence[Clause], mended: Sequence[Clause], found: Found) -> str:
    """Return a question with the words in it that were mended, all else as it was typed."""
    for was, now in zip(asked, mended, strict=True):
        if was != now:
            question = question.replace(was.words, _written(now.words, found), 1)
    return question.strip()


def _written(word: str, found: Found) -> str:
    """Return a word as it is written where it was found, with its accents."""
    for one in found.documents:
        texts = ((one.row.title, one.spots), (one.snippet.text, one.snippet.spots))
        for text, spots in texts:
            for spot in spots:
                written = text[spot.start : spot.end].casefold()
                if folded(written) == word:
                    return written
    return word


def _by_type(cards: Sequence[Card]) -> tuple[OfType, ...]:
    counted = Counter(one.type_id for one in cards)
    return tuple(OfType(type_id, count) for type_id, count in counted.most_common(MOST_NAMED))


def _by_year(cards: Sequence[Card]) -> tuple[OfYear, ...]:
    counted = Counter(one.year for one in cards)
    return tuple(OfYear(year, count) for year, count in sorted(counted.items(), reverse=True))


_SPELT = frozenset({Field.ANY, Field.TITLE, Field.TEXT, Field.SENDER, Field.NOTE})
