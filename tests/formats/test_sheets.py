"""Spreadsheets are read as text, damaged ones refused, and written without formulas."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from decimal import Decimal

import pytest
import xlsxwriter

from app.formats.sheets import Bomb, Unreadable, is_sheet, read, written


def test_what_was_written_comes_back_as_text() -> None:
    rows: list[tuple[str | Decimal | date | None, ...]] = [
        ("code", "price", "day", "note"),
        ("00100", Decimal("129.9"), date(2026, 3, 10), "=1+1"),
        ("http://x.example", Decimal(3), None, "-2"),
    ]

    raw = written(rows, "Products [2026]")
    found = read(raw)

    assert is_sheet(raw)
    assert found.sheet == "Products 2026"
    assert found.rows == (
        ("code", "price", "day", "note"),
        ("00100", "129.9", "2026-03-10", "=1+1"),
        ("http://x.example", "3", "", "-2"),
    )


def test_no_text_becomes_a_formula_or_a_link() -> None:
    raw = written([("=cmd|' /C calc'!A0", "@x", "https://evil.example")], "x")

    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        sheet = packed.read("xl/worksheets/sheet1.xml")

    assert b"<f>" not in sheet
    assert b"hyperlink" not in sheet


def test_formulas_give_their_values_and_a_sheet_is_chosen_by_name() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.add_worksheet("first").write(0, 0, "here")
        second = book.add_worksheet("second")
        second.write_formula(1, 1, "=20+1", None, 21)
        second.write(1, 2, *(True,))
        second.write_number(2, 1, 1.5)

    found = read(out.getvalue(), "second")

    assert found.sheets == ("first", "second")
    assert found.rows == (("", "", ""), ("", "21", "1"), ("", "1.5", ""))


def packed_ods(content: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("content.xml", content)
        packed.writestr("META-INF/manifest.xml", "<manifest/>")
    return out.getvalue()


def test_an_open_document_sheet_is_read() -> None:
    cell = '<table:table-cell office:value-type="string"><text:p>Ääni</text:p></table:table-cell>'
    raw = packed_ods(
        '<?xml version="1.0"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body>'
        f'<office:spreadsheet><table:table table:name="T"><table:table-row>{cell}</table:table-row>'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )

    assert read(raw).rows == (("Ääni",),)


@pytest.mark.parametrize("kept", [10, 100, 2000, -50])
def test_a_sheet_that_is_cut_off_is_refused(kept: int) -> None:
    raw = written([("a", "b")] * 500, "x")

    with pytest.raises(Unreadable):
        read(raw[:kept])


def test_a_zip_that_is_no_sheet_and_a_sheet_that_is_not_there_are_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("readme.txt", "hello")

    with pytest.raises(Unreadable):
        read(out.getvalue())
    with pytest.raises(Unreadable):
        read(written([("a",)], "x"), "no such sheet")


def test_a_file_that_unpacks_to_far_too_much_is_refused_before_it_does() -> None:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed,
        packed.open("xl/worksheets/sheet1.xml", "w") as part,
    ):
        for _ in range(60):
            part.write(bytes(1 << 20))

    with pytest.raises(Bomb):
        read(out.getvalue())
