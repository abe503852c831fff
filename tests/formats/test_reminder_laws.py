"""The law of late payment in a pack is refused where it cannot be right, with the place named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from app import RESOURCES
from app.domain.payments.claims import Owed
from app.domain.reminders.law import RateTable, ToldRate
from app.domain.shared.quantities import rate
from app.formats.packs import COUNTRIES, pack
from app.formats.reader import BrokenPack, Reader
from app.formats.reminder_laws import law_faults, read_law

FINNISH = pack("FI").reminders


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_pack_holds_a_law_without_faults(country: str) -> None:
    assert tuple(law_faults(pack(country).reminders)) == ()


def test_a_gap_in_time_a_missing_source_and_a_wrong_order_are_found() -> None:
    table = FINNISH.rates
    backwards = RateTable(table.periods[::-1], source="x")
    wrong = {
        "reminders.rates": replace(FINNISH, rates=backwards),
        "reminders.order": replace(FINNISH, order=(Owed.FEE,)),
        "reminders.basis": replace(FINNISH, basis={}),
        "reminders.grace_days": replace(FINNISH, grace_days=-1),
    }

    assert {where: [one for one, _why in law_faults(law)] for where, law in wrong.items()} == {
        where: [where] for where in wrong
    }
    unsourced = replace(FINNISH, rates=RateTable((ToldRate(date(2026, 1, 1), rate(Decimal(2))),)))
    assert [where for where, _why in law_faults(unsourced)] == ["reminders.rates"]


def test_a_word_that_is_no_part_of_a_debt_is_refused(tmp_path: Path) -> None:
    whole = (RESOURCES / "tax" / "fi.toml").read_text("utf-8")
    file = tmp_path / "fi.toml"
    file.write_text(whole.replace('"interest", "principal"', '"interest", "pain"'), "utf-8")

    with pytest.raises(BrokenPack) as refused:
        read_law(Reader(file).part("reminders"))

    assert refused.value.facts["where"] == "reminders.order"
