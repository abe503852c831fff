"""Values of the log are written as a reader writes them."""

from __future__ import annotations

import pytest

from app.lang.formats import formats_in
from app.lang.log_values import Told, Values
from app.lang.texts import say_in

VALUES = Values(say_in("fi"), formats_in("fi", "FI"))
SPACE = "\u00a0"


@pytest.mark.parametrize(
    ("field", "told", "text"),
    [
        ("note", None, ""),
        ("note", "", ""),
        ("is_paid", True, "Kyllä"),
        ("is_paid", False, "Ei"),
        ("price", {"amount": "1250.50", "currency": "EUR"}, f"1{SPACE}250,50{SPACE}€"),
        ("price", {"amount": "1250", "currency": "JPY"}, f"1{SPACE}250{SPACE}¥"),
        ("due_on", "2026-03-09", "9.3.2026"),
        ("note", "2026-03-09", "2026-03-09"),
        ("quantity", "3.50", "3,50"),
        ("phone", "040.1234", "040.1234"),
        ("state", "submitted", "jätetty"),
        ("state", "never-heard", "Never heard"),
        ("occasion", "joining", "Tulo"),
        ("usual_for", ["credit-note"], "Hyvityslasku"),
        ("column", "tax", "Verokanta"),
        ("what", "card", "Nimi ja kortti"),
        ("name", "draft", "draft"),
        ("roles", ["a", "b"], "A, B"),
        ("customer_id", 3765203731240594297, "Kahvila Aamu Oy"),
        ("thread_id", 3765203731240594298, "…594298"),
        ("quantity", 12, "12"),
        ("it", {"sealed": "abc"}, "yksityinen"),
        ("it", {"erased": True}, "hävitetty"),
        ("it", {"sha256": "0a", "size": 3}, "tiedosto"),
        ("spot", {"lot": 7, "note": "x"}, "7, x"),
    ],
)
def test_a_value_in_words(field: str, told: Told, text: str) -> None:
    assert VALUES.text(field, told, {3765203731240594297: "Kahvila Aamu Oy"}) == text


def test_formatted_text_is_told_as_its_words() -> None:
    inlines: list[Told] = [{"text": "Dear"}, {"field": "contact.name"}]
    body: Told = {"blocks": [{"inlines": inlines}, {"inlines": [{"text": "Bye"}]}]}

    assert VALUES.text("body", body, {}) == "Dear {contact.name} Bye"


def test_a_moment_is_told_by_the_clock_on_the_wall() -> None:
    assert "2026" in VALUES.text("made_at", "2026-03-09T10:15:00+00:00", {})


def test_a_refusal_is_told_without_what_was_not_kept() -> None:
    told = VALUES.refusal("office.invalid")

    assert told
    assert "{" not in VALUES.refusal("permissions.not-allowed")
