"""Wherever somebody types into the window, what is typed is kept.

Every class of the window that makes fields is looked at. It keeps drafts by what it is (a form
page, a list with a form, a dialog, a writer of invoices), or by a safekeeping of its own, or it is
a part of one that does; each of the rest stands here with the reason why nothing is lost there.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache

import pytest

from tests.house.tree import ROOT

UI = ROOT / "app" / "ui"
FIELDS = {
    "TextEdit", "MultiLine", "NumberEdit", "MoneyEdit", "PercentEdit", "DateEdit", "Picker",
    "QLineEdit", "QPlainTextEdit", "ScanEdit", "EarlyEdit", "DiscountEdit", "FactorEdit",
    "FormulaEdit", "Form",
}  # fmt: skip
KEEPERS = {"FormPage", "ListedForm", "Dialog", "DraftEditor", "Safekeeping"}
PARTS = {"Form", "PartRows"}
"""A part is held by something else, which is looked at in its turn."""
FOUND = "Words to find or to narrow something by; nothing is written."
NEVER = "A password or a code: it is never kept."
AT_ONCE = "Each change is kept at once."
PRINTS = "Says what is printed; nothing is written."
TRIES = "Tries out what is written elsewhere."
HELD = "A part of a form or a page that keeps drafts."
REASONS = {
    "PeriodBar": FOUND, "TrialPage": FOUND, "LogBar": FOUND, "ReportsPage": FOUND,
    "TrailPage": FOUND, "OnHandList": FOUND, "LeaveList": FOUND, "PeopleList": FOUND,
    "OrganisationPage": FOUND, "EntriesPage": FOUND, "HoursPage": FOUND, "LeaveLedgerPage": FOUND,
    "EmployeePage": FOUND, "OwnHours": FOUND, "OwnLeave": FOUND, "Palette": FOUND,
    "ShortcutSheet": FOUND, "ManualWindow": FOUND, "Viewer": FOUND, "MailView": FOUND,
    "LinkField": FOUND, "TaxListPaper": FOUND, "NecPaper": FOUND, "DatedPaper": FOUND,
    "BulkPage": FOUND, "PlanRunPage": FOUND,
    "Unlocking": NEVER, "LogInPage": NEVER, "WelcomePage": "There is no office yet.",
    "SettingsPage": AT_ONCE, "StationeryPage": AT_ONCE, "CountEntry": AT_ONCE,
    "CountPage": AT_ONCE, "StockLabels": PRINTS, "LabelsPage": PRINTS, "RulesPage": HELD,
    "ComponentTrial": TRIES, "PayTrialPage": TRIES,
    "LimitFields": HELD, "PremiumFields": HELD, "ServerFields": HELD, "Enclosures": HELD,
    "TextsEdit": HELD, "ColumnRow": HELD, "LayoutTextsEdit": HELD,
}  # fmt: skip


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Subscript):
        return _name(node.value)
    return node.id if isinstance(node, ast.Name) else getattr(node, "attr", "")


@cache
def classes() -> dict[tuple[str, str], ast.ClassDef]:
    found = {}
    for path in sorted(UI.rglob("*.py")):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef):
                found[str(path.relative_to(UI)), node.name] = node
    return found


def kinds_of(name: str) -> set[str]:
    """Return a class and all that it is, by their names."""
    found, left = set[str](), [name]
    while left:
        one = left.pop()
        if one not in found:
            found.add(one)
            left += [
                _name(base)
                for (_path, other), node in classes().items()
                if other == one
                for base in node.bases
            ]
    return found


def made_in(node: ast.ClassDef) -> Iterator[str]:
    for one in ast.walk(node):
        if isinstance(one, ast.Call):
            yield _name(one.func)
            if _name(one.func) == "partial" and one.args:
                yield _name(one.args[0])


def typed_in() -> dict[str, ast.ClassDef]:
    """Return every class that makes a field, or a form of fields."""
    parts = {
        name
        for (_path, name), node in classes().items()
        if kinds_of(name) & PARTS and not is_kept(name, node)
    }
    return {
        name: node
        for (_path, name), node in classes().items()
        if set(made_in(node)) & (FIELDS | parts) and name not in FIELDS | parts
    }


def is_kept(name: str, node: ast.ClassDef) -> bool:
    return bool(kinds_of(name) & KEEPERS) or "Safekeeping" in set(made_in(node))


def test_whatever_is_typed_in_keeps_drafts_or_says_why_it_need_not() -> None:
    lacking = [
        name for name, node in typed_in().items() if not is_kept(name, node) and name not in REASONS
    ]

    assert lacking == []


def test_no_reason_outlives_what_it_was_for() -> None:
    needed = {name for name, node in typed_in().items() if not is_kept(name, node)}

    assert sorted(set(REASONS) - needed) == []


def test_a_dialog_that_keeps_nothing_says_why() -> None:
    silent = [
        name
        for (_path, name), node in classes().items()
        for before, after in zip(node.body, [*node.body[1:], None], strict=True)
        if isinstance(before, ast.Assign)
        and _name(before.targets[0]) == "keeps_typed"
        and not (isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant))
        and name != "Dialog"
    ]

    assert silent == []


@pytest.mark.parametrize("name", ["PhoneDialog", "PayItemDialog", "LeaveTypesPage", "CompanyForm"])
def test_what_is_known_to_keep_drafts_is_seen_to_keep_them(name: str) -> None:
    (node,) = [one for (_path, other), one in classes().items() if other == name]

    assert is_kept(name, node)


def test_a_page_with_a_field_that_keeps_nothing_would_be_found() -> None:
    (node,) = ast.parse("class Page(QWidget):\n    def f(self) -> None:\n        TextEdit()").body

    assert isinstance(node, ast.ClassDef)
    assert set(made_in(node)) & FIELDS
    assert not is_kept("Page", node)
