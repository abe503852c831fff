"""Each mutant is one still, and the quickest is found; ``python dev.py faults`` runs them all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.mutants import MUTANTS, Mutant, tried
from tests.faults.workers import ROOT

QUICK = {"no look at the version"}


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda one: one.name)
def test_a_mutant_changes_the_program_as_it_is_now(mutant: Mutant) -> None:
    text = (ROOT / mutant.file).read_text("utf-8")

    assert mutant.changed(text) != text
    assert all((ROOT / name.partition("::")[0]).is_file() for name in mutant.tests)


@pytest.mark.parametrize("mutant", [one for one in MUTANTS if one.name in QUICK])
def test_the_suite_fails_with_a_mutant(mutant: Mutant, tmp_path: Path) -> None:
    assert tried(mutant, tmp_path).is_good
