"""Whatever somebody looks for is looked for: no text becomes part of a statement.

Every query that takes words is asked: lists, pickers, the search of everything, texts of documents,
the log. Its other arguments are made up, nearly as they should be.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.shared.refusals import OfficeError
from app.outside.clock import FixedClock
from app.services import door
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.chances import few
from tests.services import test_door_hostile as hostile
from tests.trade import issued, opened_books

LOOKED_FOR = ("words", "text", "typed", "query", "name", "number", "code", "wanted")
OPERATORS = (
    *('"', "'", "''", "'; DROP TABLE contact; --", "a* OR b", "NEAR(a b, 3)", "title:x", "-x"),
    *(
        "^a",
        "(",
        ")",
        "a AND",
        "NOT",
        "{a b}: x",
        "a + b",
        "& | ! <->",
        "a:*",
        "\\",
        "\\'",
        "%",
        "_",
    ),
    *(":x", "%(x)s", "%s", "?", "$1", "\x00", "a\x00b", "\ud800", "\u202e", "ที่", "😀", " ", "\t\n"),
    *("x" * 10_000, "a " * 3000, '" ' * 500, "(" * 2000, "-" * 99, "1e999", "2026-02-30", "«»“”"),
)
SIGNS = st.text("ab '\"*()&|!<>-:^%_\\{}~+?\x00\ud800เก็้", max_size=30)
TEXTS = st.one_of(st.text(max_size=40), SIGNS)


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Anna"))
    opened_books(opened)
    issued(opened)
    return opened


@cache
def searches() -> tuple[door.Doorway, ...]:
    """Return every query that takes what somebody looks for."""
    return tuple(way for way in door.doorways() if not way.mark.is_command and takes(way))


def takes(way: door.Doorway) -> bool:
    """Say whether words are among the arguments, or in a view."""
    schema = way.describe()["arguments"]
    told = json.dumps(schema)
    return hostile.PATH not in told and any(f'"{one}"' in told for one in LOOKED_FOR[:4])


def asked(schema: dict[str, Any], text: str) -> Any:
    """Return arguments with the text wherever words are asked for."""
    data = hostile.made(Random(7), schema)  # noqa: S311  of a test
    return put_in(data, schema, text)


def put_in(data: Any, schema: dict[str, Any], text: str) -> Any:
    """Put the text where words belong, and leave the rest."""
    if not isinstance(data, dict) or "properties" not in schema:
        return data
    for name, inner in schema["properties"].items():
        if name in LOOKED_FOR and inner.get("type") == "string":
            data[name] = text
        elif "properties" in inner:
            data[name] = put_in({}, inner, text)
    return data


def looked_for(office: Office, text: str) -> Iterator[str]:
    """Ask every search, and yield the names of those that answered."""
    for way in searches():
        data = asked(way.describe()["arguments"], text)
        try:
            door.ask(office, way.name, data)
        except OfficeError:
            continue
        yield way.name


def test_what_means_something_to_a_database_is_looked_for(office: Office) -> None:
    for text in OPERATORS:
        tuple(looked_for(office, text))

    assert len(set(looked_for(office, "Aamu"))) > 30


@settings(
    max_examples=few(8), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(TEXTS)
def test_any_text_is_looked_for(office: Office, text: str) -> None:
    tuple(looked_for(office, text))
