"""The steps from one schema to the next, as SQL, for SQLite and PostgreSQL.

SQLite cannot add what a table of ours needs: a changed table is made anew and its rows are copied,
as https://www.sqlite.org/lang_altertable.html section 7 tells, with foreign keys off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

FILLED: Mapping[str, str] = {
    "contact.early_days": "0",
    "contact.early_percent": "0",
    "contact.eformat": "''",
    "invoice.kind": "'invoice'",
    "invoice.origin_number": "''",
    "invoice.reason": "''",
    "invoice.order_reference": "''",
    "invoice.contract_reference": "''",
    "invoice.early_days": "0",
    "invoice.early_percent": "0",
    "invoice.exchange_source": "''",
    "invoice.eformat": "''",
    "invoice.rest": "'[]'",
    "invoice.deducted": "'[]'",
    "invoice_line.is_reduction": "0",
    "mail.handled_by": "''",
}
"""What old rows hold in a new column that must not be empty: table.column -> SQL."""

_HEAD = re.compile(
    r"CREATE (?:OR REPLACE )?(?:UNIQUE )?(?P<kind>TABLE|VIRTUAL TABLE|INDEX|TRIGGER|FUNCTION) "
    r"(?P<name>\w+)(?:.*? ON (?P<place>\w+))?"
)
_ROW = re.compile(r"^\t(?P<name>\w+) (?P<rest>.*?),? ?$", re.MULTILINE)
_CONSTRAINTS = frozenset({"CONSTRAINT", "PRIMARY", "FOREIGN", "UNIQUE", "CHECK"})


class Part(NamedTuple):
    """A statement that makes a table, an index, a trigger or its function, or sets something."""

    kind: str
    name: str
    place: str
    sql: str


def steps(before: Sequence[str], after: Sequence[str], dialect: str) -> list[str]:
    """Return the statements that turn one schema into the next; raises SystemExit if none can."""
    then = {(one.kind, one.name): one for one in map(_part, before)}
    now = {(one.kind, one.name): one for one in map(_part, after)}
    changed = {key for key, one in now.items() if key in then and then[key].sql != one.sql}
    gone = then.keys() - now.keys()
    tables = [now[key] for key in now if key in changed and key[0] == "TABLE"]
    rebuilt = {one.name for one in tables} if dialect == "sqlite" else set()
    told = [_dropped(then[key], dialect) for key in then if key in gone or key in changed]
    for table in tables:
        told.extend(_altered(then["TABLE", table.name], table, dialect))
    made = now.keys() - then.keys() | changed
    for key, one in now.items():
        if (key in made or one.place in rebuilt) and one not in tables:
            told.append(one.sql)
    return [one for one in told if one]


def _part(sql: str) -> Part:
    found = _HEAD.match(sql)
    if found is None:
        return Part("OTHER", sql, "", sql)
    return Part(found["kind"], found["name"], found["place"] or "", sql)


def _dropped(one: Part, dialect: str) -> str:
    """Return what removes a part; a table that is gone stays, for its rows are somebody's."""
    if one.kind == "INDEX":
        return f"DROP INDEX IF EXISTS {one.name}"
    if one.kind == "TRIGGER":
        place = f" ON {one.place}" if dialect == "postgresql" else ""
        return f"DROP TRIGGER IF EXISTS {one.name}{place}"
    return ""


def _altered(before: Part, after: Part, dialect: str) -> Iterator[str]:
    old, new = _rows(before.sql), _rows(after.sql)
    if lost := [name for name in old if name not in new]:
        raise SystemExit(f"{after.name} lost {lost}: write this revision by hand")
    added = [name for name in new if name not in old]
    bound = [name for name in new if " " in name and old.get(name, new[name]) != new[name]]
    values = {
        name: _filling(f"{after.name}.{name}", new[name])
        for name in added
        if not name.startswith("CONSTRAINT ")
    }
    if dialect == "sqlite":
        yield from _rebuilt(after, [name for name in old if " " not in name], values)
    else:
        for name in bound:
            yield f"ALTER TABLE {after.name} DROP {name}"
        yield from _extended(after.name, {name: new[name] for name in (*added, *bound)}, values)


def _rows(sql: str) -> dict[str, str]:
    """Return the columns and named constraints of a table and how each is written."""
    found: dict[str, str] = {}
    for row in _ROW.finditer(sql):
        name, rest = row["name"], row["rest"]
        if name == "CONSTRAINT":
            found[f"CONSTRAINT {rest.split()[0]}"] = rest
        elif name not in _CONSTRAINTS:
            found[name] = rest
    return found


def _filling(place: str, column: str) -> str:
    if "NOT NULL" not in column:
        return "NULL"
    if place not in FILLED:
        raise SystemExit(f"{place} must not be empty: say in FILLED what old rows hold")
    return FILLED[place]


def _rebuilt(table: Part, kept: list[str], values: Mapping[str, str]) -> Iterator[str]:
    names, sources = ", ".join((*kept, *values)), ", ".join((*kept, *values.values()))
    yield "PRAGMA legacy_alter_table=ON"
    yield f"ALTER TABLE {table.name} RENAME TO {table.name}_before"
    yield table.sql
    yield f"INSERT INTO {table.name} ({names}) SELECT {sources} FROM {table.name}_before"  # noqa: S608  every word of it is ours
    yield f"DROP TABLE {table.name}_before"
    yield "PRAGMA legacy_alter_table=OFF"


def _extended(name: str, added: Mapping[str, str], values: Mapping[str, str]) -> Iterator[str]:
    for column, rest in added.items():
        if column not in values:
            yield f"ALTER TABLE {name} ADD CONSTRAINT {rest}"
        elif values[column] == "NULL":
            yield f"ALTER TABLE {name} ADD COLUMN {column} {rest}"
        else:
            yield f"ALTER TABLE {name} ADD COLUMN {column} {rest} DEFAULT {values[column]}"
            yield f"ALTER TABLE {name} ALTER COLUMN {column} DROP DEFAULT"
