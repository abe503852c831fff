"""The provinces of Thailand have codes."""

from __future__ import annotations

import pytest

from app.formats.einvoices.provinces import province_code, province_codes


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("กรุงเทพมหานคร", "10"),
        ("Bangkok", "10"),
        ("จังหวัดเชียงใหม่", "50"),
        ("จ.ภูเก็ต", "83"),
        ("Helsinki", ""),
        ("", ""),
    ],
)
def test_a_province_is_known_by_its_names(name: str, code: str) -> None:
    assert province_code(name) == code


def test_the_first_that_is_a_province_counts() -> None:
    assert province_code("", "จตุจักร", "กรุงเทพมหานคร") == "10"


def test_all_77_provinces_are_there() -> None:
    assert len(set(province_codes().values())) == 77
