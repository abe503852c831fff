"""The words that occur in documents: their forms, their compounds, and those spelt much alike."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import islice

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Named,
    Table,
    Text,
    TypedColumns,
    and_,
    bindparam,
    delete,
    func,
    select,
    text,
    union_all,
)

from app.domain.archive import finnish
from app.domain.archive.language import (
    FINNISH,
    heads,
    is_compound,
    is_word,
    keys,
    listed_keys,
    same,
)
from app.storage.lists import slices, values_of
from app.storage.types import metadata
from app.storage.upserts import insert_into

MOST_FORMS = 120
"""How many forms and compounds one word may stand for."""
MOST_LONGER = 40
"""How many longer words a beginning may stand for; the shortest come first."""
MOST_LOOKED_AT = 5000
MOST_NEAR = 5
MOST_ALIKE = 20_000
LONG = 8
"""From so many letters on a word may be misspelt twice."""

_By = Text().with_variant(Text(collation="C"), "postgresql")
_LAST = "\U0010ffff"


class _Word(TypedColumns):
    word: Named[str] = Column(_By, primary_key=True)


class _Form(TypedColumns):
    key: Named[str] = Column(_By, primary_key=True)
    word: Named[str] = Column(_By, primary_key=True)


word = Table("document_word", metadata, _Word, sqlite_with_rowid=False)
form = Table("document_form", metadata, _Form, sqlite_with_rowid=False)

LIST = {
    "sqlite": text(
        "INSERT INTO document_word (word) SELECT value FROM json_each(:words) WHERE true "
        "ON CONFLICT DO NOTHING RETURNING word"
    ),
    "postgresql": text(
        "INSERT INTO document_word (word) "
        "SELECT json_array_elements_text(CAST(:words AS json)) "
        "ON CONFLICT DO NOTHING RETURNING word"
    ),
}
"""Lists words of which most are listed already, given as one text, and returns those that are new.

Asking for each of them, or for some at a time, takes longer than all the rest of indexing.
"""


class DocumentWords:
    """Keeps the list of words on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._list = LIST[connection.dialect.name]

    def add(self, tokens: Iterable[str]) -> None:
        """List the words among tokens that are not listed yet.

        They are written in their order, so that two who add at once never wait for each other.
        """
        wanted = sorted(token for token in set(tokens) if is_word(token))
        listing = {"words": json.dumps(wanted)}
        if fresh := sorted(self._connection.scalars(self._list, listing)):
            forms = insert_into(self._connection, form).on_conflict_do_nothing()
            rows = [{"key": key, "word": one} for one in fresh for key in sorted(listed_keys(one))]
            self._connection.execute(forms, rows)

    def remove(self, tokens: Iterable[str]) -> None:
        """Take words out of the list."""
        for some in slices(sorted(set(tokens))):
            self._connection.execute(delete(form).where(form.c.word.in_(some)))
            self._connection.execute(delete(word).where(word.c.word.in_(some)))

    def forms(self, asked: str) -> tuple[str, ...]:
        """Return the listed words that a word is searched for: its forms and its compounds."""
        told = {"same": sorted(same(asked)), "keys": sorted(keys(asked))}
        found = dict.fromkeys(self._connection.scalars(_FORMS, told).all())
        for head in sorted(heads(asked)):
            rows = self._connection.execute(_LONGER, _begun(head)).all()
            compounds = (word for key, word in rows if is_compound(key, head))
            found.update(dict.fromkeys(islice(compounds, MOST_FORMS)))
        return tuple(islice(found, MOST_FORMS))

    def begun(self, beginning: str) -> tuple[str, ...]:
        """Return the listed words that begin so, the shortest first."""
        return tuple(self._connection.scalars(_BEGUN, _begun(beginning)).all())

    def near(self, misspelt: str) -> tuple[str, ...]:
        """Return the listed words that are spelt almost so, the nearest first."""
        if not is_word(misspelt):
            return ()
        from rapidfuzz import process  # noqa: PLC0415  only where nothing was found
        from rapidfuzz.distance import OSA  # noqa: PLC0415  the same

        most = 1 if len(misspelt) < LONG else 2
        alike = self._alike(misspelt, most)
        near = process.extract(misspelt, alike, scorer=OSA.distance, score_cutoff=most, limit=None)
        ranked = sorted((distance, found) for found, distance, _place in near)
        return tuple(found for _distance, found in ranked[:MOST_NEAR])

    def _alike(self, misspelt: str, most: int) -> frozenset[str]:
        """Return the words about as long that share some letters at their beginning or end.

        With fewer faults than parts one part is right: words that share the first or the last are
        looked at.
        """
        size = max(1, len(misspelt) // (most + 1))
        end = FINNISH + finnish.level(misspelt)[: -size - 1 : -1]
        begin = select(word.c.word).where(_begins(word.c.word, misspelt[:size]))
        ending = select(form.c.word).where(_begins(form.c.key, end))
        found = set[str]()
        for asked in (begin, ending):
            some = asked.limit(MOST_ALIKE).subquery()
            long = func.length(some.c.word).between(len(misspelt) - most, len(misspelt) + most)
            found.update(values_of(self._connection, select(some.c.word).where(long)))
        return frozenset(found)


def _begins(column: ColumnElement[str], beginning: str) -> ColumnElement[bool]:
    return and_(column >= beginning, column < beginning + _LAST)


def _begun(beginning: str) -> dict[str, str]:
    return {"first": beginning, "last": beginning + _LAST}


def _between(column: ColumnElement[str]) -> ColumnElement[bool]:
    return and_(column >= bindparam("first"), column < bindparam("last"))


_FORMS = union_all(
    select(word.c.word).where(word.c.word.in_(bindparam("same", expanding=True))),
    select(form.c.word).where(form.c.key.in_(bindparam("keys", expanding=True))),
)
_LONGER = (
    select(form.c.key, form.c.word)
    .where(_between(form.c.key))
    .order_by(form.c.key)
    .limit(MOST_LOOKED_AT)
)
_SOME = select(word.c.word).where(_between(word.c.word)).limit(MOST_LOOKED_AT).subquery()
_BEGUN = select(_SOME.c.word).order_by(func.length(_SOME.c.word), _SOME.c.word).limit(MOST_LONGER)
"""Questions that are put into words once: that takes longer than their answers."""
