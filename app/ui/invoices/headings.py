"""Headings over pasted lines: what a spreadsheet calls the cells of an invoice's line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from app.lang.texts import LANGUAGES, say_in
from app.ui.invoices.rows import Field
from app.ui.invoices.titles import TITLES, TOTAL

_WORDS: dict[int, tuple[str, ...]] = {
    Field.DESCRIPTION: (
        "item", "product", "product name", "name", "text", "article", "service", "work",
        "tuote", "nimi", "nimike", "tuotenimi", "kuvaus", "selite", "selitys", "teksti", "palvelu",
        "สินค้า", "ชื่อสินค้า", "รายการสินค้า", "ชื่อ", "บริการ", "รายการ", "รายละเอียด",
    ),
    Field.QUANTITY: (
        "qty", "pcs", "count", "number of", "hours",
        "määrä", "kpl", "lkm", "tunnit", "จำนวน", "ปริมาณ",
    ),
    Field.UNIT: ("uom", "yks", "yksikkö", "หน่วย", "หน่วยนับ"),
    Field.PRICE: (
        "unit price", "price each", "each", "rate", "net price", "gross price",
        "hinta", "a-hinta", "à-hinta", "yksikköhinta", "ราคา", "ราคาต่อหน่วย", "ราคา/หน่วย",
    ),
    Field.DISCOUNT: ("disc", "rebate", "ale", "alennus", "alennusprosentti", "ส่วนลด"),
    Field.VAT: (
        "tax", "vat code", "vat rate", "tax rate", "alv", "alv-kanta", "vero",
        "ภาษี", "ภาษีมูลค่าเพิ่ม",
    ),
    Field.DELIVERED: (
        "date", "day", "delivery date", "delivered on", "pvm", "päivä", "toimituspäivä",
        "วันที่", "วันที่ส่ง", "วันที่ส่งมอบ",
    ),
    Field.CHOICE: ("choice", "option", "offered", "valinta", "tarjotaan", "ตัวเลือก", "เสนอเป็น"),
    TOTAL: (
        "sum", "amount", "line total", "net", "gross", "no", "nr", "row", "#",
        "summa", "yhteensä", "rivisumma", "netto", "brutto", "nro", "rivi",
        "รวม", "ยอดรวม", "จำนวนเงิน", "ลำดับ", "ที่",
    ),
}  # fmt: skip
"""Other words for our own titles; what stands under those of the total is not taken."""


def columns_of(cells: Sequence[str]) -> tuple[Field | None, ...] | None:
    """Return which cell each heading names, or None where this row is no row of headings.

    It is one if two cells or more are written in and every one is a heading: a line called "Work"
    alone may well be a line. Of two headings of the same cell the first counts.
    """
    known = _known()
    found = [known.get(_plain(cell)) if cell.strip() else TOTAL for cell in cells]
    written = sum(1 for cell in cells if cell.strip())
    if None in found or written < 2 or set(found) == {TOTAL}:
        return None
    first = {one: place for place, one in reversed(tuple(enumerate(found)))}
    return tuple(
        Field(one) if one is not None and one != TOTAL and first[one] == place else None
        for place, one in enumerate(found)
    )


@cache
def _known() -> dict[str, int]:
    """Return every heading that is known, in all our languages."""
    known = {word: field for field, words in _WORDS.items() for word in words}
    for language in LANGUAGES:
        say = say_in(language)
        known |= {_plain(say(title)): place for place, title in enumerate(TITLES)}
    return known


def _plain(cell: str) -> str:
    """Return a heading without its case, its brackets and its signs: ``Price (€):`` is a price."""
    words = cell.casefold().split("(")[0].replace("%", " ").replace("€", " ").replace("฿", " ")
    return " ".join(words.split()).strip(" .:")
