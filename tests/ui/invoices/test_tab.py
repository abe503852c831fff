"""The list of invoices by keys alone: find, filter, open, issue, copy, discard, go on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.invoices.draft import Draft
from app.domain.invoices.invoice import State
from app.domain.shared.ids import InvoiceId
from app.domain.shared.paging import View
from app.services import invoices
from app.services.office import Office
from app.ui.invoices.tab import InvoicesTab
from app.ui.kit.shell import Shell
from app.ui.kit.theme import theme
from tests.ui.invoices.clerk import CTRL, SHIFT, Clerk, Key
from tests.ui.invoices.conftest import Trade
from tests.ui.invoices.test_page import a_draft, buttons, dialog


@pytest.fixture
def drafted(office: Office, trade: Trade) -> InvoiceId:
    return office.do(invoices.draft, a_draft(trade)).result.id


@pytest.fixture
def issued(office: Office, trade: Trade) -> InvoiceId:
    draft = office.do(invoices.draft, a_draft(trade)).result
    return office.do(invoices.issue, draft.id).result.id


@pytest.fixture
def wanted(shell: Shell) -> list[tuple[str, object]]:
    """What the tab asked the window to open."""
    asked: list[tuple[str, object]] = []
    shell.wanted.connect(lambda kind, record: asked.append((kind, record)))
    return asked


def shown(tab: InvoicesTab, clerk: Clerk) -> list[list[str]]:
    def rows() -> list[list[str]]:
        model = tab.model
        return [
            [model.index(row, column).data() for column in range(7)]
            for row in range(model.rowCount())
        ]

    rows()
    clerk.settle()
    return rows()


def test_the_list_shows_number_customer_days_sums_and_state(
    issued: InvoiceId, drafted: InvoiceId, tab: InvoicesTab, clerk: Clerk
) -> None:
    assert shown(tab, clerk) == [
        ["–", "Kahvila Aamu Oy", "", "", "€100.00", "€125.50", "Draft"],
        [
            "20260001",
            "Kahvila Aamu Oy",
            "10 Mar 2026",
            "24 Mar 2026",
            "€100.00",
            "€125.50",
            "Still open",
        ],
    ]


def test_the_model_of_the_list_is_sound(
    issued: InvoiceId, drafted: InvoiceId, tab: InvoicesTab, clerk: Clerk
) -> None:
    QAbstractItemModelTester(tab.model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    tab.refresh()
    clerk.settle()

    assert tab.model.rowCount() == 2


def test_an_empty_list_says_what_to_do_first(tab: InvoicesTab, clerk: Clerk) -> None:
    words = {label.text() for label in tab.findChildren(QLabel) if label.isVisible()}

    assert "No invoices yet" in words
    assert tab.card.isHidden()


def test_chips_count_what_there_is(
    issued: InvoiceId, drafted: InvoiceId, tab: InvoicesTab, clerk: Clerk, shell: Shell
) -> None:
    chips = [chip.text() for chip in tab.filters.findChildren(QPushButton) if chip.text()]

    assert chips == ["All", "Drafts 1", "Still open 1", "Overdue 0", "Settled", "Issued 1"]


def test_the_west_bar_counts_the_drafts(
    drafted: InvoiceId, shell: Shell, clerk: Clerk, trade: Trade, office: Office
) -> None:
    counted: list[object] = []
    shell.counted.connect(lambda module, number: counted.append((module, number)))

    tab = InvoicesTab(shell)
    clerk.settle()
    office_draft = a_draft(trade)
    shell.client.do(counted.append, invoices.draft, office_draft)
    clerk.settle()

    assert ("invoices", 1) in counted
    assert counted[-1] == ("invoices", 2)
    tab.deleteLater()


def test_a_chip_shows_only_its_state(
    issued: InvoiceId, drafted: InvoiceId, tab: InvoicesTab, clerk: Clerk
) -> None:
    tab.filters.show_states((State.ISSUED.value,))
    clerk.settle()

    assert [row[0] for row in shown(tab, clerk)] == ["20260001"]


@pytest.mark.parametrize("words", ["125,50", "20260001", "kahvila", "aamu"])
def test_words_numbers_and_amounts_find_invoices(
    issued: InvoiceId, tab: InvoicesTab, clerk: Clerk, words: str
) -> None:
    clerk.press(Key.Key_Slash)
    clerk.type(words)
    clerk.settle()

    assert [row[0] for row in shown(tab, clerk)] == ["20260001"]


def test_the_card_shows_the_page_of_the_chosen_one(
    issued: InvoiceId, tab: InvoicesTab, clerk: Clerk
) -> None:
    clerk.settle()

    assert tab.card.title.text() == "Kahvila Aamu Oy"
    assert tab.card.facts.text() == "20260001 · due 24 Mar 2026"
    assert tab.card.preview.pdf.startswith(b"%PDF")


def test_enter_opens_and_a_letter_makes_a_new_one(
    issued: InvoiceId, tab: InvoicesTab, clerk: Clerk, wanted: list[tuple[str, object]]
) -> None:
    clerk.press(Key.Key_Return)
    clerk.type("n")

    assert wanted == [("invoice", issued), ("invoice", None)]


def test_one_draft_is_issued_with_a_key(
    drafted: InvoiceId, tab: InvoicesTab, clerk: Clerk, office: Office, notes: list[str]
) -> None:
    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()

    assert office.ask(invoices.get, drafted).state is State.ISSUED
    assert notes == ["Invoice 20260001 issued – filed and booked"]
    assert tab.table.chosen_id() == drafted


def test_a_draft_that_cannot_be_issued_is_opened_where_it_must_be_mended(
    office: Office,
    trade: Trade,
    tab: InvoicesTab,
    clerk: Clerk,
    wanted: list[tuple[str, object]],
) -> None:
    many_drafts(tab, clerk, a_draft(trade, customer_id=None))
    clerk.settle()
    (row,) = office.ask(invoices.first, View(), 5)

    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()

    assert wanted == [("invoice", row.id)]


def many_drafts(tab: InvoicesTab, clerk: Clerk, *contents: Draft) -> None:
    for content in contents:
        tab.shell.client.do(str, invoices.draft, content)
    clerk.settle()
    tab.table.setFocus()
    tab.table.choose_row(0)


def test_many_drafts_are_issued_after_one_question(
    office: Office, trade: Trade, tab: InvoicesTab, clerk: Clerk, notes: list[str]
) -> None:
    many_drafts(tab, clerk, *(a_draft(trade) for _draft in range(3)))
    clerk.press(Key.Key_Down, SHIFT, times=2)

    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()
    question = dialog()
    text = question.accessibleDescription()
    buttons(question)["Issue"].click()
    clerk.settle()

    assert "€376.50" in text
    assert notes == ["3 invoices issued"]
    assert office.ask(invoices.counts)["issued"] == 3


def test_what_was_refused_among_many_is_told_and_stays_a_draft(
    office: Office, trade: Trade, tab: InvoicesTab, clerk: Clerk, notes: list[str]
) -> None:
    many_drafts(tab, clerk, a_draft(trade), a_draft(trade, customer_id=None))
    clerk.press(Key.Key_Down, SHIFT)

    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()
    buttons(dialog())["Issue"].click()
    clerk.settle()

    told = dialog()
    assert told.accessibleName() == "1 draft was not issued"
    assert "The invoice has no customer." in told.accessibleDescription()
    assert notes == ["1 invoice issued"]


def test_delete_discards_a_draft_and_offers_it_back(
    drafted: InvoiceId, tab: InvoicesTab, clerk: Clerk, office: Office, shell: Shell
) -> None:
    undo: list[Callable[[], object]] = []
    shell.noted.connect(lambda note: undo.append(note.undo))

    clerk.press(Key.Key_Delete)
    clerk.settle()
    left = office.ask(invoices.first, View(), 5)
    undo[0]()
    clerk.settle()

    assert left == ()
    assert len(office.ask(invoices.first, View(), 5)) == 1


def test_issued_invoices_are_never_discarded(
    issued: InvoiceId, tab: InvoicesTab, clerk: Clerk, office: Office, shell: Shell
) -> None:
    clerk.settle()

    clerk.press(Key.Key_Delete)
    clerk.settle()

    assert not shell.book.action("invoice.discard").isEnabled()
    assert office.ask(invoices.get, issued).state is State.ISSUED


def test_letters_lead_to_customer_entry_and_document(
    issued: InvoiceId,
    tab: InvoicesTab,
    clerk: Clerk,
    trade: Trade,
    wanted: list[tuple[str, object]],
) -> None:
    clerk.settle()

    clerk.type("ued")
    clerk.settle()

    assert {kind for kind, _record in wanted} == {"contact", "entry", "document"}
    assert ("contact", trade.aamu.id) in wanted


def test_the_pdf_is_saved_as_it_was_filed(
    issued: InvoiceId, tab: InvoicesTab, clerk: Clerk, tmp_path: Path, notes: list[str]
) -> None:
    clerk.settle()
    target = tmp_path / "copy.pdf"

    clerk.type("s")
    clerk.settle()
    (asked,) = [one for one in tab.findChildren(QFileDialog) if one.isVisible()]
    asked.fileSelected.emit(str(target))
    clerk.settle()
    asked.reject()

    assert asked.selectedFiles() != []
    assert target.read_bytes() == tab.shell.client.office.ask(invoices.pdf, issued)
    assert notes == ["Saved as copy.pdf"]


def test_printing_without_a_printer_says_so(
    issued: InvoiceId, tab: InvoicesTab, clerk: Clerk
) -> None:
    clerk.settle()

    clerk.type("p")
    clerk.settle()

    assert dialog().accessibleName() == "No printer is set up on this machine"


def test_the_card_is_hidden_and_shown_with_a_key(
    issued: InvoiceId, tab: InvoicesTab, clerk: Clerk
) -> None:
    clerk.press(Key.Key_F8)
    was_hidden = tab.card.isHidden()
    clerk.press(Key.Key_F8)

    assert was_hidden
    assert not tab.card.isHidden()


def test_a_card_that_was_hidden_stays_hidden_in_the_next_window(
    issued: InvoiceId, tab: InvoicesTab, clerk: Clerk, shell: Shell, qtbot: QtBot
) -> None:
    clerk.press(Key.Key_F8)

    again = InvoicesTab(shell)
    qtbot.addWidget(again)
    again.show()
    clerk.settle()

    assert again.model.rowCount() > 0
    assert again.card.isHidden()


def test_nothing_is_lost_when_the_list_changes_under_the_cursor(
    issued: InvoiceId, drafted: InvoiceId, tab: InvoicesTab, clerk: Clerk, trade: Trade
) -> None:
    clerk.press(Key.Key_Down)
    before = tab.table.chosen_id()

    tab.shell.client.do(str, invoices.draft, a_draft(trade))
    clerk.settle()

    assert tab.table.chosen_id() == before
    assert QApplication.focusWidget() is tab.table


def test_the_list_takes_what_its_columns_need_until_the_clerk_draws_the_parts(
    issued: InvoiceId, frame: QMainWindow, tab: InvoicesTab, settle: Callable[[], None]
) -> None:
    frame.resize(1280, 700)
    settle()
    list_width = tab.splitter.sizes()[0]
    tab.splitter.moveSplitter(500, 1)
    frame.resize(1300, 700)
    settle()

    assert list_width >= min(theme().px(720), tab.splitter.width() - theme().px(300) - 20)
    assert tab.splitter.sizes()[0] < list_width
