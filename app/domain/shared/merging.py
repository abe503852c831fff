"""Merging: what two people made of one record, field by field, from what both began with.

What only one of them changed is taken, what both changed alike too; where they differ somebody has
to choose. Lists of lines are merged by line, as ``lining`` pairs them.

    merged = merge(as_opened, typed, as_it_stands)
    merged.clashes                                   # the parts that have to be chosen
    merge(as_opened, typed, as_it_stands, {"name": Side.MINE}).value
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from typing import Any, Final, Generic, TypeVar

from app.domain.shared.lining import Trio, lined

Record = TypeVar("Record")
Places = Trio[str | None]
"""The paths of a part in three versions; None where it is not there."""


class Side(Enum):
    """Whose word is taken."""

    MINE = "mine"
    THEIRS = "theirs"


class Fate(Enum):
    """Who changed a part of a record; of a set what both did is kept."""

    MINE = "mine"
    THEIRS = "theirs"
    ALIKE = "alike"
    BOTH = "both"
    CLASH = "clash"


class Nothing(Enum):
    """What stands where there is nothing: a line that is gone or was not there, an unknown base."""

    NOTHING = "nothing"


NOTHING: Final = Nothing.NOTHING


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a record that somebody changed.

    ``path`` names it (``terms.days``, ``lines.2.price``) for picking; ``places`` are the paths of
    the part in the base, in mine and in theirs.
    """

    path: str
    fate: Fate
    base: Any
    mine: Any
    theirs: Any
    places: Places

    @property
    def is_clash(self) -> bool:
        """Say whether somebody has to choose."""
        return self.fate is Fate.CLASH


@dataclass(frozen=True, slots=True)
class Merged(Generic[Record]):
    """Two versions made into one; where nobody chose, ``value`` has what was mine."""

    value: Record
    parts: tuple[Part, ...]

    @property
    def clashes(self) -> tuple[Part, ...]:
        """The parts of which both made something else."""
        return tuple(part for part in self.parts if part.is_clash)


def merge(
    base: Record | None,
    mine: Record,
    theirs: Record,
    picks: Mapping[str, Side] | None = None,
) -> Merged[Record]:
    """Merge two versions of a record; without a base all that differs is to be chosen."""
    merger = _Merger(picks or {})
    three = Trio(NOTHING if base is None else base, mine, theirs)
    value = merger.merged("", three, Trio("", "", ""))
    is_told = (part for part in merger.parts if base is not None or part.fate is not Fate.ALIKE)
    return Merged(value, tuple(is_told))


def rebased(base: Record, mine: Record, theirs: Record) -> Record:
    """Return what was typed as if it had been typed over theirs; what clashes stays typed."""
    return merge(base, mine, theirs).value


class _Merger:
    """Walks through three versions and notes what differs."""

    def __init__(self, picks: Mapping[str, Side]) -> None:
        self.parts: list[Part] = []
        self._picks = picks

    def merged(self, path: str, three: Trio[Any], places: Places) -> Any:
        """Return one value of three, and note what became of it."""
        base, mine, theirs = three.base, three.mine, three.theirs
        if mine == theirs and mine == base:
            return mine
        parts = _parts_of(three)
        if parts is not None and (base is not NOTHING or mine != theirs):
            return self._record(path, three, places, parts)
        if _are(three, frozenset):
            return self._set(path, three, places)
        if _are(three, tuple) and not _is_plain(three):
            return self._lines(path, three, places)
        return self._whole(path, three, places)

    def _whole(self, path: str, three: Trio[Any], places: Places) -> Any:
        """Return a value that has no parts."""
        fate = _fate(three)
        self.parts.append(Part(path, fate, three.base, three.mine, three.theirs, places))
        if fate is Fate.CLASH:
            return three.theirs if self._picks.get(path) is Side.THEIRS else three.mine
        return three.theirs if fate is Fate.THEIRS else three.mine

    def _record(self, path: str, three: Trio[Any], places: Places, names: Sequence[Any]) -> Any:
        """Return a record or a mapping, each of its fields by itself."""
        found = {
            name: self.merged(
                _under(path, str(name)), three.each(_at, name), places.each(_part, str(name))
            )
            for name in names
        }
        kept = {name: value for name, value in found.items() if value is not NOTHING}
        if isinstance(three.mine, Mapping):
            return kept
        return replace(three.mine, **kept)

    def _set(self, path: str, three: Trio[Any], places: Places) -> Any:
        """Return a set: what either added is in it, what either took out is not."""
        mine, theirs = three.mine, three.theirs
        base = mine & theirs if three.base is NOTHING else three.base
        fate = _fate(Trio(base, mine, theirs))
        fate = Fate.BOTH if fate is Fate.CLASH else fate
        self.parts.append(Part(path, fate, base, mine, theirs, places))
        return (base & mine & theirs) | (mine - base) | (theirs - base)

    def _lines(self, path: str, three: Trio[Any], places: Places) -> Any:
        """Return lines: each merged with what became of it, added ones kept, removed ones gone."""
        found = []
        base = () if three.base is NOTHING else three.base
        lists = Trio(base, three.mine, three.theirs)
        for number, place in enumerate(lined(*lists)):
            one = Trio(*map(_line, lists, place))
            at = Trio(*map(_place, places, place))
            found.append(self.merged(_under(path, str(number)), one, at))
        return tuple(line for line in found if line is not NOTHING)


def _fate(three: Trio[Any]) -> Fate:
    if three.mine == three.theirs:
        return Fate.ALIKE
    if three.mine == three.base:
        return Fate.THEIRS
    return Fate.MINE if three.theirs == three.base else Fate.CLASH


def _parts_of(three: Trio[Any]) -> Sequence[Any] | None:
    """Return the names of the parts that are merged by themselves, or None for a whole."""
    here = [one for one in three if one is not NOTHING]
    if three.mine is NOTHING or three.theirs is NOTHING:
        return None
    if all(isinstance(one, Mapping) for one in here):
        return tuple(dict.fromkeys(name for one in here for name in one))
    kind = type(three.mine)
    if not is_dataclass(kind) or any(type(one) is not kind for one in here):
        return None
    if getattr(kind, "is_whole", False):
        return None
    return tuple(field.name for field in fields(kind) if field.init)


def _at(value: Any, name: Any) -> Any:
    if value is NOTHING:
        return NOTHING
    return value.get(name, NOTHING) if isinstance(value, Mapping) else getattr(value, name)


def _under(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _part(path: str | None, name: str) -> str | None:
    return None if path is None else _under(path, name)


def _place(path: str | None, number: int | None) -> str | None:
    return None if number is None else _part(path, str(number))


def _line(lines: Sequence[Any], number: int | None) -> Any:
    return NOTHING if number is None else lines[number]


def _are(three: Trio[Any], kind: type) -> bool:
    told = (three.mine, three.theirs) if three.base is NOTHING else three
    return all(isinstance(one, kind) for one in told)


def _is_plain(three: Trio[Any]) -> bool:
    """Say whether the lists hold nothing that has parts: they are values then, as a whole."""
    lines = (line for lines in three if lines is not NOTHING for line in lines)
    return not any(is_dataclass(line) or isinstance(line, Mapping) for line in lines)
