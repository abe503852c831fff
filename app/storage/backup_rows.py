"""Backup rows: what the rows of a backup say before anything is made of it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from app.storage.files import File, Use, named_faults
from app.storage.place import PAGES, ROWS

_TABLE = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'second_pair'"
_RULE = "SELECT 1 FROM second_pair WHERE what = ?"


def asks_second_pair(backup: Path, key: bytes, what: str) -> bool:
    """Say whether the owner asked a second pair of eyes for something when it was made.

    Raises what the disk refuses, and NotAnOffice or Damaged for rows that the key does not open.
    """
    file = File(backup / ROWS, key, Use.FROZEN, PAGES[ROWS])
    with named_faults(place=str(backup)), closing(file.open()) as rows:
        is_known = rows.execute(_TABLE).fetchone() is not None
        return is_known and rows.execute(_RULE, (what,)).fetchone() is not None
