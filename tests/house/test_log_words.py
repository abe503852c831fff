"""The log has words for all that is written down: every command, every deed, every record."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from app.lang.command_words import COMMANDS
from app.lang.record_words import KINDS
from app.services.door import doorways
from app.storage.audit import CLOCK_WENT_BACK
from tests.house.tree import parsed, python_files


def test_every_command_has_words() -> None:
    asked = {way.name for way in doorways() if way.mark.is_command}

    assert sorted(asked - COMMANDS.keys()) == [], "say it in app/lang/commands"


def test_every_deed_that_is_noted_has_words() -> None:
    found = {*noted(), CLOCK_WENT_BACK}

    assert {"users.make", "anchors.close_day", "pins.enter", "recurring.run"} <= found
    assert sorted(found - COMMANDS.keys()) == [], "say it in app/lang/commands"


def test_every_kind_that_is_noted_has_words() -> None:
    found = set(kinds())

    assert len(found) > 50
    assert sorted(found - KINDS.keys()) == [], "say it in app/lang/record_words.py"


def noted() -> Iterator[str]:
    """Yield the names under which services note a deed themselves."""
    for file in python_files("app/services"):
        tree = parsed(file)
        constants = {
            target.id: node.value.value
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name):
                name = getattr(node.func, "attr", "") or getattr(node.func, "id", "")
                place = {"note": 0, "Deed": 2}.get(name)
                if place is not None and len(node.args) > max(1, place):
                    yield from spoken(node.args[place], constants)


def spoken(node: ast.expr, constants: Mapping[str, object]) -> Iterator[str]:
    value: object = node.value if isinstance(node, ast.Constant) else None
    if isinstance(node, ast.Name):
        value = constants.get(node.id)
    if isinstance(value, str) and "." in value:
        yield value


def kinds() -> Iterator[str]:
    """Yield the kinds that stores note, where their names stand in the call or in a shape."""
    for file in python_files("app/storage"):
        for node in ast.walk(parsed(file)):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name, first = getattr(node.func, "attr", getattr(node.func, "id", "")), node.args[0]
            if name == "note" and isinstance(first, ast.JoinedStr):
                head = first.values[0]
                if isinstance(head, ast.Constant) and str(head.value).endswith(":"):
                    yield str(head.value)[:-1]
            if name in {"Shape", "SealedShape"} and isinstance(first, ast.Constant):
                yield str(first.value)
