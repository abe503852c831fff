"""Each change is known as its contact's or its employee's, and words are told from codes."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.admin.erasure import Owner, Part, holds_text, owner_of, owners_of


@pytest.mark.parametrize(
    ("record", "after", "owner"),
    [
        ("contact:7", {"name": "Aino"}, Owner(7, Part.CARD)),
        ("note:3", {"about": {"kind": "contact", "record_id": 7}}, Owner(7, Part.CARD)),
        ("note:3", {"about": {"kind": "invoice", "record_id": 7}}, None),
        ("invoice:3", {"customer_id": 7}, Owner(7, Part.BOOKS)),
        ("order:3", {"draft": {"customer_id": 7}}, Owner(7, Part.BOOKS)),
        ("invoice:3", {"customer_id": None}, None),
        ("employee:9", {"number": "1"}, Owner(9)),
        ("employee_record:9.2", {"number": 2}, Owner(9)),
        ("equipment:4", {"employee_id": 9}, Owner(9)),
        ("product:4", {"supplier_id": 7}, None),
        ("company", {"name": "Lumo"}, None),
    ],
)
def test_a_change_is_known_as_somebodys(record: str, after: Any, owner: Owner | None) -> None:
    assert owner_of(record, None, after) == owner
    assert owner_of(record, after, None) == owner


def test_what_moves_from_one_contact_to_another_is_the_later_ones() -> None:
    found = owner_of("invoice:3", {"customer_id": 7}, {"customer_id": 8})

    assert found == Owner(8, Part.BOOKS)


@pytest.mark.parametrize("value", [None, 7, True, "fi", "2026-03-10", "", [1, [2]], {"id": 3}])
def test_ids_days_and_codes_are_no_words(value: Any) -> None:
    assert not holds_text(value)


@given(st.text(min_size=3).filter(lambda text: not text[:4].isdecimal()), st.integers())
def test_words_are_found_however_deep_they_lie(words: str, number: int) -> None:
    assert holds_text([{"form": [number, {"name": words}]}])


def test_what_a_record_brings_with_it_is_the_same_persons() -> None:
    found = owners_of(
        [
            ("invoice:3", None, {"customer_id": 7}),
            ("entry:4", None, {"source": "invoice:3", "text": "INV-1 Aino"}),
            ("record:5", None, {"source": "invoice:3", "name": "Aino.pdf"}),
            ("document:5", None, {"title": "Aino", "correspondent_id": None}),
            ("entry:6", None, {"source": "", "text": "Rent"}),
        ]
    )

    assert found == (*(Owner(7, Part.BOOKS),) * 4, None)


def test_a_dispatch_is_the_addressees_and_a_file_about_nobody_yet_has_its_own_key() -> None:
    found = owners_of(
        [
            ("letter-out:3", None, {"addressee_id": 7}),
            ("letter_dispatch:3/1", None, {"to": "Aino"}),
            ("record:8", None, {"source": "", "name": "Aino.pdf"}),
            ("saved_query:9", None, {"question": "Aino"}),
        ]
    )

    own = (Owner(8, Part.BOOKS), Owner(9, Part.BOOKS))
    assert found == (Owner(7, Part.BOOKS), Owner(7, Part.BOOKS), *own)
