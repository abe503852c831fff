"""Search: one index over everything that has a name, a number or an amount, the newest first.

The row id of an item begins with its day, so the newest hits are read first and reading stops at
the limit; ranking would have to look at every hit.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from sqlalchemy import (
    Column,
    Connection,
    Named,
    Table,
    Text,
    TextClause,
    TextualSelect,
    TypedColumns,
    UniqueConstraint,
    bindparam,
    delete,
    event,
    select,
    text,
)

from app.domain.shared.ids import new_id
from app.domain.shared.search import Hit, Phrase, SearchItem, Term, kind_token, question
from app.storage.types import Day, Id, metadata
from app.storage.upserts import into

MOST_HITS = 1_000_000
BATCH = 1000
_LOW_BITS = 42
_LAST_DAY = (1 << 63 - _LOW_BITS) - 1


class _Item(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    kind: Named[str] = Column(Text, nullable=False)
    entity_id: Named[int] = Column(Id, nullable=False)
    title: Named[str] = Column(Text, nullable=False)
    detail: Named[str] = Column(Text, nullable=False)
    day: Named[date | None] = Column(Day)


item = Table("search_item", metadata, _Item, UniqueConstraint("entity_id", "kind"))

INDEX = {
    "sqlite": (
        """CREATE VIRTUAL TABLE search_index USING fts5(
            words, content='', contentless_delete=1, prefix='1 2 3 4 5',
            tokenize=ascii
        )""",
    ),
    "postgresql": (
        """CREATE TABLE search_index (
            rowid BIGINT PRIMARY KEY REFERENCES search_item, words TSVECTOR NOT NULL
        )""",
        "CREATE INDEX ix_search_index_words ON search_index USING gin (words)",
    ),
}


@event.listens_for(item, "after_create")
def _create_index(_target: Table, connection: Connection, **_: object) -> None:
    for statement in INDEX[connection.dialect.name]:
        connection.exec_driver_sql(statement)


@event.listens_for(item, "before_drop")
def _drop_index(_target: Table, connection: Connection, **_: object) -> None:
    connection.exec_driver_sql("DROP TABLE search_index")


_KNOWN = select(item.c.id, item.c.kind, item.c.entity_id).where(
    item.c.entity_id.in_(bindparam("entities", expanding=True))
)


class SearchStore:
    """Keeps the index and answers from it; no input makes it raise."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._speech = SPEECHES[connection.dialect.name]

    def put(self, new: SearchItem) -> None:
        """Make a record findable, in place of what was known of it."""
        self.put_many((new,))

    def put_many(self, items: Iterable[SearchItem]) -> None:
        """Make many records findable, in batches; an item takes the place of an older one."""
        rest = iter(items)
        while batch := {(new.kind, new.entity_id): new for new in islice(rest, BATCH)}:
            self._forget(batch.keys())
            self._enter(tuple(batch.values()))

    def add_many(self, items: Iterable[SearchItem]) -> None:
        """Make records findable of which nothing is known: they are new, or were just removed."""
        rest = iter(items)
        while batch := tuple(islice(rest, BATCH)):
            self._enter(batch)

    def remove(self, kind: str, entity_id: int) -> None:
        """Forget a record; nothing happens when it is not known."""
        self._forget([(kind, entity_id)])

    def remove_many(self, keys: Iterable[tuple[str, int]]) -> None:
        """Forget many records, in batches."""
        rest = iter(keys)
        while batch := frozenset(islice(rest, BATCH)):
            self._forget(batch)

    def find(self, words: str, limit: int, kinds: Collection[str] = ()) -> tuple[Hit, ...]:
        """Return the newest records that answer every word; without words there are none."""
        if not (terms := question(words)):
            return ()
        asked = {
            "asked": self._speech.ask(_of_kinds(terms, kinds)),
            "most": max(0, min(limit, MOST_HITS)),
        }
        rows = self._connection.execute(self._speech.find, asked)
        return tuple(Hit(row.kind, row.entity_id, row.title, row.detail, row.day) for row in rows)

    def ids(self, words: str, kind: str) -> array[int]:
        """Return the ids of all records of a kind that answer every word, in no order."""
        if not (terms := question(words)):
            return array("q")
        asked = {"asked": self._speech.ask(_of_kinds(terms, (kind,)))}
        found = self._connection.execute(self._speech.all, asked)
        return array("q", (row[0] for row in found))

    def _forget(self, keys: Collection[tuple[str, int]]) -> None:
        entities = [entity_id for _, entity_id in keys]
        old = [
            {"rowid": row.id}
            for row in self._connection.execute(_KNOWN, {"entities": entities})
            if (row.kind, row.entity_id) in keys
        ]
        if old:
            self._connection.execute(_FORGET_WORDS, old)
            self._connection.execute(_FORGET_ITEM, old)

    def _enter(self, items: tuple[SearchItem, ...]) -> None:
        rows = [
            {
                "id": _row_id(new.day),
                "kind": new.kind,
                "entity_id": new.entity_id,
                "title": new.title,
                "detail": new.detail,
                "day": new.day,
            }
            for new in items
        ]
        words = [
            {"rowid": row["id"], "words": self._speech.write(new.tokens())}
            for row, new in zip(rows, items, strict=True)
        ]
        self._connection.execute(into(item), rows)
        self._connection.execute(self._speech.enter, words)


@dataclass(frozen=True, slots=True)
class Speech:
    """How one database is told words and asked questions."""

    enter: TextClause
    find: TextualSelect
    all: TextClause
    write: Callable[[Iterator[str]], str]
    ask: Callable[[tuple[Term, ...]], str]


def _of_kinds(terms: tuple[Term, ...], kinds: Collection[str]) -> tuple[Term, ...]:
    """Return the question about records of these kinds; of none named, about all."""
    if not kinds:
        return terms
    return (*terms, Term(tuple(Phrase((kind_token(kind),)) for kind in sorted(kinds))))


def _row_id(day: date | None) -> int:
    newness = min(day.toordinal(), _LAST_DAY) if day else 0
    return newness << _LOW_BITS | new_id() % (1 << _LOW_BITS)


def _fts5(terms: tuple[Term, ...]) -> str:
    return " AND ".join(f"({' OR '.join(map(_fts5_phrase, term.phrases))})" for term in terms)


def _fts5_phrase(phrase: Phrase) -> str:
    return f'"{" ".join(phrase.tokens)}"' + ("*" if phrase.is_open else "")


def _tsquery(terms: tuple[Term, ...]) -> str:
    return " & ".join(f"({' | '.join(map(_tsquery_phrase, term.phrases))})" for term in terms)


def _tsquery_phrase(phrase: Phrase) -> str:
    lexemes = " <-> ".join(f"'{token}'" for token in phrase.tokens)
    return f"({lexemes}{':*' if phrase.is_open else ''})"


def _tsvector(tokens: Iterator[str]) -> str:
    return " ".join(f"'{token}':{place}" for place, token in enumerate(tokens, 1))


_FORGET_WORDS = text("DELETE FROM search_index WHERE rowid = :rowid")
_FORGET_ITEM = delete(item).where(item.c.id == bindparam("rowid"))
_FOUND = (
    "SELECT found.kind, found.entity_id, found.title, found.detail, found.day "
    "FROM search_index JOIN search_item AS found ON found.id = search_index.rowid "
)
_ALL = (
    "SELECT found.entity_id "
    "FROM search_index JOIN search_item AS found ON found.id = search_index.rowid "
)
_HIT = (item.c.kind, item.c.entity_id, item.c.title, item.c.detail, item.c.day)
_NEWEST = "ORDER BY search_index.rowid DESC LIMIT :most"

SPEECHES = {
    "sqlite": Speech(
        enter=text("INSERT INTO search_index (rowid, words) VALUES (:rowid, :words)"),
        find=text(_FOUND + "WHERE search_index MATCH :asked " + _NEWEST).columns(*_HIT),
        all=text(_ALL + "WHERE search_index MATCH :asked"),
        write=" ".join,
        ask=_fts5,
    ),
    "postgresql": Speech(
        enter=text(
            "INSERT INTO search_index (rowid, words) VALUES (:rowid, CAST(:words AS tsvector))"
        ),
        find=text(_FOUND + "WHERE words @@ CAST(:asked AS tsquery) " + _NEWEST).columns(*_HIT),
        all=text(_ALL + "WHERE words @@ CAST(:asked AS tsquery)"),
        write=_tsvector,
        ask=_tsquery,
    ),
}
