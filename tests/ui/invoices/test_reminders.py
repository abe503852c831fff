"""Reminders in the window: prepared, changed, issued, sent and withdrawn from the keyboard."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from app.domain.reminders.run import LetterState, Reminder, RunState, RunTerms
from app.domain.shared.ids import ContactId, InvoiceId, ReminderRunId
from app.services import claims, open_items, reminder_issuing, reminder_sending, reminders
from app.services.office import Office
from app.ui.invoices.open_items import OpenItemsList
from app.ui.invoices.reminder_dialog import RunDialog, begin_run
from app.ui.invoices.reminder_page import ReminderRunPage
from app.ui.invoices.reminder_paper import ReminderPaperPage
from app.ui.invoices.reminders import RemindersList
from app.ui.kit.dialogs import Dialog
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from tests.reminding import due
from tests.ui.invoices.conftest import Trade
from tests.windows import Settle


@dataclass(slots=True)
class Desk:
    """An office with an overdue invoice, and a window to show pages in."""

    office: Office
    shell: Shell
    settle: Settle
    invoice: InvoiceId
    frame: QMainWindow
    qtbot: QtBot

    def show(self, page: QWidget) -> None:
        """Show a page in the window, with its actions."""
        self.shell.book.enter((page,))
        self.frame.setCentralWidget(page)
        self.settle()

    def press(self, action: str) -> None:
        """Do an action, once it is possible, and wait until the office has answered."""
        wanted = self.shell.book.action(action)
        self.qtbot.waitUntil(wanted.isEnabled)
        wanted.trigger()
        self.settle()

    def answer(self, page: QWidget, words: str = "") -> None:
        """Write into the dialog that is open over a page, and accept it."""
        (dialog,) = page.findChildren(Dialog)
        for field in dialog.findChildren(QLineEdit)[:1]:
            field.setText(words or field.text())
        dialog.accept()
        self.settle()


@pytest.fixture
def desk(  # noqa: PLR0917  the fixtures that it is made of
    office: Office, shell: Shell, settle: Settle, trade: Trade, frame: QMainWindow, qtbot: QtBot
) -> Desk:
    due_on = office.clock.today() - timedelta(days=45)
    contact = ContactId(trade.aamu.id)
    invoice = due(office, "1000", due_on, contact)
    return Desk(office, shell, settle, invoice.id, frame, qtbot)


def a_run(desk: Desk) -> ReminderRunPage:
    """Prepare a run and show it."""
    run = desk.office.do(reminders.prepare, None, RunTerms(7, 14, 7)).result
    page = ReminderRunPage(desk.shell, run.id)
    desk.show(page)
    desk.qtbot.waitUntil(lambda: page.letter() is not None)
    return page


def letter_of(page: ReminderRunPage) -> Reminder:
    letter = page.letter()
    assert letter is not None
    return letter


def strip() -> Strip:
    return Strip((("open-items", "Open items"), ("reminders", "Reminders")), "reminders")


def stands(desk: Desk, page: ReminderRunPage, state: LetterState) -> None:
    """Wait until the chosen letter stands so."""
    desk.qtbot.waitUntil(lambda: letter_of(page).state is state)


def test_a_letter_is_left_out_and_the_undo_takes_it_in_again(desk: Desk) -> None:
    page = a_run(desk)

    desk.press("reminder.leave-out")
    stands(desk, page, LetterState.LEFT_OUT)
    desk.press("reminder.leave-out")
    stands(desk, page, LetterState.READY)

    assert desk.office.ask(reminders.counts)["ready"] == 1


def test_a_level_is_raised_by_its_digit_and_the_usual_one_comes_back(desk: Desk) -> None:
    page = a_run(desk)

    desk.press("reminder.level-3")
    desk.qtbot.waitUntil(lambda: letter_of(page).level == 3)
    desk.press("reminder.usual")

    desk.qtbot.waitUntil(lambda: letter_of(page).level == 1)


def test_letters_are_issued_saved_noted_as_sent_and_withdrawn(desk: Desk, tmp_path: Path) -> None:
    page = a_run(desk)
    desk.press("invoice.issue")
    stands(desk, page, LetterState.ISSUED)
    letter = letter_of(page)

    page.verbs.file.save_as(str(tmp_path / "all.pdf"))
    desk.qtbot.waitUntil((tmp_path / "all.pdf").exists)
    desk.press("reminder.sent")
    desk.qtbot.waitUntil(
        lambda: len(desk.office.ask(reminder_sending.dispatches, (letter.id,))) == 1
    )
    desk.press("reminder.withdraw")
    desk.answer(page, "Sent to the wrong firm")

    stands(desk, page, LetterState.WITHDRAWN)
    assert desk.office.ask(reminders.get, page.run_id).run.state is RunState.ISSUED


def test_a_run_is_discarded_and_its_tab_closes(desk: Desk) -> None:
    page = a_run(desk)

    desk.press("invoice.discard")
    with desk.qtbot.waitSignal(page.finished):
        desk.answer(page)

    assert desk.office.ask(reminders.runs) == ()


def test_who_gets_none_is_told_why_in_place_of_the_page(desk: Desk) -> None:
    desk.office.do(claims.dispute, (desk.invoice,), "Wrong colour")

    page = a_run(desk)

    desk.qtbot.waitUntil(lambda: "Wrong colour" in page.told.text())
    assert letter_of(page).state is LetterState.SKIPPED


def test_the_dialog_prepares_with_what_is_written(desk: Desk) -> None:
    begin_run(desk.shell, desk.frame)
    desk.qtbot.waitUntil(lambda: bool(desk.frame.findChildren(RunDialog)))
    (dialog,) = desk.frame.findChildren(RunDialog)
    dialog.agreed.put(Decimal("10.5"))
    dialog.fee.put(Decimal(15))
    dialog.grace_days.put(Decimal(3))

    dialog._take()
    desk.qtbot.waitUntil(lambda: bool(desk.office.ask(reminders.runs)))

    (row,) = desk.office.ask(reminders.runs)
    assert (row.run.terms.agreed, row.run.terms.fee) == (Decimal("10.5"), Decimal(15))
    assert row.run.terms.grace_days == 3
    desk.settle()


def test_the_dialog_tells_what_cannot_be(desk: Desk) -> None:
    begin_run(desk.shell, desk.frame)
    desk.qtbot.waitUntil(lambda: bool(desk.frame.findChildren(RunDialog)))
    (dialog,) = desk.frame.findChildren(RunDialog)
    dialog.day.put(desk.office.clock.today() + timedelta(days=1))

    dialog._take()

    desk.qtbot.waitUntil(lambda: "✕" in dialog.notes.text())
    dialog.reject()
    assert desk.office.ask(reminders.runs) == ()


def test_the_dialog_names_what_it_cannot_read_and_goes_there(desk: Desk) -> None:
    dialog = RunDialog(desk.shell, desk.frame, desk.office.ask(reminders.usual))
    dialog.show()
    dialog.agreed.setText("much")

    dialog._take()

    assert dialog.isVisible()
    assert "“much” is not a number" in dialog.notes.text()
    assert dialog.focusWidget() is dialog.agreed
    dialog.reject()


def test_a_rate_that_the_table_does_not_know_is_asked_for(desk: Desk) -> None:
    late = reminders.Usual(date(2026, 8, 1), RunTerms(7, 14, 7), ())
    dialog = RunDialog(desk.shell, desk.frame, late)
    law = desk.office.ask(reminders.check, desk.office.clock.today(), RunTerms(7, 14, 7))
    assert law == ()

    dialog._warn(desk.office.ask(reminders.check, date(2026, 8, 1), RunTerms(7, 14, 7)))
    dialog.base.put(Decimal("2.5"))

    assert not dialog.base.isHidden()
    assert [(one.since, one.rate) for one in dialog.terms().base] == [
        (date(2026, 7, 1), Decimal("2.5"))
    ]
    dialog.reject()


def test_the_list_shows_runs_and_opens_them(desk: Desk) -> None:
    run = desk.office.do(reminders.prepare, None, RunTerms(7, 14, 7)).result
    page = RemindersList(desk.shell, strip())
    desk.show(page)
    desk.qtbot.waitUntil(lambda: page.model.rowCount() == 1)

    assert page.model.id_at(0) == run.id
    assert page.model.index(0, 4).data() == "Not issued"


def test_one_reminder_is_shown_as_it_was_filed(desk: Desk) -> None:
    run = desk.office.do(reminders.prepare, None, RunTerms(7, 14, 7)).result
    desk.office.run(reminder_issuing.issue, ReminderRunId(run.id))
    (letter,) = desk.office.ask(reminders.letters, run.id)

    page = ReminderPaperPage(desk.shell, letter.id)
    desk.show(page)

    desk.qtbot.waitUntil(lambda: page.windowTitle() == letter.number)
    assert page.state.text() == "Issued"


def test_an_open_item_is_disputed_resumed_stopped_and_shown_so(desk: Desk) -> None:
    page = OpenItemsList(desk.shell, strip())
    desk.show(page)
    desk.qtbot.waitUntil(lambda: page.seen is not None)

    desk.press("claim.dispute")
    desk.answer(page, "Wrong colour")
    desk.qtbot.waitUntil(lambda: page.seen is not None and page.seen.is_disputed)
    assert page.model.index(0, 5).data() == "Disputed"
    desk.press("claim.resume")
    desk.qtbot.waitUntil(lambda: page.seen is not None and not page.seen.is_disputed)
    desk.press("claim.stop")
    desk.qtbot.waitUntil(lambda: page.seen is not None and page.seen.is_stopped)

    (item,) = desk.office.ask(open_items.rows, (desk.invoice,))
    assert item.is_stopped
