"""Numbers are gapless, never taken twice and never earlier than the last."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.shared.numbering import EarlierThanLast, Gap, Series, SeriesClosed
from app.storage.database import Database
from app.storage.deeds import Deed
from tests.chances import few
from tests.databases import tamper

DAY = date(2026, 3, 10)
AT = datetime(2026, 3, 10, 12, tzinfo=UTC)
INVOICES = Series("invoice", "2026", "", "INV-{YYYY}-{N:5}")


@pytest.fixture(autouse=True)
def opened(database: Database) -> None:
    with database.write() as unit:
        unit.numbers.open(INVOICES)


def take(database: Database, day: date = DAY) -> str:
    with database.write() as unit:
        return unit.numbers.take("invoice", day, "2026")


def give_up(database: Database) -> None:
    with suppress(InterruptedError), database.write() as unit:
        unit.numbers.take("invoice", DAY, "2026")
        raise InterruptedError


def test_numbers_follow_each_other(database: Database) -> None:
    numbers = [take(database) for _ in range(3)]

    assert numbers == ["INV-2026-00001", "INV-2026-00002", "INV-2026-00003"]


def test_a_number_rolled_back_is_taken_by_the_next(database: Database) -> None:
    give_up(database)

    assert take(database) == "INV-2026-00001"


def test_a_day_before_the_last_number_is_refused(database: Database) -> None:
    take(database)

    with pytest.raises(EarlierThanLast) as refused:
        take(database, date(2026, 3, 9))

    assert refused.value.facts == {"kind": "invoice", "day": date(2026, 3, 9), "last_on": DAY}
    assert take(database) == "INV-2026-00002"


def test_a_year_that_was_not_opened_is_refused(database: Database) -> None:
    with database.write() as unit, pytest.raises(SeriesClosed):
        unit.numbers.take("invoice", DAY, "2027")


def test_a_series_may_go_on_where_another_program_stopped(database: Database) -> None:
    with database.write() as unit:
        unit.numbers.open(Series("order", "2026", "B1", "{BRANCH}-{N}", last=57))
        number = unit.numbers.take("order", DAY, "2026", "B1")

    with database.read() as unit:
        assert number == "B1-58"
        assert list(unit.numbers.gaps("order")) == []
        assert unit.numbers.rows()[1].last == 58


def test_a_number_that_vanished_is_a_gap(database: Database) -> None:
    for _ in range(5):
        take(database)

    with database.write() as unit:
        tamper(unit.connection, "DELETE FROM number_taken WHERE position IN (2, 3, 5)")

    with database.read() as unit:
        assert list(unit.numbers.gaps("invoice")) == [
            Gap("invoice", "2026", "", 2, 3),
            Gap("invoice", "2026", "", 5, 5),
        ]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=few(15))
@given(keeps=st.lists(st.booleans(), max_size=12))
def test_no_mix_of_commits_and_rollbacks_leaves_a_gap(
    database: Database, keeps: list[bool]
) -> None:
    for is_kept in keeps:
        (take if is_kept else give_up)(database)

    with database.read() as unit:
        assert list(unit.numbers.gaps("invoice")) == []


def test_clerks_who_work_at_once_leave_no_gap_and_one_chain(database: Database) -> None:
    clerks, each = 4, 12

    def work(clerk: int) -> list[str]:
        kept = []
        for round_ in range(each):
            is_kept = (clerk + round_) % 5 != 0
            with suppress(InterruptedError), database.write() as unit:
                number = unit.numbers.take("invoice", DAY, "2026")
                unit.audit.record(Deed(AT, f"clerk {clerk}", "test", [number]), unit.changes)
                if not is_kept:
                    raise InterruptedError
                kept.append(number)
        return kept

    with ThreadPoolExecutor(clerks) as pool:
        taken = [number for numbers in pool.map(work, range(clerks)) for number in numbers]

    assert sorted(taken) == [f"INV-2026-{place:05}" for place in range(1, len(taken) + 1)]
    with database.read() as unit:
        assert list(unit.numbers.gaps("invoice")) == []
        assert list(unit.audit.broken()) == []
        assert unit.audit.newest()[0] == len(taken)
