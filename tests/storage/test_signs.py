"""A new office says in both files whose it is."""

from __future__ import annotations

from sqlalchemy import select

from app.storage import migrations
from app.storage.database import Database
from app.storage.identity import PRODUCT
from app.storage.signs import content_office, content_revision, office, revision


def test_a_new_office_is_signed_with_product_name_and_schema(database: Database) -> None:
    with database.read() as unit:
        whose = unit.connection.execute(select(office.c.product, office.c.office)).one()
        schema = unit.connection.scalar(select(revision.c.version_num))
    with database.documents.reader.begin() as contents:
        name = contents.scalar(select(content_office.c.office))
        schema_of_contents = contents.scalar(select(content_revision.c.version_num))

    assert whose.product == PRODUCT
    assert whose.office == name
    assert schema == schema_of_contents == migrations.HEAD
