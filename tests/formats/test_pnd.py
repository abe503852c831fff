from __future__ import annotations

from datetime import date

from app.domain.contacts.address import Address
from app.domain.payments.withholding import (
    Borne,
    Income,
    ListedRow,
    Party,
    Return,
    TaxList,
    Withheld,
)
from app.formats.pnd import TITLES, thai_day, written
from tests.taxes import MARCH_15, baht

PAYEE = Party("A|B\nCo", "0105561000003", "", Address("5 Road", "", "10500", "Silom", "Bangkok"))
ROW = Withheld(Income.INTEREST, MARCH_15, baht("1000"), baht("10.50"))


def test_a_line_has_every_part_and_no_bar_within_one() -> None:
    one = ListedRow(1, PAYEE, "WT-1", ROW, Borne.PAID_ONCE)
    found = TaxList(Return.PND53, MARCH_15, (one,), ROW.amount, ROW.tax)

    titles, line = (part.decode().rstrip("\r\n").split("|") for part in written(found))

    assert tuple(titles) == TITLES
    assert line == [
        "1",
        "0105561000003",
        "00000",
        "A B Co",
        "5 Road",
        "Silom",
        "Bangkok",
        "10500",
        "WT-1",
        "15/03/2569",
        "4a",
        "1.05",
        "1000.00",
        "10.50",
        "3",
    ]


def test_days_are_of_the_buddhist_era() -> None:
    assert thai_day(date(2026, 1, 2)) == "02/01/2569"
