"""Every store that touches what is walled is made with the wall, or the keys, it acts under."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import app.storage.unit  # noqa: F401  so that every table is known
from app.storage.types import metadata
from tests.house.tree import nodes, python_files

WALLED = frozenset(name for name, table in metadata.tables.items() if "sealed" in table.columns)
ACTS_UNDER = ("Wall", "Unit", "Keys", "ArchiveStore")
"""What a store may be made with: the wall of the transaction, or what has it."""
TELLS_NO_SEAL = {
    "WorkDays": "reads hours of contracts and days of leave, by name",
    "EmployeeLists": "lists names and places, by name",
}
TOUCHES_WHOLE = ("select", "insert", "update", "delete", "replace_row")


def stores() -> Iterator[tuple[str, ast.ClassDef]]:
    """Yield every class of the storage that names a walled table."""
    for name in python_files("app/storage"):
        for node in nodes(name):
            if isinstance(node, ast.ClassDef) and any(touched(node)):
                yield name, node


def touched(node: ast.AST) -> Iterator[str]:
    """Yield how a walled table is touched: as a whole, or by what is sealed in it."""
    for one in ast.walk(node):
        if isinstance(one, ast.Attribute) and one.attr == "sealed" and is_columns(one.value):
            yield ast.unparse(one)
        if isinstance(one, ast.Call) and ast.unparse(one.func) in TOUCHES_WHOLE:
            yield from (each.id for each in one.args if is_walled(each))  # type: ignore[attr-defined]  # a name
        if isinstance(one, ast.Attribute) and is_walled(one.value) and one.attr in TOUCHES_WHOLE:
            yield ast.unparse(one)


def is_columns(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "c"


def is_walled(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id in WALLED


def made_with(store: ast.ClassDef) -> list[str]:
    """Return the types of what a store is made with."""
    makers = (one for one in store.body if isinstance(one, ast.FunctionDef))
    made = next((one for one in makers if one.name == "__init__"), None)
    given = made.args.args[1:] if made else []
    return [ast.unparse(one.annotation) for one in given if one.annotation]


def test_the_walled_tables_are_known() -> None:
    assert {"contract", "payslip", "tax_card", "sealed_file", "person_key"} <= WALLED


def test_every_store_of_what_is_walled_takes_what_it_acts_under() -> None:
    found = list(stores())
    bare = {
        f"{name} {one.name}"
        for name, one in found
        if not set(made_with(one)) & set(ACTS_UNDER) and one.name not in TELLS_NO_SEAL
    }

    assert len(found) > 8
    assert bare == set()


def test_no_store_reads_a_walled_table_past_its_wall() -> None:
    """Whole rows are read by ``wall.reading`` only: it leaves out what nobody was let in to."""
    past = {
        f"{name} {one.name}: {ast.unparse(node)}"
        for name, one in stores()
        for node in ast.walk(one)
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) == "select"
        and any(is_walled(each) for each in node.args)
        and one.name not in ("Wall", "OwnKeys")
    }

    assert past == set()
