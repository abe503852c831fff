"""A canary in every walled table of a server: no shape of sentence tells a role of it.

The canary is the only row, so that whatever is counted, joined or copied has to come to nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from sqlalchemy import Connection, select, text

from app.domain.shared.ids import EmployeeId
from app.services.permissions import OWNER, SELF_SERVICE, Actor, Permission, Role
from app.services.roles import BUILT_IN
from app.storage.database import Database
from app.storage.faults import Forbidden
from app.storage.row_rules import ROW_RULES, SIGNS, signs_of
from app.storage.types import metadata
from app.storage.unit import Unit
from tests.databases import on_postgresql
from tests.trade import LUMO

NUMBER = 471123
WORD = "kanaria 4711.23"
TOLD = (str(NUMBER), "kanaria", "4711.23")
SHAPES = {
    "list": "SELECT * FROM {t}",
    "table": "TABLE {t}",
    "search": "SELECT {k} FROM {t} WHERE {t}::text LIKE '%4711%'",
    "filter": "SELECT {k} FROM {t} WHERE {k} = 471123",
    "sort": "SELECT {k} FROM {t} ORDER BY {k} DESC LIMIT 1",
    "sort by what is hidden": "SELECT {k} FROM {t} ORDER BY {t}::text",
    "count": "SELECT nullif(count(*), 0) FROM {t}",
    "count some": "SELECT nullif(count(*), 0) FROM {t} WHERE {k} > 0",
    "join": "SELECT a.{k} FROM {t} AS a JOIN {t} AS b ON a.{k} = b.{k}",
    "outer join": "SELECT a.{k} FROM company LEFT JOIN {t} AS a ON true WHERE a.{k} IS NOT NULL",
    "subquery": "SELECT (SELECT max({k}) FROM {t})",
    "exists": "SELECT 'kanaria' WHERE EXISTS (SELECT 1 FROM {t})",
    "in": "SELECT 'kanaria' WHERE 471123 IN (SELECT {k} FROM {t})",
    "any": "SELECT 'kanaria' WHERE 471123 = ANY (ARRAY(SELECT {k} FROM {t}))",
    "aggregate": "SELECT min({k}), max({k}), sum({k}) FROM {t}",
    "gathered": "SELECT string_agg({k}::text, ','), json_agg({k}) FROM {t}",
    "group": "SELECT {k}, count(*) FROM {t} GROUP BY {k} HAVING count(*) > 0",
    "distinct": "SELECT DISTINCT {k} FROM {t}",
    "union": "SELECT {k} FROM {t} UNION ALL SELECT {k} FROM {t}",
    "with": "WITH seen AS MATERIALIZED (SELECT * FROM {t}) SELECT {k} FROM seen",
    "case": "SELECT CASE WHEN (SELECT count(*) FROM {t}) > 0 THEN 'kanaria' END",
    "window": "SELECT {k}, row_number() OVER (ORDER BY {k}) FROM {t}",
    "lateral": "SELECT b.{k} FROM company, LATERAL (SELECT * FROM {t} LIMIT 1) AS b",
    "as JSON": "SELECT row_to_json({t}) FROM {t}",
    "sample": "SELECT {k} FROM {t} TABLESAMPLE SYSTEM (100)",
    "broken by what it finds": "SELECT 1 FROM {t} WHERE 1 / ({k} - 471123) = 1",
    "lock": "SELECT {k} FROM {t} FOR UPDATE",
    "change": "UPDATE {t} SET {k} = {k} RETURNING {k}",
    "remove": "DELETE FROM {t} RETURNING {k}",
    "add": "INSERT INTO {t} SELECT * FROM {t} ON CONFLICT DO NOTHING RETURNING {k}",
    "copy": "COPY {t} TO STDOUT",
    "copy of an answer": "COPY (SELECT {k} FROM {t}) TO STDOUT",
}
"""What each has to answer: nothing, or that it is forbidden."""
OF_PEOPLE = {
    "payslip": "w",
    "pay_item": "w",
    "tax_card": "w",
    "own_change": "a",
    "applicant": "a",
    "contract": "f",
    "checklist": "f",
    "qualification": "f",
    "equipment": "f",
    "leave_request": "l",
    "leave_entry": "l",
    "leave_settled": "l",
    "expense_claim": "x",
    "expense_line": "x",
}
MANAGEMENT = "m"
OUTSIDE = (
    *BUILT_IN[1:],
    Role("nothing", frozenset()),
    Role("nearly everything", OWNER.permissions - {Permission.ARCHIVE_MANAGEMENT}),
)
VALUES = {
    "bigint": NUMBER,
    "integer": NUMBER,
    "smallint": 0,
    "numeric": NUMBER,
    "text": f"'{WORD}'",
    "character varying": f"'{WORD}'",
    "date": "'2026-03-10'",
    "timestamp with time zone": "'2026-03-10'",
    "timestamp without time zone": "'2026-03-10'",
    "bytea": "'kanaria'",
    "json": "'\"kanaria\"'",
    "jsonb": "'\"kanaria\"'",
    "boolean": "false",
}
COLUMNS = text(
    "SELECT column_name, data_type FROM information_schema.columns "
    "WHERE table_name = :name ORDER BY ordinal_position"
)


def put(connection: Connection, table: str, **known: str) -> None:
    """Write one row that is a canary in every column."""
    columns = connection.execute(COLUMNS, {"name": table}).all()
    told = ", ".join(str(known.get(name, VALUES[kind])) for name, kind in columns)
    connection.exec_driver_sql(f"INSERT INTO {table} VALUES ({told})")  # noqa: S608  ours


@pytest.fixture
def canary(database: Database) -> Database:
    with database.write() as unit:
        unit.company.add(LUMO)
        unit.connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
        put(unit.connection, "document_type", readers="'management'")
        for rule in ROW_RULES:
            put(unit.connection, rule.table)
    return database


def closed_to(rights: frozenset[str]) -> Iterator[str]:
    """Yield the tables whose canary is closed to somebody."""
    held = signs_of(rights)
    for rule in ROW_RULES:
        if OF_PEOPLE.get(rule.table, MANAGEMENT) not in held:
            yield rule.table


def answer(unit: Unit, table: str, shape: str) -> str:
    keys = metadata.tables[table].primary_key
    key = next(one.name for one in keys if one.name != "state")
    sentence = SHAPES[shape].format(t=table, k=key)
    try:
        with unit.attempt():
            if sentence.startswith("COPY"):
                return copied(unit, sentence)
            return "".join(
                str(tuple(row))
                for row in unit.connection.execute(text(sentence))
                if any(one is not None for one in row)
            )
    except Forbidden:
        return ""


def copied(unit: Unit, sentence: str) -> str:
    raw: Any = unit.connection.connection.driver_connection
    try:
        with raw.cursor() as cursor, cursor.copy(sentence) as rows:
            return b"".join(bytes(one) for one in rows).decode()
    except psycopg.errors.InsufficientPrivilege as refused:
        raise Forbidden from refused


@on_postgresql
@pytest.mark.parametrize("role", OUTSIDE, ids=[one.name for one in OUTSIDE])
def test_no_shape_of_sentence_tells_a_role_of_the_canary(canary: Database, role: Role) -> None:
    rights = Actor("Eve", role).rights
    closed = tuple(closed_to(rights))
    with canary.write(rights) as unit:
        told = {
            (table, shape): found
            for table in closed
            for shape in SHAPES
            if (found := answer(unit, table, shape))
        }

    assert told == {}
    assert "document" in closed
    with canary.read() as unit:
        assert all(NUMBER in row for row in everything(unit))


def everything(unit: Unit) -> list[tuple[Any, ...]]:
    return [
        tuple(unit.connection.execute(select(text("*")).select_from(text(rule.table))).one())
        for rule in ROW_RULES
    ]


@on_postgresql
def test_the_canary_sings_to_who_may_hear_it(canary: Database) -> None:
    """Each shape does tell where the rows are open; without that the test above shows nothing."""
    with canary.read(rights=Actor("Anna").rights) as unit:
        silent = [
            shape
            for shape, sentence in SHAPES.items()
            if sentence.startswith(("SELECT", "TABLE", "WITH", "COPY"))
            and "FOR UPDATE" not in sentence
            and "1 /" not in sentence
            and not any(word in answer(unit, "document", shape) for word in (*TOLD, "1"))
        ]
        with pytest.raises(Exception, match="division by zero"):
            answer(unit, "document", "broken by what it finds")

    assert silent == []
    assert set(SIGNS) == set(signs_of(Actor("Anna").rights))


@on_postgresql
@pytest.mark.parametrize("person", [EmployeeId(5), EmployeeId(NUMBER)])
def test_who_came_in_with_a_pin_sees_the_own_rows_only(
    canary: Database, person: EmployeeId
) -> None:
    own = set(OF_PEOPLE) - {"applicant"}
    with canary.read(rights=Actor("Me", SELF_SERVICE, person).rights) as unit:
        seen = {rule.table for rule in ROW_RULES if answer(unit, rule.table, "count")}

    assert seen == (own if person == NUMBER else set())
