"""Columns of a table of products: what their headings mean and what becomes of a row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from app.domain.products.form import ProductForm
from app.domain.shared.foreign_numbers import number_of
from app.domain.shared.imports import UNREADABLE_CELL, Cells
from app.domain.shared.problems import Problem
from app.domain.shared.quantities import UnitPrice, unit_price
from app.domain.shared.refusals import Refusal
from app.domain.shared.vat import NoRateYet, VatCode

T = TypeVar("T")


HEADINGS = {
    "code": ("product code", "item", "item code", "sku", "article", "article number", "tunnus",
             "tuotekoodi", "koodi", "tuotenumero", "tuotenro", "artikel", "artikelnummer",
             "รหัสสินค้า", "รหัส"),
    "name": ("product", "product name", "description", "title", "nimi", "tuote", "tuotenimi",
             "nimike", "kuvaus", "namn", "benämning", "bezeichnung", "ชื่อสินค้า", "ชื่อ", "รายการ"),
    "name_en": ("english", "name en", "english name", "nimi englanniksi"),
    "name_fi": ("finnish", "name fi", "finnish name", "nimi suomeksi"),
    "name_sv": ("swedish", "name sv", "swedish name", "nimi ruotsiksi"),
    "name_de": ("german", "name de", "german name", "nimi saksaksi"),
    "name_th": ("thai", "name th", "thai name", "ชื่อไทย", "ชื่อภาษาไทย"),
    "unit": ("uom", "yksikkö", "yks", "enhet", "einheit", "หน่วย", "หน่วยนับ"),
    "vat": ("vat code", "vat rate", "vat %", "tax", "tax rate", "alv", "alv %", "alv-kanta",
            "verokanta", "moms", "moms %", "mwst", "ust", "ภาษี", "ภาษีมูลค่าเพิ่ม"),
    "price": ("net price", "unit price", "price excl vat", "price net", "hinta", "nettohinta",
              "veroton hinta", "hinta alv 0", "hinta alv 0 %", "a-hinta", "pris", "preis",
              "nettopreis", "ราคา", "ราคาต่อหน่วย"),
    "price_gross": ("gross price", "price incl vat", "price gross", "bruttohinta",
                    "verollinen hinta", "hinta sis alv", "bruttopreis", "ราคารวมภาษี"),
    "gtin": ("ean", "ean code", "ean-13", "barcode", "bar code", "upc", "viivakoodi", "streckkod",
             "strichcode", "บาร์โค้ด"),
    "note": ("notes", "comment", "huomautus", "lisätiedot", "anteckning", "bemerkung", "หมายเหตุ"),
}  # fmt: skip
"""The fields a column may fill, and the headings by which they are known."""

NOTHING = UnitPrice(Decimal(0))


@dataclass(frozen=True, slots=True)
class Reading:
    """How a table is to be read: the office's language, currency and VAT codes, its numbers."""

    language: str
    currency: str
    codes: Mapping[str, VatCode]
    today: date
    decimal_mark: str = "."


def form_of_cells(cells: Cells, reading: Reading) -> tuple[ProductForm, tuple[Problem, ...]]:
    """Return what a row says of a product, and the cells that could not be read."""
    row = _Row(cells, reading)
    is_gross = "price_gross" in cells and "price" not in cells
    form = ProductForm(
        code=row.text("code"),
        names=row.names(),
        unit=row.text("unit"),
        vat=row.vat(),
        price=row.price("price_gross" if is_gross else "price"),
        currency=reading.currency,
        is_gross=is_gross,
        gtin=row.text("gtin"),
        note="\n".join(cells.get("note", ())),
    )
    return form, tuple(row.problems)


def field_of(problem: Problem, form: ProductForm) -> str:
    """Return the column that a problem of the form comes from."""
    part, _, rest = problem.field.partition(".")
    if part == "names":
        return f"name_{rest}" if f"name_{rest}" in HEADINGS else "name"
    if part == "price" and form.is_gross:
        return "price_gross"
    return part if part in HEADINGS else "name"


class _Row:
    """Reads the cells of one row and notes those it cannot read."""

    def __init__(self, cells: Cells, reading: Reading) -> None:
        self._cells = cells
        self._reading = reading
        self.problems: list[Problem] = []

    def text(self, field: str) -> str:
        return next(iter(self._cells.get(field, ())), "")

    def names(self) -> dict[str, str]:
        named = {self._reading.language: self.text("name")}
        for field in HEADINGS:
            if field.startswith("name_") and self.text(field):
                named[field.removeprefix("name_")] = self.text(field)
        return {language: name for language, name in named.items() if name}

    def vat(self) -> str:
        codes = self._reading.codes
        text = self.text("vat")
        if text in codes or not codes:
            return text
        if not text:
            return next(iter(codes))
        percent = number_of(text, self._reading.decimal_mark)
        fitting = (code for code in codes.values() if self._rate(code) == percent)
        found = next(fitting, None) if percent is not None else None
        return found.code if found else self._unreadable("vat", text, "")

    def price(self, field: str) -> UnitPrice:
        text = self.text(field)
        found = number_of(text, self._reading.decimal_mark) if text else NOTHING
        try:
            price = None if found is None else unit_price(found)
        except Refusal:
            price = None
        return self._unreadable(field, text, NOTHING) if price is None else price

    def _rate(self, code: VatCode) -> Decimal | None:
        try:
            return code.rate_on(self._reading.today)
        except NoRateYet:
            return None

    def _unreadable(self, field: str, text: str, instead: T) -> T:
        self.problems.append(UNREADABLE_CELL.at(field, text=text))
        return instead
