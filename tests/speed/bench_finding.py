"""Finding documents: how fast they are indexed, found and counted, beside what others do with them.

FTS5 without anything of ours is always there; tantivy and ripgrep where they are installed
(``pip install --group bench``): where one is missing that is said.
"""

from __future__ import annotations

import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from functools import partial
from itertools import groupby
from pathlib import Path
from statistics import median, quantiles

from app.outside.clock import FixedClock
from app.services import filing, finding
from app.services.office import Office
from app.services.permissions import OWNER, Actor, Permission, Role
from app.storage.offices import create_office, open_office
from tests.builders import TODAY
from tests.speed.bench import Figure, Site, bench
from tests.speed.papers import fill, kept_archive, some_papers
from tests.speed.peers import CREATE, Peer, kept_peers, peers_in, tantivy, tantivy_writer
from tests.speed.questions import Question, some_questions

MOST_INDEXED = 5000
TURNS = 3
CLERK = Role("clerk", OWNER.permissions - {Permission.ARCHIVE_PERSONAL})
COUNT = "SELECT state, count(*) FROM document GROUP BY state"
Times = Mapping[Question, float]


@bench("finding documents", row=6)
def finding_documents(site: Site) -> Iterator[Figure]:
    """Yield how long every kind of question takes for one who may not see all documents."""
    folder = kept_peers(site.size, site.told)
    questions = list(some_questions(site.size))
    with closing(_opened(site)) as own:
        ours = _times(site, questions, lambda one: own.ask(finding.find, one.ours))
    for peer in peers_in(folder, site.told):
        asked = questions[: peer.most]
        theirs = _times(site, asked, peer.ask, turns=TURNS if peer.most is None else 1)
        if peer.most is None:
            yield from _by_kind(ours, theirs, peer)
        for what, of in (("p50", median), ("p99", _p99)):
            some = (of([ours[one] for one in asked]), of(list(theirs.values())))
            yield Figure(f"{len(asked)} questions, {what}", *some, peer.name, at_most=50)


@bench("counting documents", row=6)
def counting_documents(site: Site) -> Iterator[Figure]:
    """Yield how long it takes to say how many documents lie in each place."""
    with closing(_opened(site)) as own:

        def counted() -> dict[str, int]:
            return dict(own.ask(filing.counted).states)

        def by_hand() -> dict[str, int]:
            with own.database.read() as unit:
                found = unit.connection.exec_driver_sql(COUNT).all()
            return dict(found)

        ours, limit = site.interleaved(counted, by_hand, rounds=5)
        yield Figure("those in every place", ours, limit, "counting them all", at_most=20)


@bench("indexing documents", row=6)
def indexing_documents(site: Site) -> Iterator[Figure]:
    """Yield how long it takes to make texts findable, and what the index keeps of them."""
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
        what, pace = f"each MB of {size / 1e6:.0f} MB of text", sum(ours) * 1e9 / size
        bare = _timed(lambda: _into_bare(Path(place) / "bare.db", texts))
        yield Figure(what, pace, bare * 1e9 / size, "bare FTS5")
        if tantivy() is not None:
            beside = _timed(lambda: _into_tantivy(Path(place), texts))
            yield Figure(what, pace, beside * 1e9 / size, "tantivy")
    yield Figure("tokens kept, of the text", kept / size, None, unit="×", at_most=0.7)
    yield Figure("list of words, of the text", sum(words) / size, None, unit="×")


def _opened(site: Site) -> Office:
    folder = kept_archive(site.size, site.told)
    return Office(open_office(folder, wants="reader"), _CLOCK, Actor("Bench", CLERK))


def _times(
    site: Site, questions: list[Question], ask: Callable[[Question], object], turns: int = TURNS
) -> Times:
    """Return the middle of the milliseconds of each question."""
    ask(questions[0])
    return {one: median(site.alone(partial(ask, one), rounds=turns)) for one in questions}


def _by_kind(ours: Times, theirs: Times, peer: Peer) -> Iterator[Figure]:
    for kind, some in groupby(theirs, lambda one: one.kind):
        alike = list(some)
        mine, other = (median(times[one] for one in alike) for times in (ours, theirs))
        yield Figure(f"{kind}, p50", mine, other, peer.name)


def _p99(times: list[float]) -> float:
    return quantiles(times, n=100, method="inclusive")[98] if len(times) > 1 else times[0]


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _into_bare(path: Path, texts: list[str]) -> None:
    with closing(sqlite3.connect(path)) as bare:
        bare.execute(CREATE)
        bare.executemany("INSERT INTO bare (t) VALUES (?)", ((text,) for text in texts))
        bare.commit()


def _into_tantivy(folder: Path, texts: list[str]) -> None:
    writer = tantivy_writer(folder)
    next(writer)
    writer.send(texts)
    writer.close()


_CLOCK = FixedClock(TODAY)
_SIZES = (
    "SELECT sum(length(block)) FROM document_index_data",
    "SELECT sum(length(word) + 4) FROM document_word",
    "SELECT sum(length(key) + length(word) + 5) FROM document_form",
)
