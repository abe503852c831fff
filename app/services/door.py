"""The door for scripts: every service function by name, its schema taken from its signature."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import typing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any

import app.services
from app.domain.shared.codec import NotFitting, parsed, plain
from app.domain.shared.refusals import NotFound
from app.domain.shared.schemas import schema
from app.services.office import Desk, Office
from app.services.permissions import Mark, mark_of, name_of

SHOWS = frozenset({"payroll.payslip", "payslips.locked", "payslips.pdf"})
"""What shows the pay of one person: the window says so itself, for a script the door does."""


class NoSuchCommand(NotFound):
    """There is no command or query of that name."""

    code = "door.no-such-command"


@dataclass(frozen=True, slots=True)
class Doorway:
    """One service function as scripts see it."""

    name: str
    function: Callable[..., Any]
    mark: Mark

    def describe(self) -> dict[str, Any]:
        """Return name, kind, permission, sentence and the JSON schemas of arguments and result."""
        hints = _hints(self.function)
        return {
            "name": self.name,
            "kind": "command" if self.mark.is_command else "query",
            "permission": self.mark.permission.value,
            "about": (inspect.getdoc(self.function) or "").split("\n")[0],
            "arguments": {
                "type": "object",
                "properties": {name: schema(hints[name]) for name in self._parameters()},
                "required": [name for name, one in self._parameters().items() if _is_needed(one)],
                "additionalProperties": False,
            },
            "result": schema(hints.get("return", type(None))),
        }

    def arguments(self, data: Any) -> dict[str, Any]:
        """Return JSON data as the function's arguments; raises NotFitting.

        An object names the arguments, a list gives them in order, nothing means none.
        """
        named = self._named({} if data is None else data)
        for name, one in self._parameters().items():
            if _is_needed(one) and name not in named:
                raise NotFitting(at=f"$.{name}", expected="a value")
        hints = _hints(self.function)
        return {name: parsed(hints[name], value, f"$.{name}") for name, value in named.items()}

    def _named(self, data: Any) -> Mapping[str, Any]:
        names = list(self._parameters())
        if isinstance(data, list) and len(data) <= len(names):
            return dict(zip(names, data, strict=False))
        if not isinstance(data, dict):
            raise NotFitting(at="$", expected="an object with " + ", ".join(names))
        for name in data:
            if name not in names:
                raise NotFitting(at=f"$.{name}", expected=", ".join(names))
        return data

    def _parameters(self) -> dict[str, inspect.Parameter]:
        parameters = dict(inspect.signature(self.function).parameters)
        parameters.pop(next(iter(parameters)))
        return parameters


def doorways() -> Iterator[Doorway]:
    """Yield every service function that is marked, in order of name."""
    for module in _features():
        yield from _ways(module)


def doorway(name: str, *, is_command: bool) -> Doorway:
    """Return the command or query of a name; raises NoSuchCommand.

    Its own feature is loaded and no other, so that a script waits for little.
    """
    feature, _, verb = name.partition(".")
    ways = _ways(_feature(feature)) if feature in _names() else ()
    for way in ways:
        if way.function.__name__ == verb and way.mark.is_command == is_command:
            return way
    raise NoSuchCommand(name=name)


def do(office: Office, name: str, data: Any) -> Any:
    """Run a command with JSON data and return its result as JSON data."""
    way = doorway(name, is_command=True)
    if way.mark.is_errand:
        return plain(office.run(way.function, **way.arguments(data)))
    return plain(office.do(way.function, **way.arguments(data)).result)


def ask(office: Office, name: str, data: Any) -> Any:
    """Answer a query with JSON data and return its answer as JSON data.

    The audit notes whose payslip was shown, unless nothing can be written here.
    """
    way = doorway(name, is_command=False)
    arguments = way.arguments(data)
    if name in SHOWS and not office.is_read_only:
        from app.services.payslips import note_showing  # noqa: PLC0415  loads much, for few

        office.do(note_showing, arguments["payslip_id"])
    return plain(office.ask(way.function, **arguments))


def unmarked() -> Iterator[str]:
    """Yield the name of every service function at a desk that has no mark: nobody may call it."""
    for module in _features():
        for name, function in inspect.getmembers(module, inspect.isfunction):
            is_ours = function.__module__ == module.__name__ and not name.startswith("_")
            if is_ours and _is_at_a_desk(function) and mark_of(function) is None:
                yield name_of(function)


def _ways(module: ModuleType) -> Iterator[Doorway]:
    for _, function in sorted(inspect.getmembers(module, inspect.isfunction)):
        mark = mark_of(function)
        if mark is not None and function.__module__ == module.__name__:
            yield Doorway(name_of(function), function, mark)


def _is_at_a_desk(function: Callable[..., Any]) -> bool:
    first = next(iter(inspect.signature(function).parameters), None)
    return first is not None and _hints(function).get(first) is Desk


def _is_needed(parameter: inspect.Parameter) -> bool:
    return parameter.default is inspect.Parameter.empty


@cache
def _hints(function: Callable[..., Any]) -> dict[str, Any]:
    return typing.get_type_hints(function)


@cache
def _names() -> frozenset[str]:
    found = pkgutil.iter_modules(app.services.__path__)
    return frozenset(module.name for module in found) - {__name__.rpartition(".")[2]}


def _feature(name: str) -> ModuleType:
    return importlib.import_module(f"app.services.{name}")


@cache
def _features() -> tuple[ModuleType, ...]:
    return tuple(map(_feature, sorted(_names())))
