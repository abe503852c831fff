"""A list is written to the file that the clerk names, or to none."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.services import stock_list
from app.ui.kit.saving import Saving
from app.ui.kit.shell import Shell
from tests.windows import Settle


@pytest.mark.parametrize("names", [("list.csv",), ()])
def test_a_list_is_written_where_the_clerk_says(  # noqa: PLR0917  what pytest hands in
    names: tuple[str, ...],
    shell: Shell,
    qtbot: QtBot,
    settle: Settle,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    target = "".join(str(tmp_path / one) for one in names)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_parts: (target, ""))

    Saving(shell, page).ask("List", stock_list.export, None)
    settle()

    assert [one.name for one in tmp_path.glob("list.csv")] == list(names)
