"""Every topic and every finding has its words, and what is not in order a proposal."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.domain.admin import health
from app.domain.admin.health import Line, Sign, Topic
from app.domain.shared.problems import Problem
from app.services.health import Overview
from app.storage.sizes import Sizes
from app.ui.admin.health_words import (
    PROPOSALS,
    QUIET,
    SIGNS,
    TOPICS,
    finding_text,
    overview_text,
    proposal_of,
    told_text,
)
from app.ui.health_actions import HEALTH
from app.ui.kit.messages import sentence_of

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)
SIZES = Sizes(2_000_000, 30_000_000, 0, 29_000_000, 12, 5_000_000_000)


def a_line(told: Problem, sign: Sign = Sign.BAD, count: int = 1) -> Line:
    return Line(Topic.FILES, sign, (told,) * min(count, 3), AT, AT, count)


def test_nothing_is_without_a_word() -> None:
    assert TOPICS.keys() == set(Topic)
    assert SIGNS.keys() == set(Sign)


@pytest.mark.parametrize("code", sorted(PROPOSALS))
def test_a_proposal_is_for_a_finding_that_is_known(code: str) -> None:
    assert not sentence_of(code, {}).what.startswith("That could not be done")


def test_damage_without_a_proposal_of_its_own_leads_to_the_backups() -> None:
    page = health.PAGE.at("office.db", file="office.db", reason="page 3")

    proposed = proposal_of(a_line(page))

    assert proposed is not None
    assert proposed.steps == ("company.backups",)


@pytest.mark.parametrize("code", sorted(QUIET))
def test_what_is_in_order_proposes_nothing(code: str) -> None:
    assert proposal_of(a_line(Problem("audit", code), Sign.GOOD)) is None


def test_many_findings_are_told_in_one_line() -> None:
    account = health.ACCOUNT.at("contact:7")

    assert told_text(a_line(account, count=1200)).endswith("And 1,199 more.")
    assert not told_text(a_line(account)).endswith("more.")
    assert finding_text(account, "Kahvila Aamu Oy").startswith("Kahvila Aamu Oy: A contact has")


def test_the_whole_is_told_with_its_sizes() -> None:
    good = a_line(health.SOUND.at("files"), Sign.GOOD)
    bad = a_line(health.ACCOUNT.at("contact:7"))

    sound = overview_text(Overview((good,), SIZES, AT))
    wrong = overview_text(Overview((good, bad, bad), SIZES, None))

    assert sound.startswith("Everything is in order.\nEverything was checked 10 Mar 2026")
    assert "Database 2.0 MB" in sound
    assert wrong.startswith("2 problems to solve.\nNot everything was checked yet")


def test_the_page_is_an_action() -> None:
    names = ["company.health", "health.check", "health.act", "health.erased"]
    assert [one.name for one in HEALTH] == names
