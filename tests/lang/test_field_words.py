"""Fields have words, and the way to a field is told in them."""

from __future__ import annotations

import pytest

from app.lang.field_words import FIELDS, field_text, path_text
from app.lang.texts import say_in


def test_a_field_is_told_in_the_language_of_the_reader() -> None:
    assert field_text("due_on", say_in("fi")) == "Eräpäivä"
    assert field_text("is_never_heard_of", say_in("en")) == "Never heard of"
    assert field_text("strange_id", say_in("en")) == "Strange"
    assert field_text("begun_at", say_in("fi")) == "Aloitettu"
    assert field_text("gross_minor", say_in("fi")) == "Yhteensä"
    assert field_text("is_gross", say_in("th")) == "ราคารวมภาษีมูลค่าเพิ่ม"
    assert field_text("is_default", say_in("th")) == "ค่าเริ่มต้น"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ((), ""),
        (("name",), "Name"),
        (("lines", 2, "quantity"), "Line 2 · Quantity"),
        (("form", "name"), "Name"),
        (("form",), "Form"),
        ((3, "name"), "3 · Name"),
    ],
)
def test_the_way_to_a_field_leaves_out_what_only_holds_it(
    path: tuple[str | int, ...], text: str
) -> None:
    assert path_text(path, say_in("en")) == text


def test_no_field_is_named_twice() -> None:
    assert all(name == name.strip() and name for name in FIELDS)
