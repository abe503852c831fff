"""Texts of the window: one language at a time, switched here for all of them.

A tab writes ``_("Save")``, ``_("Invoice {number}", number=…)`` and ``many("{n} row", "{n} rows",
n)``. Texts in tables of data (columns, actions, modules) are marked with ``mark("…")`` of
``app.lang.texts`` and spoken where they are shown.
"""

from __future__ import annotations

from app.lang.formats import Formats, formats_in
from app.lang.places import place_name
from app.lang.texts import Say, say_in


class _Voice:
    """What the window speaks now; one per process, as a window has one language."""

    def __init__(self) -> None:
        self.say = say_in("en")
        self.language = "en"
        self.country = ""


_voice = _Voice()


def speak(language: str, country: str = "") -> None:
    """Make the window speak a language, with the number and date formats of a country."""
    _voice.say = say_in(language)
    _voice.language = language
    _voice.country = country


def language() -> str:
    """Return the language spoken now."""
    return _voice.language


def country() -> str:
    """Return the country whose formats are used now; empty where none is."""
    return _voice.country


def say() -> Say:
    """Return the voice itself, for functions that take one."""
    return _voice.say


def formats() -> Formats:
    """Return the number and date formats of the language spoken now."""
    return formats_in(_voice.language, _voice.country)


def _(text: str, /, **slots: object) -> str:
    """Return a text in the window's language, its ``{slots}`` filled."""
    return _voice.say(text, **slots)


def many(one: str, other: str, n: int, /, **slots: object) -> str:
    """Return the form of a text that fits the number ``{n}``."""
    return _voice.say.many(one, other, n, **slots)


def place_text(code: str) -> str:
    """Return what a place of goods is called: its code, unless every office has it."""
    return place_name(code, _voice.say)
