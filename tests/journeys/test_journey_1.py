"""Journey 1, the first day: a company is made by keys alone, and never made twice."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.domain.admin.company import Company
from app.domain.admin.preferences import Preferences
from app.domain.invoices.draft import Draft
from app.services import accounting, admin, invoices
from app.services.office import Office
from app.ui.front import Front
from app.ui.kit.crash import Crashes
from app.ui.kit.settings import Settings
from app.ui.kit.texts import speak
from app.ui.kit.theme import Density, Look, theme
from app.ui.modules import MODULES
from app.ui.welcome.door import Ways
from tests.journeys.hands import Hands, Key, dialogs
from tests.windows import bring_up

TODAY = date(2026, 3, 10)
MOST_STROKES = 25
Start = Callable[[str], Front]


@pytest.fixture
def start(
    qtbot: QtBot, qapp: QApplication, ways: Ways, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Start]:
    """Start the program in a language, as on a machine that knows no company."""
    monkeypatch.setenv("BACKDESK_CONFIG", str(tmp_path / "config"))
    theme().wear(Look.LIGHT, Density.NORMAL, 100, still=True)
    fronts: list[Front] = []

    def started(language: str) -> Front:
        settings = Settings(Preferences(language=language))
        front = Front(ways, settings, Crashes(tmp_path / "r"), MODULES, qapp)
        fronts.append(front)
        front.start(None)
        qtbot.waitUntil(lambda: front.window.welcome.country.count() > 1)
        bring_up(qtbot, front.window)
        return front

    yield started
    for front in fronts:
        left(qtbot, front)
        for texts in front._texts:
            qapp.removeTranslator(texts)
    speak("en")


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    return Hands(qtbot)


def left(qtbot: QtBot, front: Front) -> None:
    """Close the program; its office is closed with it."""
    if front.window.isVisible():
        with qtbot.waitSignal(front.window.closed):
            front.window.close()


def entered(qtbot: QtBot, front: Front) -> Office:
    """Return the office once its window is shown."""
    qtbot.waitUntil(lambda: front.window.shell is not None)
    assert front.window.shell is not None
    return front.window.shell.client.office


def make(hands: Hands, name: str, country: str) -> None:
    """Choose the country by its first letters, type the name and pass over the password."""
    hands.press(Key.Key_Tab)
    for letter in country:
        hands.press(Key(ord(letter)))
    hands.press(Key.Key_Tab)
    hands.name(name)
    hands.press(Key.Key_Return, times=2)


def fingerprint(folder: Path) -> dict[str, str]:
    """Return what every file of an office holds."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


@pytest.mark.parametrize(
    ("language", "letters", "name", "country", "rates"),
    [
        ("en", "FI", "Lumo & Suoni Oy", "FI", ["25.5", "13.5", "10", "0"]),
        ("fi", "", "Puu ja Penkki Oy", "FI", ["25.5", "13.5", "10", "0"]),
        ("th", "", "บริษัท ตัวอย่างสยาม จำกัด", "TH", ["7", "0"]),
        ("en", "U", "Sample Works LLC", "US", ["0"]),
    ],
)
def test_a_company_is_made_with_a_name_and_few_keys(
    *,
    qtbot: QtBot,
    start: Start,
    hands: Hands,
    tmp_path: Path,
    language: str,
    letters: str,
    name: str,
    country: str,
    rates: list[str],
) -> None:
    front = start(language)

    make(hands, name, letters)
    office = entered(qtbot, front)

    company = office.ask(admin.company)
    assert hands.strokes <= MOST_STROKES
    assert (company.name, company.country, company.is_sample) == (name, country, False)
    assert dialogs() == []
    assert list(tmp_path.glob("*.backdesk")) == [tmp_path / f"{name}.backdesk"]
    check_the_books(office, company, rates)


def check_the_books(office: Office, company: Company, rates: list[str]) -> None:
    """Chart, VAT codes, series and layouts are there, and nothing is booked yet."""
    balance = office.ask(accounting.trial_balance, TODAY)
    codes = office.ask(admin.pack).vat
    known = {code.rate_on(TODAY) for code in codes}
    series = {one.kind for one in office.ask(admin.series)}
    page = office.ask(invoices.preview, Draft())

    assert len(office.ask(accounting.accounts)) >= 20
    assert balance.difference_minor == 0
    assert all(row.balance_minor == 0 for row in balance.rows)
    assert {Decimal(rate) for rate in rates} <= known
    assert {"invoice", "journal"} <= series
    assert page.startswith(b"%PDF")


def test_a_second_start_refuses_the_same_name(
    qtbot: QtBot, start: Start, hands: Hands, tmp_path: Path
) -> None:
    first = start("en")
    make(hands, "Lumo & Suoni Oy", "FI")
    entered(qtbot, first)
    left(qtbot, first)
    before = fingerprint(tmp_path / "Lumo & Suoni Oy.backdesk")
    second = start("en")

    make(hands, "Lumo & Suoni Oy", "G")
    qtbot.waitUntil(lambda: len(dialogs()) == 1)

    (refusal,) = dialogs()
    told = " ".join(label.text() for label in refusal.findChildren(QLabel))
    assert "Lumo & Suoni Oy" in told
    hands.press(Key.Key_Escape)
    qtbot.waitUntil(lambda: dialogs() == [])
    assert second.window.shell is None
    assert second.window.welcome.name.value() == "Lumo & Suoni Oy"
    assert fingerprint(tmp_path / "Lumo & Suoni Oy.backdesk") == before


def test_after_a_refusal_another_name_is_typed_over_the_first(
    qtbot: QtBot, start: Start, hands: Hands, tmp_path: Path
) -> None:
    (tmp_path / "Lumo.backdesk").mkdir()
    front = start("en")
    make(hands, "Lumo", "FI")
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    hands.press(Key.Key_Escape)
    qtbot.waitUntil(lambda: hands.is_at("Company name"))

    hands.name("Lumo 2")
    hands.press(Key.Key_Return, times=2)
    office = entered(qtbot, front)

    assert office.ask(admin.company).name == "Lumo 2"
    assert list((tmp_path / "Lumo.backdesk").iterdir()) == []


def test_the_sample_company_is_apart_from_the_real_one(
    qtbot: QtBot, start: Start, hands: Hands, tmp_path: Path
) -> None:
    first = start("en")
    make(hands, "Lumo", "FI")
    entered(qtbot, first)
    left(qtbot, first)
    before = fingerprint(tmp_path / "Lumo.backdesk")
    second = start("en")

    hands.walk_to("Take the sample company")
    hands.press(Key.Key_Space)
    sample = entered(qtbot, second)

    assert sample.ask(admin.company).is_sample
    assert fingerprint(tmp_path / "Lumo.backdesk") == before
    assert len(list(tmp_path.glob("*.backdesk"))) == 2
