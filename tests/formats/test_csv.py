"""Tables of text are read as they are, and written so that no cell can run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.formats.csv import NoDelimiter, NotText, OpenQuote, harmless, pieces, read


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    rows = [["nimi", "summa", "huom"], ["Aamu", "12,50" if delimiter != "," else "12.50", ""]]
    text = "\n".join(delimiter.join(row) for row in rows)

    found = read(text.encode())

    assert (found.delimiter, [list(row) for row in found.rows]) == (delimiter, rows)


def test_cells_stay_the_text_they_are() -> None:
    raw = b'postcode;note;formula\r\n00100;"two\r\nlines; and ""quotes""";=cmd|\' /C calc\'!A0\r\n'

    found = read(raw)

    assert found.rows[1] == ("00100", 'two\r\nlines; and "quotes"', "=cmd|' /C calc'!A0")


def test_a_comma_inside_numbers_does_not_win_over_the_delimiter() -> None:
    raw = b"a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5\n"

    assert read(raw).delimiter == ";"


def test_the_first_line_may_name_the_delimiter() -> None:
    found = read(b"sep=|\r\na|b;c\r\n1|2;3\r\n")

    assert found.rows == (("a", "b;c"), ("1", "2;3"))


def test_one_column_is_a_table_too() -> None:
    assert read(b"name\nAamu\nIlta\n").rows == (("name",), ("Aamu",), ("Ilta",))


def test_empty_rows_at_the_end_are_left_out_and_others_kept() -> None:
    assert read(b"a;b\n\n1;2\n;\n\n").rows == (("a", "b"), (), ("1", "2"))


def test_a_stray_quote_inside_a_cell_is_kept() -> None:
    assert read(b'a;b\n5" pipe;"x"y\n').rows[1] == ('5" pipe', "xy")


def test_a_quote_that_never_ends_is_told_with_its_row() -> None:
    with pytest.raises(OpenQuote) as refused:
        read(b'a;b\n1;2\n3;"four\n5;6\n')

    assert refused.value.facts == {"row": 3}


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [(b"\x89PNG\r\n\x1a\n\x00\x00\x00", ""), (b"a;\xe4", "utf-8"), (b"a", "klingon")],
)
def test_what_is_no_text_is_refused(raw: bytes, encoding: str) -> None:
    with pytest.raises(NotText):
        read(raw, encoding)


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("@SUM(A1)", "'@SUM(A1)"),
        (" =1+1", "' =1+1"),
        ("+1+cmd", "'+1+cmd"),
        ("\t=1", "'\t=1"),
        ("-12,50", "-12,50"),
        ("+358 40 123 4567", "+358 40 123 4567"),
        ("-", "'-"),
        ("Aamu = hyvä", "Aamu = hyvä"),
        ("", ""),
    ],
)
def test_no_cell_can_run_in_a_spreadsheet(cell: str, kept: str) -> None:
    assert harmless(cell) == kept


CELLS = st.text(st.characters(blacklist_categories=("Cs", "Cc")) | st.sampled_from('\r\n"\t;,'))


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=5))
def test_what_was_written_comes_back_disarmed(rows: list[list[str]]) -> None:
    rows = [["head", "line"], *rows, ["last", "row"]]

    found = read(b"".join(pieces(rows, ";")), delimiter=";")

    assert [list(row) for row in found.rows] == [[harmless(cell) for cell in row] for row in rows]


def test_a_long_table_is_written_in_pieces_with_one_mark() -> None:
    found = list(pieces([["ä"]] * 1001))

    assert [piece[:3] == b"\xef\xbb\xbf" for piece in found] == [True, False]
    assert len(read(b"".join(found)).rows) == 1001


@pytest.mark.parametrize("delimiter", [";;", '"', "\n", "tab"])
def test_what_is_not_one_sign_parts_no_cells(delimiter: str) -> None:
    with pytest.raises(NoDelimiter):
        read(b"a;b", delimiter=delimiter)
