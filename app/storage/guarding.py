"""Guarding: what a guard is, and the conditions that many guards share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

ALWAYS = "1 = 1"


class Guard(NamedTuple):
    """A deed (INSERT, UPDATE or DELETE) on a table that is refused under a condition."""

    table: str
    deed: str
    condition: str = ALWAYS
    reason: str = "kept"

    @property
    def name(self) -> str:
        return f"guard_{self.table}_{self.deed.lower()}_{self.reason}"


def kept(table: str, condition: str = ALWAYS) -> tuple[Guard, Guard]:
    """Return the guards that keep rows of a table as they are, under a condition."""
    return Guard(table, "UPDATE", condition), Guard(table, "DELETE", condition)


def differs(names: Iterable[str]) -> str:
    """Return the condition that one of these columns is written anew."""
    return " OR ".join(f"NEW.{name} IS DISTINCT FROM OLD.{name}" for name in names)
