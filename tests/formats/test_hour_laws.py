from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from app.domain.hours.overtime import NO_RULES
from app.formats.hour_laws import hour_law, read
from app.formats.packs import COUNTRIES
from app.formats.reader import BrokenPack

LATE_STEP = """zone = ""
[overtime]
name = "x"
source = ""
weekdays = []
[overtime.daily]
minutes = 480
steps = [{ after = 60, percent = 150 }]
"""


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_country_names_its_source(country: str) -> None:
    law = hour_law(country)

    assert law.overtime.name
    assert law.overtime.source
    assert not law.zone or ZoneInfo(law.zone)


def test_a_day_stands_only_where_somebody_held_the_rules_against_their_source() -> None:
    checked = {one for one in COUNTRIES if hour_law(one).overtime.checked_on}

    assert checked == set(COUNTRIES)


def test_a_country_without_a_pack_says_nothing() -> None:
    assert hour_law("SE").overtime == NO_RULES


@pytest.mark.parametrize(
    "wrong",
    [
        'zone = ""\n[overtime]\nname = ""\nsource = ""\nweekdays = []\n',
        'zone = ""\n[overtime]\nname = "x"\nsource = ""\nweekdays = ["6"]\n',
        LATE_STEP,
    ],
)
def test_a_file_that_breaks_a_rule_is_named(tmp_path: Path, wrong: str) -> None:
    file = tmp_path / "xx.toml"
    file.write_text(wrong, "utf-8")

    with pytest.raises(BrokenPack) as told:
        read(file)

    assert told.value.facts["file"] == "xx.toml"
