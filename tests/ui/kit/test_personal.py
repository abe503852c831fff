"""A person is erased only when the plan was read and the name typed; a copy goes into a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.contacts.contact import Contact, Kind
from app.domain.contacts.form import ContactForm
from app.domain.shared.refusals import NotFound
from app.services import contacts, erasing, person_copies
from app.services.office import Office
from app.ui.kit.personal import ErasureDialog, ask_copy, ask_erasure
from app.ui.kit.shell import Note, Shell
from tests.windows import bring_up

NAME = "Aino Kanerva"


@pytest.fixture
def person(office: Office) -> Contact:
    return office.do(contacts.add, ContactForm(NAME, kind=Kind.PERSON, note="Knits")).result


@pytest.fixture
def page(qtbot: QtBot, shell: Shell) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    bring_up(qtbot, page)
    return page


def asked(qtbot: QtBot, shell: Shell, page: QWidget, person: Contact) -> ErasureDialog:
    ask_erasure(shell, page, erasing.plan, erasing.erase, person.id)
    qtbot.waitUntil(lambda: bool(page.findChildren(ErasureDialog)), timeout=20_000)
    return page.findChildren(ErasureDialog)[-1]


def words(dialog: ErasureDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_the_plan_is_shown_and_the_name_has_to_be_typed(
    qtbot: QtBot, shell: Shell, page: QWidget, person: Contact, office: Office
) -> None:
    notes: list[Note] = []
    shell.noted.connect(notes.append)
    dialog = asked(qtbot, shell, page, person)

    assert "Notes" in words(dialog)
    assert not dialog.erase.isEnabled()
    dialog.name.setText("Aino")
    assert not dialog.erase.isEnabled()
    dialog.name.setText(f" {NAME} ")
    assert dialog.erase.isEnabled()

    dialog.erase.click()
    qtbot.waitUntil(lambda: bool(notes), timeout=20_000)

    assert "nothing of the person is left" in notes[-1].text
    with pytest.raises(NotFound):
        office.ask(contacts.get, person.id)


def test_what_was_changed_meanwhile_is_told_and_nothing_is_erased(
    qtbot: QtBot, shell: Shell, page: QWidget, person: Contact, office: Office
) -> None:
    dialog = asked(qtbot, shell, page, person)
    office.do(contacts.put_away, (person.id,))
    dialog.name.setText(NAME)

    dialog.erase.click()

    qtbot.waitUntil(dialog.erase.isEnabled, timeout=20_000)
    assert office.ask(contacts.get, person.id).name == NAME


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file that the clerk names when asked."""
    path = tmp_path / "copy.zip"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    return path


def test_a_copy_goes_into_the_file_that_was_named(
    qtbot: QtBot, shell: Shell, page: QWidget, person: Contact, target: Path
) -> None:
    notes: list[Note] = []
    shell.noted.connect(notes.append)

    ask_copy(shell, page, person_copies.contact, person.id)

    qtbot.waitUntil(lambda: any("copy.zip" in one.text for one in notes), timeout=20_000)
    assert target.read_bytes().startswith(b"PK")
