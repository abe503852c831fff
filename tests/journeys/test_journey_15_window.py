"""Journey 15, its discount: two per cent within ten days, kept or not, by keys alone."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from pytestqt.qtbot import QtBot

from app.domain.invoices.invoice import Invoice
from app.domain.payments.payment import Closing
from app.domain.shared.ids import InvoiceId
from app.services import accounting, invoices, open_items
from app.ui.invoices.payment_editor import PaymentEditor
from app.ui.main_window import MainWindow
from tests.documents.reading import page_texts
from tests.journeys.rooms import go_to_invoices, office_of, page_of
from tests.ui.invoices.clerk import CTRL, SHIFT, Clerk, Key

DISCOUNT = "2% discount (€11.90) for payment by 11 Mar 2026: €583.10 to pay."


@dataclass(frozen=True, slots=True)
class Till:
    """A window, and the clerk before it."""

    window: MainWindow
    clerk: Clerk
    qtbot: QtBot


@pytest.fixture
def till(abroad: MainWindow, clerk: Clerk, qtbot: QtBot) -> Till:
    return Till(abroad, clerk, qtbot)


def the_invoice(till: Till, day: str) -> Invoice:
    """Issue 500.00 and 19 %, with two per cent less within ten days."""
    window, clerk = till.window, till.clerk
    go_to_invoices(clerk)
    clerk.type("Werkstatt Nord GmbH")
    clerk.settle()
    clerk.press(Key.Key_Return)
    clerk.settle()
    for text in ("Hafenstraße 1", "20457", "Hamburg", ""):
        clerk.enter(text)
    clerk.settle()
    clerk.enter(day)
    clerk.press(Key.Key_F6)
    clerk.enter(times=2)
    clerk.enter("2/10")
    clerk.press(Key.Key_L, CTRL)
    clerk.line("Service", "1", "pcs", "500", "", "19")
    clerk.settle()
    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()
    till.qtbot.waitUntil(lambda: page_of(window).issued is not None)
    record = page_of(window).record
    assert record is not None
    return office_of(window).ask(invoices.get, InvoiceId(record))


def pay(till: Till, reference: str, amount: str) -> str:
    """Record what came in by key, and return what is said of it before it is recorded."""
    window, clerk, qtbot = till.window, till.clerk, till.qtbot
    clerk.press(Key.Key_P, CTRL | SHIFT)
    clerk.settle()
    assert window.workspace is not None
    page = window.workspace.page
    assert isinstance(page, PaymentEditor)
    qtbot.waitUntil(lambda: page.fields is not None and page.fields.reference.hasFocus())
    clerk.enter(reference)
    clerk.settle()
    clerk.press(Key.Key_Tab)
    clerk.enter(amount)
    clerk.settle()
    assert page.fields is not None
    said = page.fields.rest.text()
    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()
    qtbot.waitUntil(lambda: page.record is not None)
    return said


@pytest.mark.parametrize(
    ("issued_on", "amount", "closings"),
    [
        ("1.3.2026", "583.10", {Closing.PAYMENT: 58310, Closing.EARLY: 1190}),
        ("27.2.2026", "595", {Closing.PAYMENT: 59500}),
    ],
    ids=["on day 9", "on day 11"],
)
def test_who_pays_in_time_keeps_two_per_cent_with_its_vat(
    till: Till, issued_on: str, amount: str, closings: dict[Closing, int]
) -> None:
    office = office_of(till.window)
    invoice = the_invoice(till, issued_on)

    said = pay(till, invoice.number, amount)

    assert said == "✓ All of the money is used"
    position = office.ask(open_items.position, invoice.id)
    settled = office.ask(open_items.settlements, invoice.id)
    assert position is not None
    assert position.open_minor == 0
    assert {one.allocation.closing: one.allocation.amount.minor for one in settled} == closings


def test_the_paper_says_what_may_be_kept_and_the_books_correct_the_vat(
    till: Till,
) -> None:
    office = office_of(till.window)
    invoice = the_invoice(till, "1.3.2026")

    pay(till, invoice.number, "583.10")

    paper = " ".join("\n".join(page_texts(office.ask(invoices.pdf, invoice.id))).split())
    assert DISCOUNT in paper.replace("\u00a0", " ")
    settled = [one.allocation for one in office.ask(open_items.settlements, invoice.id)]
    entries = [office.ask(accounting.entry, one.entry_id) for one in settled if one.entry_id]
    amounts = [sorted(one.amount.minor for one in entry.postings) for entry in entries]
    assert amounts == [[-1190, 190, 1000]]
