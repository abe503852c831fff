"""Files that are none, or lack what is needed, never become orders."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.shared.ids import ProductId
from app.domain.shared.refusals import OfficeError
from app.services import imports
from app.services.office import Office
from tests.services.test_order_intake import (
    accepted,
    codes,
    office,
    previewed,
    pump,
    read,
    written,
)

__all__ = ["office", "pump"]


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe\x00",
        b"\x00" * 200,
        b"%PDF-1.7 not a table",
        b"PK\x03\x04 no zip",
        b"<?xml version='1.0' encoding='utf-16'?><Order/>",
        b'"never closed;1;2\n',
        b"",
        b"\n\n;;;\n",
    ],
)
def test_files_that_are_none_are_refused_with_a_reason_or_have_no_orders(
    content: bytes, office: Office, tmp_path: Path
) -> None:
    path = tmp_path / "odd.csv"
    path.write_bytes(content)

    try:
        found = previewed(office, path)
    except OfficeError:
        found = ()

    assert not any(one.is_fit for one in found)
    assert office.ask(imports.runs) == ()


def test_a_table_without_the_columns_that_are_needed_has_no_fit_order(
    office: Office, pump: ProductId, tmp_path: Path
) -> None:
    found = previewed(office, written(tmp_path, "Colour;Shoe size\nred;42\nblue;43\n"))

    assert [one.is_fit for one in found] == [False]
    assert "orders.intake-no-lines" in codes(found[0])


def test_other_encodings_are_read_and_formulas_stay_the_words_they_are(
    office: Office, pump: ProductId, tmp_path: Path
) -> None:
    table = "Tilausnumero;Asiakasnumero;Tuote;Määrä;Hinta\n=1+1;1001;=cmd|' /C calc'!A0;1;2,50\n"
    path = tmp_path / "orders.csv"
    path.write_bytes(table.encode("cp1252"))

    made = accepted(office, path)

    order = read(office, made.orders[0])
    assert order.wanted.order_reference == "=1+1"
    assert order.wanted.lines[0].description == "=cmd|' /C calc'!A0"
