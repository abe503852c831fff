"""How the database means to answer: the steps of every query, as SQLite explains them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, event


@contextmanager
def plans_of(connection: Connection) -> Iterator[list[str]]:
    """Collect the plan of every statement that is executed meanwhile."""
    steps: list[str] = []

    def explain(conn: Connection, cursor: Any, statement: str, parameters: Any, *_: object) -> None:
        asking = cursor.connection.cursor()
        asking.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
        steps.extend(row[3] for row in asking.fetchall())

    event.listen(connection, "before_cursor_execute", explain)
    try:
        yield steps
    finally:
        event.remove(connection, "before_cursor_execute", explain)


@contextmanager
def statements_of(connection: Connection) -> Iterator[list[str]]:
    """Collect every statement that is sent to the database meanwhile, many rows at once as one."""
    sent: list[str] = []

    def note(conn: Connection, cursor: Any, statement: str, *_: object) -> None:
        sent.append(statement)

    event.listen(connection, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(connection, "before_cursor_execute", note)
