"""Names are stored with a key that sorts as the dictionary of the office's country does."""

from __future__ import annotations

import pytest

from app.domain.admin.company import Company
from app.storage.database import Database
from app.storage.sorting import LONGEST, Home, dictionary_key, home_of


@pytest.mark.parametrize(
    ("country", "names"),
    [
        ("FI", ["Aalto", "Zeppelin", "Ålund", "Äänekoski", "Öhman"]),
        ("DE", ["Aalto", "Äänekoski", "Ålund", "Öhman", "Zeppelin"]),
        ("TH", ["กานดา", "เกษม", "ขวัญ", "อรุณ"]),
    ],
)
def test_each_country_has_its_own_order(country: str, names: list[str]) -> None:
    ordered = sorted(names, key=lambda name: dictionary_key(name, country))

    assert ordered == names


def test_a_key_has_no_sign_that_a_database_refuses_and_is_short() -> None:
    key = dictionary_key("Ä" * 500, "FI")

    assert "\x00" not in key
    assert len(key) == LONGEST


def test_the_home_of_an_office_is_its_company(database: Database) -> None:
    with database.write() as unit:
        before = home_of(unit.connection)
        unit.company.add(Company("Lumo & Suoni Oy", "FI", "EUR", "fi"))
        after = home_of(unit.connection)

    assert (before, after) == (Home(), Home("FI", "fi"))
