"""Texts are alike when their words and their figures are; hashes find what shares a part."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.archive.likeness import (
    BANDS,
    HASH_BITS,
    Evidence,
    bands_of,
    closest,
    distance,
    hash_of_words,
    likeness_of_words,
    verdict,
)
from app.domain.shared.ids import DocumentId

BILL = (
    "Invoice {number} Cable Cleaning Ltd Satamakatu 1 33100 Tampere Due 24.3.2026 office cleaning "
    "service monthly paper hinge delivery freight net {net} vat 25.5 total {total} "
    "Bank FI49 5000 9420 0287 30 thank you for your order and pay within fourteen days"
)


def bill(number: int, net: str = "100.00", total: str = "125.50") -> str:
    return BILL.format(number=number, net=net, total=total)


def test_the_bands_cover_the_hash() -> None:
    assert sum(BANDS) == HASH_BITS


@given(st.integers(0, 2**64 - 1), st.integers(0, 63), st.integers(0, 63))
def test_hashes_that_differ_in_a_few_bits_share_a_band(page: int, one: int, other: int) -> None:
    changed = page ^ (1 << one) ^ (1 << other)

    assert set(bands_of(page)) & set(bands_of(changed))
    assert len(set(bands_of(page))) == len(BANDS)


def test_the_closest_marks_come_first() -> None:
    others = [(DocumentId(1), b"\xff\xff"), (DocumentId(2), b"\x00\x01"), (DocumentId(3), b"\0\0")]

    assert closest(b"\0\0", others, 2) == [3, 2]
    assert distance(b"\0\1", b"\0\2") == 2


def test_the_same_words_read_again_with_a_slip_are_alike() -> None:
    likeness = likeness_of_words(bill(7), bill(7).replace("hinge", "hlnge"))

    assert likeness is not None
    assert likeness >= 800
    assert likeness_of_words(bill(7), bill(7)) == 1000


def test_another_bill_of_the_same_form_is_not_alike() -> None:
    assert likeness_of_words(bill(7), bill(8, "210.00", "263.55")) == 0


@pytest.mark.parametrize(
    ("differs", "words", "found"),
    [
        (200, None, (800, Evidence.INK)),
        (400, None, (600, Evidence.NEARLY)),
        (500, None, None),
        (400, 900, (900, Evidence.WORDS)),
        (500, 1000, None),
        (200, 0, None),
        (200, 500, (800, Evidence.INK)),
        (400, 500, None),
    ],
)
def test_ink_and_words_decide_together(
    differs: int, words: int | None, found: tuple[int, Evidence] | None
) -> None:
    assert verdict(differs, words) == found


def test_short_texts_tell_nothing() -> None:
    assert likeness_of_words("hello", bill(7)) is None
    assert hash_of_words("hello") is None


def test_texts_with_common_phrases_have_near_hashes() -> None:
    chance = Random(1)  # noqa: S311  the same text every time
    other = " ".join("".join(chance.choices("abcdef", k=6)) for _ in range(60))
    one, again, far = (hash_of_words(text) for text in (bill(7), bill(8), other))

    assert one is not None
    assert again is not None
    assert far is not None
    assert (one ^ again).bit_count() < (one ^ far).bit_count()
