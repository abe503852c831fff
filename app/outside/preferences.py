"""The preferences file: one TOML in the user's configuration folder, replaced as a whole."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from app.domain.admin.preferences import Geometry, Preferences

FILE = "preferences.toml"
FOLDER = "BACKDESK_CONFIG"
"""Names another folder, for a start from a stick and for tests."""


def place() -> Path:
    """Return where the file lies."""
    named = os.environ.get(FOLDER)
    if named:
        return Path(named) / FILE
    # Only needed here, and not on the way to the first paint of a portable start.
    from platformdirs import user_config_path  # noqa: PLC0415  only here

    return user_config_path("backdesk", appauthor=False) / FILE


def read() -> Preferences:
    """Return what the file says; a missing or broken file, table or value is the default."""
    try:
        written = tomllib.loads(place().read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Preferences()
    return _from_toml(written).checked()


def write(preferences: Preferences) -> None:
    """Replace the file at once, for this user alone; where it cannot be written nothing is kept."""
    file = place()
    with suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = file.with_suffix(".new")
        fresh.touch(mode=0o600)
        fresh.write_text(_to_toml(asdict(preferences)), encoding="utf-8")
        fresh.replace(file)


def _to_toml(values: Mapping[str, Any]) -> str:
    plain = {key: value for key, value in values.items() if not isinstance(value, Mapping)}
    tables = {key: value for key, value in values.items() if isinstance(value, Mapping)}
    lines = [f"{key} = {_value(value)}" for key, value in plain.items()]
    for name, table in tables.items():
        lines += ["", f"[{name}]"]
        lines += [f"{_key(key)} = {_value(value)}" for key, value in table.items()]
    return "\n".join(lines) + "\n"


def _key(key: str) -> str:
    return key if key.isascii() and key.isidentifier() else _value(key)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_value(one) for one in value) + "]"
    # A JSON string is a TOML string once the one character they differ in is escaped.
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")


def _from_toml(written: Mapping[str, Any]) -> Preferences:
    default = Preferences()
    values: dict[str, Any] = {}
    for field in fields(Preferences):
        found = written.get(field.name)
        if isinstance(found, list):
            found = tuple(str(one) for one in found)
        if type(found) is type(getattr(default, field.name)):
            values[field.name] = found
    for name in ("columns", "session", "views"):
        values[name] = _lists(written.get(name))
    values["geometry"] = _geometry(written.get("geometry"))
    return Preferences(**values)


def _lists(table: object) -> dict[str, tuple[str, ...]]:
    if not isinstance(table, dict):
        return {}
    return {
        str(key): tuple(str(one) for one in value)
        for key, value in table.items()
        if isinstance(value, list)
    }


def _geometry(table: object) -> Geometry:
    if not isinstance(table, dict):
        return Geometry()
    x, y, width, height = (
        table[key] if type(table.get(key)) is int else 0 for key in ("x", "y", "width", "height")
    )
    return Geometry(x, y, width, height, table.get("is_maximised") is True)
