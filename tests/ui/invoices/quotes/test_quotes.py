"""The quotes of the window: written, sent, accepted and turned into the invoice, by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from app.domain.quotes.quote import Choice, Quote, QuoteDraft, State
from app.domain.quotes.standing import Standing
from app.domain.shared.merging import Fate
from app.domain.shared.money import Money
from app.services import drafts, ordering_quotes, quotes
from app.services.office import Office
from app.services.quotes import Offered
from app.services.quoting import FORM
from app.ui.invoices.quotes.accepting import Choices, offered_text
from app.ui.invoices.quotes.listing import LISTING
from app.ui.invoices.quotes.page import QuotePage
from app.ui.invoices.quotes.possible import EVERY, buttons, possible
from app.ui.invoices.quotes.tab import QuotesList
from app.ui.invoices.quotes.words import STANDINGS, TONES, quote_state_text
from app.ui.invoices.rows import Field
from app.ui.kit.dialogs import Dialog
from app.ui.kit.merge_dialog import MergeDialog
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from tests.quoting import with_choices
from tests.ui.invoices.clerk import CTRL, Clerk, Key
from tests.ui.invoices.conftest import Trade
from tests.windows import Settle

Opened = Callable[[int | None], QuotePage]


@pytest.fixture
def opened(frame: QMainWindow, shell: Shell, trade: Trade, settle: Settle) -> Opened:
    """Open a quote, or a new one, in the window."""

    def open_page(record: int | None) -> QuotePage:
        page = QuotePage(shell, record)
        shell.book.enter((page,))
        frame.setCentralWidget(page)
        settle()
        return page

    return open_page


@pytest.fixture
def content(trade: Trade) -> QuoteDraft:
    written = with_choices()
    return replace(written, content=replace(written.content, customer_id=trade.aamu.id))


@pytest.fixture
def draft(office: Office, content: QuoteDraft) -> Quote:
    return office.do(quotes.draft, content).result


@pytest.fixture
def sent(office: Office, draft: Quote) -> Quote:
    return office.do(quotes.send, draft.id).result


@pytest.fixture
def listed(frame: QMainWindow, shell: Shell, sent: Quote, settle: Settle) -> QuotesList:
    page = QuotesList(shell, Strip((("quotes", "Quotes"),), "quotes"))
    shell.book.enter((page,))
    frame.setCentralWidget(page)
    settle()
    page.table.setFocus()
    page.choose(sent.id)
    settle()
    return page


def dialog_of(page: QuotePage | QuotesList) -> Dialog:
    return page.findChildren(Dialog)[-1]


def test_a_quote_is_written_and_sent_by_keys(
    opened: Opened, clerk: Clerk, office: Office, qtbot: QtBot
) -> None:
    page = opened(None)
    clerk.type("aamu")
    clerk.settle()
    clerk.press(Key.Key_Return)
    clerk.enter("")
    clerk.enter("30.4.2026")
    clerk.line("Table", "1", "", "100", "", "", "")
    clerk.line("Oak table", "1", "", "150", "", "", "alt")
    clerk.line("Oil", "2", "", "10", "", "", "opt")
    clerk.settle()
    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()
    qtbot.waitUntil(lambda: page.sent is not None)

    quote = office.ask(quotes.numbered, "Q-2026-0001")
    assert quote.valid_until == date(2026, 4, 30)
    assert [one.choice for one in quote.positions] == [
        Choice.INCLUDED,
        Choice.ALTERNATIVE,
        Choice.OPTIONAL,
    ]
    assert page.windowTitle() == "Q-2026-0001"


def test_what_is_optional_has_its_total_and_is_not_in_the_sum(
    opened: Opened, draft: Quote, qtbot: QtBot
) -> None:
    page = opened(draft.id)
    editor = page.editor
    assert editor is not None
    qtbot.waitUntil(lambda: editor.latest is not None)

    assert editor.model.text(1, Field.CHOICE) == "Alternative"
    assert editor.model.text(1, len(Field)) == "150.00"
    assert "125.50" in editor.totals.gross.text()


def test_what_cannot_be_read_is_told_at_its_cell_and_kept(
    opened: Opened, draft: Quote, office: Office, settle: Settle
) -> None:
    page = opened(draft.id)
    editor = page.editor
    assert editor is not None
    editor.model.write(1, Field.CHOICE, "whatever")
    settle()
    page.flush()
    settle()

    assert [one.field for one in editor.unreadable] == ["lines.1.choice"]
    assert office.ask(quotes.get, draft.id).positions == draft.positions
    kept = office.ask(drafts.kept, FORM, draft.id)
    assert kept is not None
    assert kept.base_version == 1


def test_a_day_before_the_quote_stops_the_sending_and_is_shown(
    opened: Opened, draft: Quote, settle: Settle
) -> None:
    page = opened(draft.id)
    editor = page.editor
    assert editor is not None
    editor.head.valid_until.put(date(2026, 3, 1))
    editor.head.valid_until.edited.emit()
    page.finish()
    settle()

    assert page.sent is None
    assert editor.head.valid_until.hasFocus()
    assert "before its own date" in editor.head.cell("valid_until").note.text()


def test_what_another_clerk_wrote_is_shown_beside_mine(
    opened: Opened, draft: Quote, content: QuoteDraft, office: Office, settle: Settle
) -> None:
    page = opened(draft.id)
    editor = page.editor
    assert editor is not None
    theirs = replace(content, content=replace(content.content, your_reference="PO 7"))
    office.do(quotes.save, draft.id, 1, theirs)
    editor.tail.your_reference.setText("PO 8")
    editor.tail.your_reference.edited.emit()
    page.flush()
    settle()

    dialog = dialog_of(page)
    assert isinstance(dialog, MergeDialog)
    assert [(one.theirs, one.mine) for one in dialog.rows if one.fate is Fate.CLASH] == [
        ("PO 7", "PO 8")
    ]


def test_an_option_is_ticked_when_the_quote_is_accepted(
    opened: Opened, sent: Quote, clerk: Clerk, office: Office, qtbot: QtBot
) -> None:
    page = opened(sent.id)
    shell = page.shell
    shell.book.action("quote.accept").trigger()
    clerk.settle()
    clerk.press(Key.Key_Space)
    clerk.press(Key.Key_Return)
    clerk.settle()
    qtbot.waitUntil(lambda: office.ask(quotes.get, sent.id).state is State.ACCEPTED)
    clerk.settle()

    assert office.ask(quotes.get, sent.id).chosen == (2,)
    assert page.sent is not None
    assert page.sent.quote.chosen == (2,)
    assert shell.book.action("quote.invoice").isEnabled()
    assert not shell.book.action("quote.accept").isEnabled()


def test_the_invoice_is_drafted_and_opened(
    opened: Opened, sent: Quote, office: Office, settle: Settle, qtbot: QtBot
) -> None:
    office.do(quotes.accept, sent.id, (1,))
    shell = opened(sent.id).shell
    with qtbot.waitSignal(shell.wanted) as wanted:
        shell.book.action("quote.invoice").trigger()
    settle()

    ordered = office.ask(quotes.get, sent.id)
    assert ordered.state is State.ORDERED
    assert wanted.args == ["invoice", ordered.invoice_id]
    with qtbot.waitSignal(shell.wanted) as again:
        shell.book.action("quote.invoice").trigger()
    assert again.args == wanted.args


def test_a_quote_is_declined_with_the_reason(
    listed: QuotesList, sent: Quote, clerk: Clerk, office: Office, qtbot: QtBot
) -> None:
    clerk.type("j")
    clerk.settle()
    clerk.enter("Too dear")
    qtbot.waitUntil(lambda: office.ask(quotes.get, sent.id).state is State.REJECTED)

    assert office.ask(quotes.get, sent.id).reason == "Too dear"


def test_a_new_version_can_be_taken_back(
    listed: QuotesList, sent: Quote, clerk: Clerk, office: Office, qtbot: QtBot
) -> None:
    shell = listed.shell
    clerk.type("l")
    clerk.settle()
    qtbot.waitUntil(lambda: bool(shell.history.to_undo))
    shell.history.undo()
    clerk.settle()
    qtbot.waitUntil(lambda: office.ask(quotes.counts)["draft"] == 0)

    assert office.do(quotes.revise, sent.id).result.revision == 2


def test_a_discarded_draft_comes_back(
    listed: QuotesList,
    office: Office,
    content: QuoteDraft,
    clerk: Clerk,
    qtbot: QtBot,
) -> None:
    shell = listed.shell
    draft = office.do(quotes.draft, content).result
    listed.refresh()
    clerk.settle()
    listed.choose(draft.id)
    clerk.settle()
    clerk.press(Key.Key_Delete)
    clerk.settle()
    qtbot.waitUntil(lambda: bool(shell.history.to_undo))
    assert office.ask(quotes.counts)["draft"] == 0

    shell.history.undo()
    clerk.settle()

    qtbot.waitUntil(lambda: office.ask(quotes.counts)["draft"] == 1)


def test_a_draft_is_sent_from_the_list_and_a_wrong_one_opened(
    listed: QuotesList,
    office: Office,
    content: QuoteDraft,
    clerk: Clerk,
    qtbot: QtBot,
) -> None:
    shell = listed.shell
    right = office.do(quotes.draft, content).result
    empty = replace(content, content=replace(content.content, lines=()), positions=())
    wrong = office.do(quotes.draft, empty).result
    listed.refresh()
    clerk.settle()
    for quote in (right, wrong):
        listed.choose(quote.id)
        clerk.settle()
        shell.book.action("invoice.issue").trigger()
        clerk.settle()

    qtbot.waitUntil(lambda: office.ask(quotes.get, right.id).state is State.SENT)
    assert office.ask(quotes.get, wrong.id).state is State.DRAFT


def test_the_list_says_new_quote_where_invoices_say_new_invoice(
    listed: QuotesList,
) -> None:
    assert listed.shell.book.action("invoice.new").text() == "New quote"


def test_the_card_shows_until_when_a_quote_holds(listed: QuotesList, sent: Quote) -> None:
    assert sent.number in listed.card.facts.text()
    assert "valid until" in listed.card.facts.text()


def test_the_page_of_a_quote_shows_its_chain(
    opened: Opened, sent: Quote, office: Office, qtbot: QtBot
) -> None:
    office.do(quotes.accept, sent.id)
    office.do(quotes.to_invoice, sent.id)
    page = opened(sent.id)
    view = page.sent
    assert view is not None
    qtbot.waitUntil(lambda: view.chain.lines.count() == 2)

    assert view.chain.lines.item(0).text().startswith("Quote Q-2026-0001")
    assert "Invoice" in view.chain.lines.item(1).text()


def test_of_two_rivals_only_the_last_one_stays_ticked(qtbot: QtBot) -> None:
    offered = tuple(
        Offered(place, Choice.ALTERNATIVE, "Oak", Money(1, "EUR"), instead_of=("Table",))
        for place in (1, 2)
    )
    choices = Choices((*offered, Offered(3, Choice.OPTIONAL, "Oil", Money(1, "EUR"))))
    qtbot.addWidget(choices)

    for place in (1, 3, 2):
        choices.boxes[place].click()

    assert choices.chosen() == (2, 3)
    assert offered_text(offered[0]).endswith("instead of Table")


@pytest.mark.parametrize("standing", list(Standing))
def test_every_standing_has_words_and_buttons_that_are_possible(standing: Standing) -> None:
    assert STANDINGS[standing]
    assert TONES[standing]
    if standing not in {Standing.DRAFT, Standing.DISCARDED}:
        assert set(buttons(standing)) <= possible(standing)
    assert possible(standing) <= set(EVERY)


def test_the_list_is_that_of_quotes() -> None:
    assert LISTING.tables == {"quote"}
    assert quote_state_text(State.EXPIRED, is_replaced=True) == "Replaced"


def test_an_accepted_quote_becomes_an_order_by_a_key_and_leads_to_it(
    listed: QuotesList, clerk: Clerk, office: Office, sent: Quote, qtbot: QtBot
) -> None:
    office.do(quotes.accept, sent.id)
    listed.shell.client.changed.emit(frozenset({"quote"}))
    clerk.settle()
    listed.table.setFocus()

    clerk.type("b")

    qtbot.waitUntil(lambda: office.ask(quotes.get, sent.id).state is State.ORDERED)
    assert office.ask(ordering_quotes.order_of, sent.id) is not None
