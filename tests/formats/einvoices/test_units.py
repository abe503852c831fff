"""Units have codes that every e-invoice may use."""

from __future__ import annotations

import tomllib
from dataclasses import replace

from app import RESOURCES
from app.domain.shared.eformats import EFormat
from app.formats.einvoices.units import unit_codes
from app.formats.einvoices.write_cii import write_cii
from app.formats.einvoices.write_ubl import write_ubl
from tests.builders import a_draft, a_line
from tests.einvoices import SENDING, billed, issued
from tests.formats.einvoices.judges import faults


def test_common_units_of_every_language_are_known() -> None:
    codes = unit_codes()

    assert [codes[name] for name in ("pcs", "kpl", "stk", "ชิ้น", "h", "pv", "kg", "m²")] == [
        "H87",
        "H87",
        "H87",
        "H87",
        "HUR",
        "DAY",
        "KGM",
        "MTK",
    ]


def test_no_unit_has_two_codes() -> None:
    text = (RESOURCES / "einvoices" / "units.toml").read_text("utf-8")
    names = [name for names in tomllib.loads(text)["units"].values() for name in names]

    assert len(names) == len(set(names))
    assert names == [name.casefold() for name in names]


def test_every_code_stands_in_the_list_of_the_rules() -> None:
    units = {code: name for name, code in unit_codes().items()}
    lines = tuple(replace(a_line(), unit=name) for name in units.values())
    sending = replace(SENDING, units=unit_codes())

    for eformat, write in ((EFormat.FACTURX, write_cii), (EFormat.PEPPOL, write_ubl)):
        assert faults(write(billed(issued(a_draft(*lines), eformat), sending))) == []
