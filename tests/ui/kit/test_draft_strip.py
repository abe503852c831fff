"""The strip says what was typed and when, and who else writes."""

from __future__ import annotations

from datetime import UTC, datetime

from pytestqt.qtbot import QtBot

from app.domain.shared.drafts import Writing
from app.ui.kit.draft_strip import DraftStrip, look_at, moment_text, others_text
from app.ui.kit.texts import formats

AT = datetime(2026, 3, 10, 12, 1, tzinfo=UTC)


def test_an_offer_tells_when_and_what_was_typed_and_others_who_and_since_when(
    qtbot: QtBot,
) -> None:
    strip = DraftStrip()
    qtbot.addWidget(strip)

    strip.offer(AT, ("Leave", "25"))
    strip.tell_others((Writing("Anna", AT, AT),))

    moment = formats().instant(AT.astimezone())
    assert moment_text(AT) == moment
    assert f"Typed {moment} and not saved: Leave · 25" in strip.text.text()
    assert f"Anna has been writing about this since {moment}." in strip.text.text()
    assert not strip.button.isHidden()
    strip.offer_nothing()
    assert strip.text.text() == others_text((Writing("Anna", AT, AT),))
    assert strip.button.isHidden()
    strip.clear()
    assert strip.isHidden()


def test_of_much_that_was_typed_the_beginning_is_shown() -> None:
    assert look_at(("a" * 400,)).endswith("…")
    assert len(look_at(("a" * 400,))) == 160


def test_in_a_dialog_the_buttons_stand_below_the_text(qtbot: QtBot) -> None:
    strip = DraftStrip()
    qtbot.addWidget(strip)
    strip.stand()
    strip.offer(AT, ("Leave", "25"))
    strip.resize(300, strip.heightForWidth(300))
    strip.show()

    assert strip.button.y() > strip.text.y()
    assert strip.other.y() == strip.button.y()
