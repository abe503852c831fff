"""Journey 8 through the real window, with nothing but keys: six of 24 packs come back."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.domain.invoices.invoice import Invoice, Kind
from app.domain.invoices.posting import source_of
from app.domain.shared.ids import InvoiceId
from app.services import accounting, crediting, invoices
from app.services.office import Office
from app.ui.main_window import MainWindow
from tests.documents.reading import page_texts
from tests.journeys.rooms import editor_of, go_to_invoices, office_of, page_of, write_the_invoice
from tests.ui.invoices.clerk import CTRL, SHIFT, Clerk, Key


def the_invoice(window: MainWindow, clerk: Clerk, qtbot: QtBot) -> Invoice:
    """Write and issue journey 6, and return it as it is then."""
    go_to_invoices(clerk)
    write_the_invoice(clerk)
    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()
    qtbot.waitUntil(lambda: page_of(window).issued is not None)
    record = page_of(window).record
    assert record is not None
    return office_of(window).ask(invoices.get, InvoiceId(record))


def credit_six_packs(window: MainWindow, clerk: Clerk, qtbot: QtBot) -> None:
    """Credit by key: keep the packs alone, lower them to six, and say why."""
    clerk.press(Key.Key_K, CTRL | SHIFT)
    clerk.settle()
    qtbot.waitUntil(lambda: page_of(window).editor is not None)
    clerk.press(Key.Key_Delete, CTRL)
    clerk.press(Key.Key_Down)
    clerk.press(Key.Key_Delete, CTRL, times=2)
    clerk.press(Key.Key_Home)
    clerk.press(Key.Key_Right)
    clerk.enter("6")
    clerk.settle()


def test_six_packs_come_back_for_their_price_and_their_part_of_the_discount(
    window: MainWindow, clerk: Clerk, qtbot: QtBot
) -> None:
    invoice = the_invoice(window, clerk, qtbot)

    credit_six_packs(window, clerk, qtbot)
    shown = editor_of(window).totals
    figures = (shown.text(), shown.gross.text())
    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()
    is_at_reason = editor_of(window).tail.reason.hasFocus()
    clerk.type("Kuusi palautettu")
    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()
    qtbot.waitUntil(lambda: page_of(window).issued is not None)

    assert is_at_reason
    assert figures[1] == "32,02\u00a0€"
    assert all(figure in figures[0] for figure in ("28,21", "3,81", "1,49"))
    check_the_note(office_of(window), invoice)
    view = page_of(window).issued
    assert view is not None
    lines = [view.chain.lines.item(row).text() for row in range(view.chain.lines.count())]
    chain = [line.replace("\u00a0", " ").strip() for line in lines]
    assert chain == [
        "Lasku 20260001 · 686,56 € · 10.3.2026",
        "Hyvityslasku CN-2026-0001 · −32,02 € · 10.3.2026",
    ]


def check_the_note(office: Office, invoice: Invoice) -> None:
    """Number, books and paper say the same, and the invoice is what it was."""
    (note,) = office.ask(crediting.credits_of, invoice.id)
    (entry,) = office.ask(accounting.entries_of, source_of(note.id))
    text = "\n".join(page_texts(office.ask(invoices.pdf, note.id))).replace("\u00a0", " ")

    assert (note.number, note.kind) == ("CN-2026-0001", Kind.CREDIT_NOTE)
    assert sorted(one.amount.minor for one in entry.postings) == [-3202, 381, 2821]
    for words in ("Hyvityslasku", "20260001", "28,21", "3,81", "32,02", "Kuusi palautettu"):
        assert words in text
    assert office.ask(invoices.get, invoice.id) == invoice
