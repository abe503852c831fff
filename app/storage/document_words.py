"""The words that occur in documents: their forms, their compounds, and those spelt much alike."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Named,
    Select,
    Table,
    Text,
    TypedColumns,
    and_,
    func,
    select,
    text,
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
from app.storage.lists import PARTITION, whole
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

    def forms(self, asked: str) -> tuple[str, ...]:
        """Return the listed words that a word is searched for: its forms and its compounds."""
        itself = select(word.c.word).where(word.c.word.in_(same(asked)))
        forms = select(form.c.word).where(form.c.key.in_(keys(asked)))
        found = dict.fromkeys((*self._scalars(itself), *self._scalars(forms)))
        for head in sorted(heads(asked)):
            longer = select(form.c.key, form.c.word).where(_begins(form.c.key, head))
            rows = whole(self._connection, longer.order_by(form.c.key).limit(MOST_LOOKED_AT))
            compounds = (row.word for row in rows if is_compound(row.key, head))
            found.update(dict.fromkeys(islice(compounds, MOST_FORMS)))
        return tuple(islice(found, MOST_FORMS))

    def begun(self, beginning: str) -> tuple[str, ...]:
        """Return the listed words that begin so, the shortest first."""
        longer = select(word.c.word).where(_begins(word.c.word, beginning)).limit(MOST_LOOKED_AT)
        some = longer.subquery()
        shortest = select(some.c.word).order_by(func.length(some.c.word), some.c.word)
        return tuple(self._scalars(shortest.limit(MOST_LONGER)))

    def near(self, misspelt: str) -> tuple[str, ...]:
        """Return the listed words that are spelt almost so, the nearest first."""
        if not is_word(misspelt):
            return ()
        from rapidfuzz import process  # noqa: PLC0415  only where nothing was found
        from rapidfuzz.distance import OSA  # noqa: PLC0415  the same

        most = 1 if len(misspelt) < LONG else 2
        alike = self._alike(misspelt, most)
        near = process.extract(
            misspelt, alike, scorer=OSA.distance, score_cutoff=most, limit=MOST_NEAR
        )
        return tuple(found for found, _distance, _place in near)

    def _alike(self, misspelt: str, most: int) -> list[str]:
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
            found.update(self._streamed(select(some.c.word).where(long)))
        return sorted(found)

    def _streamed(self, wanted: Select[str]) -> Iterator[str]:
        """Yield words of which there are many; so many rows at once the collector would mind."""
        options = {"yield_per": PARTITION}
        rows = self._connection.execute(wanted, execution_options=options)
        for part in rows.scalars().partitions():
            yield from part

    def _scalars(self, wanted: Select[str]) -> Sequence[str]:
        return self._connection.scalars(wanted).all()


def _begins(column: ColumnElement[str], beginning: str) -> ColumnElement[bool]:
    return and_(column >= beginning, column < beginning + _LAST)
