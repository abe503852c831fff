"""Why a document is kept reads as a sentence in each language."""

from __future__ import annotations

from datetime import date

import pytest

from app.lang.formats import formats_in
from app.lang.keeping import Kept, kept_because
from app.lang.texts import say_in

VOUCHER = Kept(
    "Voucher",
    "DE",
    8,
    False,  # noqa: FBT003  a tuple's field
    date(2026, 12, 31),
    date(2034, 12, 31),
    "AO § 147 (3)",
)


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        (
            VOUCHER,
            "Voucher, DE 8 years from the end of 2026: until 31 Dec 2034, AO § 147 (3)",
        ),
        (
            VOUCHER._replace(years=1, begun_on=date(2033, 6, 30), until=date(2034, 6, 30), law=""),
            "Voucher, DE 1 year from 30 Jun 2033: until 30 Jun 2034",
        ),
        (
            VOUCHER._replace(begun_on=None, until=None),
            "Voucher, DE 8 years from its event, which is not known yet, AO § 147 (3)",
        ),
        (VOUCHER._replace(is_for_good=True, law=""), "Voucher: kept for good"),
    ],
)
def test_a_ground_is_a_sentence(kept: Kept, said: str) -> None:
    assert kept_because(kept, say_in("en"), formats_in("en", "GB")) == said


def test_thai_years_are_those_of_the_buddha() -> None:
    assert "2569" in kept_because(VOUCHER, say_in("th"), formats_in("th", "TH"))
