"""The version of a record is found by what refusals and the log call it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.domain.contacts.contact import Contact
from app.domain.shared.ids import ContactId
from app.storage.database import Database
from app.storage.types import metadata
from app.storage.versions import TABLES, _table_of

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)


def test_the_version_that_stands_is_told(database: Database) -> None:
    with database.write() as unit:
        unit.contacts.add(Contact(ContactId(7), 3, "Aamu"), NOW)
    with database.read() as unit:
        assert unit.versions.now("contact", 7) == 3
        assert unit.versions.now("contact", 8) is None
        assert unit.versions.now("no-such-kind", 7) is None


@pytest.mark.parametrize("name", TABLES.values())
def test_every_other_name_is_that_of_a_table_with_versions(name: str) -> None:
    assert _table_of(name) is metadata.tables[name]
