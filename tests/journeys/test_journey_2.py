"""Journey 2, first half: 1,000 customers come in through the window, by keyboard and labels."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QListWidget
from pytestqt.qtbot import QtBot

from app.domain.contacts.contact import Identifier
from app.domain.contacts.form import ContactForm
from app.services import contacts
from app.services.welcome import NewOffice
from app.ui.kit.lane import Lanes
from app.ui.kit.settings import Settings
from app.ui.kit.texts import speak
from app.ui.kit.theme import Density, Look, theme
from app.ui.main_window import MainWindow
from app.ui.modules import MODULES
from app.ui.welcome.door import Door, Ways
from tests.customers import BUSINESS_IDS, table_of_customers
from tests.journeys.hands import Hands
from tests.windows import bring_up

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(
    qtbot: QtBot, lanes: Lanes, ways: Ways, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> MainWindow:
    monkeypatch.setenv("BACKDESK_CONFIG", str(tmp_path / "config"))
    speak("en", "FI")
    theme().wear(Look.LIGHT, Density.NORMAL, 100, still=True)
    door = Door(ways, lanes)
    window = MainWindow(door, lanes, Settings(), MODULES)
    qtbot.addWidget(window)
    bring_up(qtbot, window)
    with qtbot.waitSignal(door.opened):
        door.create(tmp_path / "Lumo.backdesk", NewOffice("Lumo & Suoni Oy", "FI", "en"))
    return window


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The customers, as the system's own dialog would give them."""
    path = tmp_path / "asiakkaat.csv"
    path.write_bytes(table_of_customers())

    def chosen(*_asked: object) -> tuple[str, str]:
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", chosen)
    return path


def button(window: MainWindow, text: str) -> QAbstractButton | None:
    """Return the button that says this, if it can be seen and pressed."""
    buttons = window.findChildren(QAbstractButton)
    fitting = (one for one in buttons if one.text().replace("&", "") == text and one.isVisible())
    return next((one for one in fitting if one.isEnabled()), None)


def push(qtbot: QtBot, window: MainWindow, text: str) -> None:
    """Walk to the button that says this, and press it."""
    qtbot.waitUntil(lambda: button(window, text) is not None)
    hands = Hands(qtbot)
    hands.walk_to(text)
    hands.press(Qt.Key.Key_Space)


def see(qtbot: QtBot, window: MainWindow, text: str) -> None:
    def is_seen() -> bool:
        labels = window.findChildren(QLabel)
        return any(text in label.text() and label.isVisible() for label in labels)

    qtbot.waitUntil(is_seen)


def lines(window: MainWindow, name: str) -> list[str]:
    lists = window.findChildren(QListWidget)
    found = next(one for one in lists if one.accessibleName() == name and one.isVisible())
    return [found.item(at).text() for at in range(found.count())]


def go_to_import(qtbot: QtBot) -> None:
    hands = Hands(qtbot)
    hands.press(Qt.Key.Key_2, CTRL)
    hands.press(Qt.Key.Key_I, CTRL | SHIFT)


def test_customers_come_in_go_out_and_come_in_again(
    qtbot: QtBot, window: MainWindow, file: Path
) -> None:
    assert window.shell is not None
    office = window.shell.client.office
    for number, value in enumerate(BUSINESS_IDS, start=1):
        known = Identifier("fi.business_id", value)
        office.do(contacts.add, ContactForm(f"Vanha {number}", identifiers=(known,)))

    go_to_import(qtbot)
    push(qtbot, window, "Choose a file…")
    see(qtbot, window, "995 new contacts · 3 rows with errors · 2 rows already here")
    told = lines(window, "Rows that are left out")
    assert [line.split(" · ")[0] for line in told] == [
        "✕ Row 18",
        "✕ Row 43",
        "✕ Row 101",
        "= Row 201",
        "= Row 301",
    ]
    assert told[3].endswith("same identifier as Vanha 1")
    push(qtbot, window, "Import 995 contacts")
    see(qtbot, window, "995 contacts imported")
    push(qtbot, window, "Undo")
    see(qtbot, window, "The import of asiakkaat.csv was taken back")
    assert len(office.ask(contacts.find, "asiakas")) == 0

    push(qtbot, window, "Choose a file…")
    push(qtbot, window, "Import 995 contacts")
    see(qtbot, window, "995 contacts imported")

    go_to_import(qtbot)
    push(qtbot, window, "Choose a file…")
    see(qtbot, window, "0 new contacts · 3 rows with errors · 997 rows already here")
    assert button(window, "Import 0 contacts") is None
    hands = Hands(qtbot)
    hands.press(Qt.Key.Key_W, CTRL)
    hands.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    see(qtbot, window, "997 contacts")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-15"])
def test_another_file_comes_in_whatever_made_it(
    qtbot: QtBot, window: MainWindow, file: Path, encoding: str
) -> None:
    rows = ["Nimi,Y-tunnus,Katuosoite,Postinumero,Postitoimipaikka"]
    rows += [f'"Käki, {no} Oy",,Katu {no},33{no:03},Tampere' for no in range(12)]
    rows += [",,Katu 1,33100,Tampere", "Väärä Oy,1234567-2,Katu 2,33100,Tampere"]
    file.write_bytes("\n".join(rows).encode(encoding))

    go_to_import(qtbot)
    push(qtbot, window, "Choose a file…")
    see(qtbot, window, "12 new contacts · 2 rows with errors")
    push(qtbot, window, "Import 12 contacts")
    see(qtbot, window, "12 contacts imported")

    assert window.shell is not None
    assert len(window.shell.client.office.ask(contacts.find, "Käki")) == 12
