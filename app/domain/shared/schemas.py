"""Schemas: the JSON that a type is written as and read from, told to who writes scripts."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from pathlib import Path
from typing import Any

from app.domain.shared.codec import DECIMAL, FRACTION, LARGEST_WHOLE, bare, has_default, hints_of
from app.domain.shared.money import Money


def schema(kind: Any) -> dict[str, Any]:
    """Return the JSON schema of a type, in the words of ``plain`` and ``parsed``."""
    kind = bare(kind)
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return {"anyOf": [schema(option) for option in inner]}
    if origin in (dict, Mapping):
        return {"type": "object", "additionalProperties": schema(inner[1])}
    if origin is not None:
        return _list_schema(origin, inner)
    if kind is Money:
        return {
            "type": "object",
            "properties": {"amount": schema(Decimal), "currency": schema(str)},
            "required": ["amount", "currency"],
            "additionalProperties": False,
        }
    if dataclasses.is_dataclass(kind):
        return _record_schema(typing.cast("type", kind))
    return _scalar_schema(kind)


def _list_schema(origin: Any, inner: tuple[Any, ...]) -> dict[str, Any]:
    if origin is tuple and inner[-1] is not Ellipsis:
        return {
            "type": "array",
            "prefixItems": [schema(item) for item in inner],
            "minItems": len(inner),
            "maxItems": len(inner),
        }
    return {"type": "array", "items": schema(inner[0])}


def _record_schema(kind: type) -> dict[str, Any]:
    fields = dataclasses.fields(kind)
    return {
        "type": "object",
        "title": kind.__name__,
        "description": (kind.__doc__ or "").strip().split("\n")[0],
        "properties": {field.name: schema(hints_of(kind)[field.name]) for field in fields},
        "required": [field.name for field in fields if not has_default(field)],
        "additionalProperties": False,
    }


_SCALARS: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer", "minimum": -LARGEST_WHOLE - 1, "maximum": LARGEST_WHOLE},
    float: {"type": "number", "minimum": -LARGEST_WHOLE, "maximum": LARGEST_WHOLE},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    Decimal: {"type": ["string", "number"], "format": "decimal", "pattern": f"^{DECIMAL}$"},
    Fraction: {"type": "string", "format": "fraction", "pattern": f"^{FRACTION}$"},
    date: {"type": "string", "format": "date"},
    datetime: {"type": "string", "format": "date-time"},
    time: {"type": "string", "format": "time"},
    bytes: {"type": "string", "contentEncoding": "base64"},
    Path: {"type": "string", "format": "path"},
}


def _scalar_schema(kind: Any) -> dict[str, Any]:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {"enum": [member.value for member in kind]}
    return dict(_SCALARS.get(kind, {}))
