"""The index over documents: which words and facts stand in which, the newest entered first.

The index keeps tokens only, never text. Row ids rise in the order in which documents
came, so that the newest are read first, and are small in SQLite, where a small one costs less; a
changed document keeps its place.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Named,
    Table,
    TextClause,
    TypedColumns,
    delete,
    event,
    text,
)

from app.domain.archive.indexed import Indexed
from app.domain.shared.ids import DocumentId
from app.storage.types import Id, Whole, metadata
from app.storage.upserts import insert_into

BATCH = 500


class _Entry(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    document_id: Named[int] = Column(Id, ForeignKey("document.id"), nullable=False, unique=True)
    type_id: Named[int | None] = Column(Id)
    correspondent_id: Named[int | None] = Column(Id)
    year: Named[int] = Column(Whole, nullable=False)


entry = Table("document_entry", metadata, _Entry)

INDEX = {
    "sqlite": (
        """CREATE VIRTUAL TABLE document_index USING fts5(
            text, title, sender, card, content='', contentless_delete=1, tokenize=ascii
        )""",
    ),
    "postgresql": (
        """CREATE TABLE document_index (
            rowid BIGINT PRIMARY KEY REFERENCES document_entry, words TSVECTOR NOT NULL
        )""",
        "CREATE INDEX ix_document_index_words ON document_index USING gin (words)",
    ),
}


@event.listens_for(entry, "after_create")
def _create_index(_target: Table, connection: Connection, **_: object) -> None:
    for statement in INDEX[connection.dialect.name]:
        connection.exec_driver_sql(statement)


@event.listens_for(entry, "before_drop")
def _drop_index(_target: Table, connection: Connection, **_: object) -> None:
    connection.exec_driver_sql("DROP TABLE document_index")


class DocumentIndex:
    """Keeps the index on one open connection; what a document says of itself never raises."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._speech = SPEECHES[connection.dialect.name]

    def put(self, new: Indexed) -> None:
        """Make a document findable, in place of what was known of it."""
        self.put_many((new,))

    def put_many(self, new: Iterable[Indexed]) -> None:
        """Make many documents findable, in batches; each keeps the place that it had."""
        rest = iter(new)
        while batch := {one.document_id: one for one in islice(rest, BATCH)}:
            self._enter(tuple(batch.values()))

    def remove(self, document_id: DocumentId) -> None:
        """Forget a document; nothing happens when it is not known."""
        self._connection.execute(_FORGET, {"document_id": document_id})
        self._connection.execute(delete(entry).where(entry.c.document_id == document_id))

    def find(self, asked: str, most: int) -> array[int]:
        """Return the documents that answer, the newest first."""
        rows = self._connection.execute(self._speech.find, {"asked": asked, "most": most})
        return array("q", (row[0] for row in rows))

    def _enter(self, batch: Sequence[Indexed]) -> None:
        rows = [
            {
                "id": self._speech.place(one),
                "document_id": one.document_id,
                "type_id": one.type_id,
                "correspondent_id": one.correspondent_id,
                "year": one.day.year,
            }
            for one in batch
        ]
        fresh = insert_into(self._connection, entry)
        known = {name: fresh.excluded[name] for name in ("type_id", "correspondent_id", "year")}
        changed = fresh.on_conflict_do_update(index_elements=["document_id"], set_=known)
        self._connection.execute(changed, rows)
        words = [{"document_id": one.document_id} | self._speech.write(one) for one in batch]
        self._connection.execute(self._speech.enter, words)


@dataclass(frozen=True, slots=True)
class Speech:
    """How one database is told of documents and asked for them."""

    place: Callable[[Indexed], int | None]
    enter: TextClause
    find: TextClause
    write: Callable[[Indexed], dict[str, str]]


def _columns(one: Indexed) -> dict[str, str]:
    return {
        "text": " ".join(one.text_tokens()),
        "title": " ".join(one.title_tokens()),
        "sender": " ".join(one.sender_tokens()),
        "card": " ".join(one.card_tokens()),
    }


MOST_PLACES = 16_000
"""Behind so many words PostgreSQL keeps no places: they are found, but not as phrases."""


def _tsvector(one: Indexed) -> dict[str, str]:
    return {"words": " ".join(_lexemes(one))}


def _lexemes(one: Indexed) -> Iterator[str]:
    parts = (
        ("A", one.title_tokens()),
        ("B", one.sender_tokens()),
        ("C", one.card_tokens()),
        ("D", one.text_tokens()),
    )
    place = 0
    for weight, tokens in parts:
        place += 1
        for token in tokens:
            place += 1
            yield f"'{token}':{place}{weight}" if place < MOST_PLACES else f"'{token}'"


_FORGET = text(
    "DELETE FROM document_index "
    "WHERE rowid = (SELECT id FROM document_entry WHERE document_id = :document_id)"
)
_JOINED = (
    "SELECT found.document_id FROM document_index "
    "JOIN document_entry AS found ON found.id = document_index.rowid WHERE "
)
_NEWEST = " ORDER BY document_index.rowid DESC LIMIT :most"

SPEECHES = {
    "sqlite": Speech(
        place=lambda _one: None,
        enter=text(
            "INSERT OR REPLACE INTO document_index (rowid, text, title, sender, card) "
            "SELECT id, :text, :title, :sender, :card "
            "FROM document_entry WHERE document_id = :document_id"
        ),
        find=text(_JOINED + "document_index MATCH :asked" + _NEWEST),
        write=_columns,
    ),
    "postgresql": Speech(
        place=lambda one: one.document_id,
        enter=text(
            "INSERT INTO document_index (rowid, words) SELECT id, CAST(:words AS tsvector) "
            "FROM document_entry WHERE document_id = :document_id "
            "ON CONFLICT (rowid) DO UPDATE SET words = excluded.words"
        ),
        find=text(_JOINED + "words @@ CAST(:asked AS tsquery)" + _NEWEST),
        write=_tsvector,
    ),
}
