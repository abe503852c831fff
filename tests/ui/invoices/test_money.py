"""Money in the window: by keyboard from the reference to the record, and back again."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from app.domain.invoices.draft import Draft, DraftLine
from app.domain.payments.payment import NewPayment, Part
from app.domain.shared.ids import ContactId, InvoiceId, PaymentId
from app.domain.shared.paging import View
from app.domain.shared.quantities import Quantity, UnitPrice
from app.services import invoices, mails, open_items, payments
from app.services.office import Office
from app.ui.invoices.open_items import OpenItemsList
from app.ui.invoices.page import InvoicePage
from app.ui.invoices.papers import OpenItemsPaper, StatementPaper
from app.ui.invoices.payment_editor import PaymentEditor
from app.ui.invoices.payment_page import PaymentPage
from app.ui.invoices.payments import PaymentsList
from app.ui.invoices.places import InvoicePlaces
from app.ui.kit.dialogs import Dialog
from app.ui.kit.sections import Strip
from app.ui.kit.shell import RecordPage, Shell
from tests.paying import eur
from tests.ui.invoices.clerk import Clerk
from tests.ui.invoices.conftest import Trade
from tests.windows import Settle


@dataclass(slots=True)
class Till:
    """An office with one invoice, and a window to show pages in."""

    office: Office
    shell: Shell
    settle: Settle
    issued: InvoiceId
    frame: QMainWindow

    def show(self, page: QWidget) -> None:
        """Show a page in the window, with its actions."""
        self.shell.book.enter((page,))
        self.frame.setCentralWidget(page)
        self.settle()

    def press(self, action: str) -> None:
        """Do an action and wait until the office has answered."""
        self.shell.book.action(action).trigger()
        self.settle()


@pytest.fixture
def till(office: Office, shell: Shell, settle: Settle, trade: Trade, frame: QMainWindow) -> Till:
    line = DraftLine(
        description="Gadget",
        quantity=Quantity(Decimal(1)),
        price=UnitPrice(Decimal(100)),
        vat="standard",
    )
    draft = office.do(invoices.draft, Draft(customer_id=trade.aamu.id, lines=(line,))).result
    issued = office.do(invoices.issue, draft.id).result.id
    return Till(office, shell, settle, issued, frame)


def strip() -> Strip:
    return Strip((("open-items", "Open items"), ("payments", "Payments")), "open-items")


def left(office: Office, invoice_id: InvoiceId) -> int:
    position = office.ask(open_items.position, invoice_id)
    return position.open_minor if position else 0


def recorded(office: Office, invoice_id: InvoiceId, amount: str) -> PaymentId:
    invoice = office.ask(invoices.get, invoice_id)
    part = Part(min(eur(amount), eur("125.50"), key=lambda one: one.minor), invoice_id)
    new = NewPayment(eur(amount), invoice.customer_id, parts=(part,))
    return office.do(payments.record, new).result.id


def test_a_reference_is_enough_to_record_a_payment(
    till: Till, clerk: Clerk, notes: list[str]
) -> None:
    page = PaymentEditor(till.shell)
    till.show(page)
    assert page.fields is not None

    clerk.enter("2026 00017")
    clerk.settle()

    assert page.fields.amount.text() == "125.50"
    assert page.fields.customer.text() == "Kahvila Aamu Oy"
    assert page.fields.why.text() == "The reference names it."
    assert page.fields.rest.text() == "✓ All of the money is used"
    clerk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    clerk.settle()
    assert left(till.office, till.issued) == 0
    assert notes[-1] == "Payment PAY-2026-00001 recorded"


def test_what_is_paid_too_much_is_said_before_it_is_recorded(till: Till, clerk: Clerk) -> None:
    page = PaymentEditor(till.shell, till.issued)
    till.show(page)
    assert page.fields is not None

    clerk.enter("150")
    clerk.settle()

    assert page.fields.rest.text() == "€24.50 stays as the customer's credit"


def test_a_payment_without_an_amount_is_not_recorded(till: Till, clerk: Clerk) -> None:
    page = PaymentEditor(till.shell)
    till.show(page)
    assert page.fields is not None

    clerk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    clerk.settle()

    assert page.fields.amount.hasFocus()
    assert "no amount" in page.fields.cell("amount").note.text()


def test_the_list_of_open_items_says_what_is_left(till: Till, clerk: Clerk) -> None:
    recorded(till.office, till.issued, "25.50")

    page = OpenItemsList(till.shell, strip())
    till.show(page)

    assert page.model.rowCount() == 1
    texts = [page.model.index(0, column).data() for column in range(page.model.columnCount())]
    assert "€100.00" in texts


def test_a_claim_is_written_off_with_a_reason_and_opened_again(till: Till, qtbot: QtBot) -> None:
    page = OpenItemsList(till.shell, strip())
    till.show(page)
    page.table.selectRow(0)
    qtbot.waitUntil(lambda: till.shell.book.action("item.write-off").isEnabled())

    till.press("item.write-off")
    answer(page, "Bankrupt")
    till.settle()

    assert left(till.office, till.issued) == 0
    till.shell.history.undo()
    till.settle()
    assert left(till.office, till.issued) == 12550


def test_a_payment_is_reversed_with_a_reason(till: Till, qtbot: QtBot) -> None:
    payment_id = recorded(till.office, till.issued, "150")
    page = PaymentsList(till.shell, strip())
    till.show(page)
    page.table.selectRow(0)
    qtbot.waitUntil(lambda: till.shell.book.action("payment.reverse").isEnabled())
    assert "€24.50 is left" in page.card.facts.text()

    till.press("payment.reverse")
    answer(page, "Wrong customer")
    till.settle()

    assert till.office.ask(payments.get, payment_id).reason == "Wrong customer"
    assert left(till.office, till.issued) == 12550


def test_what_a_payment_settles_is_opened_again_by_a_key(till: Till) -> None:
    payment_id = recorded(till.office, till.issued, "125.50")
    page = PaymentPage(till.shell, payment_id)
    till.show(page)

    till.press("payment.undo")

    assert left(till.office, till.issued) == 12550
    assert till.office.ask(payments.get, payment_id).open == eur("125.50")
    till.press("payment.use")
    assert left(till.office, till.issued) == 0


def test_what_a_payment_left_is_paid_back(till: Till) -> None:
    payment_id = recorded(till.office, till.issued, "150")
    page = PaymentPage(till.shell, payment_id)
    till.show(page)

    till.press("payment.refund")
    dialogs(page)[-1].accept()
    till.settle()

    assert till.office.ask(payments.get, payment_id).open == eur("0")


@pytest.mark.parametrize("kind", ["statement", "open-items-on"])
def test_papers_follow_their_days(till: Till, kind: str) -> None:
    contact = till.office.ask(invoices.get, till.issued).customer_id or ContactId(0)
    page: RecordPage = (
        StatementPaper(till.shell, contact)
        if kind == "statement"
        else OpenItemsPaper(till.shell, None)
    )
    till.show(page)
    assert isinstance(page, StatementPaper | OpenItemsPaper)
    before = page.page.pdf

    page.last.setText("9.3.2026")
    page.last.edited.emit()
    till.settle()

    assert before[:4] == b"%PDF"
    assert page.page.pdf != before


def test_the_places_of_invoicing_are_reached_by_keys(till: Till) -> None:
    places = InvoicePlaces(till.shell)
    till.show(places)

    till.press("invoices.payments")

    assert isinstance(places.current, PaymentsList)
    till.press("invoices.open-items")
    assert isinstance(places.current, OpenItemsList)


def dialogs(page: QWidget) -> list[Dialog]:
    return page.findChildren(Dialog)


def answer(page: QWidget, words: str) -> None:
    """Write into the only line of the dialog over a page, and say yes."""
    dialog = dialogs(page)[-1]
    dialog.findChildren(QLineEdit)[-1].setText(words)
    dialog.accept()


def test_money_of_another_currency_is_recorded_without_a_document(
    till: Till, clerk: Clerk, notes: list[str]
) -> None:
    page = PaymentEditor(till.shell)
    till.show(page)
    fields = page.fields
    assert fields is not None
    assert fields.cell("rate").isHidden()

    fields.customer.setFocus()
    clerk.enter("aamu")
    fields.amount.setText("200")
    fields.money.put("USD")
    fields.money.edited.emit()
    clerk.settle()
    assert fields.rest.text() == "$200.00 stays as the customer's credit"
    clerk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    clerk.settle()

    assert "rate" in fields.cell("rate").note.text()
    fields.rate.setText("0.92")
    clerk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    clerk.settle()

    assert notes[-1] == "Payment PAY-2026-00001 recorded"
    (row,) = till.office.ask(payments.first, View(), 1)
    assert (row.currency, row.amount_minor, row.open_minor) == ("USD", 200_00, 200_00)


def test_what_is_paid_of_a_document_is_in_its_currency(till: Till) -> None:
    page = PaymentEditor(till.shell, till.issued)
    till.show(page)
    assert page.fields is not None

    assert page.fields.money.count() == 1
    page.fields.money.put("USD")

    assert page.fields.value().amount.currency == "EUR"
    assert page.fields.cell("rate").isHidden()


def test_the_page_of_an_invoice_says_how_it_stands_and_what_is_left_to_pay(till: Till) -> None:
    page = InvoicePage(till.shell, till.issued)
    till.show(page)
    before = page.standing

    recorded(till.office, till.issued, "25.50")
    till.shell.client.changed.emit(frozenset({"open_item"}))
    till.settle()

    assert page.issued is not None
    assert (before, page.standing) == ("Still open", "Partly paid")
    assert page.issued.left.text() == "€100.00"
    assert page.issued.left.isVisible()


def test_the_list_of_what_is_open_says_what_it_comes_to(till: Till) -> None:
    page = OpenItemsList(till.shell, strip())

    till.show(page)

    assert page.filters.count.text() == "1 open item · €125.50"


def test_an_issued_invoice_is_written_into_a_mail_that_opens(till: Till, qtbot: QtBot) -> None:
    page = InvoicePage(till.shell, till.issued)
    till.show(page)

    with qtbot.waitSignal(till.shell.wanted) as wanted:
        till.shell.book.action("invoice.mail").trigger()

    kind, record = wanted.args
    mail = till.office.ask(mails.get, record)
    assert (kind, len(mail.attachments)) == ("mail", 1)
