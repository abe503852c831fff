"""Some malformed files of each family; ``python dev.py faults`` reads 10,000."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from tests.faults.malformed import FAMILIES

SCALE = "0.03"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="The reader is forked and bounded.")
@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_a_malformed_file_is_refused_by_its_cause_or_read(family: str) -> None:
    """In a program of its own: what these tests have loaded leaves a bounded reader no room."""
    asked = ["--only", "malformed", "--work", family, "--scale", SCALE]
    ended = subprocess.run(
        [sys.executable, "-m", "tests.faults", *asked], capture_output=True, text=True, check=False
    )

    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert re.search(rf"^malformed +{family} +300 ", ended.stdout, re.MULTILINE)
