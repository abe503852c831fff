"""Plain text: any encoding, pages that end with a line."""

from __future__ import annotations

import pytest

from app.formats.reading.plain import PAGE, decoded, read_plain, text_of


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        ("Hyvää päivää", "utf-8"),
        ("Hyvää päivää", "utf-8-sig"),
        ("Hyvää päivää", "utf-16"),
        ("määrä 5 €", "cp1252"),
        ("määrä 5 €", "iso-8859-15"),
        ("ใบกำกับภาษี", "tis-620"),
    ],
)
def test_a_text_is_read_in_its_encoding(words: str, encoding: str) -> None:
    assert text_of(words.encode(encoding)) == words


def test_bytes_that_are_no_text_are_told() -> None:
    assert text_of(bytes(range(256)) * 40) is None


def test_a_long_text_has_pages_that_end_with_a_line() -> None:
    lines = "rivi\n" * 30_000

    pages = read_plain(lines).texts

    assert len(pages) == 8
    assert all(page.endswith("rivi") for page in pages)
    assert sum(page.count("rivi") for page in pages) == 30_000
    assert [len(page) for page in read_plain("x" * PAGE * 3).texts] == [PAGE, PAGE * 2]


def test_an_encoding_nobody_knows_is_guessed() -> None:
    assert decoded("päivää".encode(), "x-klingon") == "päivää"
    assert decoded(b"\xff", "utf-8") == "\ufffd"
