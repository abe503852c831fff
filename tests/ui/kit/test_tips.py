"""A tip shows foreign words letter by letter, and loads nothing that they name."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextDocument

from app.ui.kit.tips import plain_tip
from tests.house.tree import calls, python_files, text

HOSTILE = [
    '<img src="file:///etc/passwd">.pdf',
    '<img src="//tracker.example/share/x.png">',
    '<img src="http://tracker.example/x.png">',
    "<b>Paid</b>",
    "<html><body background='http://tracker.example/x.png'>",
    '<link rel="stylesheet" href="http://tracker.example/x.css"><p>',
    "<style>p { background: url(http://tracker.example/x.png) }</style><p>",
    "<svg><image href='http://tracker.example/x.png'/></svg>",
    "a < b\n  two  blanks",
]


class Spy(QTextDocument):
    """What Qt makes of a tip; notes what it would fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.fetched: list[str] = []

    def loadResource(self, kind: int, name: object) -> object:  # noqa: N802  Qt's own name
        self.fetched.append(str(name))
        return None


def shown(tip: str) -> tuple[str, list[str]]:
    """Return what a tip says and what it fetches; Qt takes for a page what has a mark in it."""
    document = Spy()
    if "<" in tip:
        document.setHtml(tip)
    else:
        document.setPlainText(tip)
    document.adjustSize()
    return document.toPlainText(), document.fetched


@pytest.mark.parametrize("text", HOSTILE)
def test_foreign_words_are_shown_and_never_obeyed(text: str) -> None:
    assert shown(plain_tip(text)) == (text, [])


def test_the_spy_sees_what_a_tip_would_fetch() -> None:
    assert shown(HOSTILE[2])[1] != []


def test_a_tip_without_marks_is_itself() -> None:
    assert plain_tip("Aamu Oy & Co\n12,00 €") == "Aamu Oy & Co\n12,00 €"


OWN_WORDS = {
    "app/ui/admin/log_bar.py",
    "app/ui/archive/query_help.py",
    "app/ui/employees/entries.py",
    "app/ui/health_sign.py",
    "app/ui/kit/actions.py",
    "app/ui/kit/preview_bars.py",
}
"""Whose tips are words of the catalogue and nothing else."""


def test_every_tip_that_is_not_from_the_catalogue_is_plain() -> None:
    found = {
        name
        for name in python_files("app/ui")
        for called, node in calls(name)
        if called.split(".")[-1] == "setToolTip" and not is_plain(node)
    }

    assert found == OWN_WORDS


def test_every_model_that_answers_for_a_tip_makes_it_plain() -> None:
    answering = {name for name in python_files("app/ui") if "ToolTipRole" in text(name)}
    plain = {name for name in answering if "plain_tip(" in text(name)}

    assert answering == plain
    assert "app/ui/invoices/lines_model.py" in answering


def is_plain(node: object) -> bool:
    import ast  # noqa: PLC0415  of this test alone

    assert isinstance(node, ast.Call)
    told = ast.unparse(node.args[0])
    return told.startswith(("plain_tip(", "_('", '_("', "''"))
