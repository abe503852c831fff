"""The log: what somebody looks for in the record of everything that was done, and its lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import Any

from app.domain.shared.codec import Json, plain
from app.domain.shared.money import Money

Path = tuple[str | int, ...]
MONEY = frozenset({"amount", "currency"})
_WHOLE = frozenset(map(frozenset, (MONEY, {"sealed"}, {"erased"}, {"private"}, {"sha256", "size"})))
TECHNICAL = frozenset({"id", "version"})
"""Fields that say nothing to a reader."""


@dataclass(frozen=True, slots=True)
class LogWanted:
    """Which entries of the log are looked for; what is empty narrows nothing.

    ``since`` and ``until`` are days, both included. ``record`` is one (``contact:123``) or a kind
    of them (``contact``), ``area`` the part of the office of the command (``invoices``), and
    ``words`` stand in the entry, its person or the name of its command.
    """

    since: date | None = None
    until: date | None = None
    who: str = ""
    record: str = ""
    area: str = ""
    command: str = ""
    is_refused: bool = False
    words: str = ""


EVERYTHING = LogWanted()


@dataclass(frozen=True, slots=True)
class LogRow:
    """One line of the log: its number in the chain, when, who, which command, what it was about.

    ``record`` is the first record that it changed and ``name`` what that is called, if who asks
    may know it; ``others`` how many more; ``refused`` the code of why it was not done, and
    ``proof`` the beginning of its hash.
    """

    id: int
    at: datetime
    who: str
    command: str
    record: str
    name: str
    others: int
    refused: str
    proof: str


class Change(Enum):
    """What became of a record or of one of its fields."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field as it was and as it is now, as JSON data; ``path`` leads to it.

    In ``("lines", 2, "quantity")`` the number counts the items from one. None is nothing.
    """

    path: Path
    before: Json
    after: Json


@dataclass(frozen=True, slots=True)
class RecordChange:
    """One record of an entry: which, what it is called, and what became of which fields.

    ``is_private`` says that who asks may not read it, ``more`` how many fields are not told.
    """

    record: str
    name: str
    change: Change
    fields: tuple[FieldChange, ...] = ()
    more: int = 0
    is_private: bool = False


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One entry of the log as it is looked at.

    ``is_private`` says that who asks may know who did what and when, and nothing else of it.
    ``names`` are what other records are called to which a field refers, by their ids.
    """

    id: int
    at: datetime
    who: str
    command: str
    refused: str
    proof: str
    reason: str = ""
    changes: tuple[RecordChange, ...] = ()
    more: int = 0
    is_private: bool = False
    names: Mapping[int, str] = field(default_factory=dict)


def differences(before: Json, after: Json) -> tuple[FieldChange, ...]:
    """Return which fields of a record differ, however deep; of what is added, those with a value.

    What is not so is not told of what is new or gone.

    Items that have an id are held against each other by it, others by their place.
    """
    return tuple(_differences((), before, after))


def _differences(path: Path, before: Json, after: Json) -> Iterator[FieldChange]:
    if before == after or (_is_nothing(before) and _is_nothing(after)):
        return
    if _is_leaf(before) or _is_leaf(after):
        yield FieldChange(path, before, after)
    elif isinstance(before, list) or isinstance(after, list):
        yield from _of_lists(path, before or [], after or [])
    else:
        one, other = _as_record(before), _as_record(after)
        for name in [*one, *(name for name in other if name not in one)]:
            if name not in TECHNICAL:
                yield from _differences((*path, name), one.get(name), other.get(name))


def _of_lists(path: Path, before: Json, after: Json) -> Iterator[FieldChange]:
    one, other = _items(before), _items(after)
    places = {key: place for place, key in enumerate([*one, *(k for k in other if k not in one)])}
    for key, place in places.items():
        yield from _differences((*path, place + 1), one.get(key), other.get(key))


def _items(told: Json) -> dict[Any, Json]:
    """Return the items of a list by their ids, or by their places."""
    items = told if isinstance(told, list) else []
    ids = [item.get("id") if isinstance(item, dict) else None for item in items]
    has_ids = None not in ids and len(set(map(str, ids))) == len(ids)
    return dict(zip(ids if has_ids else range(len(items)), items, strict=True))


def _as_record(told: Json) -> dict[str, Json]:
    return told if isinstance(told, dict) else {}


def _is_leaf(told: Json) -> bool:
    """Say whether data is shown as one value: also money, formatted text, a list of words."""
    if isinstance(told, dict):
        return "blocks" in told or frozenset(told) in _WHOLE
    if isinstance(told, list):
        return bool(told) and not any(isinstance(item, dict | list) for item in told)
    return told is not None


def _is_nothing(told: Json) -> bool:
    return told is None or told is False or told in ("", [], {})


def with_amounts(told: Json) -> Json:
    """Return a record whose minor units are amounts of its currency."""
    if not isinstance(told, dict) or not isinstance(told.get("currency"), str):
        return told
    return {name: _amount(name, one, str(told["currency"])) for name, one in told.items()}


def _amount(name: str, told: Json, currency: str) -> Json:
    if not name.endswith("_minor") or not isinstance(told, int):
        return told
    found: Json = plain(Money(told, currency))
    return found


_NUMBERS = ("number", "code")
_NAMES = ("name", "names", "title", "subject", "customer_name", "text", "shortcut")
_PARTS = ("profile", "form", "offer", "content", "buyer", "addressee", "sender", "work")
"""In which part of a record its name may stand."""


def titled(told: Json, language: str = "") -> str:
    """Return what a record is called, as its JSON data says it; empty where nothing does."""
    if not isinstance(told, dict):
        return ""
    number = next((text for one in _NUMBERS if (text := _spoken(told.get(one), language))), "")
    return " · ".join(part for part in (number, _named(told, language)) if part)


def _named(told: Json, language: str) -> str:
    if not isinstance(told, dict):
        return ""
    for name in _NAMES:
        if text := _spoken(told.get(name), language):
            return text
    return next((text for part in _PARTS if (text := _named(told.get(part), language))), "")


def _spoken(told: Json, language: str) -> str:
    """Return a name: a text, one of several languages, or given and family name."""
    if isinstance(told, int):
        return ""
    if not isinstance(told, dict):
        return told.strip() if isinstance(told, str) else ""
    if "family" in told:
        return " ".join(str(told.get(part) or "") for part in ("given", "family")).strip()
    return _spoken(told.get(language) or next(iter(told.values()), ""), language)
