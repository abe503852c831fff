"""Versioned commands for tests: every one that is refused when somebody else was first."""

from __future__ import annotations

import inspect
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_type_hints

from app.domain.shared.money import Money
from app.services import door
from app.services.door import Doorway
from app.ui.kit.again import PIECEWISE


def arguments_of(way: Doorway) -> dict[str, Any]:
    hints = get_type_hints(way.function)
    names = list(inspect.signature(way.function).parameters)[1:]
    return {name: hints[name] for name in names}


def is_whole(kind: Any) -> bool:
    """Say whether a value of a type has fields of its own."""
    inner = get_args(kind)
    if inner:
        return any(map(is_whole, inner))
    return isinstance(kind, type) and is_dataclass(kind) and kind is not Money


def is_record(kind: Any) -> bool:
    """Say whether a type is a record with a version."""
    if not (isinstance(kind, type) and is_dataclass(kind)):
        return False
    return {"id", "version"} <= {one.name for one in fields(kind)} or kind.__name__ in ONLY_ONES


ONLY_ONES = frozenset({"Company", "Stationery", "StockRules", "StockItem"})
"""Records of which there is one, or one for each product: they have a version and no id."""


def versioned() -> dict[str, Doorway]:
    """Return every command that is refused when somebody else was first."""
    found = {}
    for way in door.doorways():
        if way.mark.is_command:
            told = arguments_of(way)
            if "version" in told or any(map(is_record, told.values())):
                found[way.name] = way
    return found


def writes_whole(way: Doorway) -> bool:
    """Say whether a command replaces what somebody may have written in another way meanwhile."""
    if way.name in PIECEWISE:
        return False
    told = arguments_of(way)
    if any(map(is_record, told.values())):
        return True
    after = list(told)[list(told).index("version") + 1 :] if "version" in told else []
    is_text = way.function.__name__ == "change"
    return is_text or any(is_whole(told[name]) for name in after)


VERSIONED = versioned()
WHOLE = sorted(name for name, way in VERSIONED.items() if writes_whole(way))
