"""Refusals: a slip is a line, what is lacking has its ways out, all else is told in a dialog."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from app.domain.shared.problems import Rule
from app.domain.shared.refusals import Conflict, Invalid
from app.domain.stock.moving import NotEnough
from app.services import locations
from app.services.office import Office
from app.ui.kit.dialogs import Dialog
from app.ui.kit.shell import Shell
from app.ui.kit.toast import Toast
from app.ui.refusals import Refusals
from app.ui.stock.ways_out import WaysDialog
from tests.stocking import came, stocked
from tests.windows import Settle


@pytest.fixture
def window(qtbot: QtBot, shell: Shell) -> QMainWindow:
    frame = QMainWindow()
    qtbot.addWidget(frame)
    frame.show()
    return frame


def test_each_refusal_is_told_where_it_is_seen(
    qtbot: QtBot, window: QMainWindow, shell: Shell, office: Office, settle: Settle
) -> None:
    product = stocked(office, "L-9")
    came(office, product, "5", "1")
    place = office.do(locations.home).result.id
    toast = Toast(window)
    refusals = Refusals(window, shell, toast)

    refusals.tell(Invalid((Rule("stock.without-reason").at("reason"),)))
    assert not window.findChildren(Dialog)
    refusals.tell(Conflict(record="product", id=1))
    (dialog,) = window.findChildren(Dialog)
    dialog.reject()
    refusals.lack(None)
    count, most = Decimal(6), Decimal(5)
    facts = {"product": "L-9", "place": "MAIN", "product_id": product, "location_id": place}
    shell.refuse(NotEnough(**facts, count=count, most=most, lot_id="", why="nowhere"))
    settle()

    qtbot.waitUntil(lambda: bool(window.findChildren(WaysDialog)))
    (ways,) = window.findChildren(WaysDialog)
    assert [one.text().partition("   ")[0] for one in ways.buttons] == ["1", "2", "3"]
    ways.reject()
