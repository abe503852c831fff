"""What a country pack answers."""

from __future__ import annotations

from itertools import count

from app.domain.accounting.chart import Account
from app.formats.packs import pack


def test_a_chart_gets_fresh_ids() -> None:
    chart = pack("FI").chart(count(100).__next__)

    assert [account.id for account in chart] == list(range(100, 100 + len(chart)))
    assert all(isinstance(account, Account) for account in chart)


def test_the_rules_of_issuing_come_from_the_pack() -> None:
    thailand = pack("TH")

    rules = thailand.issue_rules()

    assert rules.codes.keys() == thailand.vat_codes().keys()
    assert rules.buyer.needs == ("street",)
