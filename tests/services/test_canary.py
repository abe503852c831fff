"""A salary and an identity number come out nowhere for who stands before the wall.

Every service function is asked, with the ids of people and contracts among its arguments; what it
answers, refuses, writes into files, keeps in rows and tells the log is searched for them.
"""

from __future__ import annotations

import base64
import binascii
import json
import logging
from collections.abc import Iterator, Sequence
from decimal import Decimal
from random import Random
from typing import Any

import pypdfium2
import pytest
from sqlalchemy import Connection, select, table, text

from app.domain.employees.employee import Employee
from app.domain.shared.refusals import OfficeError
from app.outside.clock import FixedClock
from app.services import contracts, door, drafts, employees, roles, search
from app.services.office import Office
from app.services.permissions import Actor, Permission, Role
from app.storage.database import Database
from tests.builders import TODAY
from tests.databases import on_sqlite
from tests.employing import CLERK, IDENTITY, PRIVATE, a_form, as_role, hire
from tests.services import test_door_hostile as hostile
from tests.trade import opened_books

SECRETS = (
    "4711.23",
    "4711,23",
    "4,711.23",
    "4 711,23",
    IDENTITY,
    PRIVATE.account.iban,
    PRIVATE.phone,
    "Salakuja",
    PRIVATE.health,
    "Pekka Salonen",
)
ASKED_EACH = 2
OUTSIDE = tuple(
    one for one in roles.BUILT_IN if Permission.EMPLOYEES_PRIVATE not in one.permissions
)


class Knowing(Random):
    """Chance that mostly picks what is there: the ids of people and contracts, and their names."""

    def __init__(self, ids: Sequence[int]) -> None:
        super().__init__(7)
        self.ids = ids

    def choice(self, seq: Any) -> Any:
        if seq is hostile.WHOLE and self.random() < 0.8:
            return super().choice(self.ids)
        if seq is hostile.TEXTS and self.random() < 0.6:
            return super().choice((f"employee:{self.ids[0]}", "Salonen", "EMP-2026-001"))
        return super().choice(seq)


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Anna"))
    opened_books(opened)
    return opened


@pytest.fixture
def maija(office: Office) -> Employee:
    """Maija, of whom everything was written, shown, changed and half typed."""
    maija = hire(office)
    (contract,) = office.ask(contracts.of, maija.id)
    office.do(employees.show_private, maija.id)
    office.do(contracts.show_pay, contract.id)
    office.do(contracts.next_version, contract.id)
    office.do(drafts.keep, "employee-private", maija.id, maija.version, PRIVATE)
    office.do(employees.change, maija.id, maija.version, a_form(position="Head"))
    return office.ask(employees.get, maija.id)


@on_sqlite
def test_no_function_tells_what_is_private_to_who_may_not_read_it(
    office: Office, maija: Employee, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    ids = (maija.id, *(one.id for one in office.ask(contracts.of, maija.id)), 1, 2)
    chance, clerk = Knowing(ids), as_role(office, CLERK)
    asked = 0
    for way in door.doorways():
        schema = way.describe()["arguments"]
        if hostile.PATH in json.dumps(schema):
            continue
        for _ in range(ASKED_EACH):
            told = answer(clerk, way, hostile.made(chance, schema))
            assert leaked(told) == [], way.name
            asked += 1

    assert asked > 900
    assert leaked(caplog.text) == []
    with office.database.read() as unit:
        assert leaked("\n".join(every_row(unit.connection))) == []
    assert all(clerk.ask(search.find, one) == () for one in SECRETS)


@on_sqlite
@pytest.mark.parametrize("role", OUTSIDE, ids=[one.name for one in OUTSIDE])
def test_no_role_before_the_wall_is_told(office: Office, maija: Employee, role: Role) -> None:
    ids = (maija.id, *(one.id for one in office.ask(contracts.of, maija.id)), 1, 2)
    chance, seen = Knowing(ids), as_role(office, role)

    for way in door.doorways():
        schema = way.describe()["arguments"]
        if way.mark.permission in role.permissions and hostile.PATH not in json.dumps(schema):
            told = answer(seen, way, hostile.made(chance, schema))
            assert leaked(told) == [], way.name


@on_sqlite
def test_who_may_read_it_is_told_or_nothing_would_be_found_above(
    office: Office, maija: Employee
) -> None:
    (contract, _next) = office.ask(contracts.of, maija.id)
    asked = {"contracts.show_pay": [contract.id], "employees.show_private": [maija.id]}

    for name, arguments in asked.items():
        way = door.doorway(name, is_command=True)
        assert leaked(answer(office, way, arguments)), name


def answer(office: Office, way: door.Doorway, data: Any) -> str:
    """Return what a function answers or refuses, as text; papers by what stands on them."""
    sent = json.loads(json.dumps(data), parse_float=Decimal)
    act = door.do if way.mark.is_command else door.ask
    try:
        told = act(office, way.name, sent)
    except OfficeError as refused:
        return f"{refused.code} {refused.facts}"
    return "\n".join((json.dumps(told, ensure_ascii=False), *papers(told)))


def papers(told: Any) -> Iterator[str]:
    """Yield the text of every PDF and file in an answer."""
    if isinstance(told, dict):
        for one in told.values():
            yield from papers(one)
    elif isinstance(told, list):
        for one in told:
            yield from papers(one)
    elif isinstance(told, str) and len(told) > 200:
        yield from _paper(told)


def _paper(told: str) -> Iterator[str]:
    try:
        content = base64.b64decode(told, validate=True)
    except (binascii.Error, ValueError):
        return
    if not content.startswith(b"%PDF"):
        yield content.decode("utf-8", "replace")
        return
    for page in pypdfium2.PdfDocument(content):
        yield page.get_textpage().get_text_bounded()


def leaked(told: str) -> list[str]:
    """Return what of the secrets stands in a text."""
    return [one for one in SECRETS if one in told]


def every_row(connection: Connection) -> Iterator[str]:
    """Yield every row of every table, as text."""
    names = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))
    for name in names.scalars().all():
        for row in connection.execute(select(text("*")).select_from(table(name))):
            yield str(tuple(row))
