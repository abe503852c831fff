from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from app.domain.archive.record import Record
from app.ui.archive.page import DocumentPage
from app.ui.kit.shell import Shell
from app.ui.kit.workspace import Workspace

Settle = Callable[[], None]


def test_a_document_has_a_tab_with_its_name_and_the_keyboard_in_its_pages(
    qtbot: QtBot, space: Workspace, shell: Shell, filed: dict[str, Record], settle: Settle
) -> None:
    space.go("archive")
    settle()

    shell.open("document", filed["20260001.pdf"].id)
    settle()

    page = space.page
    assert isinstance(page, DocumentPage)
    preview = page.card.viewer.preview
    qtbot.waitUntil(lambda: bool(preview.pdf))
    assert space._current_tabs().bar.tabText(1) == "20260001"
    qtbot.waitUntil(preview.pages.hasFocus)
    shell.book.action("list.find").trigger()
    assert preview.line.words.hasFocus()
