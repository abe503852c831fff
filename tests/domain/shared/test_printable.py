"""What papers can print, and who is told of what they cannot."""

from __future__ import annotations

import unicodedata

import pytest

from app.documents.pdf.fonts import Style, face
from app.documents.pdf.shaping import REPLACEMENT, visible
from app.domain.shared.printable import check_printable, not_printed


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Kahvila Käki Oy",
        "ห้างหุ้นส่วนจำกัด น้ำ",
        "Łódź, Đà Nẵng – 5 €",
        "rivi\nrivi\u00a0",
        "\u200b\u200d",
    ],
)
def test_latin_and_thai_are_printed(text: str) -> None:
    assert not_printed(text) == ()


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Kahvi ☕ ☕ 😀", ("☕", "😀")),
        ("مقهى", ("م", "ق", "ه", "ى")),
        ("咖啡 Oy", ("咖", "啡")),
        ("Кафе", ("К", "а", "ф", "е")),
        ("a\u202eb", ("\u202e",)),
        ("👍\ufe0f", ("👍",)),
    ],
)
def test_every_other_sign_is_named_once(text: str, missing: tuple[str, ...]) -> None:
    assert not_printed(text) == missing


@pytest.mark.parametrize("style", Style)
def test_it_is_what_the_fonts_of_the_house_have(style: Style) -> None:
    signs = [chr(code) for code in (*range(0x3400), *range(0xF900, 0x10000), 0x1F600)]
    solid = [sign for sign in signs if unicodedata.category(sign) not in {"Cc", "Cs", "Zl", "Zp"}]

    wrong = [
        f"U+{ord(sign):04X}"
        for sign in solid
        if bool(not_printed(sign)) != (REPLACEMENT in visible(sign, face(style)))
        and sign != REPLACEMENT
    ]

    assert wrong == []


def test_a_field_is_warned_of_its_own_signs() -> None:
    found = list(check_printable({"name": "Käki", "note": "kiitos 🙏", "town": "北京"}))

    assert [(one.field, one.facts["signs"]) for one in found] == [("note", "🙏"), ("town", "北 京")]
    assert all(one.is_warning for one in found)


def test_many_signs_are_not_all_named_and_unseen_ones_have_a_number() -> None:
    (long,) = check_printable({"name": "абвгдежзийк"})
    (turned,) = check_printable({"name": "a\u202eb"})

    assert long.facts["signs"] == "а б в г д е ж з …"
    assert turned.facts["signs"] == "U+202E"
