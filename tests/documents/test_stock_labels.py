"""Every label on every sheet and roll is read back, and what does not fit becomes a square."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.documents.pdf.render import render_sheets
from app.documents.sheets import PUNCHED, BarKind, Bars, Code, Matrix, Sheets
from app.documents.stock_labels import ROLLS, Label, Symbol, describe, media
from app.domain.archive.serials import Feed
from app.domain.stock.gs1 import Elements
from app.lang.texts import say_in
from tests.documents.scanned_codes import codes_on

GTIN = "6412345678907"
IMPRINT = (say_in("en"), "Lumo Oy")
LAMP = Label("Lamp, brass", ("L-1",), "L-1", Elements(GTIN))
OF_LOT = replace(LAMP, elements=Elements(GTIN, "LOT-7", "", date(2027, 1, 31)), code="LOT-7")
SCREW = Label("Screw", ("S-44",), "S-44")
ALL = (LAMP, OF_LOT, SCREW, replace(LAMP, symbol=Symbol.QR), replace(SCREW, code="Ä-1"))
SAID = {
    GTIN,
    "(01)06412345678907(17)270131(10)LOT-7",
    "S-44",
    "L-1",
    "Ä-1",
}


def sheets(label: Label, kind: str = "l7160") -> Sheets:
    on = media(kind)
    assert on is not None
    return describe((label,), on, Feed(kind), IMPRINT)


@pytest.mark.parametrize("kind", [one.code for one in (*PUNCHED[1:], *ROLLS)])
def test_every_code_on_every_sheet_is_read_back(kind: str) -> None:
    on = media(kind)
    assert on is not None

    said = codes_on(render_sheets(describe(ALL, on, Feed(kind), IMPRINT)))

    small = {f"(01){GTIN.zfill(14)}"}
    assert SAID - {GTIN} <= set(said)
    assert set(said) - SAID <= small
    assert len(said) == len(ALL)


@pytest.mark.parametrize(
    ("gtin", "kind"),
    [
        (GTIN, BarKind.EAN_13),
        ("96385074", BarKind.EAN_8),
        ("012345678905", BarKind.UPC_A),
        ("16412345678904", BarKind.ITF_14),
        ("", BarKind.CODE_128),
    ],
)
def test_bars_are_those_that_suit_the_number(gtin: str, kind: BarKind) -> None:
    (page,) = sheets(replace(LAMP, elements=Elements(gtin))).pages

    (bars,) = (one for one in page if isinstance(one, Bars))
    assert (bars.kind, bars.content) == (kind, gtin or "L-1")


def test_a_square_stands_where_bars_were_too_fine_or_cannot_say_it() -> None:
    narrow = sheets(LAMP, "l4731").pages[0]
    foreign = sheets(replace(SCREW, code="Ä-1")).pages[0]
    asked = sheets(replace(LAMP, symbol=Symbol.MATRIX)).pages[0]

    assert [one.content for one in narrow if isinstance(one, Matrix)] == ["(01)06412345678907"]
    assert [one.content for one in foreign if isinstance(one, Code)] == ["Ä-1"]
    assert any(isinstance(one, Matrix) for one in asked)


def test_a_roll_has_one_label_on_each_page() -> None:
    roll = media("dk11209")
    assert roll is not None

    found = describe((LAMP, SCREW), roll, Feed("dk11209", right=1.5), IMPRINT)

    assert (len(found.pages), found.size) == (2, (62.0, 29.0))
    assert media("none") is None
    assert min(one.at.x for one in found.pages[0]) >= 1.5
