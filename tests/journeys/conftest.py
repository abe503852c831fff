"""The real window over Lumo & Suoni, which has a bank account and no invoice yet, in Finnish."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.contacts.address import Address
from app.domain.contacts.contact import BankAccount, Identifier
from app.services import admin
from app.services.welcome import NewOffice
from app.ui.kit.lane import Lanes
from app.ui.kit.texts import speak
from app.ui.main_window import MainWindow
from app.ui.welcome.door import Ways
from tests.journeys.rooms import office_of, shown_window
from tests.ui.invoices.clerk import Clerk
from tests.windows import is_quiet

LUMO = Address("Hämeenkatu 12", "", "33100", "Tampere", "", "FI")


@pytest.fixture
def window(
    qtbot: QtBot, lanes: Lanes, ways: Ways, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    """The window over Lumo & Suoni, which has a bank account and no invoice yet."""
    monkeypatch.setenv("BACKDESK_CONFIG", str(tmp_path / "config"))
    speak("fi", "FI")
    window, door = shown_window(qtbot, lanes, ways)
    with qtbot.waitSignal(door.opened):
        door.create(tmp_path / "Lumo.backdesk", NewOffice("Lumo & Suoni Oy", "FI", "fi"))
    qtbot.waitUntil(lambda: window.shell is not None)
    company = office_of(window).ask(admin.company)
    known = replace(
        company,
        address=LUMO,
        identifiers=(Identifier("fi.business_id", "12345671"), Identifier("fi.vat", "FI12345671")),
        accounts=(BankAccount("FI4950009420028730", "OKOYFIHH"),),
    )
    office_of(window).do(admin.change_company, known)
    yield window
    speak("en", "FI")


@pytest.fixture
def abroad(
    qtbot: QtBot, lanes: Lanes, ways: Ways, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    """The window over a German company that has a bank account and no invoice yet."""
    monkeypatch.setenv("BACKDESK_CONFIG", str(tmp_path / "config"))
    speak("en", "DE")
    window, door = shown_window(qtbot, lanes, ways)
    with qtbot.waitSignal(door.opened):
        door.create(tmp_path / "Lampen.backdesk", NewOffice("Lampen & Licht GmbH", "DE", "en"))
    qtbot.waitUntil(lambda: window.shell is not None)
    office = office_of(window)
    known = replace(
        office.ask(admin.company),
        address=Address("Hauptstraße 5", "", "10115", "Berlin", "", "DE"),
        identifiers=(Identifier("de.vat", "DE136695976"),),
        accounts=(BankAccount("DE89370400440532013000", "COBADEFFXXX"),),
        phone="+49 30 1234567",
        email="office@lampen.example",
    )
    office.do(admin.change_company, known)
    yield window
    speak("en", "FI")


@pytest.fixture
def clerk(qtbot: QtBot, lanes: Lanes) -> Clerk:
    def settle() -> None:
        qtbot.waitUntil(lambda: is_quiet(lanes) and QApplication.focusWidget() is not None)

    return Clerk(settle)
