"""The organisation on paper says who leads whom, and that nobody is there."""

from __future__ import annotations

from datetime import date

from app.documents.organisation import Post, describe
from app.documents.text import plain
from tests.documents.reports import an_imprint

DAY = date(2026, 3, 10)
POSTS = (
    Post(0, "Aino Lahtinen", "Toimitusjohtaja", "", 1),
    Post(1, "Mikko Salmela", "Myyntipäällikkö", "Myynti"),
)


def test_everybody_is_named_with_position_and_department() -> None:
    told = plain(describe(POSTS, DAY, an_imprint()))

    assert "Aino Lahtinen" in told and "Myyntipäällikkö" in told and "10.3.2026" in told


def test_a_day_on_which_nobody_worked_is_said() -> None:
    told = plain(describe((), date(1999, 1, 1), an_imprint()))

    assert "1.1.1999" in told
