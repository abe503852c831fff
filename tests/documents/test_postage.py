"""The postage book on paper."""

from __future__ import annotations

from datetime import UTC, date, datetime

from app.documents.accounting import Imprint
from app.documents.postage import describe
from app.documents.text import plain
from app.domain.correspondence.letter import Channel, Dispatch
from app.domain.correspondence.postage import PostageBook, PostageLine, totals_of
from app.domain.shared.ids import LetterId
from app.domain.shared.money import Money
from app.lang.formats import formats_in
from app.lang.texts import say_in
from tests.documents.papers import FINNISH as COMPANY

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)
DAY = date(2026, 3, 31)
IMPRINT = Imprint(COMPANY, say_in("en"), formats_in("en", "FI"), DAY)


def a_book(*lines: PostageLine) -> PostageBook:
    return PostageBook(date(2026, 3, 1), DAY, lines, totals_of(lines, "EUR"))


def test_every_dispatch_stands_in_it_with_its_total() -> None:
    sent = Dispatch(
        LetterId(1), "", Channel.REGISTERED, AT, "Anna", "Kahvila", "RR1", Money(1290, "EUR")
    )

    text = plain(describe(a_book(PostageLine(sent, "OUT-2026-0001", "Kiitos")), IMPRINT))

    for words in ("OUT-2026-0001", "RR1", "12.90", "Registered mail", "Total"):
        assert words in text


def test_a_month_in_which_nothing_left_says_so() -> None:
    assert "Nothing left the house" in plain(describe(a_book(), IMPRINT))
