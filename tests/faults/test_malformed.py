"""Some malformed files of each family; ``python dev.py faults`` reads 10,000."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from tests.faults.malformed import FAMILIES

SCALE = "0.03"


@pytest.fixture(scope="module")
def told() -> str:
    """Return what was told of every family.

    By a program of its own: what these tests have loaded leaves a bounded reader no room. By one
    for all of them: to load what reads them takes longer than to read those of one family.
    """
    ended = subprocess.run(
        [sys.executable, "-m", "tests.faults", "--only", "malformed", "--scale", SCALE],
        capture_output=True,
        text=True,
        check=False,
    )
    return ended.stdout + ended.stderr


@pytest.mark.skipif(not hasattr(os, "fork"), reason="The reader is forked and bounded.")
@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_a_malformed_file_is_refused_by_its_cause_or_read(told: str, family: str) -> None:
    row = rf"^malformed +{family} +300 +0 +0 +0 +0 "

    assert re.search(row, told, re.MULTILINE), told
