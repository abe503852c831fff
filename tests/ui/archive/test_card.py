from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.archive.record import Record
from app.domain.shared.refusals import OfficeError
from app.services import archive
from app.services.office import Office
from app.ui.archive.card import DocumentCard
from app.ui.kit.shell import Note, Shell
from tests.ui.archive.conftest import spoil

Settle = Callable[[], None]


@pytest.fixture
def card(qtbot: QtBot, shell: Shell) -> DocumentCard:
    card = DocumentCard(shell)
    qtbot.addWidget(card)
    card.resize(500, 600)
    card.show()
    return card


def test_a_card_without_a_document_says_what_to_do(card: DocumentCard) -> None:
    card.export()
    card.print_out()
    card.open_source()

    assert card.viewer.preview.words.text() == "Choose a document to see it."


def test_a_document_tells_its_facts_and_its_proof(
    qtbot: QtBot, card: DocumentCard, filed: dict[str, Record]
) -> None:
    card.show_record(filed["note.txt"].id)

    qtbot.waitUntil(lambda: card.seal.text() == "Unchanged since it was filed.")
    assert card.facts.text().startswith("Text · 17 bytes · filed 10 Mar 2026")
    assert card.source.isHidden()


def test_of_documents_chosen_in_a_row_the_last_is_shown(
    qtbot: QtBot, card: DocumentCard, filed: dict[str, Record], settle: Settle
) -> None:
    for record in (*filed.values(), *filed.values(), filed["note.txt"]):
        card.show_record(record.id)
    settle()

    qtbot.waitUntil(lambda: card.viewer.currentWidget() is card.viewer.text)
    assert card.viewer.text.toPlainText() == "Hyvää päivää"


@pytest.fixture
def sealed(card: DocumentCard, filed: dict[str, Record], settle: Settle) -> Record:
    """An invoice that the card shows."""
    record = filed["20260001.pdf"]
    card.show_record(record.id)
    settle()
    return record


def test_a_copy_is_the_same_to_the_bit(
    qtbot: QtBot, card: DocumentCard, sealed: Record, shell: Shell, tmp_path: Path
) -> None:
    notes: list[Note] = []
    shell.noted.connect(notes.append)

    card.export_to(str(tmp_path / "copy.pdf"))

    qtbot.waitUntil(lambda: bool(notes))
    original = shell.client.office.ask(archive.content, sealed.id)
    assert notes[0].text == "Saved as copy.pdf"
    assert (tmp_path / "copy.pdf").read_bytes() == original


def test_a_copy_that_cannot_be_written_is_refused_in_words(
    qtbot: QtBot, card: DocumentCard, sealed: Record, shell: Shell, tmp_path: Path
) -> None:
    refusals: list[OfficeError] = []
    shell.refused.connect(refusals.append)

    card.export_to(str(tmp_path / "nowhere" / f"{sealed.name}.pdf"))

    qtbot.waitUntil(lambda: bool(refusals))
    assert refusals[0].code == "files.cannot-write"


def test_exporting_asks_with_the_name_of_the_document(
    card: DocumentCard, filed: dict[str, Record], settle: Settle
) -> None:
    card.show_record(filed["shop.png"].id)
    settle()

    card.export()

    dialog = card.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.selectedFiles()[0].endswith("shop.png")
    assert not dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.reject()


def test_a_damaged_document_says_what_to_do(
    qtbot: QtBot, card: DocumentCard, office: Office, filed: dict[str, Record]
) -> None:
    spoil(office, filed["shop.png"])

    card.show_record(filed["shop.png"].id)

    qtbot.waitUntil(lambda: "shop.png is damaged" in card.seal.text())
    assert "backup" in card.viewer.preview.words.text()


def test_a_kind_that_cannot_be_shown_can_still_be_exported(
    qtbot: QtBot, card: DocumentCard, office: Office
) -> None:
    record = office.do(archive.file, "data.zip", "application/zip", b"PK").result

    card.show_record(record.id)

    qtbot.waitUntil(lambda: "Export it" in card.viewer.preview.words.text())
    assert card.seal.text() == "Filed for good."
