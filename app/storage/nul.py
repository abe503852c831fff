"""The character U+0000: no office holds it, since PostgreSQL keeps none.

What would write or ask for it is refused on both databases alike. An office from before may hold
some in its rows: they are left out when it moves to a server.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Engine, event

from app.domain.shared.refusals import Refusal

NUL = "\0"


class NulCharacter(Refusal):
    """A text holds the character U+0000, which no office keeps."""

    code = "text.nul"


def refuse_nul(engine: Engine) -> None:
    """Let no statement carry the character to the database.

    Who looks gives back what it saw: what returns nothing is wrapped, which takes longer.
    """

    @event.listens_for(engine, "before_cursor_execute", retval=True)
    def _look(
        _connection: Connection, _cursor: Any, statement: str, given: Any, *_: Any
    ) -> tuple[str, Any]:
        for values in given if isinstance(given, list) else (given,):
            for one in values.values() if isinstance(values, dict) else values:
                if isinstance(one, str) and NUL in one:
                    raise NulCharacter
        return statement, given


def without_nul(row: Sequence[Any]) -> Sequence[Any]:
    """Return a row whose texts do not hold the character; the same row where none does."""
    if not any(isinstance(one, str) and NUL in one for one in row):
        return row
    return tuple(one.replace(NUL, "") if isinstance(one, str) else one for one in row)
