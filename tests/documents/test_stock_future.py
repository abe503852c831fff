"""The chart of the future stock lies on its sheet and says when there is too little."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from app.documents.accounting import Imprint
from app.documents.sheets import SIZES, Bar, Text
from app.documents.stock_future import ROWS, describe
from app.domain.admin.company import Company
from app.domain.shared.quantities import Quantity
from app.domain.stock.reports import Change, foreseen
from app.lang.formats import formats_in
from app.lang.texts import say_in

DAY = date(2026, 3, 10)
IMPRINT = Imprint(Company("Lumo Oy", "FI", "EUR", "fi"), say_in("en"), formats_in("en", "FI"), DAY)


def change(days: int, count: int, reference: str) -> Change:
    return Change(DAY + timedelta(days=days), Quantity(Decimal(count)), reference)


def test_too_little_is_said_with_its_first_day_and_drawn_below_zero() -> None:
    days = foreseen(Quantity(Decimal(12)), [change(2, -16, "O-1"), change(9, 20, "GR-1")], DAY, 30)

    sheets = describe("Lamp", "pcs", days, IMPRINT)

    (page,) = sheets.pages
    texts = [one.text for one in page if isinstance(one, Text)]
    width, height = SIZES[sheets.paper]
    assert "Too little from 12 Mar 2026 on: -4 pcs" in texts
    assert {"O-1", "GR-1", "16 pcs"} <= set(texts)
    assert any(one.at.height > 5 for one in page if isinstance(one, Bar))
    for one in page:
        assert one.at.x >= 0 and one.at.x + one.at.width <= width
        assert one.at.y >= 0 and one.at.y + one.at.height <= height


def test_an_empty_stock_and_many_changes_fit_the_sheet() -> None:
    empty = describe("Lamp", "pcs", foreseen(Quantity(Decimal(0)), (), DAY, 0), IMPRINT)
    many = [change(n, 1, f"GR-{n}") for n in range(60)]

    full = describe("Lamp", "pcs", foreseen(Quantity(Decimal(0)), many, DAY, 90), IMPRINT)

    assert any(isinstance(one, Text) and "Enough" in one.text for one in empty.pages[0])
    texts = [one.text for one in full.pages[0] if isinstance(one, Text)]
    assert f"{60 - ROWS} more days" in texts
