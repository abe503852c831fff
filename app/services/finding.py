"""Finding: documents by any word in them, ranked, with what answers marked, and counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.domain.archive.fields import Field
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
from app.domain.archive.snippets import all_folded, marker_of
from app.domain.shared.ids import ContactId
from app.services.asking import Asking
from app.services.indexing import Indexer
from app.services.office import Desk
from app.services.permissions import Permission, query
from app.services.registering import Register
from app.storage.document_index import Card

ANYWHERE = Wanted(states=())
MOST_COUNTED = 1000
"""Up to how many answers their number is exact; so many of the newest are ranked and counted."""
MOST_WEIGHED = 4
"""How many words of a question are looked for in titles."""
IN_TITLE = 2
"""What a word in a title is worth, where the name of the correspondent is worth 1."""
MOST_NAMED = 20
"""How many types, years and senders are told."""


@query(Permission.ARCHIVE_READ)
def find(desk: Desk, question: str, limit: int = 20, order: Order = Order.BEST) -> Found:
    """Return the documents that answer a question; what can be typed is a question.

    Where nothing does, a word that occurs nowhere is taken for one that is spelt almost so.
    """
    finder = Finder(desk)
    clauses = finder.asking.read(question)
    if not clauses:
        return NOTHING_FOUND
    found = finder.find(clauses, limit, order)
    if found.total or not (mended := finder.mended(clauses)):
        return found
    meant = " ".join(map(_said, mended))
    return replace(finder.find(mended, limit, order), meant=meant)


class Finder:
    """Answers questions for one asker."""

    def __init__(self, desk: Desk) -> None:
        self._store = desk.store
        self._index = desk.store.document_index
        self._register = Register(desk)
        self._indexer = Indexer(desk)
        self.asking = Asking(desk)

    def find(self, clauses: Sequence[Clause], limit: int, order: Order) -> Found:
        """Return the documents that answer all of these."""
        asked = self.asking.match(clauses)
        places = self._index.newest(asked, MOST_COUNTED + 1)
        if not places:
            return NOTHING_FOUND
        counted, is_more = places[:MOST_COUNTED], len(places) > MOST_COUNTED
        cards = self._index.cards(counted)
        names = self._index.senders({one.correspondent_id for one in cards if one.correspondent_id})
        shown = _ranked(asked, cards, names) if order is Order.BEST else places
        return Found(
            self._documents(asked, shown[:limit]),
            len(counted),
            is_more=is_more,
            counted=len(counted),
            by_type=_by_type(cards),
            by_year=_by_year(cards),
            by_sender=_by_sender(cards, names),
        )

    def mended(self, clauses: Sequence[Clause]) -> tuple[Clause, ...]:
        """Return a question with each word that occurs nowhere spelt as one that does.

        A word is only put in its place if the asker may see where it occurs. Nothing comes back
        when nothing can be mended.
        """
        mended = tuple(self._mended(one) for one in clauses)
        return mended if mended != tuple(clauses) else ()

    def _mended(self, clause: Clause) -> Clause:
        if clause.field not in _SPELT or clause.is_phrase or not clause.is_wanted:
            return clause
        if self._index.count(self.asking.match((clause,)), 1):
            return clause
        words = self._index.words
        for near in (one for token in tokens_of((clause.words,)) for one in words.near(token)):
            instead = replace(clause, words=near, is_open=False, days=None, amount=None)
            itself = replace(instead, is_phrase=True)
            if self._index.count(self.asking.match((itself,)), 1):
                return instead
        return clause

    def _documents(self, asked: AllOf, places: Sequence[int]) -> tuple[FoundDocument, ...]:
        ids = self._index.documents(places)
        rows = self._store.document_lists.rows(ids, self._register.scope(ANYWHERE))
        marker, pages = marker_of(asked), self._indexer.pages([row.file_id for row in rows])
        return tuple(
            FoundDocument(row, marker.spots(row.title), marker.snippet(pages[row.file_id]))
            for row in rows
        )


Names = Mapping[ContactId, str]


def _ranked(asked: AllOf, cards: Sequence[Card], names: Names) -> tuple[int, ...]:
    """Return places in order of where the words stand: in titles, with senders, in texts."""
    weighed = map(marker_of, asked.parts[:MOST_WEIGHED])
    markers = [marker for marker in weighed if not marker.is_blind]
    newest = sorted(cards, key=lambda one: -one.place)
    if not markers:
        return tuple(one.place for one in newest)

    def answered(plain: str) -> int:
        return sum(marker.is_in(plain) for marker in markers)

    senders = zip(names, all_folded(tuple(names.values())), strict=True)
    answering = {contact_id for contact_id, plain in senders if answered(plain)}
    titles = all_folded([one.title for one in newest])
    worth = {
        one.place: IN_TITLE * answered(title) + (one.correspondent_id in answering)
        for one, title in zip(newest, titles, strict=True)
    }
    return tuple(sorted(worth, key=lambda place: -worth[place]))


def _by_sender(cards: Sequence[Card], names: Names) -> tuple[OfSender, ...]:
    most = Counter(one.correspondent_id for one in cards).most_common(MOST_NAMED)
    return tuple(OfSender(one, names.get(one, "") if one else "", n) for one, n in most)


def _said(clause: Clause) -> str:
    name = "" if clause.field is Field.ANY else f"{clause.own or clause.field.value}:"
    words = f'"{clause.words}"' if clause.is_phrase or " " in clause.words else clause.words
    return f"{'' if clause.is_wanted else '-'}{name}{words}"


def _by_type(cards: Sequence[Card]) -> tuple[OfType, ...]:
    counted = Counter(one.type_id for one in cards)
    return tuple(OfType(type_id, count) for type_id, count in counted.most_common(MOST_NAMED))


def _by_year(cards: Sequence[Card]) -> tuple[OfYear, ...]:
    counted = Counter(one.year for one in cards)
    return tuple(OfYear(year, count) for year, count in sorted(counted.items(), reverse=True))


_SPELT = frozenset({Field.ANY, Field.TITLE, Field.TEXT, Field.SENDER, Field.NOTE})
