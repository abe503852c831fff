from __future__ import annotations

import ast
import io
import re
import tokenize
from pathlib import PurePosixPath

from tests.house.tree import calls, nodes, python_files, text

EMPTY_WORDS = {"Manager", "Helper", "Handler", "Util", "Utils", "Base", "Impl", "Data", "Info"}
EMPTY_WORDS |= {"Processor", "Misc", "Common"}
PART = re.compile(r"[A-Z][a-z]*")
DIRECTIVE = re.compile(r"#\s*(noqa|type: ignore|!)")
COMMENTS_OF_LINES = 0.02


def test_names_say_what_a_thing_is() -> None:
    classes = [
        f"{name}:{node.lineno} {node.name}"
        for name in python_files("app", "build")
        for node in nodes(name)
        if isinstance(node, ast.ClassDef) and EMPTY_WORDS & set(PART.findall(node.name))
    ]
    modules = [
        name
        for name in python_files("app", "build")
        if EMPTY_WORDS & {word.capitalize() for word in PurePosixPath(name).stem.split("_")}
    ]

    assert classes == []
    assert modules == []


def test_comments_are_few() -> None:
    lines = comments = 0
    for name in python_files("app"):
        lines += text(name).count("\n")
        comments += sum(
            token.type == tokenize.COMMENT and not DIRECTIVE.match(token.string)
            for token in tokenize.generate_tokens(io.StringIO(text(name)).readline)
        )

    assert comments <= lines * COMMENTS_OF_LINES


def test_texts_are_translated_before_they_are_filled() -> None:
    assert [
        f"{name}:{node.lineno}"
        for name in python_files("app")
        for called, node in calls(name)
        if called.split(".")[-1] in ("say", "_say", "mark", "_")
        and node.args
        and isinstance(node.args[0], ast.JoinedStr | ast.BinOp)
    ] == []


def test_ids_travel_through_signals_as_they_are() -> None:
    assert [
        f"{name}:{node.lineno}"
        for name in python_files("app/ui")
        for called, node in calls(name)
        if called.split(".")[-1] == "Signal"
        and any(isinstance(kind, ast.Name) and kind.id in ("int", "float") for kind in node.args)
    ] == []


def test_signals_are_connected_to_bound_methods() -> None:
    assert [
        f"{name}:{node.lineno}"
        for name in python_files("app/ui")
        for called, node in calls(name)
        if called.endswith("connect")
        and any(isinstance(target, ast.Lambda) and holds_self(target) for target in node.args)
    ] == []


def holds_self(node: ast.Lambda) -> bool:
    """Tell whether a lambda keeps its widget alive."""
    return any(isinstance(part, ast.Name) and part.id == "self" for part in ast.walk(node.body))
