"""Documents of any number with a text each: Finnish, Thai and English, the same every time.

Words are Zipf-distributed: some stand everywhere, most hardly anywhere. Real words of the office
stand among made-up ones, so that there are as many as in a real archive.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from itertools import accumulate, islice
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import insert

from app.domain.archive.document import Document, DocumentState
from app.domain.archive.indexed import Indexed
from app.domain.archive.kinds import DocumentType
from app.domain.archive.language import is_word
from app.domain.archive.readers import Readers
from app.domain.archive.texts import How, Piece
from app.domain.shared.ids import DocumentId, DocumentTypeId, RecordId
from app.domain.shared.money import Money
from app.storage.archive import archive_file
from app.storage.contents import content
from app.storage.database import Database
from app.storage.document_tables import document, document_row
from app.storage.document_words import DocumentWords
from app.storage.lists import slices
from app.storage.offices import create_office, open_office
from tests.domain.archive.wordforms import ENGLISH, FINNISH, THAI, families, sentences
from tests.speed.offices import KEPT, Told, schema, some_contacts
from tests.trade import LUMO

SHAPE = 3
"""Counts up when the archives made here change, so that old ones are made anew."""
MOST_COMMON, APART = 100, 9
"""How many words stand everywhere, and how many come between two real ones."""
BATCH = 2000
MOST_LISTED_AT_ONCE = 20_000
WORDS_LISTED = 50_000
WORDS_OF_A_PAGE = 300
FIRST_DAY = date(2016, 1, 4)
_ENDS = ("", "n", "t", "a", "ssa", "sta", "lle", "jen", "ja")
_SYLLABLES = [c + v + e for c in "hjklmnprstv" for v in "aeiouyäö" for e in ("", "n", "s", "l")]


@dataclass(frozen=True)
class Tongue:
    """The words of one language, the commonest first."""

    words: tuple[str, ...]
    glue: str = " "

    @cached_property
    def weights(self) -> list[float]:
        """How common each word is, added up."""
        return list(accumulate(1 / (rank + 2.7) for rank in range(len(self.words))))

    def text(self, chance: Random, words: int) -> str:
        """Return a text of so many words."""
        return self.glue.join(chance.choices(self.words, cum_weights=self.weights, k=words))


def some_tongues(count: int) -> tuple[Tongue, ...]:
    """Return Finnish, English and Thai with as many words as so many documents have."""
    chance = Random(3)  # noqa: S311  the same every time
    made = min(20_000 + 4 * count, int(600 * count**0.6))
    finnish = [
        form.lstrip("+") for line in families(FINNISH).items() for form in (line[0], *line[1])
    ]
    english = [form for line in families(ENGLISH).items() for form in (line[0], *line[1])]
    thai = [part for line in sentences(THAI).items() for part in (line[0], *line[1])]
    return (
        Tongue(_spread(finnish, tuple(islice(_words(chance, _ENDS), made)))),
        Tongue(_spread(english, tuple(islice(_words(chance, ("", "s", "ed", "ing")), made // 2)))),
        Tongue(tuple(thai), glue=""),
    )


def _spread(real: list[str], made: tuple[str, ...]) -> tuple[str, ...]:
    """Return the real words among the made-up ones, behind those that stand everywhere."""
    head, rest = made[:MOST_COMMON], made[MOST_COMMON:]
    mixed = [
        word
        for place, one in enumerate(real)
        for word in (one, *rest[place * APART : (place + 1) * APART])
    ]
    return (*head, *mixed, *rest[len(real) * APART :])


def _all(told: dict[str, tuple[str, ...]]) -> list[str]:
    return [form for word, forms in told.items() for form in (word, *forms)]


def _words(chance: Random, ends: tuple[str, ...]) -> Iterator[str]:
    while True:
        stem = "".join(chance.choices(_SYLLABLES, k=chance.randrange(2, 5)))
        yield stem + chance.choice(ends)


def some_papers(count: int) -> Iterator[Indexed]:
    """Yield so many documents with their texts, the oldest first."""
    chance = Random(4)  # noqa: S311  the same every time
    tongues = some_tongues(count)
    contacts = some_contacts(max(20, min(5000, count // 50)))
    for number in range(count):
        tongue = tongues[min(number % 10 // 6 + number % 10 // 9, 2)]
        size = WORDS_OF_A_PAGE if tongue.glue else WORDS_OF_A_PAGE // 4
        sender = contacts[int(len(contacts) * chance.random() ** 3)]
        at = datetime.combine(FIRST_DAY, datetime.min.time(), UTC) + timedelta(
            days=3650 * number // count, seconds=number % 80_000
        )
        card = Document(
            id=DocumentId((1 << 45) + number),
            version=1,
            title=tongue.text(chance, 3),
            state=DocumentState.INBOX if number % 500 == 0 else DocumentState.FILED,
            file_id=RecordId((1 << 45) + number),
            received_at=at,
            type_id=TYPES[chance.randrange(len(TYPES))].id,
            correspondent_id=sender.id,
            day=at.date(),
            reference=str(100_000 + number),
            amount=Money(chance.randrange(100, 900_000), "EUR"),
            serial=number + 1,
        )
        pages = tuple(tongue.text(chance, size) for _ in range(1 + number % 3 // 2))
        yield Indexed(card, sender.name, f"{number}.pdf", pages)


TYPES = tuple(
    DocumentType(DocumentTypeId((1 << 44) + number), 1, f"type-{number}", {"en": f"Type {number}"})
    for number in range(8)
)
HIDDEN = DocumentType(
    DocumentTypeId((1 << 44) + 9), 1, "staff-file", {"en": "Staff"}, readers=Readers.PERSONNEL
)


def kept_archive(count: int, told: Told) -> Path:
    """Return the folder of an office with so many documents; made when it is asked for first."""
    folder = KEPT / f"papers-{count}-{SHAPE}-{schema()}" / "Papers.backdesk"
    if not folder.exists():
        KEPT.mkdir(parents=True, exist_ok=True)
        began = time.perf_counter()
        with TemporaryDirectory(dir=KEPT, prefix=f"papers-{count}-making-") as making:
            make_archive(Path(making) / "Papers.backdesk", count)
            Path(making).rename(folder.parent)
            Path(making).mkdir()
        told(f"made an archive of {count:,} documents in {time.perf_counter() - began:.0f} s")
    return folder


def make_archive(folder: Path, count: int) -> None:
    """Make an office with so many documents, all of them indexed, never all in memory."""
    database = create_office(folder)
    fill(database, count)
    database.close()
    open_office(folder).close()


def fill(database: Database, count: int, noted: Callable[[float], None] = lambda _s: None) -> None:
    """Write so many documents; ``noted`` is told how many seconds each batch took to index."""
    with database.write() as unit:
        unit.company.add(LUMO)
        unit.contacts.add_all(some_contacts(max(20, min(5000, count // 50))), datetime.now(UTC))
        for kind in (*TYPES, HIDDEN):
            unit.kinds.add(kind)
    papers = some_papers(count)
    words = Gathered() if count > MOST_LISTED_AT_ONCE else None
    while batch := tuple(islice(papers, BATCH)):
        with database.write() as unit:
            unit.document_index.words = words or unit.document_index.words
            unit.connection.execute(insert(archive_file), [_file(one) for one in batch])
            rows = [document_row(one.document, "FI") for one in batch]
            unit.connection.execute(insert(document), rows)
            for one in batch:
                unit.document_counts.note(None, one.document)
            began = time.perf_counter()
            unit.document_index.put_many(batch)
            noted(time.perf_counter() - began)
            with database.contents.writing() as contents:
                contents.execute(insert(content), [_content(one) for one in batch])
            texts = {_file(one)["sha256"]: _text(one) for one in batch}
            unit.texts.put_many(texts, datetime.now(UTC))
    for some in slices(sorted(words.found) if words else (), WORDS_LISTED):
        with database.write() as unit:
            unit.document_index.words.add(some)


class Gathered(DocumentWords):
    """Lists no words yet: in the order of the list that goes faster, once all are known."""

    def __init__(self) -> None:
        self.found = set[str]()

    def add(self, tokens: Iterable[str]) -> None:
        """Keep in mind what is to be listed."""
        self.found.update(filter(is_word, tokens))


def _text(one: Indexed) -> tuple[int, tuple[Piece, ...]]:
    return len(one.pages), (Piece(0, How.LAYER, one.pages),)


def _content(one: Indexed) -> dict[str, Any]:
    """Return the row of a file's bytes; these themselves nobody reads here."""
    file = _file(one)
    named = {name: file[name] for name in ("id", "sha256", "size")}
    return {**named, "added_at": file["filed_at"]}


def _file(one: Indexed) -> dict[str, Any]:
    card = one.document
    return {
        "id": card.file_id,
        "name": one.file_name,
        "media_type": "application/pdf",
        "size": 1000,
        "sha256": f"{card.file_id:064x}",
        "source": "",
        "filed_at": card.received_at,
        "is_sealed": False,
    }
