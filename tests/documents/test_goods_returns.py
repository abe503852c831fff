"""The return slip says what comes back, by which number, why, and to where."""

from __future__ import annotations

from app.documents.text import plain
from tests.documents.shipping import a_slip


def test_a_slip_tells_all_that_a_customer_needs() -> None:
    text = plain(a_slip("en"))

    for wanted in ("RMA-2026-00001", "SO-2026-00007", "Too large", "L-77", "500 Main Street"):
        assert wanted in text
    assert "lay this slip into the parcel" in text
