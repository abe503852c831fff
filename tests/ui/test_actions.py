"""The table of actions: each has a text, and no key means two things in one place."""

from __future__ import annotations

from collections import Counter

from PySide6.QtGui import QKeySequence

from app.ui.actions import MENUS, with_modules
from app.ui.kit.actions import WINDOW, Action
from app.ui.kit.icons import FOLDER
from app.ui.modules import MODULES

ROWS = with_modules(MODULES)


def keys_of(row: Action) -> list[str]:
    return [one for one in (row.shortcut, row.also) if one]


def test_every_action_has_a_text_and_stands_in_a_menu() -> None:
    groups = {name for name, _ in MENUS}

    assert [row.name for row in ROWS if not row.text or row.group not in groups] == []


def test_names_are_given_once() -> None:
    assert [name for name, count in Counter(row.name for row in ROWS).items() if count > 1] == []


def test_every_shortcut_is_one_that_the_system_reads() -> None:
    keys = [key for row in ROWS for key in keys_of(row)]

    assert [key for key in keys if QKeySequence(key).isEmpty()] == []


def test_no_key_means_two_things_in_one_place() -> None:
    contexts = {row.context for row in ROWS}
    for context in contexts:
        shown = [row for row in ROWS if row.context in (context, WINDOW)]
        keys = Counter(QKeySequence(key).toString() for row in shown for key in keys_of(row))
        letters = Counter(row.letter for row in shown if row.letter)

        assert [key for key, count in (keys + letters).items() if count > 1] == [], context


def test_every_icon_is_there() -> None:
    icons = {row.icon for row in ROWS if row.icon}

    assert [name for name in icons if not (FOLDER / f"{name}.svg").exists()] == []
