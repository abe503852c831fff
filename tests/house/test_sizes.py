from __future__ import annotations

import ast

from tests.house.tree import functions, nodes, python_files, text

LINES_OF_A_FILE = 400
LINES_OF_A_FUNCTION = 40
PUBLIC_METHODS_OF_A_CLASS = 10
MAY_OFFER_MORE = {
    "Formats": "writes every kind of number and day of one language",
    "Reader": "reads every kind of value that a file of a pack holds",
}


def test_no_file_is_longer_than_can_be_read_in_one_go() -> None:
    lengths = {name: text(name).count("\n") for name in python_files()}

    assert {name: length for name, length in lengths.items() if length > LINES_OF_A_FILE} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    lengths = {
        f"{name}:{node.lineno} {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for name in python_files()
        for node in functions(name)
    }

    assert {name: length for name, length in lengths.items() if length > LINES_OF_A_FUNCTION} == {}


def test_no_class_offers_more_than_a_hand_of_methods() -> None:
    offered = {
        f"{name}:{node.lineno} {node.name}": own_methods(node)
        for name in python_files("app")
        for node in nodes(name)
        if isinstance(node, ast.ClassDef)
        and node.name not in MAY_OFFER_MORE
        and not node.name.startswith("_")
    }

    assert {
        name: methods
        for name, methods in offered.items()
        if len(methods) > PUBLIC_METHODS_OF_A_CLASS
    } == {}


def own_methods(node: ast.ClassDef) -> list[str]:
    """Return the methods a class offers: neither private, nor Qt's own, nor read like a value."""
    return [
        method.name
        for method in node.body
        if isinstance(method, ast.FunctionDef)
        and method.name.islower()
        and not method.name.startswith("_")
        and not method.decorator_list
    ]
