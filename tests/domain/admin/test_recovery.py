"""A recovery code is read as it was printed, however it is typed, and a slip is noticed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.admin.recovery import BYTES, SIGNS, Mistyped, code_of, new_code, tidy_code


@given(st.binary(min_size=BYTES, max_size=BYTES))
def test_a_code_survives_how_people_write(secret: bytes) -> None:
    code = code_of(secret)

    for typed in (code, code.lower(), code.replace("-", " "), code.replace("0", "o"), f" {code}\n"):
        assert tidy_code(typed) == code
    assert [len(one) for one in code.split("-")] == [4] * 7


def test_two_secrets_have_two_codes() -> None:
    assert code_of(bytes(16)) != code_of(bytes([0] * 15 + [1]))
    assert new_code() != new_code()


@pytest.mark.parametrize("at", [0, 9, 20, 33])
def test_a_sign_that_slipped_is_noticed(at: int) -> None:
    code = code_of(bytes(range(16)))
    noticed = 0
    for sign in SIGNS.replace(code[at], ""):
        try:
            tidy_code(code[:at] + sign + code[at + 1 :])
        except Mistyped:
            noticed += 1

    assert noticed >= len(SIGNS) - 2


@pytest.mark.parametrize("typed", ["", "ABCD", code_of(bytes(16)) + "0", "U" * 28, "é" * 28])
def test_what_is_no_code_is_mistyped(typed: str) -> None:
    with pytest.raises(Mistyped):
        tidy_code(typed)
