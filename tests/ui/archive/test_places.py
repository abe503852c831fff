from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.shared.ids import DocumentTypeId, TagId
from app.services import kinds
from app.services.filing import Counted
from app.services.office import Office
from app.ui.archive.naming import Naming
from app.ui.archive.places import Place, Places, places
from tests.ui.archive.conftest import type_of
from tests.ui.keys import press

DAY = date(2026, 3, 10)


def counted(
    types: Mapping[DocumentTypeId, int] | None = None, tags: Mapping[TagId, int] | None = None
) -> Counted:
    return Counted({"inbox": 2, "filed": 7}, types or {}, tags or {}, 1, 0, DAY)


@pytest.fixture
def shown(qtbot: QtBot) -> Places:
    shown = Places()
    qtbot.addWidget(shown)
    shown.resize(200, 400)
    shown.show()
    return shown


def test_places_name_what_there_is_and_count_it(office: Office) -> None:
    cars = office.do(kinds.add_tag, "Cars").result
    office.do(kinds.add_tag, "Leases", cars.id)
    naming = Naming()
    naming.learn(office.ask(kinds.sorting))

    found = list(places(naming, counted({type_of(office, "bill"): 3}, {cars.id: 1})))

    told = [(one.text, one.count, one.depth) for one in found]
    assert told == [
        ("Inbox", 2, 0),
        ("All filed", 7, 0),
        ("Step due", 0, 0),
        ("Sealed", 1, 0),
        ("Trash", 0, 0),
        ("Types", 0, 0),
        ("Bill", 3, 0),
        ("Tags", 0, 0),
        ("Cars", 1, 0),
        ("Leases", 0, 1),
    ]


def test_keys_lead_from_place_to_place_over_captions(
    qtbot: QtBot, shown: Places, office: Office
) -> None:
    naming = Naming()
    naming.learn(office.ask(kinds.sorting))
    shown.fill(list(places(naming, counted({type_of(office, "bill"): 3}))))
    went: list[str] = []
    shown.chosen.connect(lambda place: went.append(place.key))
    shown.go("trash")

    press(shown, Qt.Key.Key_Down)

    assert went[0] == "trash" and went[-1].startswith("type:")
    with qtbot.waitSignal(shown.left):
        press(shown, Qt.Key.Key_Return)


def test_news_keep_the_place_and_a_place_that_is_gone_leads_to_the_first(shown: Places) -> None:
    first, second = Place("inbox", "Inbox", count=1), Place("tag:1", "Cars")
    shown.fill((first, second))
    shown.go("tag:1")
    went: list[str] = []
    shown.chosen.connect(lambda place: went.append(place.key))

    shown.fill((first, second))
    kept = shown.place
    shown.fill((first,))

    assert kept is not None and kept.key == "tag:1"
    assert went == ["inbox"]
    assert not shown.go("nowhere")


def test_every_look_and_language_paints_places(shown: Places) -> None:
    shown.fill((Place("inbox", "Inbox", "inbox", count=1200), Place("", "Types"), Place("t", "T")))

    picture = shown.grab()

    assert not picture.isNull()
    assert shown.item(0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("Inbox, 1")
