"""The rules of the stock: the usual ones until the office settles its own."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.shared.quantities import Rate
from app.domain.shared.refusals import Conflict, Invalid
from app.domain.stock.rules import StockRules
from app.services import stock_rules
from app.services.office import Office


def test_rules_are_settled_anew_and_kept(office: Office) -> None:
    usual = office.ask(stock_rules.get)

    settled = office.do(stock_rules.save, replace(usual, a_days=14)).result
    again = office.do(stock_rules.save, replace(settled, approve_above=None)).result

    assert usual == StockRules()
    assert again == replace(usual, version=3, a_days=14, approve_above=None)
    assert office.ask(stock_rules.get) == again


def test_wrong_rules_and_those_of_another_clerk_are_refused(office: Office) -> None:
    usual = office.ask(stock_rules.get)
    office.do(stock_rules.save, replace(usual, b_days=60))

    with pytest.raises(Conflict):
        office.do(stock_rules.save, replace(usual, b_days=61))
    with pytest.raises(Invalid):
        office.do(stock_rules.save, replace(usual, approve_above=Rate(Decimal(-1))))
