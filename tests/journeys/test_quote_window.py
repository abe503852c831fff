"""From the quote to the credit note through the real window, with nothing but keys."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.quotes.quote import Quote, State
from app.services import chains, quotes
from app.ui.invoices.page import InvoicePage
from app.ui.invoices.paper_view import PaperView
from app.ui.invoices.quotes.page import QuotePage
from app.ui.main_window import MainWindow
from tests.documents.reading import page_texts
from tests.journeys.rooms import editor_of, office_of, page_of, write_the_head
from tests.ui.invoices.clerk import ALT, CTRL, SHIFT, Clerk, Key


def shown_page(window: MainWindow) -> QWidget | None:
    assert window.workspace is not None
    return window.workspace.page


def quote_page(window: MainWindow) -> QuotePage:
    page = shown_page(window)
    assert isinstance(page, QuotePage)
    return page


def send_a_quote(window: MainWindow, clerk: Clerk, qtbot: QtBot) -> Quote:
    """Write a quote with an alternative and an option to a new customer, and send it."""
    clerk.press(Key.Key_1, CTRL)
    clerk.settle()
    clerk.press(Key.Key_2, ALT)
    clerk.settle()
    clerk.press(Key.Key_N, CTRL)
    clerk.settle()
    qtbot.waitUntil(lambda: quote_page(window).editor is not None)
    write_the_head(clerk)
    clerk.line("Penkki, petaja", "1", "kpl", "800", "", "25,5", "")
    clerk.line("Penkki, tammi", "1", "kpl", "1200", "", "25,5", "vaih")
    clerk.line("Vahaus", "2", "h", "45", "", "25,5", "val")
    clerk.settle()
    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()
    qtbot.waitUntil(lambda: quote_page(window).sent is not None)
    return office_of(window).ask(quotes.numbered, "Q-2026-0001")


def accept_with_the_option(window: MainWindow, clerk: Clerk, qtbot: QtBot, quote: Quote) -> None:
    clerk.press(Key.Key_A, CTRL | SHIFT)
    clerk.settle()
    clerk.press(Key.Key_Space)
    clerk.press(Key.Key_Return)
    clerk.settle()
    ask = office_of(window).ask
    qtbot.waitUntil(lambda: ask(quotes.get, quote.id).state is State.ACCEPTED)
    clerk.settle()


def issue_what_was_ordered(window: MainWindow, clerk: Clerk, qtbot: QtBot) -> None:
    clerk.press(Key.Key_I, CTRL | SHIFT)
    clerk.settle()
    qtbot.waitUntil(lambda: isinstance(shown_page(window), InvoicePage))
    qtbot.waitUntil(lambda: page_of(window).editor is not None)
    clerk.settle()
    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()
    qtbot.waitUntil(lambda: page_of(window).issued is not None)


def credit_everything(window: MainWindow, clerk: Clerk, qtbot: QtBot) -> None:
    clerk.press(Key.Key_K, CTRL | SHIFT)
    clerk.settle()
    qtbot.waitUntil(lambda: page_of(window).editor is not None)
    editor_of(window).tail.reason.setFocus()
    clerk.type("Peruttu")
    clerk.settle()
    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()
    qtbot.waitUntil(lambda: page_of(window).issued is not None)


def lines_of(view: PaperView | None) -> list[str]:
    """Return the papers of the sale as a page lists them."""
    assert view is not None
    lines = view.chain.lines
    texts = (lines.item(row).text() for row in range(lines.count()))
    return [text.replace("\u00a0", " ").strip() for text in texts]


def test_a_quote_becomes_an_invoice_and_that_a_credit_note_and_all_are_seen_from_each(
    window: MainWindow, clerk: Clerk, qtbot: QtBot
) -> None:
    quote = send_a_quote(window, clerk, qtbot)
    accept_with_the_option(window, clerk, qtbot, quote)
    issue_what_was_ordered(window, clerk, qtbot)
    credit_everything(window, clerk, qtbot)
    note = page_of(window)
    qtbot.waitUntil(lambda: len(lines_of(note.issued)) == 3)
    chain = [
        "Tarjous Q-2026-0001 · Tilattu · 1 116,95 € · 10.3.2026",
        "Lasku 20260001 · 1 116,95 € · 10.3.2026",
        "Hyvityslasku CN-2026-0001 · −1 116,95 € · 10.3.2026",
    ]

    assert lines_of(note.issued) == chain
    assert window.shell is not None
    window.shell.open("quote", quote.id)
    clerk.settle()
    qtbot.waitUntil(lambda: lines_of(quote_page(window).sent) == chain)
    papers = office_of(window).ask(chains.around_quote, quote.id)
    assert [one.number for one in papers] == ["Q-2026-0001", "20260001", "CN-2026-0001"]
    text = "\n".join(page_texts(office_of(window).ask(quotes.pdf, quote.id)))
    for words in ("Tarjous", "Vaihtoehdot", "tämän sijaan: Penkki, petaja", "Valinnainen"):
        assert words in text
