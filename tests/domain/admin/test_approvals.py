"""A request is decided once, never by who asked, and only as it was looked at."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.admin.approvals import (
    RULES_RECORD,
    Asked,
    Difference,
    MovedOn,
    Need,
    NotWaiting,
    NotYourAsking,
    OwnAsking,
    PairRule,
    decided,
    is_asked,
    proof_of,
    require_same,
    rule_problems,
    withdrawn,
)
from app.domain.admin.users import Approval, Decision, SecondPair
from app.domain.shared.ids import ApprovalId
from app.domain.shared.money import Money

NOW = datetime(2026, 7, 9, 12, tzinfo=UTC)
WAITING = Approval(
    ApprovalId(1), SecondPair.CANCEL, "payment:7", "payments.reverse", "{}", "Anna", NOW, version=1
)
NAMES = st.sampled_from(["Anna", "anna", "Ben", "Boon"])
DECISIONS = st.sampled_from([Decision.APPROVED, Decision.REFUSED])
WHATS = st.sampled_from(list(SecondPair))
EURO = st.integers(-10_000, 10_000).map(lambda minor: Money(minor, "EUR"))


@given(NAMES, DECISIONS)
def test_who_asked_never_decides(name: str, decision: Decision) -> None:
    if name.casefold() == "anna":
        with pytest.raises(OwnAsking):
            decided(WAITING, decision, name, NOW)
    else:
        after = decided(WAITING, decision, name, NOW, "  so  be it ")
        assert (after.decision, after.decided_by, after.note) == (decision, name, "so be it")
        assert after.version == WAITING.version + 1


@given(st.sampled_from([one for one in Decision if one is not Decision.WAITING]), NAMES, DECISIONS)
def test_what_was_decided_stays_decided(was: Decision, name: str, decision: Decision) -> None:
    done = replace(WAITING, decision=was, decided_by="Ben")

    with pytest.raises(NotWaiting):
        decided(done, decision, name, NOW)
    with pytest.raises(NotWaiting):
        withdrawn(done, name, NOW)


def test_only_who_asked_withdraws() -> None:
    with pytest.raises(NotYourAsking):
        withdrawn(WAITING, "Ben", NOW)

    assert withdrawn(WAITING, "anna", NOW).decision is Decision.WITHDRAWN


@given(WHATS, WHATS)
def test_a_rule_asks_for_its_own_and_for_the_rules_themselves(
    what: SecondPair, other: SecondPair
) -> None:
    rules = (PairRule(what),)

    assert is_asked(rules, Need(SecondPair.ROLES, RULES_RECORD))
    assert not is_asked((), Need(other, RULES_RECORD))
    if SecondPair.AMOUNT not in (what, other):
        assert is_asked(rules, Need(other, "contact:1")) is (what is other)


@given(EURO, EURO)
def test_an_amount_is_asked_for_from_the_least_on(amount: Money, least: Money) -> None:
    rules = (PairRule(SecondPair.AMOUNT, least),)
    need = Need(SecondPair.AMOUNT, "invoice:1", amount=amount)

    assert is_asked(rules, need) is (abs(amount.minor) >= least.minor)
    assert is_asked(rules, replace(need, amount=Money(1, "USD")))
    assert is_asked(rules, replace(need, is_above=True))
    assert not is_asked((PairRule(SecondPair.AMOUNT),), need)


def test_what_changed_since_is_not_approved() -> None:
    need = Need(SecondPair.BANK_DETAILS, "contact:1", "Kone", "before")
    asked = Asked({}, "Kone", (proof_of(need),))
    rules = (PairRule(SecondPair.BANK_DETAILS),)

    require_same(rules, asked, (need, replace(need, what=SecondPair.DELETE)))
    require_same((), asked, (need,))
    other = (
        replace(need, seen="changed"),
        replace(need, record="contact:2"),
        replace(need, differences=(Difference("accounts", "a", "b"),)),
    )
    for one in other:
        with pytest.raises(MovedOn):
            require_same(rules, asked, (one,))
        with pytest.raises(MovedOn):
            require_same(rules, asked, (need, one))
    with pytest.raises(MovedOn):
        require_same(rules, asked, ())


def test_only_amounts_have_a_least_and_not_below_nothing() -> None:
    least = Money(-1, "EUR")
    wrong = rule_problems((PairRule(SecondPair.DELETE, least), PairRule(SecondPair.AMOUNT, least)))

    assert [one.code for one in wrong] == [
        "approvals.least-without-amount",
        "approvals.least-below-nothing",
        "approvals.least-below-nothing",
    ]
    assert rule_problems((PairRule(SecondPair.AMOUNT, Money(0, "EUR")),)) == ()
