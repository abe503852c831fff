"""What is printed as a code is read back as what it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.archive.codes import MOST_SERIAL, SEPARATOR, is_separator, serial_code, serial_in


@given(st.integers(1, MOST_SERIAL))
def test_a_serial_number_comes_back_from_its_code(serial: int) -> None:
    assert serial_in(serial_code(serial)) == serial


@pytest.mark.parametrize("text", ["", "ASN", "ASN0", "ASN12x", "1501", "ASN1234567890", SEPARATOR])
def test_other_codes_are_no_serial_numbers(text: str) -> None:
    assert serial_in(text) is None


def test_labels_of_other_archives_are_read_too() -> None:
    assert serial_in(" asn-00042 ") == 42


def test_separators_are_known_whoever_printed_them() -> None:
    assert [is_separator(text) for text in (SEPARATOR, "patcht", "ASN1", "")] == [
        True,
        True,
        False,
        False,
    ]
