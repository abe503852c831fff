"""The bar says which days, person, area and record the log is narrowed to."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.domain.admin.log import EVERYTHING, LogWanted
from app.ui.admin.log_bar import LogBar

TODAY = date(2026, 3, 10)


@pytest.fixture
def bar(qtbot: QtBot) -> LogBar:
    made = LogBar(lambda: TODAY)
    qtbot.addWidget(made)
    made.know(("Aino", "Boon"))
    return made


def test_everything_narrows_together(bar: LogBar, qtbot: QtBot) -> None:
    bar.since.put(TODAY)
    bar.person.put("Boon")
    bar.area.put("contacts")
    with qtbot.waitSignal(bar.changed):
        bar.area.edited.emit()

    assert bar.wanted == LogWanted(since=TODAY, who="Boon", area="contacts")
    assert bar.is_narrowed


def test_a_record_stands_alone_until_it_is_let_go(bar: LogBar, qtbot: QtBot) -> None:
    bar.person.put("Boon")
    bar.person.edited.emit()
    bar.show_record("contact:12", "Contact Aamu")

    assert bar.wanted == LogWanted(record="contact:12")
    assert "Contact Aamu" in bar.record.toolTip()
    with qtbot.waitSignal(bar.changed):
        bar.record.click()
    assert bar.wanted == EVERYTHING
    assert bar.record.isHidden()


def test_nothing_new_asks_nothing(bar: LogBar, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(bar.changed):
        bar.area.edited.emit()


def test_it_is_cleared(bar: LogBar) -> None:
    bar.since.put(TODAY)
    bar.since.editingFinished.emit()
    bar.clear()

    assert bar.wanted == EVERYTHING
    assert bar.since.value() is None


def test_what_is_no_day_is_told_at_its_field_until_it_is_one(bar: LogBar) -> None:
    bar.since.setText("foo")
    bar.since.editingFinished.emit()
    told = bar.since.accessibleDescription(), bar.since.property("problem")

    bar.since.put(TODAY)
    bar.since.editingFinished.emit()

    assert "foo" in told[0]
    assert told[1] == "bad"
    assert bar.since.accessibleDescription() == ""
    assert bar.since.toolTip() == "From the day"
