"""Every command has words, in every language, and so has every deed that an errand notes."""

from __future__ import annotations

import pytest

from app.lang.command_words import (
    BY_AREA,
    COMMANDS,
    area_text,
    command_text,
    commands_of,
    named_like,
)
from app.lang.texts import LANGUAGES, say_in


def test_each_command_stands_in_one_area_and_has_words_of_its_own() -> None:
    assert len(COMMANDS) == sum(map(len, BY_AREA.values()))
    assert len(set(COMMANDS.values())) == len(COMMANDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_commands_sound_alike(language: str) -> None:
    say = say_in(language)
    texts = [command_text(name, say) for name in COMMANDS]

    assert sorted(text for text in texts if texts.count(text) > 1) == []


def test_a_command_is_told_in_the_language_of_the_reader() -> None:
    assert command_text("invoices.issue", say_in("en")) == "Issue an invoice"
    assert command_text("invoices.issue", say_in("fi")) == "Laskun antaminen"
    assert command_text("once.gone", say_in("fi")) == "once.gone"
    assert area_text("invoices", say_in("fi")) == "Laskut"
    assert area_text("moon", say_in("fi")) == "moon"


def test_commands_are_found_by_their_words() -> None:
    assert "invoices.issue" in named_like("issue an inv", say_in("en"))
    assert "invoices.issue" in named_like("LASKUN ANT", say_in("fi"))
    assert named_like(" ", say_in("en")) == ()


def test_an_area_knows_its_commands() -> None:
    assert "invoices.issue" in commands_of("invoices")
    assert commands_of("nowhere") == ()
