"""What a user can see is told in sentences."""

from __future__ import annotations

from app.services.sights import Preview, Sight
from app.ui.admin.user_words import preview_text

STOCK = Sight("stock", ("stock.read", "stock.move"), ())
PAY = Sight("payroll", (), ("payroll.read",))


def test_what_is_seen_and_what_is_not_is_told() -> None:
    told = preview_text(Preview("Boon Sri", (STOCK, PAY), sees_private=False, has_own_file=True))

    assert told.splitlines() == [
        "Stock: see, move goods",
        "Not at all: Payroll",
        "Pay, identity numbers, accounts and health of people stay sealed.",
        "Only what is private of the own person can be read.",
    ]
