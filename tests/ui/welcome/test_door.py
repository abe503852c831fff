"""The door: offices come open from the long lane, or a refusal does."""

from __future__ import annotations

import sys
import threading
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.shared.refusals import OfficeError
from app.services.welcome import NewOffice
from app.ui.kit.lane import Lanes
from app.ui.welcome.door import Door, Opened, Ways

NEW = NewOffice("Lumo & Suoni Oy", "FI", "fi")


@pytest.fixture
def door(ways: Ways, lanes: Lanes) -> Door:
    return Door(ways, lanes)


def opened_of(args: list[object] | None) -> Opened:
    assert args is not None
    (opened,) = args
    assert isinstance(opened, Opened)
    return opened


def test_a_new_office_comes_open_with_its_company(qtbot: QtBot, door: Door, tmp_path: Path) -> None:
    path = tmp_path / "Lumo.backdesk"

    with qtbot.waitSignal(door.opened) as told:
        door.create(path, NEW)

    opened = opened_of(told.args)
    assert (opened.path, opened.company.name) == (path, "Lumo & Suoni Oy")
    opened.office.close()


def test_an_office_is_opened_again(qtbot: QtBot, door: Door, tmp_path: Path) -> None:
    path = tmp_path / "Lumo.backdesk"
    with qtbot.waitSignal(door.opened) as told:
        door.create(path, NEW)
    opened_of(told.args).office.close()

    with qtbot.waitSignal(door.opened) as again:
        door.open(path)

    assert opened_of(again.args).company.country == "FI"
    opened_of(again.args).office.close()


def test_what_is_no_office_is_refused_with_its_path(
    qtbot: QtBot, door: Door, tmp_path: Path
) -> None:
    with qtbot.waitSignal(door.refused) as told:
        door.open(tmp_path / "nothing.backdesk")

    assert told.args is not None
    assert told.args[0] == tmp_path / "nothing.backdesk"
    assert isinstance(told.args[1], OfficeError)


def test_the_countries_come_with_the_services(qtbot: QtBot, door: Door) -> None:
    with qtbot.waitSignal(door.countries) as told:
        door.warm_up()

    assert told.args is not None
    assert [choice.code for choice in told.args[0]][:2] == ["FI", "TH"]
    assert door.known == told.args[0]


def test_what_prints_is_loaded_in_the_long_lane(qtbot: QtBot, door: Door, lanes: Lanes) -> None:
    with qtbot.waitSignal(lanes.long.idle):
        door.prepare_papers()

    assert "app.documents.pdf.book" in sys.modules


def test_parts_are_loaded_in_their_order_before_the_office(qtbot: QtBot, door: Door) -> None:
    loaded: list[str] = []

    parts = ("first tab", "the rest")
    door.load(*(partial(loaded.append, part) for part in parts), then=partial(loaded.append, "end"))

    qtbot.waitUntil(lambda: loaded == ["first tab", "the rest", "end"])


def test_an_office_is_let_in_once_what_it_shows_first_is_loaded(
    qtbot: QtBot, door: Door, tmp_path: Path
) -> None:
    seen: list[object] = []
    door.opened.connect(seen.append)
    door.load_first(partial(seen.append, "first tab"), then=partial(seen.append, "warm"))
    for _turn in range(50):
        door.load(partial(seen.append, "the rest"))

    with qtbot.waitSignal(door.opened):
        door.create(tmp_path / "Lumo.backdesk", NEW)

    opened = next(one for one in seen if isinstance(one, Opened))
    assert seen.index("first tab") < seen.index("warm") < seen.index(opened)
    opened.office.close()


def test_parts_of_the_window_are_loaded_in_its_thread(qtbot: QtBot, door: Door) -> None:
    threads: list[int] = []

    def part() -> None:
        threads.append(threading.get_ident())

    door.load(part)

    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [threading.get_ident()]
    assert not door.is_loading


def test_the_sample_tells_how_far_it_is_and_goes_again(
    qtbot: QtBot, door: Door, tmp_path: Path
) -> None:
    path = tmp_path / "Sample.backdesk"
    told: list[object] = []

    with qtbot.waitSignal(door.opened) as made:
        door.create_sample(path, "FI").progressed.connect(lambda done, _of: told.append(done))
    opened = opened_of(made.args)
    opened.office.close()
    with qtbot.waitSignal(door.removed):
        door.remove_sample(path)

    assert opened.company.is_sample
    assert told
    assert not path.exists()


def test_a_sample_that_cannot_be_made_ends_its_work(
    qtbot: QtBot, door: Door, tmp_path: Path
) -> None:
    path = tmp_path / "Lumo.backdesk"
    with qtbot.waitSignal(door.opened) as told:
        door.create(path, NEW)
    opened_of(told.args).office.close()

    work = door.create_sample(path, "FI")
    with qtbot.waitSignals([work.ended, door.refused]):
        pass
