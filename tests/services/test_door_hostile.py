"""Whatever JSON comes through the door, it is answered or refused: nothing falls over."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial
from random import Random
from typing import Any

import pytest

from app.domain.shared.refusals import OfficeError
from app.outside.clock import FixedClock
from app.services import door
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.checks import check
from app.storage.database import Database
from tests.chances import few
from tests.trade import issued, opened_books

TEXTS = (
    "", "x", "standard", "EUR", "fi", "xx", "%", "_", '"', "a*", "{name}", "%s", "<b>&amp;",
    "=cmd()", "\u202eabc", "\U0001f600", "\u0e01\u0e47\u0e19", "\0", "\ud800", "x" * 5000,
    "\r\n\t", "' OR 1=1", "name", "issued_on", "../..", "FI12345671", "invoice:1",
)  # fmt: skip
NUMBERS = ("0", "1", "-1", "0.125", "1e3", "1E+400", "NaN", "999999999999", "0.0000001", "100")
DAYS = ("2026-03-10", "2028-02-29", "2026-02-30", "0001-01-01", "9999-12-31", "20260310", "")
WHOLE = (0, 1, 7, -1, 2**31, 2**63 - 1, -(2**63), 2**63, 10**30)
JUNK: tuple[Any, ...] = (None, True, 1.5, {}, [], "x", {"a": 1}, 10**30, [[]])
ASKED_EACH = few(12)
PATH = '"format": "path"'
"""Who asks for one reads or writes files, and has tests of its own with hostile ones."""


def made(chance: Random, schema: dict[str, Any]) -> Any:
    """Return JSON that fits a schema, or nearly."""
    if chance.random() < 0.02:
        return chance.choice(JUNK)
    if "enum" in schema or "anyOf" in schema:
        picked = chance.choice(schema.get("enum") or schema["anyOf"])
        return picked if "enum" in schema else made(chance, picked)
    kind = schema.get("type")
    if isinstance(kind, list):
        return chance.choice(NUMBERS)
    return _MAKERS[kind](chance, schema) if kind in _MAKERS else chance.choice(JUNK)


def _object(chance: Random, schema: dict[str, Any]) -> dict[str, Any]:
    if "properties" not in schema:
        return {chance.choice(TEXTS): made(chance, schema["additionalProperties"])}
    needed = schema["required"]
    return {
        name: made(chance, inner)
        for name, inner in schema["properties"].items()
        if name in needed or chance.random() < 0.5
    }


def _array(chance: Random, schema: dict[str, Any]) -> list[Any]:
    return [made(chance, schema.get("items", {})) for _ in range(chance.randrange(3))]


def _text(chance: Random, schema: dict[str, Any]) -> str:
    if schema.get("format") == "date":
        return chance.choice(DAYS)
    if "contentEncoding" in schema:
        return chance.choice(("", "AAAA", "x", "iVBORw0KGgo="))
    return chance.choice(TEXTS)


_MAKERS: dict[Any, Callable[[Random, dict[str, Any]], Any]] = {
    "object": _object,
    "array": _array,
    "string": _text,
    "integer": lambda chance, _: chance.choice(WHOLE),
    "boolean": lambda chance, _: chance.random() < 0.5,
}


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(date(2026, 3, 10)), Actor("Anna"))
    opened_books(opened)
    issued(opened)
    return opened


@pytest.mark.parametrize("seed", [1])
def test_what_fits_a_schema_or_nearly_is_answered_or_refused(office: Office, seed: int) -> None:
    chance = Random(seed)  # noqa: S311  the same questions every time
    answered = 0
    for way in door.doorways():
        schema = way.describe()["arguments"]
        if PATH in json.dumps(schema):
            continue
        act = door.do if way.mark.is_command else door.ask
        for _ in range(ASKED_EACH):
            answered += _is_answered(partial(act, office, way.name), made(chance, schema))

    assert answered > 100
    assert check(office.database) == ()


def _is_answered(act: partial[Any], data: Any) -> bool:
    sent = json.loads(json.dumps(data), parse_float=Decimal)
    try:
        json.dumps(act(sent), ensure_ascii=False).encode()
    except OfficeError:
        return False
    return True
