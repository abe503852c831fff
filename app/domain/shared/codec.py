"""Plain data: every domain value as JSON and back, derived from its type alone (schemas.py).

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

_MONEY = frozenset({"amount", "currency"})
_PLAIN = frozenset({type(None), bool, int, str})
"""What is plain already: most of what is told is, and looking at the type alone is quicker."""

Reader = Callable[[Any, str], Any]
"""Reads JSON data as a value of a type; the text is the path to the data."""

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


class NotFitting(Refusal):
    """The JSON does not fit the type that is asked for; ``at`` is the path to it."""

    code = "codec.not-fitting"


def plain(value: object) -> Any:
    """Return a value as plain JSON data; raises TypeError for what is no domain value."""
    kind: Any = type(value)
    if kind in _PLAIN or isinstance(value, (int, str)):
        return value
    if isinstance(value, Money):
        return _plain_money(value)
    if names := _names_of(kind):
        return {name: plain(getattr(value, name)) for name in names}
    return {} if dataclasses.is_dataclass(value) else _plain_container(value)


@cache
def _names_of(kind: type) -> tuple[str, ...]:
    """Return the names of the fields of a record; what is none has none."""
    is_record = dataclasses.is_dataclass(kind)
    return tuple(field.name for field in dataclasses.fields(kind)) if is_record else ()


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
    return _reader(kind)(data, at)


@cache
def _reader(kind: Any) -> Reader:
    """Return what reads data as a type: the type is looked at once, however much is read."""
    kind = bare(kind)
    if kind is Any or kind is object:
        return _parsed_loosely
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        return _union_reader(kind)
    if origin is not None:
        return _container_reader(origin, typing.get_args(kind))
    if kind is Money:
        return _parsed_money
    if dataclasses.is_dataclass(kind):
        return _record_reader(typing.cast("type", kind))
    return _scalar_reader(kind)


def _parsed_loosely(data: Any, at: str, depth: int = 0) -> Any:
    """Return JSON data of any shape, if it can be kept and is not nested without end."""
    if depth > DEEPEST:
        raise NotFitting(at=at, expected=f"{DEEPEST} levels")
    if isinstance(data, str):
        return parsed(str, data, at)
    if isinstance(data, list):
        return [_parsed_loosely(item, f"{at}[{no}]", depth + 1) for no, item in enumerate(data)]
    if isinstance(data, dict):
        return {
            parsed(str, key, at): _parsed_loosely(item, f"{at}.{key}", depth + 1)
            for key, item in data.items()
        }
    return data


def bare(kind: Any) -> Any:
    """Return the type behind a name for it: an id is a number."""
    while hasattr(kind, "__supertype__"):
        kind = kind.__supertype__
    return kind


def _union_reader(kind: Any) -> Reader:
    options = typing.get_args(kind)
    may_lack = type(None) in options
    readers = [_reader(option) for option in options if option is not type(None)]

    def read(data: Any, at: str) -> Any:
        if data is None and may_lack:
            return None
        refused = NotFitting(at=at, expected=_name(kind))
        for reader in readers:
            try:
                return reader(data, at)
            except NotFitting as misfit:
                refused = misfit
        raise refused

    return read


def _container_reader(origin: Any, inner: tuple[Any, ...]) -> Reader:
    readers = [_reader(one) for one in inner if one is not Ellipsis]
    if origin in (dict, Mapping):
        return _mapping_reader(readers[0], readers[1])
    if origin is tuple and inner[-1] is not Ellipsis:
        return _row_reader(readers)
    gathered: Any = frozenset if origin in (frozenset, set) else tuple
    reader = readers[0]

    def read(data: Any, at: str) -> Any:
        _expect(list, data, at)
        return gathered(reader(item, f"{at}[{no}]") for no, item in enumerate(data))

    return read


def _mapping_reader(key_of: Reader, item_of: Reader) -> Reader:
    def read(data: Any, at: str) -> Any:
        _expect(dict, data, at)
        return {key_of(key, at): item_of(item, f"{at}.{key}") for key, item in data.items()}

    return read


def _row_reader(readers: list[Reader]) -> Reader:
    """Return what reads a list in which every place has a type of its own."""

    def read(data: Any, at: str) -> Any:
        _expect(list, data, at)
        if len(readers) != len(data):
            raise NotFitting(at=at, expected=f"{len(readers)} items")
        places = enumerate(zip(readers, data, strict=True))
        return tuple(reader(item, f"{at}[{no}]") for no, (reader, item) in places)

    return read


def _parsed_money(data: Any, at: str) -> Money:
    _expect(dict, data, at)
    if data.keys() != _MONEY:
        unknown = min(data.keys() ^ _MONEY)
        raise NotFitting(at=f"{at}.{unknown}", expected="amount, currency")
    amount = parsed(Decimal, data["amount"], f"{at}.amount")
    currency = parsed(str, data["currency"], f"{at}.currency")
    found = money(amount, currency) if amount.is_finite() else None
    if found is None or found.amount != amount:
        raise NotFitting(at=f"{at}.amount", expected=f"{minor_digits(currency)} decimals")
    return found


@cache
def hints_of(kind: type) -> dict[str, Any]:
    """Return the types of the fields of a record."""
    return typing.get_type_hints(kind)


def _record_reader(kind: type) -> Reader:
    fields = {field.name: field for field in dataclasses.fields(kind)}
    needed = [name for name, field in fields.items() if not has_default(field)]
    readers: dict[str, Reader] = {}

    def read(data: Any, at: str) -> Any:
        _expect(dict, data, at)
        if not readers:  # not before: a record may hold records of its own type
            readers.update((name, _reader(hint)) for name, hint in hints_of(kind).items())
        for name in data:
            if name not in fields:
                raise NotFitting(at=f"{at}.{name}", expected=", ".join(fields))
        for name in needed:
            if name not in data:
                raise NotFitting(at=f"{at}.{name}", expected=_name(hints_of(kind)[name]))
        return kind(**{name: readers[name](item, f"{at}.{name}") for name, item in data.items()})

    return read


def has_default(field: dataclasses.Field[Any]) -> bool:
    """Say whether a field of a record may be left out."""
    missing = dataclasses.MISSING
    return field.default is not missing or field.default_factory is not missing


def _scalar_reader(kind: Any) -> Reader:
    if kind is bool or kind is type(None):
        return _exactly(kind)
    convert = _converter(kind)

    def read(data: Any, at: str) -> Any:
        try:
            return convert(data)
        except (ValueError, TypeError):
            raise NotFitting(at=at, expected=_name(kind)) from None

    return read


def _exactly(kind: type) -> Reader:
    def read(data: Any, at: str) -> Any:
        _expect(kind, data, at)
        return data

    return read


def _converter(kind: Any) -> Callable[[Any], Any]:
    """Return what makes a value of a type that has no parts; it raises ValueError or TypeError."""
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind is int:
        return _whole
    if kind is float:
        return _measured
    if kind is Decimal:
        return _exact
    if kind is str:
        return _text
    read = _TEXT_READERS[kind]
    return lambda data: read(_text(data))


def _exact(data: Any) -> Decimal:
    if isinstance(data, int | Decimal) and not isinstance(data, bool):
        data = str(data)
    return _decimal(_text(data))


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


def _text(text: Any) -> str:
    """Return a text as it is, unless no database can keep it: half a surrogate pair, or NUL."""
    if not isinstance(text, str):
        raise TypeError(text)
    if "\0" in text:
        raise ValueError(text)
    if not text.isascii():
        text.encode()
    return text


def _decimal(text: str) -> Decimal:
    if not _is_decimal(text):
        raise ValueError(text)
    return Decimal(text)


def _fraction(text: str) -> Fraction:
    if not re.fullmatch(FRACTION, text):
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


DECIMAL = r"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,2})?"
_is_decimal = re.compile(DECIMAL).fullmatch
FRACTION = r"-?[0-9]{1,18}(/0*[1-9][0-9]{0,17})?"
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_TIME = r"[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{6})?)?"
_TEXT_READERS: dict[Any, Callable[[str], Any]] = {
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
