from __future__ import annotations

from app.domain.accounting.chart import AccountUse
from app.domain.invoices.buyers import PARTS
from app.lang.terms import TERMS


def test_every_use_of_an_account_and_every_part_of_an_address_has_its_word() -> None:
    parts = set(PARTS) - {"vat_id", "business_id", "branch"}

    assert ({use.value for use in AccountUse} | parts) - TERMS.keys() == set()
