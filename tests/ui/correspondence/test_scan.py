"""A letter that came in takes its scan out of the archive's inbox."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.domain.shared.ids import DocumentId
from app.domain.shared.paging import View
from app.services import archive, letter_forms, letters_in
from app.services.office import Office
from app.ui.correspondence.incoming_page import IncomingPage
from app.ui.kit.shell import Shell
from tests.ui.correspondence.hands import CTRL, Key, Settle, shown
from tests.ui.keys import press, type_in
from tests.ui.pdfs import a_pdf


def test_a_scan_is_chosen_by_its_words_and_shown_beside_the_letter(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    scan = office.do(archive.file, "putki.pdf", "application/pdf", a_pdf(("Putki",))).result
    office.do(archive.file, "muistio.txt", "text/plain", b"putki")
    page = IncomingPage(shell, None)
    shown(qtbot, shell, page, settle)
    assert page.fields is not None

    type_in(page.fields.scan, "putki")
    press(page.fields.scan, Key.Key_Return)
    qtbot.waitUntil(lambda: page.content().document_id == DocumentId(scan.id))
    qtbot.waitUntil(lambda: page.paper.pdf.startswith(b"%PDF"))
    type_in(page.fields.party, "Kahvila Aamu")
    type_in(page.fields.subject, "Putki vuotaa")
    press(page.fields.subject, Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(office.ask(letters_in.spine, View())) == 1)

    (row,) = office.ask(letters_in.first, View(), 9)
    assert row.document_id == DocumentId(scan.id)
    assert office.ask(letter_forms.scans, "putki") == ()
