from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.archive.record import Filing, Record
from app.domain.shared.ids import DocumentId
from app.services import documents
from app.services.office import Office
from app.ui.archive.card import DocumentCard
from app.ui.archive.naming import Naming
from app.ui.archive.properties import Properties, facts_of, version_text
from app.ui.kit.shell import Shell
from tests.ui.keys import press


@pytest.fixture
def card(
    qtbot: QtBot, shell: Shell, naming: Naming, office: Office, filed: dict[str, Record]
) -> DocumentCard:
    one = DocumentId(filed["note.txt"].id)
    office.do(documents.renew, one, Filing("new.txt", "text/plain"), b"New", "better scan")
    card = DocumentCard(shell, naming)
    qtbot.addWidget(card)
    card.show()
    card.ask(one)
    qtbot.waitUntil(lambda: card.viewer.text.toPlainText() == "New")
    return card


@pytest.fixture
def exported() -> list[Record]:
    return []


@pytest.fixture
def dialog(
    qtbot: QtBot, shell: Shell, card: DocumentCard, exported: list[Record]
) -> Iterator[Properties]:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    dialog = Properties(page, shell, card, exported.append)
    dialog.open()
    yield dialog
    page.hide()


def button(dialog: Properties, text: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == text)


def test_facts_and_versions_are_told(dialog: Properties, card: DocumentCard) -> None:
    assert card.seen is not None
    facts = dict(facts_of(card.seen))

    assert facts["File"] == "new.txt"
    assert len(facts["SHA-256"].replace(" ", "")) == 64
    assert facts["Kept until"] == "No last day is known"
    assert dialog.versions.count() == 2
    assert version_text(card.seen.versions[0]).endswith("Aino · better scan")


def test_an_older_version_is_looked_at_by_enter(
    qtbot: QtBot, dialog: Properties, card: DocumentCard
) -> None:
    dialog.versions.setCurrentRow(1)

    press(dialog.versions, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: card.viewer.text.toPlainText() == "Hyvää päivää")
    assert "Version 1 of 2" in card.seal.text()


def test_an_older_version_is_exported(
    qtbot: QtBot, dialog: Properties, exported: list[Record]
) -> None:
    dialog.versions.setCurrentRow(1)

    button(dialog, "Export this version…").click()

    qtbot.waitUntil(lambda: [one.name for one in exported] == ["note.txt"])
