from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.archive.pages import Leaf, as_they_are
from app.domain.shared.ids import DocumentId
from app.services import archive, documents
from app.services.office import Office
from app.ui.archive.pages_page import PagesPage
from app.ui.kit.shell import Shell
from tests.documents.reading import page_texts
from tests.formats.stacks import a_pdf
from tests.ui.keys import press

_KEY = Qt.Key
_ALT = Qt.KeyboardModifier.AltModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
PATIENCE = 20_000


@pytest.fixture
def document_id(office: Office) -> DocumentId:
    content = a_pdf("one", "two", "", "|ASN0000009")
    return DocumentId(office.do(archive.file, "stack.pdf", "application/pdf", content).result.id)


@pytest.fixture
def page(qtbot: QtBot, shell: Shell, document_id: DocumentId) -> PagesPage:
    page = PagesPage(shell, document_id)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    qtbot.waitUntil(lambda: page.sheets.count() == 4, timeout=PATIENCE)
    qtbot.waitUntil(lambda: page._document is not None, timeout=PATIENCE)
    page.sheets.setFocus()
    return page


def test_keys_arrange_the_pages_and_take_back(qtbot: QtBot, page: PagesPage) -> None:
    sheets = page.sheets
    sheets.setCurrentRow(0)

    press(sheets, _KEY.Key_R)
    press(sheets, _KEY.Key_Right, _ALT)
    press(sheets, _KEY.Key_Right, _ALT)
    sheets.setCurrentRow(0)
    press(sheets, _KEY.Key_Delete)

    arranged = sheets.arrangement
    for _ in range(4):
        press(sheets, _KEY.Key_Z, _CONTROL)
    assert arranged.leaves == (Leaf(3), Leaf(1, 90), Leaf(4))
    assert sheets.arrangement == as_they_are(4)
    assert not page.make.isEnabled()


def test_a_new_version_is_made_with_one_key(
    qtbot: QtBot, page: PagesPage, office: Office, document_id: DocumentId
) -> None:
    page.sheets.setCurrentRow(0)
    press(page.sheets, _KEY.Key_Delete)

    with qtbot.waitSignal(page.finished, timeout=PATIENCE):
        press(page.sheets, _KEY.Key_Return, _CONTROL)

    texts = page_texts(office.ask(documents.content, document_id))
    assert texts[0].strip() == "two"
    assert len(office.ask(documents.seen, document_id).versions) == 2


def test_a_stack_is_cut_where_the_machine_sees_it_and_becomes_documents(
    qtbot: QtBot, page: PagesPage, office: Office
) -> None:
    page.look_for_cuts()
    qtbot.waitUntil(lambda: bool(page.sheets.arrangement.cuts), timeout=PATIENCE)

    assert page.make.text() == "Make 2 documents"
    with qtbot.waitSignal(page.finished, timeout=PATIENCE):
        page.make.click()


def test_small_pictures_come_for_what_is_seen(qtbot: QtBot, page: PagesPage) -> None:
    qtbot.waitUntil(lambda: len(page.sheets._pictures) == 4, timeout=PATIENCE)

    assert not page.sheets.item(0).icon().isNull()


def test_what_has_no_pages_says_so(qtbot: QtBot, shell: Shell, office: Office) -> None:
    record = office.do(archive.file, "a.txt", "text/plain", b"words").result
    page = PagesPage(shell, record.id)
    qtbot.addWidget(page)

    qtbot.waitUntil(lambda: "no pages" in page.hint.text(), timeout=PATIENCE)
    assert not page.make.isEnabled()
