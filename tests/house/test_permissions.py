from __future__ import annotations

import ast

import pytest

from tests.house.tree import Function, dotted, parsed, python_files

MARKS = ("command", "query", "errand")


def service_functions() -> list[tuple[str, Function]]:
    """Return every public function of the services that works at a desk or on an errand."""
    return [
        (name, node)
        for name in python_files("app/services")
        for node in parsed(name).body
        if isinstance(node, Function) and not node.name.startswith("_") and takes_a_desk(node)
    ]


def takes_a_desk(node: Function) -> bool:
    """Tell whether the first parameter is annotated as a desk, or as an errand."""
    parameters = [*node.args.posonlyargs, *node.args.args]
    annotation = parameters[0].annotation if parameters else None
    return annotation is not None and dotted(annotation).split(".")[-1] in ("Desk", "Errand")


def marks(node: Function) -> list[str]:
    """Return the marks of a function that name a permission."""
    return [
        dotted(mark.func).split(".")[-1]
        for mark in node.decorator_list
        if isinstance(mark, ast.Call)
        and dotted(mark.func).split(".")[-1] in MARKS
        and mark.args
        and dotted(mark.args[0]).startswith("Permission.")
    ]


def test_every_service_function_names_the_one_permission_it_needs() -> None:
    unmarked = [
        f"{name}:{node.lineno} {node.name}"
        for name, node in service_functions()
        if len(marks(node)) != 1
    ]

    assert unmarked == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("@command(Permission.X)\ndef f(desk: Desk) -> None: ...", ["command"]),
        ("@query(Permission.X)\ndef f(desk: Desk) -> None: ...", ["query"]),
        ("@errand(Permission.X)\ndef f(work: Errand) -> None: ...", ["errand"]),
        ("def f(desk: Desk) -> None: ...", []),
        ("@command()\ndef f(desk: Desk) -> None: ...", []),
    ],
)
def test_a_mark_counts_only_with_a_permission(source: str, expected: list[str]) -> None:
    node = ast.parse(source).body[0]

    assert isinstance(node, Function)
    assert takes_a_desk(node)
    assert marks(node) == expected
