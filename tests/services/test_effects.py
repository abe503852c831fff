"""What becomes of a record says what a second pair may be asked for."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.admin.approvals import Difference
from app.domain.admin.users import SecondPair
from app.services.effects import accounts_text, needs_of
from app.storage.deeds import Change

OLD, NEW = {"iban": "FI21", "bic": ""}, {"iban": "DE89", "bic": "OKOYFIHH"}
DELETE, CANCEL, BANK = SecondPair.DELETE, SecondPair.CANCEL, SecondPair.BANK_DETAILS

SEEN = [
    ("contact:1", {"accounts": [OLD]}, {"accounts": [NEW]}, BANK),
    ("contact:1", {"accounts": []}, {"accounts": [NEW]}, BANK),
    ("company", {"accounts": [OLD]}, {"accounts": [OLD, NEW]}, BANK),
    ("contact:1", {"is_archived": False}, {"is_archived": True}, DELETE),
    ("product:1", {"is_archived": False}, {"is_archived": True}, DELETE),
    ("contact:1", {"is_archived": False}, None, DELETE),
    ("account:1", {"number": "1910"}, None, DELETE),
    ("note:1", {"text": "x"}, None, DELETE),
    ("billable:1", {"text": "x"}, None, DELETE),
    ("document:1", {"state": "filed"}, {"state": "trashed"}, DELETE),
    (
        "invoice:1",
        {"kind": "credit-note", "state": "draft"},
        {"kind": "credit-note", "state": "issued"},
        CANCEL,
    ),
    ("payment:1", {"state": "recorded"}, {"state": "reversed"}, CANCEL),
    ("allocation:1", {"undone_on": None}, {"undone_on": "2026-07-09"}, CANCEL),
    ("order:1", {"state": "confirmed"}, {"state": "cancelled"}, CANCEL),
    ("delivery:1", {"state": "shipped"}, {"state": "cancelled"}, CANCEL),
    ("letter-out:1", {"state": "issued"}, {"state": "voided"}, CANCEL),
    ("withholding_certificate:1", {"state": "valid"}, {"state": "voided"}, CANCEL),
]
UNSEEN = [
    ("contact:1", {"accounts": [OLD], "name": "a"}, {"accounts": [OLD], "name": "b"}),
    ("contact:1", {"is_archived": True}, {"is_archived": False}),
    ("contact:1", {"accounts": [OLD, NEW]}, {"accounts": [NEW]}),
    ("company", {"accounts": [OLD, NEW]}, {"accounts": []}),
    ("invoice:1", {"kind": "invoice", "state": "draft"}, {"kind": "invoice", "state": "issued"}),
    ("invoice:1", {"kind": "credit-note", "state": "draft"}, {"kind": "credit-note"}),
    ("order:1", {"state": "draft"}, {"state": "cancelled"}),
    ("delivery:1", {"state": "draft"}, {"state": "cancelled"}),
    ("document:1", {"state": "trashed"}, {"state": "filed"}),
    ("allocation:1", {"undone_on": "2026-07-09"}, {"undone_on": "2026-07-09"}),
    ("lot:1", {"state": "a"}, None),
]


@pytest.mark.parametrize(("record", "before", "after", "what"), SEEN)
def test_what_may_need_a_second_pair_is_seen(
    record: str, before: dict[str, Any], after: dict[str, Any] | None, what: SecondPair
) -> None:
    (need,) = needs_of(Change(record, before, after))

    assert (need.what, need.record) == (what, record)
    assert need.seen


@pytest.mark.parametrize(("record", "before", "after"), UNSEEN)
def test_what_needs_none_is_not(
    record: str, before: dict[str, Any], after: dict[str, Any] | None
) -> None:
    assert list(needs_of(Change(record, before, after))) == []


def test_a_swapped_account_is_shown_beside_the_former() -> None:
    (need,) = needs_of(
        Change("contact:1", {"name": "Kone", "accounts": [OLD]}, {"accounts": [NEW]})
    )

    assert need.name == "Kone"
    assert need.differences == (Difference("accounts", "FI21", "DE89 OKOYFIHH"),)
    assert accounts_text([OLD, NEW]) == "FI21\nDE89 OKOYFIHH"
    assert accounts_text(None) == ""
