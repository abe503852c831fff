"""Facets say how what was found falls, and narrow it by a click or a key."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.archive.found import NOTHING_FOUND, OfSender, OfType, OfYear
from app.domain.archive.row import Wanted
from app.domain.shared.ids import ContactId
from app.services.office import Office
from app.ui.archive.facets import Facet, Facets, Narrowing, facets
from app.ui.archive.naming import Naming
from app.ui.kit.texts import speak
from tests.ui.archive.conftest import type_of
from tests.ui.keys import press

DAY = date(2026, 3, 10)


@pytest.fixture
def pane(qtbot: QtBot, office: Office, naming: Naming) -> Facets:
    pane = Facets()
    qtbot.addWidget(pane)
    pane.resize(200, 400)
    pane.show()
    fill(pane, office, naming, Narrowing())
    return pane


def fill(pane: Facets, office: Office, naming: Naming, chosen: Narrowing) -> None:
    found = replace(
        NOTHING_FOUND,
        total=3,
        by_type=(OfType(type_of(office, "bill"), 2), OfType(None, 1)),
        by_year=(OfYear(2026, 2), OfYear(2025, 1)),
        by_sender=(OfSender(ContactId(7), "Voima Oy", 2), OfSender(None, "", 1)),
    )
    pane.fill(tuple(facets(found, naming, chosen, "Inbox")))


def test_every_group_is_told_with_its_counts(pane: Facets) -> None:
    told = [(one.text, one.count) for one in pane.shown()]

    assert told == [
        ("Only in Inbox", 0),
        ("Bill", 2),
        ("Without a type", 1),
        ("2026", 2),
        ("2025", 1),
        ("Voima Oy", 2),
    ]


def test_keys_go_over_captions_and_press_a_facet(qtbot: QtBot, pane: Facets) -> None:
    pressed: list[Facet] = []
    pane.pressed.connect(pressed.append)
    pane.setFocus()

    press(pane, Qt.Key.Key_Down)
    press(pane, Qt.Key.Key_Return)
    with qtbot.waitSignal(pane.left):
        press(pane, Qt.Key.Key_Escape)

    assert [one.text for one in pressed] == ["Bill"]


def test_what_is_chosen_is_said_and_can_be_taken_out(
    pane: Facets, office: Office, naming: Naming
) -> None:
    bill, voima = pane.shown()[1], pane.shown()[5]

    chosen = Narrowing().toggled(bill).toggled(voima)
    fill(pane, office, naming, chosen)

    assert [one.text for one in pane.shown() if one.is_chosen] == ["Bill", "Voima Oy"]
    said = pane.item(3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Bill, 2, chosen"
    assert chosen.onto(Wanted()) == Wanted(
        type_ids=(type_of(office, "bill"),), correspondent_ids=(ContactId(7),)
    )
    again = pane.shown()
    assert chosen.toggled(again[1]).toggled(again[5]) == Narrowing()


def test_a_year_and_no_type_are_asked_in_words(pane: Facets) -> None:
    here, _bill, untyped, _late, early, _voima = pane.shown()

    chosen = Narrowing().toggled(here).toggled(untyped).toggled(early)

    assert chosen.is_here
    assert chosen.question == "day:2025 is:untyped"
    assert chosen.onto(Wanted()) == Wanted()


def test_years_are_those_of_the_language(pane: Facets, office: Office, naming: Naming) -> None:
    speak("th", "TH")

    fill(pane, office, naming, Narrowing())

    assert [one.text for one in pane.shown()][3:5] == ["2569", "2568"]
