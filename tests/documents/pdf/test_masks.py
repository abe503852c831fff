"""The mask that is chosen is the one that the standard's weighing, module by module, chooses."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
import segno
from segno import encoder

from app.documents.pdf.codes import qr
from app.documents.pdf.masks import as_number, as_rows, penalty


def texts() -> list[str]:
    """Return texts of many lengths: codes of small and of large versions."""
    chance = Random(11)  # noqa: S311  the same texts every time
    signs = "ABCäö0123456789 \nกขค"
    return ["".join(chance.choices(signs, k=4 + 9 * turn)) for turn in range(40)]


@pytest.mark.parametrize("content", texts())
def test_a_code_is_the_one_that_is_weighed_module_by_module(content: str) -> None:
    weighed = segno.make(content.encode(), error="m", micro=False, boost_error=False)

    assert qr(content) == tuple(tuple(map(bool, row)) for row in weighed.matrix)


def test_a_penalty_is_that_of_the_standard() -> None:
    weighed: Any = encoder.evaluate_mask
    chance = Random(3)  # noqa: S311  the same codes every time
    for size in (21, 25, 45):
        rows = [bytearray(chance.choices((0, 0, 0, 1, 1), k=size)) for _ in range(size)]

        assert penalty(as_number(rows), size) == weighed(rows, size, size)


EYES = (
    "0000101110111010000",
    "0000101110101110100",
    "1011101000000000000",
    "0000000000001011101",
    "1111101110111110000",
    "0001011101000101110",
)
"""Lines with eyes at the edge, eyes that share modules, and none that is quiet."""


@pytest.mark.parametrize("line", EYES)
def test_eyes_are_found_along_lines_and_down_as_the_standard_says(line: str) -> None:
    weighed: Any = encoder.evaluate_mask
    size = len(line)
    across = [bytearray(map(int, line))] + [bytearray(size) for _ in range(size - 1)]
    down = [bytearray(map(int, row)) for row in zip(*across, strict=True)]
    every = [bytearray(map(int, line)) for _ in range(size)]

    for rows in (across, down, every):
        assert penalty(as_number(rows), size) == weighed(rows, size, size)


def test_a_number_and_its_rows_are_the_same_code() -> None:
    rows = (bytearray((0, 1, 1)), bytearray((0, 0, 0)), bytearray((1, 0, 1)))

    assert as_rows(as_number(rows), 3) == tuple(tuple(map(bool, row)) for row in rows)
