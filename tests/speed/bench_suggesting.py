"""Suggesting: how right and how swift, over the lessons of an office that filed for years."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from sqlalchemy import func, select

from app.domain.archive.clues.finding import Home, clues_in
from app.domain.archive.features import Looks, features_of, sender_feature
from app.domain.archive.readers import Readers
from app.domain.archive.suggesting import Lesson, Target
from app.outside.clock import FixedClock
from app.services import suggesting
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.evidence import _counted, filing_evidence
from app.storage.offices import create_office
from tests.builders import TODAY
from tests.domain.archive.mail import Paper, papers, senders
from tests.services.mailed import Mailroom
from tests.speed.bench import Figure, Site, bench
from tests.trade import opened_books

_FILED, _MEASURED, _SENDERS = 240, 60, 760
HOME = Home("FI", "EUR")


@bench("suggestions", row=6, sized=False)
def suggestions(site: Site) -> Iterator[Figure]:
    with _office() as office:
        room = Mailroom(office)
        coming = list(papers(_FILED + _MEASURED, among=senders()[:12]))
        start = perf_counter()
        room.file_all(coming[:_FILED])
        filed = (perf_counter() - start) * 1000 / _FILED
        rows = _padded(room)
        times, sure, right = _asked(room, coming[_FILED:])
    yield Figure("rows of evidence", rows, None, unit="")
    yield Figure("take in, describe and file, learning", filed, None)
    yield Figure("one document, median", times[len(times) // 2], None, at_most=20)
    yield Figure("one document, slowest of twenty", times[len(times) * 19 // 20], None)
    for field in sure:
        yield Figure(
            f"of 100 sure answers for {field}, right",
            100 * right[field] / sure[field],
            None,
            unit="",
        )


def _asked(room: Mailroom, some: list[Paper]) -> tuple[list[float], Counter[str], Counter[str]]:
    times: list[float] = []
    sure, right = Counter[str](), Counter[str]()
    for paper in some:
        one = room.take(paper)
        room.office.ask(suggesting.suggestions, one)
        start = perf_counter()
        found = room.office.ask(suggesting.suggestions, one)
        times.append((perf_counter() - start) * 1000)
        truth = {
            "type_id": str(room.types[paper.kind]),
            "correspondent_id": str(room.contacts[paper.sender.number]),
        }
        for item in found.sure:
            if item.field in truth:
                sure[item.field] += 1
                right[item.field] += item.value == truth[item.field]
    return sorted(times), sure, right


def _padded(room: Mailroom) -> int:
    """Add the counts of hundreds of other senders, as if their papers had been filed."""
    others = senders(_SENDERS, seed=2)[60:]
    counted = _counted(
        *(_lesson(room, paper) for paper in papers(4 * _SENDERS, seed=2, among=others))
    )
    with room.office.database.write() as unit:
        unit.evidence._count(counted, Counter())
        return unit.connection.scalar(select(func.count()).select_from(filing_evidence)) or 0


def _lesson(room: Mailroom, paper: Paper) -> Lesson:
    found = features_of(Looks(paper.file_name), (paper.text,), clues_in((paper.text,), HOME))
    number = 10**6 + paper.sender.number
    targets = (
        Target("type", str(room.types[paper.kind])),
        Target("correspondent", str(number)),
        Target("tag", str(number % 40)),
        Target("binder", f"{paper.sender.trade.binder}{number % 90}"),
    )
    features = (*found.all, sender_feature(number))
    return Lesson(number, readers=Readers.EVERYONE, drawer="", features=features, targets=targets)


@contextmanager
def _office() -> Iterator[Office]:
    with tempfile.TemporaryDirectory() as place:
        database = create_office(Path(place) / "Mail.backdesk")
        office = Office(database, FixedClock(TODAY), Actor("Bench"))
        opened_books(office)
        try:
            yield office
        finally:
            office.close()
