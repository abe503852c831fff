"""Self-service: a name and a PIN open a calm window of one's own, which closes by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.domain.employees.employee import Employee
from app.domain.employees.own_changes import details_of
from app.services import leave_requests, leave_types, own, own_changes, own_hours, pins
from app.services.office import Office
from app.ui.employees.own.away_page import OwnAway
from app.ui.employees.own.file_page import OwnFilePage
from app.ui.employees.own.hours_page import OwnHours
from app.ui.employees.own.leave_page import AskOwnLeave, OwnLeave
from app.ui.employees.own.pay_page import OwnPay
from app.ui.employees.own.pin_dialogs import ChangePinDialog, EnterDialog
from app.ui.employees.own.window import OwnWindow
from app.ui.employees.page import EmployeePage
from app.ui.employees.pin_of import GivePinDialog
from app.ui.employees.places import EmployeePlaces
from app.ui.employees.to_do import PeopleToDo
from app.ui.employees.wishes import WishDialog, answer_wishes
from app.ui.kit.client import OfficeClient
from app.ui.kit.icons import FOLDER
from app.ui.kit.lane import Lanes
from app.ui.kit.settings import Settings
from app.ui.kit.shell import Shell
from app.ui.kit.texts import speak
from app.ui.kit.theme import Density, Look, theme
from app.ui.own_actions import OWN
from tests.employing import PRIVATE
from tests.services.own import CHOSEN, GIVEN, as_oneself, came_in
from tests.ui.clipping import clipped
from tests.windows import Settle

Opened = Callable[[Office], OwnWindow]
Show = Callable[[Any], Any]


@pytest.fixture
def opened(qtbot: QtBot, lanes: Lanes, settle: Settle) -> Opened:
    """Return what opens the window of who came in."""

    def shown(came: Office) -> OwnWindow:
        window = OwnWindow(OfficeClient(came, lanes), Settings(), "Maija Salonen")
        qtbot.addWidget(window)
        window.resize(1100, 760)
        window.show()
        settle()
        return window

    return shown


@pytest.fixture
def window(opened: Opened, office: Office, maija: Employee) -> OwnWindow:
    """The window of Maija, whose PIN is her own."""
    return opened(came_in(office, maija.id))


def page_of(window: OwnWindow, name: str) -> object:
    assert window.places is not None
    window.book.action(f"own.{name}").trigger()
    return window.places.current


def dialog_of(kind: type[QDialog]) -> QDialog | None:
    found = (one for one in QApplication.topLevelWidgets() if isinstance(one, kind))
    return next((one for one in found if one.isVisible()), None)


def test_a_given_pin_is_replaced_before_anything_is_seen(
    qtbot: QtBot, opened: Opened, office: Office, maija: Employee
) -> None:
    office.do(pins.give, maija.id, GIVEN)
    window = opened(as_oneself(office, maija.id))
    qtbot.waitUntil(lambda: dialog_of(ChangePinDialog) is not None)
    dialog = dialog_of(ChangePinDialog)
    assert isinstance(dialog, ChangePinDialog)
    assert window.places is None

    for field, text in ((dialog.former, GIVEN), (dialog.pin, CHOSEN), (dialog.again, "999")):
        QTest.keyClicks(field, text)
    dialog.send()
    assert "differ" in dialog.wrong.text()
    dialog.again.setText(CHOSEN)
    dialog.send()

    qtbot.waitUntil(lambda: window.places is not None)
    qtbot.waitUntil(lambda: "EMP" in window.about.text())


def test_who_makes_no_own_pin_sees_nothing(
    qtbot: QtBot, opened: Opened, office: Office, maija: Employee
) -> None:
    office.do(pins.give, maija.id, GIVEN)
    window = opened(as_oneself(office, maija.id))
    qtbot.waitUntil(lambda: dialog_of(ChangePinDialog) is not None)
    dialog = dialog_of(ChangePinDialog)
    assert dialog is not None

    with qtbot.waitSignal(window.ended):
        dialog.reject()

    assert window.places is None


def test_what_is_private_is_shown_and_a_change_is_asked_for(
    qtbot: QtBot, window: OwnWindow, office: Office, maija: Employee
) -> None:
    page = page_of(window, "file")
    assert isinstance(page, OwnFilePage)
    qtbot.waitUntil(lambda: PRIVATE.phone in page.private.texts())
    assert "€4,711.23 a month" in page.facts.texts()

    window.book.action("own.ask").trigger()
    assert page.form is not None
    window.book.action("own.send").trigger()
    qtbot.waitUntil(lambda: page.form is not None and "Nothing" in page.form.told.text())
    page.form.fields.phone.setText("+358 9 123")
    window.book.action("own.send").trigger()
    qtbot.waitUntil(lambda: page.form is None and page.wishes.chosen_id() is not None)

    (waiting,) = office.do(own_changes.show, maija.id).result
    assert waiting.asked is not None
    assert waiting.asked.parts == ("phone",)
    window.book.action("own.withdraw").trigger()
    qtbot.waitUntil(lambda: office.do(own_changes.show, maija.id).result == ())


def test_a_wrong_account_is_told_at_its_field_and_esc_goes_back(
    qtbot: QtBot, window: OwnWindow
) -> None:
    page = page_of(window, "file")
    assert isinstance(page, OwnFilePage)
    qtbot.waitUntil(lambda: page.file is not None)
    window.book.action("own.ask").trigger()
    assert page.form is not None

    page.form.fields.iban.setText("FI00")
    page.form.send()
    cell = page.form.fields.cell("account.iban")
    qtbot.waitUntil(lambda: cell.note.text().startswith("✕"))
    window.book.action("own.back").trigger()

    assert page.form is None
    assert not window.book.action("own.send").isEnabled()


def test_leave_is_asked_for_and_withdrawn(
    qtbot: QtBot, opened: Opened, office: Office, maija: Employee, settle: Settle
) -> None:
    office.do(leave_types.adopt)
    window = opened(came_in(office, maija.id))
    page = page_of(window, "leave")
    assert isinstance(page, OwnLeave)
    qtbot.waitUntil(lambda: "days left" in page.told.text())

    window.book.action("own.ask").trigger()
    qtbot.waitUntil(lambda: dialog_of(AskOwnLeave) is not None)
    dialog = dialog_of(AskOwnLeave)
    assert isinstance(dialog, AskOwnLeave)
    dialog.first.put(date(2026, 3, 16))
    dialog.last.put(date(2026, 3, 20))
    dialog.send()
    qtbot.waitUntil(lambda: len(office.ask(leave_requests.to_decide)) == 1)
    qtbot.waitUntil(lambda: window.book.action("own.withdraw").isEnabled())
    settle()

    (row,) = office.ask(leave_requests.to_decide)
    assert (row.request.employee_id, row.request.asked_by) == (maija.id, "Oneself")
    window.book.action("own.paper").trigger()
    qtbot.waitUntil(lambda: bool(page.papered.preview.pdf))
    window.book.action("own.paper").trigger()
    window.book.action("own.withdraw").trigger()
    qtbot.waitUntil(lambda: office.ask(leave_requests.to_decide) == ())


def test_hours_are_clocked_written_and_handed_in(
    qtbot: QtBot, window: OwnWindow, office: Office, maija: Employee
) -> None:
    page = page_of(window, "hours")
    assert isinstance(page, OwnHours)
    qtbot.waitUntil(lambda: page.opened is not None)

    edit = page.grid.edits[0]
    QTest.keyClicks(edit, "8-16")
    edit.editingFinished.emit()
    qtbot.waitUntil(lambda: "8:00" in page.sums.text())
    window.book.action("own.clock").trigger()
    qtbot.waitUntil(lambda: window.book.action("own.clock").text() == "Clock out")
    window.book.action("own.earlier").trigger()
    qtbot.waitUntil(lambda: "2 Mar" in page.about.text())
    window.book.action("own.later").trigger()
    qtbot.waitUntil(lambda: "9 Mar" in page.about.text())

    assert as_oneself(office, maija.id).ask(own_hours.opened, date(2026, 3, 10)).since is not None


def test_colleagues_and_payslips_have_their_places(qtbot: QtBot, window: OwnWindow) -> None:
    away = page_of(window, "away")
    assert isinstance(away, OwnAway)
    qtbot.waitUntil(lambda: "Mar 2026" in away.title.text())
    window.book.action("own.later").trigger()
    qtbot.waitUntil(lambda: "Apr 2026" in away.title.text())

    pay = page_of(window, "pay")
    assert isinstance(pay, OwnPay)
    qtbot.waitUntil(lambda: "No payslip yet" in pay.told.text())


def test_it_closes_by_itself_and_counts_down_before(qtbot: QtBot, window: OwnWindow) -> None:
    window.idle.limit = 2

    with qtbot.waitSignal(window.ended):
        qtbot.waitUntil(lambda: "Closes by itself in" in window.told.text())

    assert not window.isVisible()


def test_a_touch_keeps_it_open(qtbot: QtBot, window: OwnWindow) -> None:
    window.idle.limit = 1_000_000
    told: list[object] = []
    window.idle.left.connect(told.append)
    qtbot.waitUntil(lambda: len(told) == 2)

    QTest.keyClick(window, Qt.Key.Key_Shift)
    qtbot.waitUntil(lambda: len(told) == 3)

    assert told[0] != told[1]
    assert int(str(told[2])) >= int(str(told[1]))


def test_the_door_lists_who_has_a_pin_and_tells_how_many_tries_are_left(
    qtbot: QtBot, shell: Shell, office: Office, maija: Employee, window: OwnWindow
) -> None:
    dialog = EnterDialog(shell, window, office.ask(pins.people))
    came: list[object] = []
    dialog.came.connect(partial(_keep, came))
    dialog.open()

    dialog.send()
    assert "Type your PIN" in dialog.wrong.text()
    QTest.keyClicks(dialog.pin, GIVEN)
    dialog.send()
    qtbot.waitUntil(lambda: "4 tries" in dialog.wrong.text())
    for _time in range(4):
        dialog.pin.setText(GIVEN)
        dialog.send()
    qtbot.waitUntil(lambda: "wait 30 seconds" in dialog.wrong.text())
    office.do(pins.give, maija.id, GIVEN)
    dialog.pin.setText(GIVEN)
    with qtbot.waitSignal(dialog.came):
        dialog.send()

    assert came == [(maija.id, "Maija Salonen")]


def _keep(held: list[object], *told: object) -> None:
    held.append(told)


def test_the_personnel_office_gives_a_pin_on_the_persons_page_and_takes_it_away(
    qtbot: QtBot, shell: Shell, office: Office, maija: Employee, show: Show
) -> None:
    page = show(EmployeePage(shell, maija.id))
    qtbot.waitUntil(lambda: shell.book.action("employee.pin").isEnabled())

    shell.book.action("employee.pin").trigger()
    qtbot.waitUntil(lambda: dialog_of(GivePinDialog) is not None)
    dialog = dialog_of(GivePinDialog)
    assert isinstance(dialog, GivePinDialog)
    dialog.pin.setText("1234")
    dialog.send()
    qtbot.waitUntil(lambda: "stranger" in dialog.wrong.text())
    dialog.pin.setText(GIVEN)
    dialog.send()
    qtbot.waitUntil(lambda: office.ask(pins.standing, maija.id).is_set)
    qtbot.waitUntil(lambda: dialog_of(GivePinDialog) is None)

    shell.book.action("employee.pin").trigger()
    qtbot.waitUntil(lambda: dialog_of(GivePinDialog) is not None)
    again = dialog_of(GivePinDialog)
    assert isinstance(again, GivePinDialog)
    assert "not replaced" in again.accessibleDescription()
    again.take_away()
    qtbot.waitUntil(lambda: not office.ask(pins.standing, maija.id).is_set)
    assert page.person == maija.id


def test_what_a_person_asked_for_is_answered_from_what_is_due(
    qtbot: QtBot, shell: Shell, office: Office, maija: Employee, show: Show
) -> None:
    came = came_in(office, maija.id)
    details = replace(details_of(PRIVATE), phone="+358 9 123")
    came.do(own_changes.ask, details)
    places = show(EmployeePlaces(shell))
    places.show_section("to-do")
    page = places.current
    assert isinstance(page, PeopleToDo)
    qtbot.waitUntil(lambda: page.table.chosen_id() is not None)

    QTest.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog_of(WishDialog) is not None)
    dialog = dialog_of(WishDialog)
    assert isinstance(dialog, WishDialog)
    assert PRIVATE.phone in dialog.facts.texts()
    dialog.refuse()
    qtbot.waitUntil(lambda: "reason" in dialog.wrong.text())
    dialog.take()
    qtbot.waitUntil(lambda: dialog_of(WishDialog) is None)
    qtbot.waitUntil(lambda: page.table.chosen_id() is None)

    private = came.ask(own.file).seen.record.private
    assert private is not None
    assert private.phone == "+358 9 123"
    with qtbot.waitSignal(shell.noted):
        answer_wishes(shell, page, maija.id)


@pytest.mark.parametrize("mode", [("fi", 150), ("th", 100), ("xx", 100), ("en", 200)])
def test_nothing_is_cut_in_longer_words_or_larger_text(
    qtbot: QtBot, opened: Opened, office: Office, maija: Employee, mode: tuple[str, int]
) -> None:
    speech, size = mode
    speak(speech, "FI")
    theme().wear(Look.LIGHT, Density.NORMAL, size, still=True)
    window = opened(came_in(office, maija.id))
    window.resize(1280, 800)

    for name in ("file", "pay", "leave", "away", "hours"):
        page_of(window, name)
        qtbot.waitUntil(lambda: clipped(window) == [])


def test_everything_has_a_name_and_its_keys_are_its_own(window: OwnWindow, settle: Settle) -> None:
    for name in ("file", "pay", "leave", "away", "hours"):
        page = page_of(window, name)
        assert isinstance(page, QWidget)
        settle()
        fields = [one for one in page.findChildren(QLineEdit) if one.isVisible()]
        kinds = (QPushButton, QToolButton)
        buttons = [one for kind in kinds for one in page.findChildren(kind) if one.isVisible()]

        assert all(one.accessibleName() for one in fields), name
        assert all(one.accessibleName() or one.text() for one in buttons), name
    keys = Counter(key for row in OWN for key in (row.shortcut, row.also) if key)
    assert [key for key, count in keys.items() if count > 1] == []
    assert all((FOLDER / f"{row.icon}.svg").exists() for row in OWN if row.icon)


def test_time_runs_out_over_an_open_dialog_too(
    qtbot: QtBot, opened: Opened, office: Office, maija: Employee
) -> None:
    window = opened(came_in(office, maija.id))
    window.book.action("own.pin").trigger()
    qtbot.waitUntil(lambda: dialog_of(ChangePinDialog) is not None)
    window.idle.limit = 0

    with qtbot.waitSignal(window.ended):
        pass

    assert not window.isVisible()
    assert dialog_of(ChangePinDialog) is None
