"""A customer is over the limit by what is owed and ordered together."""

from __future__ import annotations

import pytest

from app.domain.orders.credit import Exposure, OverLimit
from app.domain.shared.money import Money


def test_what_is_owed_and_ordered_counts_together() -> None:
    within = Exposure(Money(600_00, "EUR"), Money(400_00, "EUR"), Money(1000_00, "EUR"))
    over = Exposure(Money(600_00, "EUR"), Money(400_01, "EUR"), Money(1000_00, "EUR"))

    within.require_within("Aamu")

    with pytest.raises(OverLimit) as refused:
        over.require_within("Aamu")
    assert str(refused.value.facts["amount"]) == "1000.01"


def test_without_a_limit_there_is_none() -> None:
    free = Exposure(Money(600_00, "EUR"), Money(400_01, "EUR"))

    free.require_within("Aamu")

    assert not free.is_over
