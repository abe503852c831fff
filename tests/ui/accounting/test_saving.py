"""A list of the books goes to the file that the clerk names, or nowhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.ui.accounting.tab import AccountingTab
from app.ui.kit.shell import Note, Shell
from app.ui.kit.workspace import Workspace

Settle = Callable[[], None]


@pytest.mark.parametrize("section", ["accounts", "journal", "trial"])
def test_every_section_writes_its_list(  # noqa: PLR0917  what pytest hands in
    qtbot: QtBot,
    tab: AccountingTab,
    shell: Shell,
    settle: Settle,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    section: str,
) -> None:
    target = tmp_path / "books.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    notes: list[Note] = []
    shell.noted.connect(notes.append)
    shell.book.action(f"books.{section}").trigger()
    settle()

    shell.book.action("books.export").trigger()

    qtbot.waitUntil(lambda: bool(notes))
    assert "books.csv" in notes[0].text
    assert target.read_bytes()


def test_a_ledger_is_written_too(  # noqa: PLR0917  what pytest hands in
    qtbot: QtBot,
    tab: AccountingTab,
    space: Workspace,
    shell: Shell,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "ledger.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    page = tab.page("accounts")
    receivables = next(row for row in page._rows if row.number == "1700")  # type: ignore[attr-defined]  # the page is an AccountsPage
    space.open("account", receivables.id)
    ledger = space.page
    assert ledger is not None
    qtbot.waitUntil(lambda: ledger.bar.period() is not None)  # type: ignore[attr-defined]  # a LedgerPage

    shell.book.action("books.export").trigger()

    qtbot.waitUntil(target.exists)


def test_nothing_is_written_without_a_name(
    tab: AccountingTab, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: ("", ""))
    notes: list[Note] = []
    shell.noted.connect(notes.append)

    shell.book.action("books.export").trigger()

    assert notes == []
