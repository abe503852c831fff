from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.graphics.barcode.code128 import Code128

from app.documents.pdf.codes import code128, qr
from tests.documents.papers import BAR_CODE
from tests.documents.scanning import digits_of


def test_the_bars_say_their_digits() -> None:
    assert digits_of(code128(BAR_CODE)) == BAR_CODE


@given(st.text("0123456789", min_size=1, max_size=30))
def test_reportlab_draws_the_same_bars(half: str) -> None:
    digits = half + half
    theirs = Code128(digits)
    theirs.validate()
    theirs.encode()
    widths = [" ABCD".index(part.upper()) for part in theirs.decompose()]

    bars = code128(digits)

    assert [width for _place, width in bars] == widths[::2]
    assert [place for place, _width in bars] == [
        sum(widths[:at]) for at in range(0, len(widths), 2)
    ]


def test_a_bank_code_is_332_modules_wide() -> None:
    last_place, last_width = code128(BAR_CODE)[-1]

    assert last_place + last_width == 332


def test_a_qr_code_is_square_with_its_three_eyes() -> None:
    rows = qr("BCD\nÄ €")

    assert rows is not None and {len(row) for row in rows} == {len(rows)}
    eye = tuple(row[:7] for row in rows[:7])
    assert eye[0] == (True,) * 7 and eye[1] == (True, *(False,) * 5, True)


@pytest.mark.parametrize("content", ["", "x" * 3000])
def test_there_is_no_code_of_nothing_or_of_too_much(content: str) -> None:
    assert qr(content) is None


def test_half_a_pair_of_surrogates_is_no_obstacle() -> None:
    assert qr("a\ud800") is not None
