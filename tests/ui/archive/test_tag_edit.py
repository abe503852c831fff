from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.services import filing
from app.services.office import Office
from app.ui.archive.naming import Naming
from app.ui.archive.tag_edit import TagEdit
from app.ui.kit.shell import Shell
from tests.ui.keys import press, type_in


@pytest.fixture
def edit(qtbot: QtBot, shell: Shell, naming: Naming) -> TagEdit:
    edit = TagEdit(shell, naming)
    qtbot.addWidget(edit)
    qtbot.addWidget(edit.pills)
    edit.show()
    edit.activateWindow()
    edit.setFocus()
    return edit


def test_a_tag_that_is_there_is_not_offered_as_new(
    qtbot: QtBot, edit: TagEdit, office: Office, naming: Naming
) -> None:
    (cars,) = office.do(filing.add_tag_path, ("cars",)).result
    naming.tags = {cars.id: cars}

    type_in(edit, "CARS")
    qtbot.waitUntil(lambda: edit._is_answered)
    alone = edit._hits.count()
    press(edit, Qt.Key.Key_Return)

    assert (alone, edit.tags(), edit.text()) == (1, (cars.id,), "")


def test_a_pill_takes_its_tag_away(edit: TagEdit, office: Office, naming: Naming) -> None:
    (cars,) = office.do(filing.add_tag_path, ("cars",)).result
    naming.tags = {cars.id: cars}
    edit.put_tags((cars.id,))
    (pill,) = edit.pills.findChildren(QPushButton)

    pill.click()

    assert edit.tags() == ()
    assert edit.pills.isHidden()
    assert pill.accessibleName() == "Take the tag cars away"
