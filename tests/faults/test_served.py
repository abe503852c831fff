"""What clerks at a server did is a row; nothing that is wrong is left out of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.faults.served import FAULT, row_of
from tests.storage.faults.server_clerks import Figures

GOOD = Figures(
    issued=90,
    rolled_back=10,
    gaps=0,
    doubles=0,
    lost=0,
    met=3,
    resolved=1,
    unknown=0,
    broken=0,
    per_second=300.0,
    p99_ms=40.0,
)


def test_a_row_of_clerks_is_good_when_nothing_is_wrong() -> None:
    assert row_of(FAULT, "numbers", GOOD, 1.0, "").is_good


@pytest.mark.parametrize("wrong", ["gaps", "doubles", "lost", "unknown", "broken"])
def test_a_row_is_bad_by_any_of_what_may_be_wrong(wrong: str) -> None:
    changed: dict[str, Any] = {wrong: 1}

    assert not row_of(FAULT, "numbers", replace(GOOD, **changed), 1.0, "").is_good
