"""Texts: one voice for the window, switched in one place."""

from __future__ import annotations

from app.ui.kit.texts import _, formats, language, many, say, speak


def test_the_window_speaks_the_language_it_was_told_to() -> None:
    speak("fi", "FI")

    assert (language(), say().language) == ("fi", "fi")
    assert formats().decimal_mark == ","


def test_slots_are_filled_and_numbers_pick_their_form() -> None:
    speak("en")

    assert _("Invoice {number}", number=7) == "Invoice 7"
    assert many("{n} row", "{n} rows", 1) == "1 row"
    assert many("{n} row", "{n} rows", 3) == "3 rows"


def test_the_country_picks_the_formats_where_the_language_leaves_it_open() -> None:
    speak("en", "FI")
    finnish = formats()

    speak("en", "US")

    assert formats() is not finnish
