from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.archive.page_sheets import PageSheets
from app.ui.kit.pdf_file import PdfFile
from app.ui.kit.shell import Shell
from tests.formats.stacks import a_pdf
from tests.ui.keys import press


def test_the_last_page_stays_and_the_first_is_never_cut(qtbot: QtBot, shell: Shell) -> None:
    sheets = PageSheets(shell.client.lanes)
    qtbot.addWidget(sheets)
    sheets.show_file(PdfFile(a_pdf("one", "two")))

    press(sheets, Qt.Key.Key_S)
    sheets.selectAll()
    press(sheets, Qt.Key.Key_Delete)

    assert not sheets.is_changed
    sheets.setCurrentRow(1)
    press(sheets, Qt.Key.Key_S)
    assert sheets.arrangement.cuts == {1}
    assert sheets.item(1).text() == "New: page 2"
