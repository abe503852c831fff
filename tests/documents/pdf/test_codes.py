from __future__ import annotations

import pytest

from app.documents.pdf.codes import code128, qr
from tests.documents.papers import BAR_CODE
from tests.documents.scanning import digits_of


def test_the_bars_say_their_digits() -> None:
    assert digits_of(code128(BAR_CODE)) == BAR_CODE


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
