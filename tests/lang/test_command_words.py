"""Every command has words, in every language, and so has every deed that an errand notes."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

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
from app.services.door import doorways
from app.storage.audit import CLOCK_WENT_BACK
from tests.house.tree import parsed, python_files


def noted() -> Iterator[str]:
    """Yield the names under which services note a deed themselves."""
    for file in python_files("app/services"):
        tree = parsed(file)
        constants = {
            target.id: node.value.value
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name):
                name = getattr(node.func, "attr", "") or getattr(node.func, "id", "")
                place = {"note": 0, "Deed": 2}.get(name)
                if place is not None and len(node.args) > max(1, place):
                    yield from spoken(node.args[place], constants)


def spoken(node: ast.expr, constants: Mapping[str, object]) -> Iterator[str]:
    value: object = node.value if isinstance(node, ast.Constant) else None
    if isinstance(node, ast.Name):
        value = constants.get(node.id)
    if isinstance(value, str) and "." in value:
        yield value


def test_every_command_has_words() -> None:
    asked = {way.name for way in doorways() if way.mark.is_command}

    assert sorted(asked - COMMANDS.keys()) == [], "say it in app/lang/commands"


def test_every_deed_that_is_noted_has_words() -> None:
    found = {*noted(), CLOCK_WENT_BACK}

    assert {"users.make", "anchors.close_day", "pins.enter", "recurring.run"} <= found
    assert sorted(found - COMMANDS.keys()) == [], "say it in app/lang/commands"


def test_no_words_are_left_of_a_command_that_is_gone() -> None:
    asked = {way.name for way in doorways() if way.mark.is_command}

    assert sorted(COMMANDS.keys() - asked - {*noted(), CLOCK_WENT_BACK}) == []


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


def test_commands_are_found_by_their_words() -> None:
    assert "invoices.issue" in named_like("issue an inv", say_in("en"))
    assert "invoices.issue" in named_like("LASKUN ANT", say_in("fi"))
    assert named_like(" ", say_in("en")) == ()


def test_an_area_knows_its_commands() -> None:
    assert "invoices.issue" in commands_of("invoices")
    assert commands_of("nowhere") == ()
