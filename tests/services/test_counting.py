"""Counts name every state, and a number that nothing bears is refused."""

from __future__ import annotations

import pytest

from app.domain.correspondence.letter import OutgoingState
from app.domain.shared.refusals import NotFound
from app.services.counting import bearing, in_each


def test_every_state_is_counted() -> None:
    counted = in_each(OutgoingState, {OutgoingState.DRAFT: 2})

    assert counted["draft"] == 2
    assert counted["sent"] == 0
    assert len(counted) == len(OutgoingState)


def test_what_bears_no_such_number_is_not_found() -> None:
    with pytest.raises(NotFound) as refused:
        bearing("OUT-1", "letter-out", None)

    assert refused.value.facts == {"record": "letter-out", "number": "OUT-1"}
    assert bearing("OUT-1", "letter-out", 7) == 7
