"""The character U+0000: no office holds it, since PostgreSQL keeps none.

What would write or ask for it is refused on both databases alike. An office from before may hold
some in its rows: they are left out when it moves to a server.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, event

from app.domain.shared.refusals import Refusal

NUL = "\0"


class NulCharacter(Refusal):
    """A text holds the character U+0000, which no office keeps."""

    code = "text.nul"


def refuse_nul(engine: Engine) -> None:
    """Let no statement carry the character to the database."""

    @event.listens_for(engine, "before_cursor_execute")
    def _look(_connection: Connection, _cursor: Any, _statement: str, given: Any, *_: Any) -> None:
        for values in given if isinstance(given, list) else (given,):
            if any(isinstance(one, str) and NUL in one for one in _values(values)):
                raise NulCharacter


def without_nul(row: Sequence[Any]) -> Sequence[Any]:
    """Return a row whose texts do not hold the character; the same row where none does."""
    if not any(isinstance(one, str) and NUL in one for one in row):
        return row
    return tuple(one.replace(NUL, "") if isinstance(one, str) else one for one in row)


def _values(given: Any) -> Iterator[Any]:
    return iter(given.values() if isinstance(given, dict) else given)
