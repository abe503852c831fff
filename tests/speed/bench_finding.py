"""Finding documents: how fast they are indexed and found, beside FTS5 without anything of ours.

Tantivy and ripgrep are not among the developers' tools; PERFORMANCE keeps their figures.
"""

from __future__ import annotations

import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from app.outside.clock import FixedClock
from app.services import finding
from app.services.office import Office
from app.services.permissions import OWNER, Actor, Permission, Role
from app.storage.offices import create_office, open_office
from tests.builders import TODAY
from tests.speed.bench import Figure, Site, bench
from tests.speed.papers import fill, kept_archive, some_papers

MOST_INDEXED = 5000
CLERK = Role("clerk", OWNER.permissions - {Permission.ARCHIVE_PERSONAL})
BARE = "SELECT rowid FROM bare WHERE bare MATCH ? ORDER BY rowid DESC LIMIT 20"
QUESTIONS = {
    "a word by its forms": ("laskujen ", "laskujen"),
    "the end of compounds": ("ehdot ", "ehdot"),
    "two words": ("vuokra sopimus ", "vuokra AND sopimus"),
    "a phrase": ('"laskun laskut"', '"laskun laskut"'),
    "a beginning": ("lask", "lask*"),
    "a Thai word": ("ใบกำกับภาษี", "ใบกำกับภาษี"),
    "a word, a type and a sum": ("lasku type:type-3 amount:>1000 ", "lasku"),
    "a year": ("lasku 2025 ", "lasku"),
    "what waits in the inbox": ("in:inbox ", "lasku"),
    "a misspelt word": ("maalisuku ", "maalisuku"),
}


@bench("finding documents", row=6)
def finding_documents(site: Site) -> Iterator[Figure]:
    folder = kept_archive(site.size, site.told)
    own = Office(open_office(folder, wants="reader"), _CLOCK, Actor("Bench", CLERK))
    slowest = 0.0
    with closing(own), closing(_bare(site)) as bare:
        for what, (asked, bare_asked) in QUESTIONS.items():
            ours = site.alone(partial(own.ask, finding.find, asked))
            limit = site.alone(partial(_ask_bare, bare, bare_asked))
            slowest = max(slowest, ours[-1])
            middle = ours[len(ours) // 2], limit[len(limit) // 2]
            yield Figure(what, *middle, "bare FTS5", at_most=50)
    yield Figure("the slowest of all of these", slowest, None, at_most=50)


@bench("indexing documents", row=6)
def indexing_documents(site: Site) -> Iterator[Figure]:
    count = min(site.size, MOST_INDEXED)
    texts = ["\n".join(one.pages) for one in some_papers(count)]
    size = sum(len(text.encode()) for text in texts)
    with tempfile.TemporaryDirectory() as place:
        ours: list[float] = []
        with closing(create_office(Path(place) / "A.backdesk")) as database:
            fill(database, count, ours.append)
            with database.read() as unit:
                rows = (unit.connection.exec_driver_sql(sql).scalar_one() for sql in _SIZES)
                kept, *words = (int(row) for row in rows)
        began = time.perf_counter()
        with closing(sqlite3.connect(Path(place) / "bare.db")) as bare:
            bare.execute(_CREATE)
            bare.executemany("INSERT INTO bare (t) VALUES (?)", ((text,) for text in texts))
            bare.commit()
        limit = time.perf_counter() - began
    pace, bare_pace = sum(ours) * 1e9 / size, limit * 1e9 / size
    yield Figure(f"each MB of {size / 1e6:.0f} MB of text", pace, bare_pace, "bare FTS5")
    yield Figure("tokens kept, of the text", kept / size, None, unit="×", at_most=0.7)
    yield Figure("list of words, of the text", sum(words) / size, None, unit="×")


def _bare(site: Site) -> sqlite3.Connection:
    """Return the same texts in an index of SQLite's own, kept beside the archive."""
    path = kept_archive(site.size, site.told).parent / "bare.db"
    if path.exists():
        return sqlite3.connect(path)
    bare = sqlite3.connect(path)
    bare.execute(_CREATE)
    texts = (("\n".join((one.document.title, *one.pages)),) for one in some_papers(site.size))
    bare.executemany("INSERT INTO bare (t) VALUES (?)", texts)
    bare.commit()
    return bare


def _ask_bare(bare: sqlite3.Connection, asked: str) -> int:
    return len(bare.execute(BARE, (asked,)).fetchall())


_CLOCK = FixedClock(TODAY)
_CREATE = (
    "CREATE VIRTUAL TABLE bare USING fts5(t, content='', tokenize='unicode61 remove_diacritics 2')"
)
_SIZES = (
    "SELECT sum(length(block)) FROM document_index_data",
    "SELECT sum(length(word) + 4) FROM document_word",
    "SELECT sum(length(key) + length(word) + 5) FROM document_form",
)
