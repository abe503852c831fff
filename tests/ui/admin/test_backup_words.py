"""How an office stands with its backups is told in words, the worst first."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.domain.admin.backup import Drill, Plan, Run, Standing
from app.services.backups import Overview
from app.ui.admin.backup_words import drill_text, place_text, proof_text, sign_text, standing_text

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)
GOOD = Run(AT, "/media/stick", "one")
BAD = Run(AT, "/media/stick", code="backup.no-place-there", facts=(("place", "/media/stick"),))


def overview(standing: Standing, plan: Plan, *, beside: bool = False) -> Overview:
    """Return how an office stands."""
    runs = plan.runs[:1]
    where = (("/media/stick",), runs, (), beside, "/x")
    return Overview(plan, standing, *where, can_undo=False, is_on_server=False)


@pytest.mark.parametrize(
    ("standing", "plan", "told"),
    [
        (Standing.NEVER, Plan(), "No backup yet"),
        (Standing.SAFE, Plan().noted(GOOD), "Backed up"),
        (Standing.LATE, Plan().noted(GOOD), "Last backup"),
        (Standing.FAILED, Plan().noted(GOOD).noted(BAD), "A backup failed"),
        (Standing.DOUBTFUL, Plan().noted(GOOD), "A backup is damaged"),
    ],
)
def test_the_sign_says_how_the_office_stands(standing: Standing, plan: Plan, told: str) -> None:
    assert sign_text(overview(standing, plan)).startswith(told)


def test_a_failed_place_is_named_with_what_to_do() -> None:
    told = standing_text(overview(Standing.FAILED, Plan().noted(GOOD).noted(BAD)))

    assert "media/stick: The place of the backups cannot be reached. Put it in" in told


def test_backups_beside_the_company_ask_for_another_disk() -> None:
    plan = Plan().noted(GOOD)

    assert "another drive" in standing_text(overview(Standing.SAFE, plan, beside=True))
    assert "another drive" not in standing_text(overview(Standing.SAFE, plan))
    assert "All backups" not in standing_text(overview(Standing.NEVER, Plan(), beside=True))


@pytest.mark.parametrize(
    ("drill", "told"),
    [
        (Drill(AT, "/s", "one", 0), "all in order"),
        (Drill(AT, "/s", "one", 2), "2 problems found"),
        (Drill(AT, "/s", "one", 0, "backup.changed"), "The backup is not as it was made."),
    ],
)
def test_a_drill_says_how_it_went(drill: Drill, told: str) -> None:
    assert told in drill_text(drill)
    assert told in standing_text(overview(Standing.SAFE, Plan().noted(GOOD).drilled(drill)))


def test_a_backup_that_was_not_practised_says_nothing() -> None:
    assert proof_text(None) == ""
    assert proof_text(Drill(AT, "/s", "one", 0)).startswith("In order")
    assert proof_text(Drill(AT, "/s", "one", 1)).startswith("Damaged")


def test_a_place_is_told_by_its_end() -> None:
    assert place_text("/media/anna/stick") == "anna/stick"
    assert place_text("/stick") == "/stick"
