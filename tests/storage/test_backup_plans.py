"""The plan of the backups is kept whole beside the office, and a broken one is said."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.domain.admin.backup import Drill, Keep, Plan, Restored, Run
from app.storage.backup_plans import NAME, BrokenPlan, read_plan, write_plan

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)
PLAN = Plan(
    ("/media/stick",),
    2,
    Keep(1, 2, 3, 4),
    (Run(AT, "/media/stick", "one", 3, 4096), Run(AT, "/x", code="c", facts=(("a", "b"),))),
    (Drill(AT, "/media/stick", "one", problems=0),),
    (Restored(AT, "one", "/before"),),
)


def test_a_plan_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_plan(tmp_path, PLAN)

    assert read_plan(tmp_path) == PLAN


def test_an_office_without_a_plan_has_a_fresh_one(tmp_path: Path) -> None:
    assert read_plan(tmp_path) == Plan()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 2}', '{"format": 1, "plan": 3}'])
def test_a_broken_plan_is_said_and_kept(tmp_path: Path, text: str) -> None:
    (tmp_path / NAME).write_text(text)

    with pytest.raises(BrokenPlan):
        read_plan(tmp_path)

    assert (tmp_path / NAME).read_text() == text
