"""All desks share one plan of the backups, and one of them at a time is at it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.admin.backup import Keep, Plan
from app.storage.backup_plans import BrokenPlan
from app.storage.offices import create_office
from app.storage.server_keys import PLAN_ROW, ServerKeys, change_row
from app.storage.server_plans import change_plan, read_plan, turn

PLAN = Plan(("/media/stick",), 8, Keep(1, 2, 3, 4))


@pytest.fixture
def where(request: pytest.FixtureRequest) -> Path | str:
    found: Path | str = request.getfixturevalue(request.param)
    if isinstance(found, str):
        create_office(found).close()
    return found


both = pytest.mark.parametrize("where", ["folder", "bare_server"], indirect=True)


@both
def test_a_plan_is_kept_and_changed_from_what_is_there(where: Path | str) -> None:
    assert read_plan(where) == Plan()

    change_plan(where, lambda _: PLAN)
    changed = change_plan(where, lambda plan: replace(plan, every_hours=2))

    assert read_plan(where) == changed == replace(PLAN, every_hours=2)


def test_a_plan_that_cannot_be_read_is_said(bare_server: str) -> None:
    create_office(bare_server).close()
    with ServerKeys(bare_server).connected() as connection:
        change_row(connection, PLAN_ROW, lambda _: "{")

    with pytest.raises(BrokenPlan) as refused:
        read_plan(bare_server)

    assert "password" not in str(refused.value.facts)


def test_a_turn_is_one_desk_s_and_ends_with_it(bare_server: str) -> None:
    with turn(bare_server) as first, turn(bare_server) as second:
        assert (first, second) == (True, False)
    with turn(bare_server) as again:
        assert again


def test_a_folder_has_one_writer_whose_turn_it_always_is(folder: Path) -> None:
    with turn(folder) as ours:
        assert ours
