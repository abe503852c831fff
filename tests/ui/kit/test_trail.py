from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.kit.trail import Place, Trail


def places(qtbot: QtBot, count: int) -> list[Place]:
    made = [Place("books", QWidget()) for _number in range(count)]
    for place in made:
        qtbot.addWidget(place.page)
    return made


def is_open(place: Place) -> bool:
    return True


def test_a_clerk_goes_back_and_forward_again(qtbot: QtBot) -> None:
    one, two, three = places(qtbot, 3)
    trail = Trail()
    for place in (one, two, three, three):
        trail.visit(place)

    way = [trail.step(by, is_open) for by in (-1, -1, -1, 1, 1, 1)]

    assert way == [two, one, None, two, three, None]


def test_a_closed_page_is_stepped_over(qtbot: QtBot) -> None:
    one, two, three = places(qtbot, 3)
    trail = Trail()
    for place in (one, two, three):
        trail.visit(place)

    assert trail.step(-1, lambda place: place is not two) == one


def test_going_elsewhere_forgets_what_lay_ahead(qtbot: QtBot) -> None:
    one, two, three = places(qtbot, 3)
    trail = Trail()
    trail.visit(one)
    trail.visit(two)
    trail.step(-1, is_open)

    trail.visit(three)

    assert trail.step(1, is_open) is None
    assert trail.step(-1, is_open) == one


def test_a_long_way_is_forgotten_from_its_beginning(qtbot: QtBot) -> None:
    trail = Trail()
    many = places(qtbot, 60)
    for place in many:
        trail.visit(place)

    way = []
    while (back := trail.step(-1, is_open)) is not None:
        way.append(back)

    assert len(way) == 49
    assert Trail().step(-1, is_open) is None
