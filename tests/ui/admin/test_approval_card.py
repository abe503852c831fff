"""The card shows what would be different, and says when nothing waits."""

from __future__ import annotations

from datetime import UTC, datetime

from pytestqt.qtbot import QtBot

from app.domain.admin.approvals import Difference
from app.domain.admin.users import Approval, SecondPair
from app.domain.shared.ids import ApprovalId
from app.services.approvals import ApprovalRow, SeenApproval
from app.ui.admin.approval_card import ApprovalCard

AT = datetime(2026, 7, 9, 12, tzinfo=UTC)
ONE = Approval(
    ApprovalId(1), SecondPair.BANK_DETAILS, "company", "admin.change_company", "", "Anna", AT
)


def test_differences_come_and_go_with_the_request(qtbot: QtBot) -> None:
    card = ApprovalCard()
    qtbot.addWidget(card)
    row = ApprovalRow(ONE, "Lumo", is_mine=False, may_decide=True)
    change = Difference("accounts", "", "DE89")

    card.show_one(SeenApproval(row, None, (change,), "", needs_password=False))
    assert card.shown_changes() == ("Bank account", "Former one", "none", "New one", "DE89")
    assert card.title.text() == "Company: Lumo"

    card.show_one(SeenApproval(row, None, (), "", needs_password=False))
    assert card.shown_changes() == ()
    card.show_nothing()

    assert card.told.text().startswith("Nothing waits.")
