"""Every pair, every decision and every kind of record that is guarded has its word."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.domain.admin.users import Approval, Decision, SecondPair
from app.domain.shared.ids import ApprovalId
from app.domain.shared.money import Money
from app.services.approvals import ApprovalRow, SeenApproval
from app.services.effects import EFFECTS
from app.services.guarded import GUARDED
from app.ui.admin.approval_words import (
    DECISIONS,
    KINDS,
    TOLD,
    WHATS,
    record_text,
    standing_text,
    told_text,
)

AT = datetime(2026, 7, 9, 12, tzinfo=UTC)
ONE = Approval(ApprovalId(1), SecondPair.CANCEL, "payment:7", "payments.reverse", "", "Anna", AT)


def test_every_pair_and_decision_has_words() -> None:
    assert set(WHATS) == set(TOLD) == set(SecondPair)
    assert set(DECISIONS) == set(Decision)


@pytest.mark.parametrize("kind", sorted({*EFFECTS, *(kind for _what, kind in GUARDED.values())}))
def test_every_kind_of_record_has_a_word(kind: str) -> None:
    assert kind in KINDS


def test_a_request_is_told_line_by_line() -> None:
    row = ApprovalRow(ONE, "P-7", is_mine=False, may_decide=True)
    seen = SeenApproval(row, Money(7_00, "EUR"), (), "Wrong customer", needs_password=False)

    lines = told_text(seen).splitlines()

    assert record_text(row) == "Payment: P-7"
    assert standing_text(ONE) == "Waits"
    assert lines[0].startswith("Asked by Anna")
    assert [line.partition(":")[0] for line in lines[1:]] == ["Amount", "Reason"]


def test_what_is_hidden_is_said_to_be_hidden() -> None:
    row = ApprovalRow(ONE, "", is_mine=False, may_decide=False)
    seen = SeenApproval(row, None, (), "", needs_password=False, is_hidden=True)

    assert "you may not see it" in told_text(seen)
    assert record_text(row) == "Payment"
