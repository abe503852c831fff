"""Reports of the stock on paper say their figures and their sums."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.documents.accounting import Imprint
from app.documents.stock_reports import (
    ReportLine,
    age_titles,
    describe_abc,
    describe_ageing,
    describe_slow,
    describe_turnover,
)
from app.documents.text import plain
from app.domain.admin.company import Company
from app.domain.shared.quantities import Quantity
from app.domain.stock.reports import Abc, Came, aged, turned
from app.lang.formats import formats_in
from app.lang.texts import say_in

DAY = date(2026, 3, 10)
IMPRINT = Imprint(Company("Lumo Oy", "FI", "EUR", "fi"), say_in("en"), formats_in("en", "FI"), DAY)
TEN = Quantity(Decimal(10))
AGES = aged((Came(DAY, TEN, 5000), Came(date(2025, 1, 1), TEN, 7000)), DAY)
LAMP = ReportLine(
    *("L-1", "Lamp", "pcs", TEN, 12_000, Abc.A, Decimal("70.12"), Decimal(100)),
    AGES,
    turned(120_000, (10_000, 30_000), 365),
    date(2025, 1, 1),
    433,
)


def test_each_report_says_its_figures() -> None:
    told = {
        plain(describe_abc([LAMP], "2026", IMPRINT)): ("ABC by", "A", "70.12%", "120.00"),
        plain(describe_ageing([LAMP], IMPRINT)): ("Age of", "50.00", "70.00", "over 365 days"),
        plain(describe_turnover([LAMP], "2026", IMPRINT)): ("Turnover", "1,200.00", "6", "60.8"),
        plain(describe_slow([LAMP], 180, IMPRINT)): ("Slow", "180 days", "433", "1 Jan 2025"),
    }

    for text, words in told.items():
        assert all(word in text for word in words), text


def test_what_never_went_out_and_nothing_at_all_are_said() -> None:
    idle = ReportLine("L-2", "Lamp", "pcs", TEN, 100)

    assert "never" in plain(describe_slow([idle], 180, IMPRINT))
    assert "There is nothing to report." in plain(describe_turnover([], "2026", IMPRINT))
    assert age_titles(IMPRINT.say)[0] == "0–30 days"
