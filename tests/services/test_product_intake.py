"""Products of a table are compared with those that are there."""

from __future__ import annotations

from decimal import Decimal

from app.domain.products.form import ProductForm
from app.domain.shared.imports import TwinBy
from app.domain.shared.quantities import UnitPrice
from app.services import products
from app.services.office import Desk, Office
from app.services.permissions import Permission, query
from app.services.product_intake import ProductIntake


@query(Permission.OFFICE_IMPORT)
def known(desk: Desk, rows: tuple[tuple[str, str], ...]) -> tuple[tuple[int, TwinBy, str], ...]:
    intake = ProductIntake(desk, ",")
    candidates = [
        intake.candidate(row, str(row), {"code": [code], "name": ["x"], "gtin": [gtin]})
        for row, (code, gtin) in enumerate(rows)
    ]
    return tuple((twin.row, twin.by, twin.other) for twin in intake.known(candidates).values())


def test_a_code_in_any_case_and_a_gtin_tell_what_is_there(office: Office) -> None:
    price = UnitPrice(Decimal(1))
    form = ProductForm("G-1", {"fi": "Vempain"}, "kpl", "standard", price, "EUR")
    office.do(products.add, form)
    office.do(
        products.add,
        ProductForm("G-2", {"fi": "Kirja"}, "", "reduced", price, "EUR", gtin="6412345678907"),
    )

    found = office.ask(known, (("g-1", ""), ("X", "6412345678907"), ("Y", "")))

    assert found == ((0, TwinBy.CODE, "Vempain"), (1, TwinBy.GTIN, "Kirja"))
