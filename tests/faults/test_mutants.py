"""Each mutant is one still, and the suite fails with it."""

from __future__ import annotations

import os

import pytest

from tests.faults.mutants import MUTANTS, Mutant, tried
from tests.faults.workers import ROOT, NoDisk, Site


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda one: one.name)
def test_a_mutant_changes_the_program_as_it_is_now(mutant: Mutant) -> None:
    text = (ROOT / mutant.file).read_text("utf-8")

    assert mutant.changed(text) != text
    assert all((ROOT / name.partition("::")[0]).is_file() for name in mutant.tests)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Who is killed is forked.")
@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda one: one.name)
def test_the_suite_fails_with_a_mutant(where: Site, mutant: Mutant) -> None:
    try:
        assert where.disk.exists()
    except NoDisk:
        pytest.skip("The recording disk needs Linux and a C compiler.")

    assert tried(mutant).is_good
