"""Rows on a server: PostgreSQL itself keeps those behind a wall from every sentence of a role.

Every walled table has ROW LEVEL SECURITY, forced upon its owner too: the login of the desks sees
all rows by a policy of its own, a role what the rules leave it (row_rules.py), anybody else what
everybody may see. The policies stand as soon as the tables are there, whether or not the login may
make roles.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, text

from app.storage.row_rules import FUNCTIONS, ROW_RULES, RowRule

HOUSE = "house"
ROLE = "backdesk_role"
"""Where a connection notes the role that its transaction has taken on."""
_SAID = (
    "SELECT tablename, policyname, 'public' = ANY(roles) OR current_user = ANY(roles) AS is_mine "
    "FROM pg_policies WHERE schemaname = 'public'"
)
_FORCED = (
    "SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity "
    "AND relnamespace = 'public'::regnamespace"
)
_MINE = (
    "SELECT count(*) FROM pg_tables WHERE schemaname = 'public' AND tablename = 'document' "
    "AND pg_has_role(tableowner, 'USAGE')"
)


def keep_rows(connection: Connection) -> None:
    """Let a server keep rows by itself, as the rules of today say; SQLite knows no such thing.

    What is looked at when a transaction ends is looked at now: a table of which something waits
    cannot be altered.
    """
    if connection.dialect.name != "postgresql":
        return
    connection.exec_driver_sql("SET CONSTRAINTS ALL IMMEDIATE")
    release_rows(connection)
    for name, body in FUNCTIONS.items():
        for statement in _function(name, body):
            connection.exec_driver_sql(statement)
    for rule in ROW_RULES:
        for statement in _policies(rule):
            connection.exec_driver_sql(statement)


def release_rows(connection: Connection) -> None:
    """Remove every policy, for what copies or migrates rows; ``keep_rows`` puts them back."""
    if connection.dialect.name != "postgresql":
        return
    for table, name, _ in connection.execute(text(_SAID)).all():
        connection.exec_driver_sql(f'DROP POLICY "{name}" ON "{table}"')
    for table in connection.scalars(text(_FORCED)).all():
        connection.exec_driver_sql(f'ALTER TABLE "{table}" NO FORCE ROW LEVEL SECURITY')
        connection.exec_driver_sql(f'ALTER TABLE "{table}" DISABLE ROW LEVEL SECURITY')


def are_kept(connection: Connection) -> bool:
    """Say whether the rows of every walled table are kept as the rules of today say."""
    said = {(table, name) for table, name, is_mine in connection.execute(text(_SAID)) if is_mine}
    forced = set(connection.scalars(text(_FORCED)))
    return all(
        {(one.table, HOUSE), (one.table, _named(one))} <= said and one.table in forced
        for one in ROW_RULES
    )


def mend_rows(connection: Connection) -> None:
    """Keep the rows of an office in which they are not kept, or by rules of another day.

    Only the owner of the tables can; for anybody else it stays as it is.
    """
    if not are_kept(connection) and connection.scalar(text(_MINE)):
        keep_rows(connection)


@contextmanager
def housework(connection: Connection) -> Iterator[None]:
    """Let what follows see every row and column: work of the house, told to nobody who asks."""
    role = connection.info.get(ROLE)
    if not role or connection.dialect.name != "postgresql":
        yield
        return
    connection.info[ROLE] = ""
    connection.exec_driver_sql("SET LOCAL ROLE NONE")
    try:
        yield
    finally:
        connection.info[ROLE] = role
        if not _has_failed(connection):
            connection.exec_driver_sql(f'SET LOCAL ROLE "{role}"')


def _has_failed(connection: Connection) -> bool:
    """Say whether the server refuses everything until something is rolled back, the role too."""
    from psycopg.pq import TransactionStatus  # noqa: PLC0415  not needed for SQLite

    raw = connection.connection.driver_connection
    return raw is None or raw.info.transaction_status != TransactionStatus.INTRANS


def _function(name: str, body: str) -> Iterator[str]:
    yield (
        f"CREATE OR REPLACE FUNCTION {name}(bigint, text) RETURNS boolean LANGUAGE sql STABLE "
        f"SECURITY DEFINER SET search_path = public, pg_temp AS $$ {body} $$"
    )


def _policies(rule: RowRule) -> Iterator[str]:
    yield f'ALTER TABLE "{rule.table}" ENABLE ROW LEVEL SECURITY'
    yield f'ALTER TABLE "{rule.table}" FORCE ROW LEVEL SECURITY'
    yield f'CREATE POLICY "{HOUSE}" ON "{rule.table}" TO CURRENT_USER USING (true)'
    yield (
        f'CREATE POLICY "{_named(rule)}" ON "{rule.table}" USING ({rule.seen}) '
        f"WITH CHECK ({rule.written})"
    )


def _named(rule: RowRule) -> str:
    """Return the name of a rule's policy, by which one of another day is known."""
    told = repr((rule.seen, rule.written, sorted(FUNCTIONS.items())))
    return f"rows_{hashlib.sha256(told.encode()).hexdigest()[:12]}"
