"""Identity: a database says which product, which office and which schema it is."""

from __future__ import annotations

from typing import Any

from app.domain.shared.refusals import Unavailable
from app.storage import migrations

PRODUCT = "backdesk"
OFFICE, CONTENT_OFFICE = "office", "content_office"
"""The tables that say whose a file is."""


class NotAnOffice(Unavailable):
    """What lies there is no office of Backdesk, or a file of another office lies in it."""

    code = "place.not-an-office"


class Newer(Unavailable):
    """The office was written by a newer program; this one does not know its tables."""

    code = "place.newer"


def revision_of(cursor: Any, name: str) -> str:
    """Return the schema revision of an office's rows, read by plain SQL.

    Raises NotAnOffice or Newer; ``name`` is the office that it has to be, or nothing.
    """
    found = cursor.execute("SELECT product, office FROM office").fetchone()
    if found is None or found[0] != PRODUCT or (name and found[1] != name):
        raise NotAnOffice(product=found[0] if found else "")
    return _known(cursor.execute("SELECT version_num FROM schema_revision").fetchone())


def contents_revision_of(cursor: Any, name: str) -> str:
    """Return the schema revision of an office's contents; raises NotAnOffice or Newer."""
    found = cursor.execute("SELECT office FROM content_office").fetchone()
    if found is None or (name and found[0] != name):
        raise NotAnOffice(product=PRODUCT)
    return _known(cursor.execute("SELECT version_num FROM content_revision").fetchone())


def _known(found: tuple[str] | None) -> str:
    if found is None:
        raise NotAnOffice(product=PRODUCT)
    if found[0] > migrations.HEAD:
        raise Newer(revision=found[0], known=migrations.HEAD)
    return found[0]
