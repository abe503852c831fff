"""The rules of the stock are one row, written when a clerk changes them first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.shared.refusals import Conflict
from app.storage.database import Database
from app.storage.stock_rules import USUAL


def test_rules_come_back_as_they_were_settled(database: Database) -> None:
    settled = replace(USUAL, version=2, approve_above=None)

    with database.write() as unit:
        unit.stock_rules.save(USUAL, settled)
        unit.stock_rules.save(settled, replace(settled, version=3, a_days=7))

    with database.read() as unit:
        assert unit.stock_rules.get() == replace(settled, version=3, a_days=7)


def test_rules_of_another_clerk_are_not_written_over(database: Database) -> None:
    with database.write() as unit:
        unit.stock_rules.save(USUAL, replace(USUAL, version=2))

    with database.write() as unit, pytest.raises(Conflict):
        unit.stock_rules.save(USUAL, replace(USUAL, version=2, a_days=7))
