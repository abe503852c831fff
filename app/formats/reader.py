"""Files of country packs: each value is asked for by name and type."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import TypeVar

from app.domain.shared.quantities import rate
from app.domain.shared.refusals import Refusal, Unavailable

Table = Mapping[str, object]
Choice = TypeVar("Choice", bound=Enum)
Value = TypeVar("Value")


class BrokenPack(Unavailable):
    """A file of a country pack cannot be read or breaks a rule; ``where`` says which entry."""

    code = "packs.broken"


class Reader:
    """One table of a file; each value is asked for by name and type."""

    def __init__(self, file: Path, table: Table | None = None, where: str = "") -> None:
        self._file, self._where = file, where
        self._table = table if table is not None else self._load()

    def text(self, name: str) -> str:
        return self._value(name, str)

    def number(self, name: str) -> int:
        return self._value(name, int)

    def day(self, name: str) -> date:
        return self._value(name, date)

    def decimal(self, name: str) -> Decimal:
        return self._made(name, lambda: rate(Decimal(self.text(name))))

    def texts(self, name: str) -> Mapping[str, str]:
        part = self.part(name)
        return {key: part.text(key) for key in part.names()}

    def words(self, name: str) -> tuple[str, ...]:
        found = self._value(name, list)
        if not all(isinstance(word, str) for word in found):
            raise self._broken(name, "not a list of texts")
        return tuple(found)

    def numbers(self, name: str) -> tuple[int, ...]:
        found = self._value(name, list)
        if not all(isinstance(one, int) and not isinstance(one, bool) for one in found):
            raise self._broken(name, "not a list of whole numbers")
        return tuple(found)

    def choice(self, name: str, kinds: type[Choice]) -> Choice:
        return self._made(name, lambda: kinds(self.text(name)))

    def choices(self, name: str, kinds: type[Choice]) -> tuple[Choice, ...]:
        return self._made(name, lambda: tuple(kinds(word) for word in self.words(name)))

    def flag(self, name: str) -> bool:
        """Return a yes or no; what is not said is no."""
        found = self._table.get(name, False)
        if not isinstance(found, bool):
            raise self._broken(name, "neither true nor false")
        return found

    def has(self, name: str) -> bool:
        return name in self._table

    def names(self) -> tuple[str, ...]:
        return tuple(self._table)

    def part(self, name: str) -> Reader:
        return Reader(self._file, self._value(name, dict), self._at(name))

    def rows(self, name: str) -> Iterator[Reader]:
        for place, row in enumerate(self._value(name, list)):
            if not isinstance(row, dict):
                raise self._broken(f"{name}.{place}", "not a table")
            yield Reader(self._file, row, self._at(f"{name}.{place}"))

    def _value(self, name: str, kind: type[Value]) -> Value:
        if name not in self._table:
            raise self._broken(name, "missing")
        found = self._table[name]
        if not isinstance(found, kind) or isinstance(found, bool):
            raise self._broken(name, f"not a {kind.__name__}")
        return found

    def _made(self, name: str, make: Callable[[], Value]) -> Value:
        try:
            return make()
        except (ValueError, ArithmeticError, Refusal) as cause:
            raise self._broken(name, f"not allowed: {self._table[name]}") from cause

    def _load(self) -> Table:
        try:
            return tomllib.loads(self._file.read_text("utf-8"))
        except (OSError, ValueError) as cause:
            raise self._broken("", str(cause)) from cause

    def _at(self, name: str) -> str:
        return f"{self._where}.{name}".strip(".")

    def _broken(self, name: str, why: str) -> BrokenPack:
        return BrokenPack(file=self._file.name, where=self._at(name), why=why)
