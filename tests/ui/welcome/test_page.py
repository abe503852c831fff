"""The first page: at most three answers, nothing is overwritten, everything by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.domain.admin.preferences import Preferences
from app.services import welcome
from app.services.welcome import CountryChoice
from app.ui.kit.lane import Lanes
from app.ui.kit.settings import Settings
from app.ui.welcome.door import Door, Ways
from app.ui.welcome.page import WelcomePage, likely, papers_in
from tests.ui.keys import press, type_in


@pytest.fixture
def door(ways: Ways, lanes: Lanes) -> Door:
    return Door(ways, lanes)


@pytest.fixture
def page(qtbot: QtBot, door: Door) -> WelcomePage:
    page = WelcomePage(door, Settings(Preferences(recent=("/offices/R&D.backdesk",))))
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    return page


def test_nothing_can_be_made_before_the_services_are_there(page: WelcomePage) -> None:
    type_in(page.name, "Lumo")

    assert not page.make.isEnabled()
    assert not page.sample.isEnabled()
    assert page.other.isEnabled()


def test_a_name_is_the_only_answer_one_has_to_give(page: WelcomePage, tmp_path: Path) -> None:
    page.offer(welcome.countries())
    before = page.make.isEnabled()

    type_in(page.name, "Lumo & Suoni Oy")

    assert (before, page.make.isEnabled()) == (False, True)
    assert str(tmp_path / "Lumo & Suoni Oy.backdesk") in page.place.text()


def test_the_country_of_the_language_is_chosen_beforehand(page: WelcomePage) -> None:
    page.offer(welcome.countries())

    choice = page.country.value()
    assert choice is not None
    assert choice.code in {"FI", "US", "DE", "TH"}


@pytest.mark.parametrize(
    ("speech", "here", "chosen"),
    [
        ("en", "US", "US"),
        ("en", "FI", "FI"),
        ("fi", "US", "FI"),
        ("th", "", "TH"),
        ("fi", "TH", "FI"),
        ("en", "", "FI"),
        ("en", "FR", "FI"),
        ("xx", "TH", "FI"),
    ],
)
def test_the_country_where_the_machine_is_comes_before_others_of_its_language(
    speech: str, here: str, chosen: str
) -> None:
    found = likely(welcome.countries(), speech, here)

    assert found is not None
    assert found.code == chosen
    assert likely((), speech, here) is None


def test_enter_without_a_name_asks_for_it(qtbot: QtBot, page: WelcomePage) -> None:
    page.offer(welcome.countries())
    page.activateWindow()
    page.password.setFocus()
    qtbot.waitUntil(page.password.hasFocus)

    press(page.password, Qt.Key.Key_Return)

    qtbot.waitUntil(page.name.hasFocus)


def test_a_company_with_a_password_is_made_and_needs_it(
    qtbot: QtBot, page: WelcomePage, door: Door, tmp_path: Path
) -> None:
    page.offer(welcome.countries())
    type_in(page.name, "Lumo")
    type_in(page.password, "salasana")

    with qtbot.waitSignal(door.opened) as opened:
        page.make.click()

    assert opened.args is not None
    opened.args[0].office.close()
    with qtbot.waitSignal(door.refused) as refused:
        door.open(tmp_path / "Lumo.backdesk")
    assert refused.args is not None
    assert refused.args[1].code == "keys.password-needed"


def test_recent_companies_are_one_click_away_and_named_as_they_are(
    qtbot: QtBot, page: WelcomePage, door: Door
) -> None:
    (recent,) = (
        button for button in page.findChildren(QPushButton) if button.accessibleName() == "R&D"
    )

    with qtbot.waitSignal(door.refused):
        recent.click()

    assert recent.toolTip() == "/offices/R&D.backdesk"
    assert not page.form.isEnabled()
    assert not recent.isEnabled()


def test_choosing_a_language_speaks_it(qtbot: QtBot, page: WelcomePage) -> None:
    with qtbot.waitSignal(page.spoken) as spoken:
        page.language.put("th")
        page.language.edited.emit()

    assert spoken.args == ["th"]


def test_the_page_asks_at_most_three_things(page: WelcomePage) -> None:
    required = [page.language, page.country, page.name]

    assert len(required) == 3
    assert "optional" in page.form.cell("password").label.text()


def test_a_page_that_is_shown_again_holds_nothing_of_before(page: WelcomePage) -> None:
    page.offer(welcome.countries())
    type_in(page.name, "Lumo")
    page.set_busy(busy=True)

    page.renew()

    assert page.name.value() == ""
    assert page.form.isEnabled()
    assert len([one for one in page.findChildren(QPushButton) if one.toolTip()]) >= 1


def test_a_page_made_late_knows_the_countries_at_once(qtbot: QtBot, door: Door) -> None:
    with qtbot.waitSignal(door.countries):
        door.warm_up()

    page = WelcomePage(door, Settings())
    qtbot.addWidget(page)

    assert page.country.count() == len(welcome.countries())


@pytest.mark.parametrize(
    ("languages", "speech", "papers"),
    [
        (("fi", "sv", "en"), "en", "en"),
        (("fi", "sv", "en"), "fi", "fi"),
        (("fi", "sv", "en"), "th", "fi"),
        (("de", "en"), "en", "de"),
        (("en",), "fi", "en"),
    ],
)
def test_papers_speak_the_language_of_the_country_or_of_the_clerk(
    languages: tuple[str, ...], speech: str, papers: str
) -> None:
    country = CountryChoice("XX", {"en": "Somewhere"}, languages, "EUR")

    assert papers_in(country, speech) == papers
