from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.archive.record import Record
from app.domain.shared.ids import DocumentId
from app.services import documents, filing, kinds
from app.services.office import Office
from app.ui.archive.many import ManyEdit
from app.ui.archive.naming import Naming
from app.ui.kit.shell import Note, Shell
from tests.ui.archive.conftest import describe, type_of


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    return page


@pytest.fixture
def dialog(
    page: QWidget, shell: Shell, naming: Naming, office: Office, filed: dict[str, Record]
) -> Iterator[ManyEdit]:
    office.do(filing.add_tag_path, ("old",))
    naming.learn(office.ask(kinds.sorting))
    ids = tuple(DocumentId(filed[name].id) for name in ("note.txt", "shop.png"))
    dialog = ManyEdit(page, shell, naming, ids)
    dialog.open()
    yield dialog
    page.hide()


def test_many_get_a_type_and_tags_in_one_step_that_is_taken_back(
    qtbot: QtBot, dialog: ManyEdit, office: Office, shell: Shell, filed: dict[str, Record]
) -> None:
    (old,) = office.ask(filing.find_tags, "old")
    describe(office, filed["note.txt"], tags=(old.id,))
    (new,) = office.do(filing.add_tag_path, ("new",)).result
    notes: list[Note] = []
    shell.noted.connect(notes.append)
    bill, ids = type_of(office, "bill"), dialog._ids

    dialog.type.put(bill)
    dialog.more.put_tags((new.id,))
    dialog.less.put_tags((old.id,))
    dialog._save()
    qtbot.waitUntil(lambda: bool(notes))

    found = [office.ask(documents.get, one) for one in ids]
    assert notes[0].text == "2 documents changed"
    assert [(one.type_id, one.tags) for one in found] == [(bill, (new.id,))] * 2
    shell.history.undo()
    qtbot.waitUntil(lambda: office.ask(documents.get, ids[0]).type_id is None)
    assert office.ask(documents.get, ids[0]).tags == (old.id,)
