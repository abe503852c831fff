"""Workbooks: cells as they are seen, sheet by sheet."""

from __future__ import annotations

import pytest

from app.formats import sheets
from app.formats.reading.files import open_file
from app.formats.reading.opened import Whole
from app.formats.reading.refusals import DamagedFile
from tests import foreign

STYLES = (
    '<numFmts><numFmt numFmtId="164" formatCode="d.m.yyyy"/>'
    '<numFmt numFmtId="165" formatCode="0.00&quot; day&quot;"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/>'
    '<xf numFmtId="22"/></cellXfs>'
)


def cells(rows: str, strings: str = "", styles: str = STYLES) -> list[str]:
    opened = open_file("a.xlsx", foreign.an_xlsx(f"<row>{rows}</row>", strings, styles))
    assert isinstance(opened, Whole)
    title, _, row = opened.texts[0].partition("\n")
    assert title == "Maksut"
    return row.split("\t")


def test_strings_are_shared_or_stand_in_their_cell() -> None:
    strings = "<si><t>Säh</t><r><t>kö</t></r><rPh><t>lausuttu</t></rPh></si>"

    assert cells('<c t="s"><v>0</v></c><c t="inlineStr"><is><t>x</t></is></c>', strings) == [
        "Sähkö",
        "x",
    ]
    assert cells('<c t="s"><v>9</v></c><c t="str"><f>A1</f><v>y</v></c>', strings) == ["", "y"]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("<c><v>1234.5600000000001</v></c>", "1234.56"),
        ("<c><v>12345678901234</v></c>", "12345678901234"),
        ('<c s="1"><v>46091</v></c>', "2026-03-10"),
        ('<c s="2"><v>46091</v></c>', "2026-03-10"),
        ('<c s="3"><v>46091</v></c>', "46091"),
        ('<c s="4"><v>46091.5</v></c>', "2026-03-10 12:00"),
        ('<c s="4"><v>0.25</v></c>', "06:00"),
        ('<c s="1"><v>1e300</v></c>', "1e+300"),
        ('<c s="1"><v>x</v></c>', "x"),
        ('<c s="99"><v>7</v></c>', "7"),
    ],
)
def test_numbers_and_dates_are_shown_as_they_are_seen(cell: str, shown: str) -> None:
    assert cells(cell) == [shown]


def test_a_written_workbook_comes_back() -> None:
    raw = sheets.written([("Nimi", "Määrä"), ("Sähkö", "12")], "Lasku")

    opened = open_file("a.xlsx", raw)

    assert opened.page(0).text == "Lasku\nNimi\tMäärä\nSähkö\t12"


def test_an_old_workbook_that_is_damaged_is_refused() -> None:
    raw = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "Workbook".encode("utf-16-le")

    with pytest.raises(DamagedFile):
        open_file("a.xls", raw)
