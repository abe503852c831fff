"""Whoever reads a walled table acts under somebody's rights, and each exception is named here."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import app.storage.unit  # noqa: F401  loads every table
from app.storage.row_rules import ROW_RULES
from app.storage.types import metadata
from app.storage.wards import WARDS
from tests.house.tree import python_files, text

WALLED = {one.table for one in ROW_RULES} | {one.table for one in WARDS}
TAKEN = ("Connection", "Unit", "Wall", "Desk", "Database")
OPENED = frozenset({"connect", "begin", "create_engine", "lone_engine"})
HOUSEWORK = {
    "services/absences.py": "colleagues see that somebody is away, and not why",
    "services/chores.py": "what is done by itself is done for everybody",
    "services/contract_filing.py": "a contract keeps its paper, whoever changes it",
    "services/drafts.py": "a draft of a card that is hidden is told from one of none",
    "services/ending_erasures.py": "an erasure reaches every paper",
    "services/eraser.py": "an erasure reaches every paper",
    "services/erasing_people.py": "an erasure counts every paper",
    "services/leave_requests.py": "how many are away is counted over everybody",
    "services/likeness.py": "first pages are compared with those of every document",
    "services/office.py": "an errand of the house says that it is one",
    "services/people.py": "a photo is looked for in the file of the person, whoever changes it",
    "services/photos.py": "a photo is seen with the card of the person",
    "services/proving.py": "what is hidden is left without its name",
    "services/reading.py": "texts are read for everybody",
    "services/registering.py": "what is filed for a person goes behind the wall",
    "services/reindexing.py": "the index is of all documents",
    "services/renaming.py": "every paper of a contact is found by its new name",
    "services/sealing.py": "whoever is in seals what lies behind the wall",
    "services/serials.py": "a number is given once, whoever may read its document",
    "services/stacks.py": "stacks are split for everybody",
    "storage/disposables.py": "bytes that a hidden paper needs are not destroyed",
    "storage/disposals.py": "a list is whole, whoever signs it",
    "storage/document_counts.py": "counts are kept of all documents",
    "storage/document_index.py": "words are found by the house, cards by the role",
    "storage/erasures.py": "an erasure reaches every paper",
    "storage/jobs.py": "hidden documents are left out of a count",
    "storage/kinds.py": "a tag goes from every document",
    "storage/likeness.py": "prints of every document are looked at anew",
    "storage/picture_uses.py": "whose the bytes of a picture are is answered with yes or no",
    "storage/serials.py": "a number is given once, whoever may read its document",
    "storage/server_rows.py": "here it is made",
    "storage/sweeping.py": "bytes that a hidden paper needs are not destroyed",
    "storage/texts.py": "a text is kept while any document shows it",
    "storage/trust_stores.py": "the unit offers it",
    "storage/verifications.py": "every content is proved, whosever it is",
}
"""Who works on rows behind walls, whoever asks, and why; nothing of it is told."""
WITHOUT_RIGHTS = {
    "services/anchors.py": "the day is closed by the house",
    "services/clashes.py": "which version stands is told; who was first only to those who may know",
    "services/demo_mails.py": "the sample company is made",
    "services/demo_papers.py": "the sample company is made",
    "services/founding.py": "nobody is in before the first user",
    "services/logging_in.py": "who comes in is not known yet",
    "services/moving.py": "an owner moves everything",
    "services/office.py": "who else may approve is told by name only",
}
"""Which services open a transaction under nobody's rights, and why."""
OPEN_TABLES = {
    "department": "who leads is on the chart of the organisation",
    "draft_bill": "the bill of an invoice is read with it",
    "delivery": "the proof is named by its number",
    "employee_record": "names are read by everybody who works here; what is private is sealed",
    "legal_hold_document": "ids only: what is held is kept, whoever asks",
    "letter_in": "letters have a right of their own",
    "letter_out": "letters have a right of their own",
    "mail_attachment": "mails have a right of their own",
    "payroll_run": "a run says no wage",
    "person_key": "a key is sealed, and its column is warded",
    "proof_finding": "the services leave out names of what is hidden",
    "reminder": "reminders have a right of their own",
    "serial_range": "numbers only: each is given once",
    "time_entry": "hours are billed by who invoices",
    "time_week": "hours are billed by who invoices",
    "user_account": "columns of it are warded",
}
"""Tables that name a document or a person and whose rows no rule keeps, and why."""


class Store(NamedTuple):
    """A function that names a walled table."""

    place: str
    name: str
    taken: frozenset[str]
    opened: frozenset[str]
    gives: str


@cache
def tables() -> dict[tuple[str, str], str]:
    """Return which name of which module is which table."""
    found: dict[tuple[str, str], str] = {}
    for file in python_files("app/storage"):
        for node in ast.walk(ast.parse(text(file))):
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
                call, target = node.value, node.targets[0]
                is_table = isinstance(call.func, ast.Name) and call.func.id == "Table"
                name = call.args[0] if call.args else None
                if is_table and isinstance(target, ast.Name) and isinstance(name, ast.Constant):
                    found[file, target.id] = str(name.value)
    return found


def walled_names(file: str, tree: ast.Module) -> set[str]:
    """Return by what names a module knows walled tables."""
    known = {name for (place, name), one in tables().items() if place == file and one in WALLED}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            place = f"{node.module.replace('.', '/')}.py"
            for one in node.names:
                if tables().get((place, one.name)) in WALLED:
                    known.add(one.asname or one.name)
    return known


def stores() -> Iterator[Store]:
    """Yield every function of the storage that names a walled table."""
    for file in python_files("app/storage"):
        tree = ast.parse(text(file))
        names = walled_names(file, tree)
        if not names or "/migrations/" in file:
            continue
        for owner in (tree, *(one for one in ast.walk(tree) if isinstance(one, ast.ClassDef))):
            made = next((f for f in _functions(owner) if f.name == "__init__"), None)
            for function in _functions(owner):
                used = {one.id for one in ast.walk(function) if isinstance(one, ast.Name)}
                if used & names:
                    both = _taken(function) | (_taken(made) if made else frozenset())
                    gives = ast.unparse(function.returns) if function.returns else ""
                    yield Store(file, function.name, both, _called(function), gives)


def _functions(owner: ast.AST) -> list[ast.FunctionDef]:
    return [one for one in ast.iter_child_nodes(owner) if isinstance(one, ast.FunctionDef)]


def _taken(function: ast.FunctionDef) -> frozenset[str]:
    every = (*function.args.args, *function.args.kwonlyargs)
    return frozenset(ast.unparse(one.annotation) for one in every if one.annotation)


def _called(function: ast.FunctionDef) -> frozenset[str]:
    calls = (one.func for one in ast.walk(function) if isinstance(one, ast.Call))
    return frozenset(ast.unparse(one).rpartition(".")[2] for one in calls) & OPENED


def makes_a_query(one: Store) -> bool:
    """Say whether a function only puts a question into words that another one asks."""
    return one.name.startswith("_") or one.gives.startswith(("Select", "Rows", "ColumnElement"))


def test_every_store_of_a_walled_table_acts_over_a_transaction_that_was_opened_for_somebody() -> (
    None
):
    found = tuple(stores())
    asking = [one for one in found if not makes_a_query(one)]

    assert len(found) > 180
    assert [one for one in found if one.opened] == []
    assert [
        f"{one.place}: {one.name}"
        for one in asking
        if not any(name in taken for taken in one.taken for name in TAKEN)
    ] == []


def test_whoever_works_behind_walls_for_everybody_is_named_with_the_reason() -> None:
    found = {
        file.removeprefix("app/")
        for file in python_files("app")
        if "housework" in text(file) and file != "app/storage/server_rights.py"
    }

    assert found == set(HOUSEWORK)


def test_whoever_opens_a_transaction_under_nobodys_rights_is_named_with_the_reason() -> None:
    found = {
        file.removeprefix("app/")
        for file in python_files("app/services", "app/ui")
        for call in ast.walk(ast.parse(text(file)))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in ("read", "write")
        and ast.unparse(call.func.value).endswith("database")
        and not (call.args or call.keywords)
    }

    assert found == set(WITHOUT_RIGHTS)


def test_every_table_of_a_document_or_a_person_has_a_rule_or_a_reason() -> None:
    owners = {"document", "employee", "archive_file"}
    found = {
        one.name
        for one in metadata.sorted_tables
        if one.name != "employee"
        and (
            "sealed" in one.columns
            or any(key.column.table.name in owners for key in one.foreign_keys)
            or {"document_id", "employee_id"} & set(one.columns.keys())
        )
    }
    open_ones = found - {one.table for one in ROW_RULES}

    assert open_ones == set(OPEN_TABLES)
