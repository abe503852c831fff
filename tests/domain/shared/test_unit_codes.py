"""The codes of units are those of the two recommendations."""

from __future__ import annotations

from app.domain.shared.unit_codes import CODES
from app.formats.einvoices.units import unit_codes


def test_every_code_that_we_write_is_one_of_them() -> None:
    assert set(unit_codes().values()) <= CODES
    assert {"C62", "HUR", "XPX", "1I"} <= CODES
    assert not {"", "PCS", "QQQ"} & CODES
