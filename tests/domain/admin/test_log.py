"""What differs between a record as it was and as it is now, and what it is called."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.admin.log import FieldChange, differences, titled
from app.domain.shared.codec import Json

EURO: dict[str, Json] = {"amount": "10.00", "currency": "EUR"}
SCALARS = st.none() | st.booleans() | st.integers() | st.text(max_size=4)
DATA: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=8,
)


def told(before: Json, after: Json) -> list[tuple[Any, ...]]:
    return [(one.path, one.before, one.after) for one in differences(before, after)]


def test_only_what_changed_is_told() -> None:
    before: Json = {"id": 1, "version": 1, "name": "Aamu", "town": "Turku", "note": ""}
    after: Json = {"id": 1, "version": 2, "name": "Aamu", "town": "Oulu", "note": None}

    assert told(before, after) == [(("town",), "Turku", "Oulu")]


def test_what_lies_deeper_is_told_with_its_way() -> None:
    before: Json = {"buyer": {"address": {"town": "Turku"}}, "total": EURO}
    after: Json = {"buyer": {"address": {"town": "Oulu"}}, "total": {**EURO, "amount": "9.00"}}

    assert told(before, after) == [
        (("buyer", "address", "town"), "Turku", "Oulu"),
        (("total",), EURO, {"amount": "9.00", "currency": "EUR"}),
    ]


def test_lines_are_held_against_each_other_by_their_ids() -> None:
    before: Json = {"lines": [{"id": 7, "text": "a"}, {"id": 8, "text": "b"}]}
    after: Json = {"lines": [{"id": 8, "text": "b"}, {"id": 9, "text": "c"}]}

    assert told(before, after) == [
        (("lines", 1, "text"), "a", None),
        (("lines", 3, "text"), None, "c"),
    ]


def test_of_what_is_new_only_what_says_something_is_told() -> None:
    after: Json = {
        "name": "Aamu",
        "note": "",
        "tags": [],
        "is_archived": False,
        "roles": ["a", "b"],
    }

    assert told(None, after) == [(("name",), None, "Aamu"), (("roles",), None, ["a", "b"])]
    assert told(after, None) == [(("name",), "Aamu", None), (("roles",), ["a", "b"], None)]


@pytest.mark.parametrize(
    "whole", [{"sealed": "x"}, {"erased": True}, {"blocks": [{"inlines": []}], "n": 1}, EURO]
)
def test_some_records_are_one_value(whole: Json) -> None:
    assert told(None, {"it": whole}) == [(("it",), None, whole)]


@given(DATA, DATA)
def test_nothing_differs_from_itself_and_every_difference_is_one(before: Json, after: Json) -> None:
    assert differences(before, before) == ()
    assert all(one.before != one.after for one in differences(before, after))


@given(DATA, DATA)
def test_a_change_and_its_opposite_tell_the_same(before: Json, after: Json) -> None:
    there = {str((one.before, one.after)) for one in differences(before, after)}
    back = {str((one.after, one.before)) for one in differences(after, before)}

    assert there == back


@pytest.mark.parametrize(
    ("record", "title"),
    [
        ({"number": "SO-1", "customer_name": "Aamu"}, "SO-1 · Aamu"),
        ({"number": "", "buyer": {"name": "Aamu", "number": "7"}}, "Aamu"),
        ({"name": {"given": "Aino", "family": "Lahtinen"}}, "Aino Lahtinen"),
        ({"names": {"fi": "Lamppu", "en": "Lamp"}}, "Lamp"),
        ({"names": {"th": "โคม"}}, "โคม"),
        ({"number": 7, "profile": {"name": {"given": "Aino", "family": ""}}}, "Aino"),
        ({"day": "2026-01-01"}, ""),
        (None, ""),
        ("text", ""),
    ],
)
def test_a_record_is_called_by_its_number_and_name(record: Json, title: str) -> None:
    assert titled(record, "en") == title


def test_a_field_change_is_a_value() -> None:
    assert FieldChange(("a",), 1, 2) == FieldChange(("a",), 1, 2)
