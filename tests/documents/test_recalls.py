"""The recall list on paper: every delivery, how to reach who got it, and the sum."""

from __future__ import annotations

from datetime import date

from app.documents.accounting import Imprint
from app.documents.recalls import Named, describe
from app.documents.text import plain
from app.domain.shared.ids import LotId, ProductId
from app.domain.stock.lot import Lot, LotStatus
from app.domain.stock.recalls import Recall, Sent
from app.lang.formats import formats_in
from app.lang.texts import say_in
from tests.documents.papers import FINNISH
from tests.stocking import qty

DAY = date(2026, 3, 10)
LOT = Lot(LotId(1), 1, ProductId(2), "M-1", LotStatus.RECALLED, DAY, date(2026, 3, 12), "Glass")
NAMED = Named("MILK", "Milk", "l", {"Aamu": "aamu@example.fi"})


def told(recall: Recall, language: str) -> str:
    imprint = Imprint(FINNISH, say_in(language), formats_in(language, "FI"), DAY)
    return plain(describe(recall, NAMED, imprint))


def test_each_delivery_stands_with_its_customer_and_day() -> None:
    sent = (
        Sent(None, "Aamu", "DN-7", "delivery:7", DAY, qty("2")),
        Sent(None, "", "DN-8", "delivery:8", DAY, qty("3")),
    )

    text = told(Recall(LOT, qty("4"), (), sent), "en")

    for words in ("M-1", "Glass", "DN-7", "aamu@example.fi", "unknown", "5 l", "4 l"):
        assert words in text


def test_a_lot_that_nobody_has_says_so() -> None:
    assert "Nobody has any of it." in told(Recall(LOT, qty("4"), ()), "en")
    assert told(Recall(LOT, qty("4"), ()), "th")
