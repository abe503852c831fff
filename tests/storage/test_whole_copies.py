"""A whole copy holds every table but the keys, those that others refer to first."""

from __future__ import annotations

from app.storage.trust_tables import office_keys
from app.storage.types import contents_metadata, metadata
from app.storage.whole_copies import CHUNKS, CONTENT_TABLES, LIST_TABLES, ROW_TABLES


def test_no_table_is_forgotten() -> None:
    assert {*ROW_TABLES, office_keys} == set(metadata.tables.values())
    assert set(CONTENT_TABLES) == set(contents_metadata.tables.values())
    assert {one.name for one in CONTENT_TABLES} - {one.name for one in LIST_TABLES} == {CHUNKS}


def test_what_others_refer_to_comes_first() -> None:
    places = {table: place for place, table in enumerate(ROW_TABLES)}

    for table, place in places.items():
        for key in table.foreign_keys:
            assert key.column.table is table or places[key.column.table] < place
