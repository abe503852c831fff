"""A value of a pack's file is what was asked for, or the file is broken at a named place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.formats.reader import BrokenPack, Reader

FILE = """
word = "x"
number = 3
yes = true
list = ["a", 1]
[[rows]]
word = 5
"""


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    file = tmp_path / "pack.toml"
    file.write_text(FILE, "utf-8")
    return Reader(file)


def test_values_are_read_by_their_type(reader: Reader) -> None:
    assert (reader.text("word"), reader.number("number")) == ("x", 3)
    assert (reader.flag("yes"), reader.flag("no")) == (True, False)
    assert (reader.has("word"), reader.has("other")) == (True, False)


@pytest.mark.parametrize(
    ("ask", "where"),
    [
        (lambda r: r.text("number"), "number"),
        (lambda r: r.number("yes"), "yes"),
        (lambda r: r.words("list"), "list"),
        (lambda r: r.flag("word"), "word"),
        (lambda r: r.text("missing"), "missing"),
        (lambda r: next(r.rows("rows")).text("word"), "rows.0.word"),
    ],
)
def test_a_broken_value_is_named(
    reader: Reader, ask: Callable[[Reader], object], where: str
) -> None:
    with pytest.raises(BrokenPack) as refused:
        ask(reader)

    assert refused.value.facts["where"] == where


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(BrokenPack) as refused:
        Reader(tmp_path / "none.toml")

    assert refused.value.facts["file"] == "none.toml"
