"""What two databases hold is compared in whatever order their rows lie."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from app.domain.shared.search import SearchItem
from app.storage import rows_between
from app.storage.database import Database
from app.storage.rows_between import Digest
from app.storage.search import item

ROWS = st.lists(st.tuples(st.integers(), st.text(), st.binary() | st.none()), max_size=8)


def digest_of(rows: Sequence[rows_between.Row]) -> Digest:
    found = Digest()
    for row in rows:
        found = found.with_row(row)
    return found


@given(ROWS, st.randoms())
def test_the_order_of_rows_does_not_count_and_each_row_does(
    rows: list[tuple[object, ...]], random: Random
) -> None:
    mixed = rows.copy()
    random.shuffle(mixed)

    assert digest_of(mixed) == digest_of(rows)
    assert digest_of([*rows, (1, "", None)]) != digest_of(rows)


def test_the_words_of_the_search_come_in_their_order(database: Database) -> None:
    with database.write() as unit:
        unit.search.put(SearchItem("contact", 1, "Aalto Oy", "Helsinki", words="aalto again"))
    with database.rows.writer.begin() as connection:
        (entry,) = rows_between.words(connection)
        told: list[int] = []
        found = rows_between.digest(connection, item, told.append)

    tokens = list(SearchItem("contact", 1, "Aalto Oy", "Helsinki", words="aalto again").tokens())
    assert entry[1] == tokens
    assert (found.rows, told) == (1, [1])
    with database.read() as unit:
        assert [one.entity_id for one in unit.search.find("helsinki", 5)] == [1]
