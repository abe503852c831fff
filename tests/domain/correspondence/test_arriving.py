"""A subject without the signs of answers is what an exchange is about."""

from __future__ import annotations

import pytest

from app.domain.correspondence.arriving import bare


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Re: VS: Tarjous", "Tarjous"),
        ("AW[2]: Angebot", "Angebot"),
        ("Tarjous", "Tarjous"),
        ("Regarding: x", "Regarding: x"),
        ("re:", ""),
        ("ตอบ: ใบเสนอราคา", "ใบเสนอราคา"),
    ],
)
def test_the_signs_of_answers_are_left_out(subject: str, expected: str) -> None:
    assert bare(subject) == expected
