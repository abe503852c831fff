"""What the log names opens in the window, and a page leads back to it."""

from __future__ import annotations

from app.ui.admin.log_ways import OPENS, opens_as, record_of
from app.ui.modules import MODULES


def test_every_record_that_opens_has_a_page() -> None:
    pages = {kind for module in MODULES for kind in module.records}

    assert set(OPENS.values()) <= pages
    assert opens_as("contact:12") == ("contact", 12)
    assert opens_as("number_series:invoice:2026:") is None
    assert opens_as("contact:none") is None


def test_a_page_leads_back_to_its_record() -> None:
    assert record_of("goods-receipt", 7) == "receipt:7"
    assert record_of("company", 7) == ""
