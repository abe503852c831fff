"""The source tree, as the house tests read it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LEFT_BEHIND = ("__pycache__", "dist")
Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def files() -> tuple[str, ...]:
    """Return every file of the project, without what tools leave behind."""
    return tuple(sorted(path.relative_to(ROOT).as_posix() for path in _walk(ROOT)))


def _walk(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if not path.is_dir():
            yield path
        elif path.name not in LEFT_BEHIND and (path.name[0] != "." or path.name == ".ci"):
            yield from _walk(path)


def python_files(*folders: str) -> tuple[str, ...]:
    """Return the Python files below some folders; of none named, of the whole project."""
    starts = tuple(f"{folder}/" for folder in folders)
    return tuple(
        name for name in files() if name.endswith(".py") and (not starts or name.startswith(starts))
    )


@cache
def text(name: str) -> str:
    """Return the text of a file."""
    return (ROOT / name).read_text(encoding="utf-8")


@cache
def parsed(name: str) -> ast.Module:
    """Return the syntax tree of a Python file."""
    return ast.parse(text(name), name)


@cache
def nodes(name: str) -> tuple[ast.AST, ...]:
    """Return every part of a file's syntax tree; many tests ask, and walking takes as long."""
    return tuple(ast.walk(parsed(name)))


def functions(name: str) -> Iterator[Function]:
    """Yield every function and method of a file."""
    for node in nodes(name):
        if isinstance(node, Function):
            yield node


def calls(name: str) -> Iterator[tuple[str, ast.Call]]:
    """Yield every call of a file with the dotted name of what is called."""
    for node in nodes(name):
        if isinstance(node, ast.Call):
            yield dotted(node.func), node


def dotted(node: ast.expr) -> str:
    """Return a name as it is written: ``ET.parse``; of a computed one only its last part."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}".lstrip(".")
    return ""


def imports(name: str) -> Iterator[tuple[str, int]]:
    """Yield the full name of everything a file imports, with its line."""
    for node in nodes(name):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)
