"""How the office destroys is written in a dialog of the disposal page."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from app.services import disposing
from app.services.office import Office
from app.ui.archive.disposal_page import DisposalPage
from app.ui.archive.disposal_rules import DisposalRulesDialog
from app.ui.kit.shell import Shell
from app.ui.kit.workspace import Workspace


@pytest.fixture
def page(qtbot: QtBot, space: Workspace, shell: Shell) -> DisposalPage:
    shell.open("disposal", 0)
    page = space.page
    assert isinstance(page, DisposalPage)
    qtbot.waitUntil(lambda: page.hint.text() != "")
    return page


def asked(qtbot: QtBot, page: DisposalPage, shell: Shell) -> DisposalRulesDialog:
    shell.book.action("disposal.rules").trigger()
    qtbot.waitUntil(lambda: page.findChild(DisposalRulesDialog) is not None)
    dialog = page.findChild(DisposalRulesDialog)
    assert dialog is not None
    return dialog


def test_days_and_four_eyes_are_kept(
    qtbot: QtBot, page: DisposalPage, shell: Shell, office: Office
) -> None:
    dialog = asked(qtbot, page, shell)
    assert dialog.fields.trash_days() == 30
    dialog.fields.days.put(Decimal(90))
    dialog.fields.four_eyes.put("yes")

    with qtbot.waitSignal(dialog.accepted):
        dialog.save()

    kept = office.ask(disposing.rules)
    assert (kept.trash_days, kept.is_four_eyes) == (90, True)


def test_no_days_are_refused_at_their_field(
    qtbot: QtBot, page: DisposalPage, shell: Shell, office: Office
) -> None:
    dialog = asked(qtbot, page, shell)
    dialog.fields.days.setText("soon")

    dialog.save()

    qtbot.waitUntil(lambda: bool(dialog.fields.days.accessibleDescription()))
    assert office.ask(disposing.rules).trash_days == 30
