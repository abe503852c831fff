from __future__ import annotations

from app.lang.qt_texts import QT_TEXTS, qt_text
from app.lang.texts import say_in


def test_a_button_of_qt_is_found_with_or_without_its_mnemonic() -> None:
    say = say_in("th")

    assert qt_text("&Save", say) == qt_text("Save", say) == say("Save")
    assert qt_text("&Next >", say) == say("Next")


def test_a_text_we_do_not_know_is_left_to_qt() -> None:
    assert qt_text("Gamma correction", say_in("th")) == ""


def test_what_qt_puts_into_a_text_stays_in_it() -> None:
    source = "%1 already exists.\nDo you want to replace it?"

    assert "%1" in qt_text(source, say_in("fi")) and qt_text(source, say_in("fi")) != source


def test_every_listed_text_is_translated() -> None:
    for language in ("fi", "th"):
        say = say_in(language)
        assert [text for text in QT_TEXTS if say(text) == text and text != "OK"] == []
