"""Who is not of a circle gets the same answers as if what it reads were not there at all.

Every service function is asked in two offices, of which only one has something behind a wall. One
that takes an argument which is not known here fails the test: nobody forgets to think of the wall.
"""

from __future__ import annotations

import json
import re
import shutil
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.domain.archive.readers import Readers
from app.domain.shared.ids import DocumentId
from app.domain.shared.refusals import OfficeError
from app.services import door
from app.services.door import Doorway
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.offices import create_office
from tests.databases import renamed, run_sql
from tests.services.wall_tries import tries
from tests.services.walls import (
    WORDS,
    Canary,
    Open,
    entered,
    furnish,
    hide,
    reader_without,
)

BESIDE = frozenset(
    {
        "contacts.find",
        "contacts.first",
        "contacts.opened",
        "contacts.seen",
        "contacts.timeline",
        "drafts.all_kept",
        "drafts.drop",
        "drafts.keep",
        "drafts.kept",
        "drafts.waiting",
        "handing_out.hand_out",
        "search.find",
    }
)
"""What is walked though its permission is not the archive's: it tells of documents, or might."""
OF_THE_WHOLE = {
    "filing_rules.add_rule": "it stands behind all others, whoever may read them",
    "filing_rules.reorder_rules": "as above",
    "folders.add": "as above",
    "folders.arrange": "as above",
    "disposing.propose": "two lists cannot hold the same documents",
    "proving.verify": "every content of the archive is counted, whosever it is",
    "proving.proofs": "as above",
    "proving.is_waiting": "as above",
    "reading.read_some": "what waits is read for whoever comes",
    "reindexing.begin": "the index is of all documents: how far work on it is, is told as a number",
    "reindexing.index_some": "as above",
    "reindexing.stop": "as above",
    "reindexing.waiting": "as above",
    "serials.assign": "a number is given once, whoever may read its document",
    "serials.next_free": "as above",
    "shelving.shelf": "as above: it tells the next number",
    "shelving.stock": "as above: it tells the next number",
    "serials.reserve": "as above",
    "serials.contents": "the paper stands in the binder: its number is told, without words",
}
"""What depends on things behind walls for a reason; it tells no word and no id of them."""
TELLING = frozenset(
    {
        "archive.content",
        "archive.export",
        "archive.first",
        "archive.get",
        "archive.of",
        "archive.rows",
        "archive.spine",
        "disposing.disposals",
        "disposing.get",
        "documents.content",
        "documents.count",
        "documents.first",
        "documents.get",
        "documents.of",
        "documents.of_file",
        "documents.rows",
        "documents.seen",
        "documents.spine",
        "drafts.all_kept",
        "drafts.kept",
        "einvoices.pages",
        "einvoices.read",
        "filing.belonging",
        "filing.counted",
        "filing.linked",
        "filing.opened",
        "filing_rules.rules",
        "filing_rules.ruling",
        "filing_rules.try_out",
        "finding.find",
        "folders.filled",
        "folders.first",
        "folders.folders",
        "folders.spine",
        "handing_out.hand_out",
        "holding.holds",
        "holding.over",
        "likeness.alike",
        "paging.paper",
        "paging.sheaf",
        "paging.stack",
        "reading.about",
        "reading.failed",
        "reading.pages",
        "reading.password",
        "reading.waiting",
        "receiving.arrivals",
        "suggesting.suggestions",
    }
)
"""The questions that do tell who is of the circle: here the walk would see a hole in the wall."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The two offices, entered by a reader, and what he may try."""

    without: Office
    within: Office
    there: Open
    canary: Canary
    folder: Path


@dataclass(frozen=True, slots=True)
class Walk:
    """What came of asking everything, first by one of the circle and then by one who is not.

    ``before`` and ``after`` are the cards behind the wall.
    """

    telling: frozenset[str]
    leaks: tuple[str, ...]
    asked: int
    before: dict[DocumentId, Any]
    after: dict[DocumentId, Any]


@pytest.fixture(
    scope="module",
    params=[(one, where) for one in Readers if one.is_wall for where in ("sqlite", "postgresql")],
    ids=lambda told: f"{told[0].value}-{told[1]}",
)
def walk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Walk:
    """Walk once around each wall; every test looks at another side of what came of it."""
    readers, where = request.param
    if where == "sqlite":
        empty: Path = request.getfixturevalue("empty_folder")
        pair = paired(readers, empty, tmp_path_factory.mktemp("walls"))
    else:
        url: str = request.getfixturevalue("postgresql")
        pair = paired_on_server(readers, url, tmp_path_factory.mktemp("walls"))
    try:
        return walked_around(pair)
    finally:
        pair.without.close()
        pair.within.close()


def paired_on_server(readers: Readers, url: str, parent: Path) -> Pair:
    first, twin = (f"walls_{uuid.uuid4().hex}" for _ in range(2))
    run_sql(url, f"CREATE DATABASE {first} STRATEGY FILE_COPY")
    here, there_too = renamed(url, first), renamed(url, twin)
    create_office(here).close()
    office = entered(here)
    there = furnish(office, readers)
    office.close()
    run_sql(url, f"CREATE DATABASE {twin} TEMPLATE {first} STRATEGY FILE_COPY")
    office = entered(here)
    canary = hide(office, there)
    office.close()
    role = reader_without(readers)
    without, within = (entered(one, "Eve", role) for one in (there_too, here))
    return Pair(without, within, there, canary, parent / "out")


def paired(readers: Readers, empty: Path, parent: Path) -> Pair:
    folder, twin = parent / "Lumo.backdesk", parent / "Twin.backdesk"
    shutil.copytree(empty, folder)
    office = entered(folder)
    there = furnish(office, readers)
    office.close()
    shutil.copytree(folder, twin)
    office = entered(folder)
    canary = hide(office, there)
    office.close()
    role = reader_without(readers)
    return Pair(
        entered(twin, "Eve", role), entered(folder, "Eve", role), there, canary, parent / "out"
    )


def walked_around(pair: Pair) -> Walk:
    known = tries(pair.there, pair.canary, pair.folder)
    asked = [(way, data) for way in walked() for data in asked_with(way, known)]
    before, telling = canaries(pair), told_to_the_circle(pair, asked)
    leaks = tuple(leak for way, data in asked for leak in told(pair, way, data))
    return Walk(telling, leaks, len(asked), before, canaries(pair))


def told_to_the_circle(
    pair: Pair, asked: Iterable[tuple[Doorway, Mapping[str, Any]]]
) -> frozenset[str]:
    """Return the questions that tell one of the circle what stands behind the wall."""
    clock, anna = pair.within.clock, Actor("Anna")
    of_the_circle = replace(
        pair,
        within=Office(pair.within.database, clock, anna),
        without=Office(pair.without.database, clock, anna),
    )
    return frozenset(
        way.name
        for way, data in asked
        if not way.mark.is_command and way.name in TELLING and any(told(of_the_circle, way, data))
    )


def walked() -> list[Doorway]:
    """Return every service function that could tell of documents, the questions first."""
    found = [
        way
        for way in door.doorways()
        if way.mark.permission.value.startswith("archive.") or way.name in BESIDE
    ]
    return sorted(found, key=lambda way: (way.mark.is_command, way.name))


def asked_with(way: Doorway, known: Mapping[str, list[Any]]) -> Iterator[dict[str, Any]]:
    """Yield what a function is asked with: every value that is known for each argument."""
    arguments = way.describe()["arguments"]
    lists = {
        name: known.get(f"{way.name} {name}") or known.get(name) for name in arguments["properties"]
    }
    for name, values in lists.items():
        assert values or name not in arguments["required"], (
            f"{way.name} takes {name}: say in tries() what a reader may write there, "
            "and look whether it tells what stands behind a wall"
        )
    filled = {name: values for name, values in lists.items() if values and values != [None]}
    for turn in range(max((len(values) for values in filled.values()), default=1)):
        yield {name: values[turn % len(values)] for name, values in filled.items()}


def outcome(office: Office, way: Doorway, data: Mapping[str, Any], folder: Path) -> str:
    """Return what a function answers, writes into a folder or refuses, as one text."""
    if folder.is_file():
        folder.unlink()
    shutil.rmtree(folder, ignore_errors=True)
    act = door.do if way.mark.is_command else door.ask
    sent = json.loads(json.dumps(data, default=str), parse_float=Decimal)
    try:
        answer = json.dumps(act(office, way.name, sent), ensure_ascii=False)
    except OfficeError as refused:
        return f"{refused.code} {sorted(refused.facts)}"
    written = sorted(path for path in folder.rglob("*") if path.is_file())
    if folder.is_file():
        written = [folder]
    return "\n".join((answer, *(f"{one.name} {one.read_bytes()!r}" for one in written)))


def same(told: str) -> str:
    """Return an answer without the ids that no two offices share."""
    return re.sub(r"\d{15,}", "#", told)


def canaries(pair: Pair) -> dict[DocumentId, Any]:
    """Return the cards behind the wall as they are, but for their tags, which go with the tag."""
    with pair.within.database.read() as unit:
        found = unit.documents.get_all(pair.canary.documents)
    return {
        one.id: (one.title, one.state, one.type_id, one.locked_by, one.file_id) for one in found
    }


def told(pair: Pair, way: Doorway, data: Mapping[str, Any]) -> Iterator[str]:
    """Yield what an answer tells of what stands behind the wall."""
    within = outcome(pair.within, way, data, pair.folder)
    without = outcome(pair.without, way, data, pair.folder)
    ids = [str(one) for one in (*pair.canary.documents, *pair.canary.files)]
    written = json.dumps(data, default=str)
    for word in (*WORDS, *(one for one in ids if one not in written)):
        if word in within.casefold():
            yield f"{way.name}({data}) tells {word}: {within}"
    if way.name not in OF_THE_WHOLE and same(within) != same(without):
        yield f"{way.name}({data}) tells another thing: {within} and not {without}"


def test_who_is_not_of_the_circle_is_told_nothing_by_any_function(walk: Walk) -> None:
    assert walk.leaks == ()
    assert walk.asked > 200


def test_who_is_not_of_the_circle_changes_nothing_behind_the_wall(walk: Walk) -> None:
    assert walk.after == walk.before
    assert walk.before


def test_who_is_of_the_circle_is_told_by_every_way_there_is(walk: Walk) -> None:
    assert TELLING - walk.telling == frozenset()


def test_what_is_said_to_be_of_the_whole_is_there() -> None:
    assert set(OF_THE_WHOLE) <= {way.name for way in walked()}
