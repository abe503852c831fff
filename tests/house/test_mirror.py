from __future__ import annotations

import ast
from pathlib import PurePosixPath

from tests.house.tree import files, parsed, python_files


def test_every_source_file_has_its_test_file() -> None:
    lonely = [name for name in python_files("app") if needs_a_test(name) and not mirrors_of(name)]

    assert lonely == []


def needs_a_test(name: str) -> bool:
    """Tell whether a file does anything: one that only names or imports things does not."""
    return any(does_something(node) for node in parsed(name).body)


def does_something(node: ast.stmt) -> bool:
    """Tell whether a statement holds a rule: a function, or a class with a method."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return True
    return isinstance(node, ast.ClassDef) and any(
        isinstance(part, ast.FunctionDef) for part in node.body
    )


def mirrors_of(name: str) -> list[str]:
    """Return the test files of a source file: its mirror, or the one named after its package."""
    path = PurePosixPath(*PurePosixPath(name).with_suffix("").parts[1:])
    if path.name == "__init__":
        path = path.parent
    mirrors = [path, *path.parents[:-2]]
    wanted = [f"tests/{mirror.parent}/test_{mirror.name}.py" for mirror in mirrors]
    wanted += [f"tests/{mirror}/test_{mirror.name}.py" for mirror in mirrors[1:]]
    return [test.replace("/./", "/") for test in wanted if test.replace("/./", "/") in files()]
