"""Words that name a person are found however they are spaced, and nothing else goes with them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.admin.mentions import is_number, is_telling, pattern_of, without

VALUES = ("Aino Kanerva", "aino@kanerva.example", "+358401234567", "FI2112345600000785")


@pytest.mark.parametrize(
    "text",
    [
        "Aino Kanerva",
        "AINO  kanerva",
        "aino@Kanerva.example",
        "+358 40 123 4567",
        "358-40-1234567",
        "FI21 1234 5600 0007 85",
    ],
)
def test_a_person_is_named_however_it_is_written(text: str) -> None:
    found = pattern_of(VALUES)
    assert found is not None
    assert without({"a": [f"Ask {text}, please"]}, found, "X") == {"a": ["Ask X, please"]}


@pytest.mark.parametrize("text", ["Ainokaisa Kanervala", "Kanerva", "3584012345678", "aino@other"])
def test_what_is_only_alike_stays(text: str) -> None:
    found = pattern_of(VALUES)
    assert found is not None
    assert without(text, found, "X") == text


def test_a_single_word_or_a_short_one_tells_nobody() -> None:
    assert [is_telling(one) for one in ("Aino", "Kanerva", "A B", "Li Na", "")] == [
        *(False,) * 3,
        True,
        False,
    ]
    assert is_number("+358 40 123")
    assert not is_number("a1@b.example")
    assert pattern_of(()) is None


@given(st.lists(st.from_regex(r"[a-zäö]{1,8}", fullmatch=True), min_size=1, max_size=4))
def test_a_name_goes_whole_in_any_case(words: list[str]) -> None:
    found = pattern_of((" ".join(words),))
    assert found is not None

    assert without(f"« {'  '.join(words).upper()} »", found, "") == "«  »"
