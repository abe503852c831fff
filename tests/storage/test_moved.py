"""Marks of a move survive a start, and one that was spoilt counts as a mark."""

from __future__ import annotations

from pathlib import Path

from app.storage.moved import MOVED, folder_moved_to, mark_folder, unmark_folder


def test_a_folder_says_where_its_office_went(tmp_path: Path) -> None:
    assert folder_moved_to(tmp_path) == ""
    mark_folder(tmp_path, "postgresql://anna@localhost/lumo")
    assert folder_moved_to(tmp_path) == "postgresql://anna@localhost/lumo"
    (tmp_path / MOVED).write_text("{", encoding="utf-8")
    assert folder_moved_to(tmp_path) == "?"
    unmark_folder(tmp_path)
    unmark_folder(tmp_path)
    assert folder_moved_to(tmp_path) == ""
