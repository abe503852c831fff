"""Long lists are flat arrays of ids, and a record in use is known to be so."""

from __future__ import annotations

from array import array

import pytest
from sqlalchemy import Column, ForeignKey, MetaData, Table, create_engine, insert, select

from app.domain.shared.numbering import Series
from app.storage.database import Database
from app.storage.lists import PARTITION, referring, slices, spine_of
from app.storage.numbering import series
from app.storage.types import Id


def test_a_spine_longer_than_a_partition_keeps_its_order() -> None:
    metadata = MetaData()
    thing = Table("thing", metadata, Column("id", Id, primary_key=True))
    engine = create_engine("sqlite://")
    metadata.create_all(engine)
    count = PARTITION * 2 + 1

    with engine.begin() as connection:
        connection.execute(insert(thing), [{"id": no} for no in range(count)])
        spine = spine_of(connection, select(thing.c.id).order_by(thing.c.id.desc()))

    assert spine == array("q", range(count - 1, -1, -1))


@pytest.mark.parametrize(("count", "groups"), [(0, []), (3, [3]), (4, [4]), (5, [4, 1])])
def test_items_are_asked_for_in_groups(count: int, groups: list[int]) -> None:
    assert [len(group) for group in slices(range(count), 4)] == groups


def test_other_records_count_as_use_and_parts_do_not() -> None:
    metadata = MetaData()
    party = Table("party", metadata, Column("id", Id, primary_key=True))
    part = Table("part", metadata, Column("party_id", ForeignKey("party.id"), primary_key=True))
    bill = Table(
        "bill",
        metadata,
        Column("id", Id, primary_key=True),
        Column("party_id", Id, ForeignKey("party.id")),
    )
    engine = create_engine("sqlite://")
    metadata.create_all(engine)

    with engine.begin() as connection:
        connection.execute(insert(party), [{"id": no} for no in (1, 2, 3)])
        connection.execute(insert(part), [{"party_id": no} for no in (1, 2, 3)])
        connection.execute(insert(bill), [{"id": 9, "party_id": 2}])
        used = referring(connection, party, [1, 2])

    assert used == {2}


def test_a_spine_is_whole_also_after_a_streamed_question(database: Database) -> None:
    numbers = select(series.c.last).order_by(series.c.year)
    with database.write() as unit:
        for year in ("2025", "2026", "2027"):
            unit.numbers.open(Series("invoice", year, "", "{N}", last=int(year)))

        unit.connection.execution_options(yield_per=2)

        assert list(spine_of(unit.connection, numbers)) == [2025, 2026, 2027]
