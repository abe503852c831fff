"""The field for a binder finds what there is, and follows the serial number."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.services import serials
from app.services.office import Office
from app.ui.archive.binder_edit import BinderEdit
from app.ui.kit.client import OfficeClient
from tests.ui.keys import press, type_in
from tests.windows import bring_up


@pytest.fixture
def edit(qtbot: QtBot, client: OfficeClient, office: Office) -> BinderEdit:
    office.do(serials.add_binder, "A 12", 1501, 1600)
    office.do(serials.add_binder, "A 13", 1601, 1700)
    edit = BinderEdit(client)
    qtbot.addWidget(edit)
    qtbot.waitUntil(lambda: len(edit._binders) == 2)
    return edit


def test_a_number_names_its_binder(edit: BinderEdit) -> None:
    edit.follow(1550)
    first = edit.name()
    edit.follow(1650)

    assert (first, edit.name()) == ("A 12", "A 13")


def test_a_place_that_somebody_wrote_stays(edit: BinderEdit) -> None:
    edit.put_name("Safe")

    edit.follow(1550)

    assert edit.name() == "Safe"


def test_a_binder_is_picked_by_keys_alone(qtbot: QtBot, edit: BinderEdit) -> None:
    bring_up(qtbot, edit)
    edit.setFocus()

    type_in(edit, "13")
    with qtbot.waitSignal(edit.picked):
        press(edit, Qt.Key.Key_Return)

    assert edit.name() == "A 13"
