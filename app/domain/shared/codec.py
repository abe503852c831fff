"""Plain data: every domain value as JSON and back, derived from its type alone.

Money is ``{"amount": "686.56", "currency": "EUR"}``, decimals are strings, fractions ``"1/12"``,
days and moments ISO 8601, enumerations their value, bytes base64, records objects, tuples lists.
"""

from __future__ import annotations

import base64
import dataclasses
import re
import types
import typing
from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from app.domain.shared.money import Money, UnknownCurrency, minor_digits, money
from app.domain.shared.refusals import Refusal

LARGEST_WHOLE = 2**63 - 1
"""The books count in 63 bits and a sign."""

DEEPEST = 50
"""How deep data of any shape may be nested."""

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


class NotFitting(Refusal):
    """The JSON does not fit the type that is asked for; ``at`` is the path to it."""

    code = "codec.not-fitting"


def plain(value: object) -> Any:
    """Return a value as plain JSON data; raises TypeError for what is no domain value."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, Money):
        return _plain_money(value)
    if dataclasses.is_dataclass(value):
        return {
            field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)
        }
    return _plain_container(value)


def _plain_money(value: Money) -> dict[str, str]:
    """Return an amount; in a currency whose decimals are not known its minor units.

    Even what is refused has to be written down by the audit, and by nobody else.
    """
    try:
        return {"amount": str(value.amount), "currency": value.currency}
    except UnknownCurrency:
        return {"minor": str(value.minor), "currency": value.currency}


def _plain_container(value: object) -> Any:
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(item) for key, item in value.items()}
    if isinstance(value, frozenset | set):
        return sorted((plain(item) for item in value), key=str)
    if isinstance(value, Collection) and not isinstance(value, bytes | bytearray | memoryview):
        return [plain(item) for item in value]
    return _plain_scalar(value)


def _plain_scalar(value: object) -> Any:
    match value:
        case Enum():
            return value.value
        case Decimal():
            return f"{value:f}"
        case date() | time():
            return value.isoformat()
        case Fraction():
            return str(value)
        case bytes() | bytearray() | memoryview():
            return base64.b64encode(bytes(value)).decode()
        case Path():
            return str(value)
    raise TypeError(value)


def parsed(kind: Any, data: Any, at: str = "$") -> Any:
    """Return JSON data as a value of a type; raises NotFitting with the path to what is wrong."""
    kind = _bare(kind)
    if kind is Any or kind is object:
        return _parsed_loosely(data, at)
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        return _parsed_union(kind, data, at)
    if origin is not None:
        return _parsed_container(origin, typing.get_args(kind), data, at)
    if kind is Money:
        return _parsed_money(data, at)
    if dataclasses.is_dataclass(kind):
        return _parsed_record(typing.cast("type", kind), data, at)
    return _parsed_scalar(kind, data, at)


def _parsed_loosely(data: Any, at: str, depth: int = 0) -> Any:
    """Return JSON data of any shape, if it can be kept and is not nested without end."""
    if depth > DEEPEST:
        raise NotFitting(at=at, expected=f"{DEEPEST} levels")
    if isinstance(data, str):
        return _parsed_scalar(str, data, at)
    if isinstance(data, list):
        return [_parsed_loosely(item, f"{at}[{no}]", depth + 1) for no, item in enumerate(data)]
    if isinstance(data, dict):
        return {
            _parsed_scalar(str, key, at): _parsed_loosely(item, f"{at}.{key}", depth + 1)
            for key, item in data.items()
        }
    return data


def _bare(kind: Any) -> Any:
    while hasattr(kind, "__supertype__"):
        kind = kind.__supertype__
    return kind


def _parsed_union(kind: Any, data: Any, at: str) -> Any:
    options = typing.get_args(kind)
    if data is None and type(None) in options:
        return None
    refused = NotFitting(at=at, expected=_name(kind))
    for option in options:
        if option is not type(None):
            try:
                return parsed(option, data, at)
            except NotFitting as misfit:
                refused = misfit
    raise refused


def _parsed_container(origin: Any, inner: tuple[Any, ...], data: Any, at: str) -> Any:
    if origin in (dict, Mapping):
        _expect(dict, data, at)
        return {
            parsed(inner[0], key, at): parsed(inner[1], item, f"{at}.{key}")
            for key, item in data.items()
        }
    _expect(list, data, at)
    if origin is tuple and inner[-1] is not Ellipsis:
        if len(inner) != len(data):
            raise NotFitting(at=at, expected=f"{len(inner)} items")
        return tuple(
            parsed(kind, item, f"{at}[{no}]")
            for no, (kind, item) in enumerate(zip(inner, data, strict=True))
        )
    items = (parsed(inner[0], item, f"{at}[{no}]") for no, item in enumerate(data))
    return frozenset(items) if origin in (frozenset, set) else tuple(items)


def _parsed_money(data: Any, at: str) -> Money:
    _expect(dict, data, at)
    unknown = set(data) ^ {"amount", "currency"}
    if unknown:
        raise NotFitting(at=f"{at}.{min(unknown)}", expected="amount, currency")
    amount = parsed(Decimal, data["amount"], f"{at}.amount")
    currency = parsed(str, data["currency"], f"{at}.currency")
    if amount != round(amount, minor_digits(currency)):
        raise NotFitting(at=f"{at}.amount", expected=f"{minor_digits(currency)} decimals")
    return money(amount, currency)


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _parsed_record(kind: type, data: Any, at: str) -> Any:
    _expect(dict, data, at)
    fields = {field.name: field for field in dataclasses.fields(kind)}
    for name in data:
        if name not in fields:
            raise NotFitting(at=f"{at}.{name}", expected=", ".join(fields))
    for name, field in fields.items():
        if name not in data and not _has_default(field):
            raise NotFitting(at=f"{at}.{name}", expected=_name(_hints(kind)[name]))
    return kind(
        **{name: parsed(_hints(kind)[name], item, f"{at}.{name}") for name, item in data.items()}
    )


def _has_default(field: dataclasses.Field[Any]) -> bool:
    missing = dataclasses.MISSING
    return field.default is not missing or field.default_factory is not missing


def _parsed_scalar(kind: Any, data: Any, at: str) -> Any:
    if kind is bool or kind is type(None):
        _expect(kind, data, at)
        return data
    try:
        return _read(kind, data)
    except (ValueError, TypeError):
        raise NotFitting(at=at, expected=_name(kind)) from None


def _read(kind: Any, data: Any) -> Any:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(data)
    if kind is int:
        return _whole(data)
    if kind is float:
        return _measured(data)
    if kind is Decimal and isinstance(data, int | Decimal) and not isinstance(data, bool):
        data = str(data)
    if not isinstance(data, str):
        raise TypeError(data)
    return _TEXT_READERS[kind](_text(data))


def _whole(data: Any) -> int:
    if isinstance(data, bool) or not isinstance(data, int):
        raise TypeError(data)
    if not -LARGEST_WHOLE - 1 <= data <= LARGEST_WHOLE:
        raise ValueError(data)
    return data


def _measured(data: Any) -> float:
    """Return a number that is no money: seconds, millimetres."""
    if isinstance(data, bool) or not isinstance(data, int | float | Decimal):
        raise TypeError(data)
    exact = Decimal(data)
    if not exact.is_finite() or abs(exact) > LARGEST_WHOLE:
        raise ValueError(data)
    return float(exact)


def _text(text: str) -> str:
    """Return a text as it is, unless no database can keep it: half a surrogate pair, or NUL."""
    if "\0" in text:
        raise ValueError(text)
    text.encode()
    return text


def _decimal(text: str) -> Decimal:
    if not re.fullmatch(_DECIMAL, text):
        raise ValueError(text)
    return Decimal(text)


def _fraction(text: str) -> Fraction:
    if not re.fullmatch(_FRACTION, text):
        raise ValueError(text)
    return Fraction(text)


def _day(text: str) -> date:
    if not re.fullmatch(_DAY, text):
        raise ValueError(text)
    return date.fromisoformat(text)


def _time(text: str) -> time:
    if not re.fullmatch(_TIME, text):
        raise ValueError(text)
    return time.fromisoformat(text)


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)


_DECIMAL = r"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,2})?"
_FRACTION = r"-?[0-9]{1,18}(/0*[1-9][0-9]{0,17})?"
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_TIME = r"[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{6})?)?"
_TEXT_READERS: dict[Any, Callable[[str], Any]] = {
    str: str,
    Decimal: _decimal,
    Fraction: _fraction,
    datetime: datetime.fromisoformat,
    date: _day,
    time: _time,
    Path: Path,
    bytes: _bytes,
}


def _expect(kind: Any, data: Any, at: str) -> None:
    if not isinstance(data, kind):
        raise NotFitting(at=at, expected=_name(kind))


def _name(kind: Any) -> str:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return " | ".join(str(member.value) for member in kind)
    return str(getattr(kind, "__name__", kind))


def schema(kind: Any) -> dict[str, Any]:
    """Return the JSON schema of a type, in the words of ``plain`` and ``parsed``."""
    kind = _bare(kind)
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
        "properties": {field.name: schema(_hints(kind)[field.name]) for field in fields},
        "required": [field.name for field in fields if not _has_default(field)],
        "additionalProperties": False,
    }


_SCALARS: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer", "minimum": -LARGEST_WHOLE - 1, "maximum": LARGEST_WHOLE},
    float: {"type": "number", "minimum": -LARGEST_WHOLE, "maximum": LARGEST_WHOLE},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    Decimal: {"type": ["string", "number"], "format": "decimal", "pattern": f"^{_DECIMAL}$"},
    Fraction: {"type": "string", "format": "fraction", "pattern": f"^{_FRACTION}$"},
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
