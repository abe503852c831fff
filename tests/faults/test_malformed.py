"""Some malformed files of each family; ``python dev.py faults`` reads 10,000."""

from __future__ import annotations

import os

import pytest

from tests.faults.malformed import FAMILIES, spoilt

FILES = 300


@pytest.mark.skipif(not hasattr(os, "fork"), reason="The reader is forked and bounded.")
@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_a_malformed_file_is_refused_by_its_cause_or_read(family: str) -> None:
    row = spoilt(family, FAMILIES[family], FILES)

    assert row.is_good, row
    assert row.runs == FILES
