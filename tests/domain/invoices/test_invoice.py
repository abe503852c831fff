"""Invoices and their lines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.invoices.invoice import NotADraft, State
from app.domain.shared.ids import ProductId
from tests.builders import a_draft, a_line


def test_a_line_with_neither_quantity_nor_price_is_a_heading() -> None:
    assert a_line("0", "0").is_heading
    assert not a_line("1", "0").is_heading
    assert not a_line("0", "5").is_heading


def test_a_row_that_nobody_wrote_in_is_blank() -> None:
    blank = replace(a_line("1", "0"), description="  ")

    assert blank.is_blank
    assert not replace(blank, product_id=ProductId(1)).is_blank
    assert not replace(blank, description="Week 11").is_blank


@pytest.mark.parametrize("state", [State.ISSUED, State.DISCARDED])
def test_only_a_draft_may_change(state: State) -> None:
    with pytest.raises(NotADraft) as refused:
        replace(a_draft(), state=state, number="20260001").require_draft()

    assert refused.value.facts["number"] == "20260001"


def test_a_draft_is_discarded_as_a_new_version() -> None:
    gone = a_draft().discard()

    assert (gone.state, gone.version, gone.number) == (State.DISCARDED, 2, "")
