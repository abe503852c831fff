from __future__ import annotations

from app.ui.archive_actions import ARCHIVE


def test_every_verb_of_the_archive_stands_under_its_module_and_has_a_picture() -> None:
    assert {row.context for row in ARCHIVE} == {"archive"}
    assert all(row.icon for row in ARCHIVE)


def test_no_key_and_no_letter_stands_twice() -> None:
    letters = [row.letter for row in ARCHIVE if row.letter]
    keys = [row.shortcut for row in ARCHIVE if row.shortcut]

    assert len(letters) == len(set(letters))
    assert len(keys) == len(set(keys))
