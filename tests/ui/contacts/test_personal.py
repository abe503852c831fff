"""From the list of contacts a person's data are copied and erased."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.contacts.contact import Kind
from app.domain.contacts.form import ContactForm
from app.services import contacts
from app.services.office import Office
from app.ui.contacts.tab import ContactsTab
from app.ui.kit.personal import ErasureDialog
from app.ui.kit.shell import Shell
from tests.windows import bring_up

Settle = Callable[[], None]


@pytest.fixture
def tab(qtbot: QtBot, shell: Shell, office: Office, settle: Settle) -> ContactsTab:
    office.do(contacts.add, ContactForm("Aino Kanerva", kind=Kind.PERSON))
    tab = ContactsTab(shell)
    qtbot.addWidget(tab)
    tab.resize(1000, 700)
    bring_up(qtbot, tab)
    settle()
    shell.book.enter((tab,))
    tab.table.setFocus()
    tab.table.choose_row(0)
    return tab


def test_the_plan_of_the_chosen_person_is_shown(
    qtbot: QtBot, tab: ContactsTab, shell: Shell
) -> None:
    shell.book.action("contact.erase").trigger()

    qtbot.waitUntil(lambda: bool(tab.findChildren(ErasureDialog)), timeout=20_000)
    assert "Aino Kanerva" in tab.findChildren(ErasureDialog)[-1].windowTitle()


def test_a_copy_asks_for_a_file(
    tab: ContactsTab, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        asked.append(name)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)

    shell.book.action("contact.copy-data").trigger()

    assert asked == ["Personal data.zip"]
