"""A hold is placed over the chosen documents, listed, and lifted with a reason."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.archive.holds import HoldForm
from app.domain.archive.record import Record
from app.domain.shared.ids import DocumentId
from app.services import documents, holding
from app.services.office import Office
from app.ui.archive.holds_page import HoldDialog, HoldsPage
from app.ui.archive.tab import ArchiveTab
from app.ui.kit.dialogs import Dialog
from app.ui.kit.shell import Shell
from app.ui.kit.workspace import Workspace


def test_a_hold_is_placed_over_what_is_chosen(
    qtbot: QtBot, tab: ArchiveTab, filed: dict[str, Record], office: Office, shell: Shell
) -> None:
    qtbot.waitUntil(lambda: tab.table.chosen_id() is not None)

    shell.book.action("document.hold").trigger()
    qtbot.waitUntil(lambda: tab.findChild(HoldDialog) is not None)
    dialog = tab.findChild(HoldDialog)
    assert dialog is not None
    dialog.name.setText("Tax audit")
    dialog.reason.setText("Letter of 3 March")
    with qtbot.waitSignal(dialog.accepted):
        dialog._place()

    chosen = DocumentId(tab.table.chosen_id() or 0)
    assert office.ask(documents.seen, chosen).holds == ("Tax audit",)


def test_a_hold_is_lifted_from_the_list(
    qtbot: QtBot, filed: dict[str, Record], space: Workspace, shell: Shell, office: Office
) -> None:
    one = DocumentId(filed["note.txt"].id)
    office.do(holding.place, HoldForm("Court", "Claim", documents=(one,)))
    shell.open("holds", 0)
    page = space.page
    assert isinstance(page, HoldsPage)
    qtbot.waitUntil(lambda: page.table.chosen_id() is not None)

    page._ask_lift()
    dialog = page.findChild(Dialog)
    assert dialog is not None
    dialog.findChildren(QLineEdit)[0].setText("settled")
    dialog.accept()

    qtbot.waitUntil(lambda: not office.ask(holding.holds)[0].hold.is_in_force)
    assert office.ask(holding.over, one) == ()
