"""The character U+0000 comes into no office, on either database, and is left out of a move."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import bindparam, select, text

from app.storage.database import Database
from app.storage.deeds import Changes, Deed
from app.storage.nul import NUL, NulCharacter, without_nul


def test_what_is_written_with_it_is_refused_and_nothing_of_it_stays(database: Database) -> None:
    deed = Deed(datetime.now(UTC), f"An{NUL}na", "tests.write", [[], {}])

    with pytest.raises(NulCharacter), database.write() as unit:
        unit.audit.record(deed, Changes())

    with database.read() as unit:
        assert unit.audit.count() == 0


def test_it_is_seen_among_many_rows_and_by_name(database: Database) -> None:
    with database.read() as unit:
        with pytest.raises(NulCharacter):
            unit.connection.execute(select(bindparam("a", NUL)))
        with pytest.raises(NulCharacter):
            unit.connection.execute(text("SELECT :a"), [{"a": "x"}, {"a": f"x{NUL}"}])


@given(st.lists(st.one_of(st.text(), st.binary(), st.integers(), st.none())))
def test_a_cleaned_row_holds_none_and_is_the_same_without(row: list[object]) -> None:
    cleaned = without_nul(row)

    assert not any(isinstance(one, str) and NUL in one for one in cleaned)
    assert [one for one in cleaned if not isinstance(one, str)] == [
        one for one in row if not isinstance(one, str)
    ]
    if cleaned is not row:
        assert tuple(cleaned) != tuple(row)
