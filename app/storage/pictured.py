"""Pictured: the pictures that letters, templates, snippets and signatures show."""

from __future__ import annotations

import re
from collections.abc import Collection

from sqlalchemy import Connection, Text, select, type_coerce

from app.storage.dispatches import letter_dispatch
from app.storage.letter_tables import letter_out, signatory
from app.storage.lists import slices
from app.storage.reminder_tables import reminder_dispatch
from app.storage.templates import letter_template, snippet

NAMED = (signatory.c.picture, letter_dispatch.c.sha256, reminder_dispatch.c.sha256)
BODIES = (letter_out.c.body, letter_template.c.texts, snippet.c.texts)
"""Columns whose plain data may name pictures."""
_NAMED_IN_BODY = re.compile(r'"sha256":"([0-9a-f]{64})"')


def pictured(connection: Connection, names: Collection[str]) -> set[str]:
    """Return which of these bytes a letter, template or signature needs.

    Bodies are read through only where a name is left that nothing else needs: it takes a while.
    """
    found: set[str] = set()
    for some in slices(names):
        for column in NAMED:
            found.update(connection.scalars(select(column).where(column.in_(some))))
    return found | in_bodies(connection) & set(names) if set(names) - found else found


def in_bodies(connection: Connection) -> set[str]:
    """Return every picture that a letter, a template or a snippet shows among its words."""
    found: set[str] = set()
    for column in BODIES:
        told = type_coerce(column, Text)
        with_pictures = select(told).where(told.like('%"sha256":"%'))
        for body in connection.scalars(with_pictures, execution_options={"yield_per": 200}):
            found.update(_NAMED_IN_BODY.findall(body))
    return found
