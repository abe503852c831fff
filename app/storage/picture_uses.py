"""Picture uses: who else needs the bytes of a picture, and where it is shown already."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select

from app.storage.archive import archive_file
from app.storage.letter_tables import signatory
from app.storage.lists import slices
from app.storage.mail_tables import mail_attachment
from app.storage.pictured import in_bodies
from app.storage.products import product
from app.storage.unit import Unit

OTHERS = (archive_file.c.sha256, mail_attachment.c.sha256, signatory.c.picture)
"""Where bytes are kept that not everybody sees who may show a picture."""


def kept_by_others(unit: Unit, names: Collection[str]) -> frozenset[str]:
    """Return which of these bytes a document, a mail or a signature keeps, behind a wall too."""
    found: set[str] = set()
    with unit.housework():
        for some in slices(names):
            for column in OTHERS:
                found.update(unit.connection.scalars(select(column).where(column.in_(some))))
    return frozenset(found)


def shown(unit: Unit, names: Collection[str]) -> frozenset[str]:
    """Return which of these pictures a product, a letter, a template or a snippet shows."""
    found: set[str] = set()
    with unit.housework():
        for some in slices(names):
            images = select(product.c.image).where(product.c.image.in_(some))
            found.update(unit.connection.scalars(images))
        rest = set(names) - found
        return frozenset(found | (in_bodies(unit.connection) & rest if rest else set()))
