"""Choices of a quote's positions as a clerk says them: a word or its beginning, and a group."""

from __future__ import annotations

from app.domain.quotes.quote import FIRM, Choice, Position
from app.lang.texts import mark
from app.ui.kit.texts import _

CHOICES = {
    Choice.INCLUDED: mark("Included"),
    Choice.OPTIONAL: mark("Optional"),
    Choice.ALTERNATIVE: mark("Alternative"),
}


def choice_text(choice: Choice) -> str:
    """Return a choice as a word."""
    return _(CHOICES[choice])


def begins(choice: Choice, words: str) -> bool:
    """Say whether the name of a choice, in any of its languages, begins with these words."""
    asked = words.strip().casefold()
    return choice_text(choice).casefold().startswith(asked) or choice.value.startswith(asked)


def position_of(text: str) -> Position | None:
    """Return what a cell means: ``alternative A``, ``opt`` or a group alone; None where nothing."""
    words, _space, group = text.strip().partition(" ")
    if not words:
        return FIRM
    found = next((one for one in Choice if begins(one, words)), None)
    if found is not None:
        return Position(found, group.strip())
    return Position(group=words) if words.isdecimal() and not group else None


def as_cell(position: Position) -> str:
    """Return a position as its cell keeps it, in no language; what is firm is left empty."""
    if position == FIRM:
        return ""
    return f"{position.choice.value} {position.group}".rstrip()


def shown(cell: str) -> str:
    """Return what a cell shows: the word in the language of the window, else what was typed."""
    position = position_of(cell)
    if position is None or position == FIRM:
        return cell
    return f"{choice_text(position.choice)} {position.group}".rstrip()
