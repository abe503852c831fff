from __future__ import annotations

from app.domain.payments.receipt import Receipt, ReceiptLine
from tests.taxes import MARCH_15, baht


def test_a_receipt_adds_up_what_was_settled_and_its_tax() -> None:
    lines = (
        ReceiptLine("1", MARCH_15, "", baht("107"), baht("7")),
        ReceiptLine("2", MARCH_15, "", baht("50")),
    )

    receipt = Receipt("R", "R", MARCH_15, lines, baht("154"), baht("3"))

    assert (receipt.amount, receipt.tax) == (baht("157"), baht("7"))
