"""The log is found by period, person, record, command and word, the newest first."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.admin.company import Company
from app.domain.shared.ids import ContactId
from app.storage.database import Database
from app.storage.deeds import Changes, Deed
from app.storage.log_lists import WHOLE_LOG, LogScope
from tests.builders import a_contact
from tests.databases import on_sqlite
from tests.storage.plans import plans_of

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def told(database: Database) -> Database:
    write(database, 0, "Anna", "products.add", ("product:1",), name="Lumo Oy")
    write(database, 1, "Boon", "products.change", ("product:1", "note:7"), name="100% sure")
    write(database, 2, "Anna", "invoices.issue", ("invoice:3",), name="Kivi", refused="x.y")
    write(database, 3, "Aino", "invoices.issue", ("invoice:3", "product:10"), name="5400.00")
    return database


def write(
    database: Database,
    days: int,
    who: str,
    command: str,
    records: tuple[str, ...],
    *,
    name: str,
    refused: str = "",
) -> None:
    changes = Changes()
    for one in records:
        changes.note(one, None, {"name": name})
    with database.write() as unit:
        unit.audit.record(Deed(NOON + days * DAY, who, command, [], refused), changes)


def found(database: Database, scope: LogScope = WHOLE_LOG) -> list[int]:
    with database.read() as unit:
        return list(unit.log_lists.spine(scope))


def test_the_newest_entry_stands_first(told: Database) -> None:
    with told.read() as unit:
        rising = list(unit.log_lists.spine(is_rising=True))
        first = list(unit.log_lists.first(2))

    assert found(told) == [4, 3, 2, 1]
    assert rising == [1, 2, 3, 4]
    assert first == [4, 3]


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (LogScope(since=NOON + DAY), [4, 3, 2]),
        (LogScope(until=NOON + DAY), [1]),
        (LogScope(since=NOON + DAY, until=NOON + 3 * DAY), [3, 2]),
        (LogScope(who="Anna"), [3, 1]),
        (LogScope(record="product:1"), [2, 1]),
        (LogScope(record="product"), [4, 2, 1]),
        (LogScope(record="invoice"), [4, 3]),
        (LogScope(commands=("products.add", "products.change")), [2, 1]),
        (LogScope(commands=()), []),
        (LogScope(is_refused=True), [3]),
        (LogScope(who="Anna", is_refused=True, record="invoice:3"), [3]),
    ],
)
def test_what_is_looked_for_narrows_the_log(
    told: Database, scope: LogScope, expected: list[int]
) -> None:
    assert found(told, scope) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("lumo", [1]), ("100%", [2]), ("1_0", []), ("aino", [4]), ("anna kivi", [3]), ("zzz", [])],
)
def test_words_stand_in_the_entry_or_are_its_person(
    told: Database, words: str, expected: list[int]
) -> None:
    assert found(told, LogScope(words=words)) == expected


def test_words_name_a_command(told: Database) -> None:
    assert found(told, LogScope(words="issue", named=("invoices.issue",))) == [4, 3]


def test_words_are_not_sought_in_what_is_closed(told: Database) -> None:
    assert found(told, LogScope(words="5400")) == [4]
    assert found(told, LogScope(words="5400", open=("products.add",))) == []
    assert found(told, LogScope(words="aino", open=())) == [4]


def test_an_entry_is_told_as_it_was_written(told: Database) -> None:
    with told.read() as unit:
        found = unit.log_lists.entries((2, 99, 3))

    assert [(one.seq, one.who, one.refused) for one in found] == [
        (2, "Boon", ""),
        (3, "Anna", "x.y"),
    ]
    assert [one["record"] for one in found[0].changes] == ["product:1", "note:7"]
    assert found[0].changes[1] == {
        "record": "note:7",
        "before": None,
        "after": {"name": "100% sure"},
    }


def test_an_entry_that_is_not_there_is_none(told: Database) -> None:
    with told.read() as unit:
        assert unit.log_lists.entry(99) is None


def test_everybody_who_did_something_is_named_once(told: Database) -> None:
    with told.read() as unit:
        assert unit.log_lists.people() == ("Aino", "Anna", "Boon")


@on_sqlite
@pytest.mark.parametrize(
    ("scope", "index"),
    [
        (WHOLE_LOG, "USING COVERING INDEX ix_audit_at"),
        (
            LogScope(since=NOON, until=NOON + DAY),
            "ix_audit_at (at>? AND at<?)",
        ),
        (LogScope(who="Anna"), "USING COVERING INDEX ix_audit_who (who=?)"),
        (LogScope(who="Anna", since=NOON), "USING COVERING INDEX ix_audit_who (who=? AND at>?)"),
        (LogScope(commands=("a.b",)), "USING COVERING INDEX ix_audit_command (command=?)"),
        (LogScope(is_refused=True), "USING INDEX ix_audit_refused"),
        (LogScope(record="product:1"), "USING PRIMARY KEY (record=?)"),
    ],
)
def test_a_list_is_read_from_an_index(database: Database, scope: LogScope, index: str) -> None:
    with database.read() as unit, plans_of(unit.connection) as steps:
        unit.log_lists.spine(scope)

    assert any(index in step for step in steps), steps


@on_sqlite
@pytest.mark.parametrize("scope", [WHOLE_LOG, LogScope(who="Anna"), LogScope(is_refused=True)])
def test_the_first_lines_come_without_sorting(database: Database, scope: LogScope) -> None:
    with database.read() as unit, plans_of(unit.connection) as steps:
        unit.log_lists.first(200, scope)

    assert not any("TEMP B-TREE" in step for step in steps), steps


def test_a_word_finds_the_entries_of_a_contact_of_that_name(database: Database) -> None:
    with database.write() as unit:
        unit.company.add(Company("Lumo & Suoni Oy", "FI", "EUR", "fi"))
        unit.contacts.add(replace(a_contact(), id=ContactId(7), name="Kahvila Ilta"), NOON)
    write(database, 1, "Anna", "contacts.change", ("contact:7",), name="Kahvila Aamu")
    write(database, 2, "Anna", "contacts.change", ("contact:8",), name="Kahvila Ilta")

    assert found(database, LogScope(words="ilta")) == [1]
    assert found(database, LogScope(words="ilta", open=("invoices.issue",))) == []
