"""A code of bytes has the modules that segno, which draws bit by bit, gives it under mask 0."""

from __future__ import annotations

from hashlib import sha256

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from app.documents.pdf.masks import as_number
from app.documents.pdf.squares import is_of_bytes, square

MOST = 2331
"""What a code of version 40 holds at level M, in bytes."""


def theirs(content: bytes) -> tuple[int, int]:
    made = segno.make(content, error="m", micro=False, boost_error=False, mask=0)
    return as_number(made.matrix), int(made.version)


def hexed(code: tuple[int, int]) -> tuple[bytes, int]:
    """Return a code so that two of them are told apart fast where a test fails."""
    drawn, version = code
    return sha256(str(hex(drawn)).encode()).digest(), version


@given(st.binary(min_size=1, max_size=120).map(lambda rest: b"a" + rest))
def test_a_short_text_is_drawn_as_segno_draws_it(content: bytes) -> None:
    assert is_of_bytes(content)
    assert hexed(square(content)) == hexed(theirs(content))


@pytest.mark.parametrize("count", [14, 15, 180, 181, 213, 666, 1000, MOST])
def test_so_is_one_at_the_edge_of_a_version(count: int) -> None:
    content = bytes(at * 7 % 256 for at in range(count - 1)) + b"\n"
    assert hexed(square(content)) == hexed(theirs(content))


def test_more_than_a_code_holds_is_refused() -> None:
    with pytest.raises(segno.DataOverflowError):
        square(b"a" * (MOST + 1))


@pytest.mark.parametrize("content", [b"12345", b"HELLO 12", "เ".encode()])
def test_what_is_written_shorter_is_left_to_segno(content: bytes) -> None:
    assert not is_of_bytes(content)
