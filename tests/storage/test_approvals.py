"""Rules and requests come back as they were written, and are changed once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain.admin.users import Approval, Decision, SecondPair
from app.domain.shared.ids import ApprovalId
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.database import Database

NOW = datetime(2026, 7, 9, 12, tzinfo=UTC)
ARGUMENTS = '{"iban": "FI2112345600000785"}'
WAITING = Approval(
    ApprovalId(2),
    SecondPair.CANCEL,
    "payment:7",
    "payments.reverse",
    ARGUMENTS,
    "Anna",
    NOW,
    version=1,
)


def test_the_rules_are_written_whole(database: Database) -> None:
    with database.write() as unit:
        unit.second_pairs.put({SecondPair.AMOUNT: 100_00, SecondPair.DELETE: None})
        unit.second_pairs.put({SecondPair.AMOUNT: None})

        assert unit.second_pairs.all() == {SecondPair.AMOUNT: None}
        assert [one.record for one in unit.changes.noted] == ["second_pair", "second_pair"]


def test_a_request_waits_until_it_is_decided(database: Database) -> None:
    older = replace(WAITING, id=ApprovalId(3), asked_at=NOW.replace(hour=8))
    with database.write() as unit:
        unit.approvals.add(WAITING)
        unit.approvals.add(older)
        assert unit.approvals.waiting() == (older, WAITING)

        after = replace(
            WAITING, decision=Decision.APPROVED, decided_by="Ben", decided_at=NOW, version=2
        )
        unit.approvals.save(WAITING, after)

        assert unit.approvals.waiting() == (older,)
        assert unit.approvals.decided(5) == (after,)
        assert unit.approvals.get(WAITING.id) == after
        with pytest.raises(Conflict):
            unit.approvals.save(WAITING, after)
        with pytest.raises(Conflict):
            unit.approvals.current(WAITING.id, 1)
        with pytest.raises(NotFound):
            unit.approvals.get(99)


def test_the_audit_has_a_proof_of_the_arguments_and_not_the_arguments(database: Database) -> None:
    with database.write() as unit:
        unit.approvals.add(WAITING)
        (change,) = unit.changes.noted

    assert ARGUMENTS not in str(change)
    assert change.after["arguments"]
