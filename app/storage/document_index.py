"""The index over documents: which words and facts stand in which, the newest entered first.

The index keeps tokens only, never text. Row ids rise in the order in which documents
came, so that the newest are read first, and are small in SQLite, where a small one costs less; a
changed document keeps its place.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Named,
    Select,
    Table,
    Text,
    TextClause,
    TextualSelect,
    TypedColumns,
    bindparam,
    column,
    delete,
    event,
    func,
    select,
    table,
    text,
)

from app.domain.archive.indexed import KNOWN, Indexed
from app.domain.archive.matching import FACT, AllOf, AnyOf, Match, Part, Run
from app.domain.shared.ids import ContactId, DocumentId, DocumentTypeId
from app.storage.contact_tables import contact
from app.storage.document_words import DocumentWords
from app.storage.lists import in_order
from app.storage.server_rows import housework
from app.storage.types import Id, Rows, Whole, metadata
from app.storage.upserts import renewing

BATCH = 500
EVERY = (1 << 62) - 1
"""More than there are."""


class _Entry(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    document_id: Named[int] = Column(Id, ForeignKey("document.id"), nullable=False, unique=True)
    type_id: Named[int | None] = Column(Id)
    correspondent_id: Named[int | None] = Column(Id)
    year: Named[int] = Column(Whole, nullable=False)
    title: Named[str] = Column(Text, nullable=False)


entry = Table("document_entry", metadata, _Entry)

index = table("document_index", column("rowid", Id))

INDEX = {
    "sqlite": (
        """CREATE VIRTUAL TABLE document_index USING fts5(
            text, title, sender, card, content='', contentless_delete=1, tokenize=ascii
        )""",
        "INSERT INTO document_index (document_index, rank) VALUES ('pgsz', 3900)",
        "INSERT INTO document_index (document_index, rank) VALUES ('hashsize', 8388608)",
    ),
    "postgresql": (
        """CREATE TABLE document_index (
            rowid BIGINT PRIMARY KEY REFERENCES document_entry, words TSVECTOR NOT NULL
        )""",
        "CREATE INDEX ix_document_index_words ON document_index USING gin (words)",
    ),
}
"""Of its index FTS5 keeps 3,900 bytes together: what fits in one encrypted page, not in two. It
gathers 8 MiB before it writes: with less, what came in batches is merged for longer."""


@event.listens_for(entry, "after_create")
def _create_index(_target: Table, connection: Connection, **_: object) -> None:
    for statement in INDEX[connection.dialect.name]:
        connection.exec_driver_sql(statement)


@event.listens_for(entry, "before_drop")
def _drop_index(_target: Table, connection: Connection, **_: object) -> None:
    connection.exec_driver_sql("DROP TABLE document_index")


class DocumentIndex:
    """Keeps the index on one open connection; what a document says of itself never raises.

    The words of a document are read by no role of a server: the house looks for them, and the role
    sees of the places that it found those whose cards it may read.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._speech = SPEECHES[connection.dialect.name]
        self.words = DocumentWords(connection)

    def put(self, new: Indexed) -> None:
        """Make a document findable, in place of what was known of it."""
        self.put_many((new,))

    def put_many(self, new: Iterable[Indexed]) -> None:
        """Make many documents findable, in batches; each keeps the place that it had."""
        rest = iter(new)
        while batch := {one.document.id: one for one in islice(rest, BATCH)}:
            self._enter(tuple(batch.values()))

    def remove(self, document_id: DocumentId) -> None:
        """Forget a document; nothing happens when it is not known."""
        with housework(self._connection):
            self._connection.execute(_FORGET, {"document_id": document_id})
        self._connection.execute(delete(entry).where(entry.c.document_id == document_id))

    def unlist(self, tokens: Iterable[str]) -> None:
        """Take words out of the list that no document holds any more."""
        self.words.remove(one for one in tokens if not self.count(Run((one,)), 1))

    def newest(self, asked: Match, most: int, lowest: int = 0) -> tuple[int, ...]:
        """Return the places of what answers, the newest first, none below the lowest."""
        told = self._told(asked, most, lowest)
        with housework(self._connection):
            return tuple(self._connection.scalars(self._speech.newest, told).all())

    def count(self, asked: Match, most: int) -> int:
        """Return how many answer, at most so many."""
        with housework(self._connection):
            return self._connection.scalar(self._speech.count, self._told(asked, most)) or 0

    def cards(self, places: Sequence[int]) -> tuple[Card, ...]:
        """Return by what the documents at these places are counted and ranked, in no order."""
        rows = self._connection.execute(self._speech.cards, _places(places)).all()
        return tuple(map(Card._make, rows))

    def senders(self, ids: Iterable[ContactId]) -> dict[ContactId, str]:
        """Return the names of correspondents."""
        rows = self._connection.execute(self._speech.senders, _places(sorted(ids))).all()
        return {ContactId(one): name for one, name in rows}

    def documents(self, places: Sequence[int]) -> tuple[DocumentId, ...]:
        """Return the documents at these places, in their order."""
        rows = self._connection.execute(self._speech.documents, _places(places))
        found = {place: DocumentId(document_id) for place, document_id in rows}
        return in_order(places, found)

    def all(self, asked: Match) -> array[int]:
        """Return every document that answers, in no order."""
        if self._connection.dialect.name == "postgresql":
            return array("q", self.documents(self.newest(asked, EVERY)))
        joined = index.join(entry, entry.c.id == index.c.rowid)
        answering = select(entry.c.document_id).select_from(joined).where(self._speech.answers)
        rows = self._connection.scalars(answering, {"asked": self._speech.ask(asked)})
        return array("q", rows)

    def _told(self, asked: Match, most: int, lowest: int = 0) -> dict[str, Any]:
        return {"asked": self._speech.ask(asked), "most": max(0, most), "lowest": lowest}

    def _enter(self, batch: Sequence[Indexed]) -> None:
        rows = [
            {
                "id": self._speech.place(one),
                "document_id": one.document.id,
                "type_id": one.document.type_id,
                "correspondent_id": one.document.correspondent_id,
                "year": one.day.year,
                "title": one.document.title,
            }
            for one in batch
        ]
        changed = renewing(self._connection, entry, ("document_id",), _KNOWN)
        self._connection.execute(changed, rows)
        written = [_written(one) for one in batch]
        words = [
            {"document_id": one.document.id} | self._speech.write(parts)
            for one, parts in zip(batch, written, strict=True)
        ]
        with housework(self._connection):
            self._connection.execute(self._speech.enter, words)
        self.words.add(set().union(*(tokens for parts in written for tokens in parts.values())))


def _places(places: Sequence[int]) -> dict[str, str]:
    return {"places": json.dumps(list(places))}


def newest_of(answers: TextClause) -> Select[int]:
    """Return the question for the places of what answers, the newest first."""
    above = index.c.rowid >= bindparam("lowest")
    newest = select(index.c.rowid).where(answers, above).order_by(index.c.rowid.desc())
    return newest.limit(bindparam("most"))


class Card(NamedTuple):
    """By what the document at a place is counted and ranked."""

    place: int
    document_id: DocumentId
    type_id: DocumentTypeId | None
    correspondent_id: ContactId | None
    year: int
    title: str


Written = Mapping[Part, Sequence[str]]


@dataclass(frozen=True)
class Speech:
    """How one database is told of documents and asked for them.

    Its questions are put into words once: that takes as long as the answer. Places are given as
    one text, for a list of parameters would take longer.
    """

    place: Callable[[Indexed], int | None]
    enter: TextClause
    answers: TextClause
    places: TextualSelect
    write: Callable[[Written], dict[str, str]]
    ask: Callable[[Match], str]

    @cached_property
    def newest(self) -> Select[int]:
        """The question for the places of what answers, the newest first."""
        return newest_of(self.answers)

    @cached_property
    def count(self) -> Select[int]:
        """The question for how many answer."""
        return select(func.count()).select_from(self.newest.subquery())

    @cached_property
    def cards(self) -> Rows:
        """The question for what stands at places."""
        return select(*_CARD).where(entry.c.id.in_(self.places))

    @cached_property
    def documents(self) -> Select[int, int]:
        """The question for which documents stand at places."""
        return select(entry.c.id, entry.c.document_id).where(entry.c.id.in_(self.places))

    @cached_property
    def senders(self) -> Select[int, str]:
        """The question for the names of correspondents."""
        return select(contact.c.id, contact.c.name).where(contact.c.id.in_(self.places))


def tokens_of(documents: Iterable[Indexed]) -> frozenset[str]:
    """Return the tokens by which documents are found."""
    written = (_written(one).values() for one in documents)
    return frozenset(token for parts in written for tokens in parts for token in tokens)


def _written(one: Indexed) -> Written:
    return {
        Part.TITLE: tuple(one.title_tokens()),
        Part.SENDER: tuple(one.sender_tokens()),
        Part.CARD: tuple(one.card_tokens()),
        Part.TEXT: tuple(one.text_tokens()),
    }


def _columns(written: Written) -> dict[str, str]:
    return {part.value: " ".join(tokens) for part, tokens in written.items()}


def _tsvector(written: Written) -> dict[str, str]:
    return {"words": " ".join(_lexemes(written))}


def _lexemes(written: Written) -> Iterator[str]:
    """Yield the words with their places; far behind each word once, as many as there is room."""
    place, room, seen = 0, MOST_BYTES, set[str]()
    for part, tokens in written.items():
        place += 1
        for token in tokens:
            place += 1
            if place < MOST_PLACES:
                yield f"'{token}':{place}{_WEIGHTS[part]}"
            elif token not in seen and room > 0:
                seen.add(token)
                room -= len(token.encode()) + 8
                yield f"'{token}'"


def _fts5(asked: Match) -> str:
    """Return a question in the speech of FTS5."""
    match asked:
        case Run(tokens, part, is_open):
            within = f"{{{part.value}}} : " if part else ""
            return f'{within}"{" ".join(tokens)}"{"*" if is_open else ""}'
        case AnyOf(parts):
            return f"({' OR '.join(map(_fts5, parts))})" if parts else _fts5(NOTHING)
        case AllOf(parts, without):
            wanted = " AND ".join(map(_fts5, parts or (EVERYTHING,)))
            unwanted = "".join(f" NOT {_fts5(one)}" for one in without)
            return f"(({wanted}){unwanted})"


def _tsquery(asked: Match) -> str:
    """Return a question in the speech of PostgreSQL."""
    match asked:
        case Run(tokens, part, is_open):
            weight = _WEIGHTS[part] if part else ""
            *before, last = (f"'{token}':{weight}" for token in tokens)
            return f"({' <-> '.join((*before, last + ('*' if is_open else '')))})"
        case AnyOf(parts):
            return f"({' | '.join(map(_tsquery, parts))})" if parts else _tsquery(NOTHING)
        case AllOf(parts, without):
            wanted = map(_tsquery, parts or (EVERYTHING,))
            return f"({' & '.join((*wanted, *(f'!{_tsquery(one)}' for one in without)))})"


MOST_PLACES = 16_000
"""Behind so many words PostgreSQL keeps no places: they are found, but not as phrases."""
MOST_BYTES = 500_000
"""How much of such words PostgreSQL keeps of one document."""
_KNOWN = ("type_id", "correspondent_id", "year", "title")
"""What is kept of a document beside its words, so that a thousand can be ranked at once."""
_CARD = (entry.c.id, entry.c.document_id, *(entry.c[name] for name in _KNOWN))
EVERYTHING = Run((KNOWN,))
NOTHING = Run((FACT,))
_WEIGHTS = {Part.TITLE: "A", Part.SENDER: "B", Part.CARD: "C", Part.TEXT: "D"}
_FORGET = text(
    "DELETE FROM document_index "
    "WHERE rowid = (SELECT id FROM document_entry WHERE document_id = :document_id)"
)


SPEECHES = {
    "sqlite": Speech(
        place=lambda _one: None,
        enter=text(
            "INSERT OR REPLACE INTO document_index (rowid, text, title, sender, card) "
            "SELECT id, :text, :title, :sender, :card "
            "FROM document_entry WHERE document_id = :document_id"
        ),
        write=_columns,
        ask=_fts5,
        answers=text("document_index MATCH :asked"),
        places=text("SELECT value FROM json_each(:places)").columns(column("value", Id)),
    ),
    "postgresql": Speech(
        place=lambda one: one.document.id,
        enter=text(
            "INSERT INTO document_index (rowid, words) SELECT id, CAST(:words AS tsvector) "
            "FROM document_entry WHERE document_id = :document_id "
            "ON CONFLICT (rowid) DO UPDATE SET words = excluded.words"
        ),
        write=_tsvector,
        ask=_tsquery,
        answers=text("words @@ CAST(:asked AS tsquery)"),
        places=text(
            "SELECT CAST(value AS bigint) AS value "
            "FROM json_array_elements_text(CAST(:places AS json))"
        ).columns(column("value", Id)),
    ),
}
