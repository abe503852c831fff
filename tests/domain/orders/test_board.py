"""The board: a step leads from one lane to another, or none does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.orders.board import NoSuchWay, Stage, Step, step_between


@pytest.mark.parametrize(
    ("stage", "wanted", "step"),
    [
        (Stage.DRAFT, Stage.WAITING, Step.CONFIRM),
        (Stage.DRAFT, Stage.READY, Step.CONFIRM),
        (Stage.WAITING, Stage.HELD, Step.HOLD),
        (Stage.HELD, Stage.READY, Step.RELEASE),
        (Stage.READY, Stage.PICKING, Step.PLAN),
    ],
)
def test_a_step_leads_to_another_lane(stage: Stage, wanted: Stage, step: Step) -> None:
    assert step_between(stage, wanted) is step


@pytest.mark.parametrize(
    ("stage", "wanted"),
    [
        (Stage.WAITING, Stage.READY),
        (Stage.WAITING, Stage.PICKING),
        (Stage.READY, Stage.BILLABLE),
        (Stage.PICKING, Stage.READY),
        (Stage.DRAFT, Stage.PICKING),
        (Stage.DRAFT, Stage.HELD),
    ],
)
def test_goods_that_are_missing_are_not_picked_by_a_wish(stage: Stage, wanted: Stage) -> None:
    with pytest.raises(NoSuchWay) as refused:
        step_between(stage, wanted)

    assert refused.value.facts == {"stage": stage.value, "wanted": wanted.value}


@given(st.sampled_from(Stage))
def test_nothing_leads_to_where_an_order_stands_already_nor_back_to_a_draft(stage: Stage) -> None:
    for wanted in (stage, Stage.DRAFT):
        with pytest.raises(NoSuchWay):
            step_between(stage, wanted)
