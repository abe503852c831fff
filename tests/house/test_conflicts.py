"""Every place of the window that changes a whole record lets the clerk choose between versions.

What changes one thing only goes through the one door of the client, which tells who was first and
offers to do it over theirs; nothing in the window speaks to the office past that door.
"""

from __future__ import annotations

import ast
import importlib
import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import app
from app.ui.correspondence.arranged import ArrangedPane
from app.ui.invoices.writing import WritingPage
from app.ui.kit.again import LOOK_FIRST, PIECEWISE
from tests.versioned import VERSIONED, WHOLE, arguments_of

APP = Path(app.__file__).parent
UI = APP / "ui"
DOORS = {"ui/kit/client.py"}
"""Files that speak to the office itself: the one door of the window."""
REDONE = {
    "archive/folders_page.py": "receiving.change_folder",
    "archive/rules_page.py": "filing_rules.change_rule",
    "archive/saved_folders.py": "folders.change",
    "employees/pay_part.py": "pay_items.save",
}
"""Where a view asks again by itself, of what stands now, to change one thing of a record."""
TOLD = {"paging.arrange"}
"""What cannot be put together: pages that a colleague changed are looked at first."""
TABLES = {"Deeds": WritingPage, "Ways": ArrangedPane}
"""Tables that name commands for pages that settle them."""
UNDONE = {"put_back", "change_back", "take_back", "restore"}
"""Commands that take back what was done: somebody else's change stays, and it is told."""


@dataclass(frozen=True, slots=True)
class Use:
    """Where a command is named in the window."""

    file: str
    line: int
    owner: str | None
    is_undo: bool
    is_table: bool


def uses(module: str, function: str) -> Iterator[Use]:
    """Yield every place in the window that names a command."""
    for file in sorted(UI.rglob("*.py")):
        source = file.read_text(encoding="utf-8")
        if f"{module}.{function}" in source:
            yield from _uses_in(file, ast.parse(source), (module, function))


def _uses_in(file: Path, tree: ast.Module, named: tuple[str, str]) -> Iterator[Use]:
    for node in tree.body:
        owner = node.name if isinstance(node, ast.ClassDef) else None
        undone, tabled = _inside(node, {"Deed"}), _inside(node, set(TABLES))
        for inner in ast.walk(node):
            if isinstance(inner, ast.Attribute) and ast.unparse(inner) == ".".join(named):
                place = str(file.relative_to(APP)).replace("\\", "/")
                at = id(inner)
                yield Use(place, inner.lineno, owner, at in undone, at in tabled)


def _inside(node: ast.stmt, names: set[str]) -> set[int]:
    """Return what stands inside of calls of these names."""
    return {
        id(inner)
        for call in ast.walk(node)
        if isinstance(call, ast.Call)
        and ast.unparse(call.func).partition("[")[0].rsplit(".", 1)[-1] in names
        for inner in ast.walk(call)
    }


def settles(use: Use) -> bool:
    """Say whether the class that names a command has a standoff, its own or an inherited one."""
    if use.is_undo or use.is_table:
        return True
    if use.owner is None:
        return False
    name = "app." + use.file.removesuffix(".py").replace("/", ".")
    kind = getattr(importlib.import_module(name), use.owner)
    return any("self.standoff" in inspect.getsource(one) for one in _ours(kind))


def _ours(kind: type) -> Iterator[type]:
    return (one for one in kind.__mro__ if one.__module__.startswith("app."))


def test_there_are_many_versioned_commands() -> None:
    assert len(VERSIONED) > 100
    assert len(WHOLE) > 40


@pytest.mark.parametrize("name", WHOLE)
def test_whoever_changes_a_whole_record_may_choose_between_two_versions(name: str) -> None:
    module, function = name.rsplit(".", 1)
    is_new = function in {"add", "write", "receive", "record", "expect"} and not _has_version(name)
    is_told = is_new or function in UNDONE or name in TOLD
    lacking = [use for use in uses(module, function) if not (is_told or settles(use))]

    assert [one for one in lacking if REDONE.get(one.file.removeprefix("ui/")) != name] == []


@pytest.mark.parametrize("kind", TABLES.values())
def test_pages_that_take_commands_from_a_table_have_a_standoff(kind: type) -> None:
    assert any("self.standoff" in inspect.getsource(one) for one in _ours(kind))


def _has_version(name: str) -> bool:
    return "version" in arguments_of(VERSIONED[name])


def test_nothing_in_the_window_speaks_to_the_office_past_the_one_door() -> None:
    past = []
    for file in sorted(UI.rglob("*.py")):
        place = str(file.relative_to(APP)).replace("\\", "/")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or place in DOORS:
                continue
            called = node.func
            if not isinstance(called, ast.Attribute):
                continue
            is_office = ast.unparse(called.value).rsplit(".", 1)[-1].lstrip("_") == "office"
            if is_office and called.attr in {"do", "do_watched", "run", "run_watched"}:
                past.append(f"{place}:{node.lineno} {ast.unparse(called)}")

    assert past == PAST_THE_DOOR


PAST_THE_DOOR: list[str] = []


def test_deeds_that_stand_for_what_was_seen_are_named_as_they_are() -> None:
    names = {way.function.__name__ for way in VERSIONED.values()}

    assert names >= LOOK_FIRST - {"erase"}
    assert set(PIECEWISE) <= set(VERSIONED)
