"""Journey 12 through the real window, by keys alone: a Thai service, its payment, certificates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.accounting.chart import AccountUse
from app.domain.contacts.address import Address
from app.domain.contacts.contact import BankAccount, Identifier, Terms
from app.domain.contacts.form import ContactForm
from app.domain.payments.withholding import Return
from app.domain.shared.ids import InvoiceId
from app.domain.shared.paging import View
from app.services import admin, contacts, invoices, payments, receipts, withholding
from app.services.office import Office
from app.services.welcome import NewOffice
from app.ui.accounting.certificates import CertificatesPage
from app.ui.accounting.tax_paper import TaxListPaper
from app.ui.kit.lane import Lanes
from app.ui.kit.texts import speak
from app.ui.main_window import MainWindow
from app.ui.welcome.door import Ways
from tests.documents.reading import page_texts
from tests.journeys.rooms import go_to_invoices, office_of, page_of, shown_window
from tests.taxes import tin
from tests.ui.invoices.clerk import ALT, CTRL, SHIFT, Clerk, Key
from tests.ui.keys import type_in

BUYER = "บริษัท ลูกค้าไทย จำกัด"


@pytest.fixture
def thai(
    qtbot: QtBot, lanes: Lanes, ways: Ways, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    """The window over a Thai company with its head office, and a Thai customer."""
    monkeypatch.setenv("BACKDESK_CONFIG", str(tmp_path / "config"))
    speak("en", "TH")
    window, door = shown_window(qtbot, lanes, ways)
    with qtbot.waitSignal(door.opened):
        door.create(tmp_path / "Siam.backdesk", NewOffice("บริษัท ตัวอย่างสยาม จำกัด", "TH", "th"))
    qtbot.waitUntil(lambda: window.shell is not None)
    office = office_of(window)
    known = replace(
        office.ask(admin.company),
        address=Address("99 ถนนสุขุมวิท", "", "10110", "เขตคลองเตย", "กรุงเทพมหานคร", "TH"),
        identifiers=(Identifier("th.tin", "0105560001235"),),
        accounts=(BankAccount("1234567890"),),
        branch="00000",
    )
    office.do(admin.change_company, known)
    buyer = ContactForm(
        BUYER,
        addresses=(Address("5 ถนนสีลม", "", "10500", "เขตบางรัก", "กรุงเทพมหานคร", "TH"),),
        identifiers=(Identifier("th.tin", tin()), Identifier("th.branch", "00000")),
        terms=Terms(language="th"),
    )
    office.do(contacts.add, buyer)
    yield window
    speak("en", "FI")


def bill(window: MainWindow, clerk: Clerk, qtbot: QtBot, code: str) -> InvoiceId:
    """Write and issue 10,000.00 of a service at a tax code."""
    go_to_invoices(clerk)
    type_in(clerk.here(), "บริษัท ลูกค้า")
    clerk.settle()
    clerk.press(Key.Key_Return)
    clerk.settle()
    clerk.press(Key.Key_L, CTRL)
    clerk.line("Service", "1", "job", "10000", "", code)
    clerk.settle()
    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()
    qtbot.waitUntil(lambda: page_of(window).issued is not None)
    record = page_of(window).record
    assert record is not None
    return InvoiceId(record)


def text_of(pdf: bytes) -> str:
    return " ".join("\n".join(page_texts(pdf)).split())


def walk_to(clerk: Clerk, name: str) -> None:
    """Press Tab until the field of that name has the keyboard."""
    for _step in range(40):
        clerk.press(Key.Key_Tab)
        if clerk.here().accessibleName() == name:
            return
    raise AssertionError(name)


def pay(clerk: Clerk) -> None:
    """Record 10,400.00 by keys; the customer withheld 300.00 beside it."""
    clerk.press(Key.Key_P, CTRL | SHIFT)
    clerk.settle()
    walk_to(clerk, "Customer")
    type_in(clerk.here(), "บริษัท ลูกค้า")
    clerk.settle()
    clerk.press(Key.Key_Return)
    clerk.settle()
    walk_to(clerk, "Amount")
    clerk.type("10400")
    clerk.settle()
    for _row in range(2):
        walk_to(clerk, "Document")
    clerk.type("INV2569")
    clerk.settle()
    clerk.press(Key.Key_Return)
    clerk.settle()
    walk_to(clerk, "How")
    clerk.type("Tax")
    walk_to(clerk, "Amount")
    clerk.press(Key.Key_A, CTRL)
    clerk.type("300")
    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()


def stands_at(office: Office, use: AccountUse) -> int:
    with office.database.read() as unit:
        numbers = {one.number for one in unit.ledger.accounts() if one.use is use}
        found = unit.balances.trial_balance(office.clock.today(), "THB", "en")
        return sum(row.balance_minor for row in found.rows if row.number in numbers)


def test_the_tax_invoice_has_every_particular_of_the_law(
    thai: MainWindow, clerk: Clerk, qtbot: QtBot
) -> None:
    invoice = bill(thai, clerk, qtbot, "7")

    office = office_of(thai)
    text = text_of(office.ask(invoices.pdf, invoice))

    for words in (
        "ใบกำกับภาษี",
        "0105560001235",
        tin(),
        "INV2569-00001",
        "10/03/2569",
        "10,000.00",
        "700.00",
        "10,700.00",
    ):
        assert words in text
    assert text.count("สำนักงานใหญ่") == 2
    assert stands_at(office, AccountUse.OUTPUT_VAT) == -70000


def test_a_customer_withholds_and_the_receipt_is_the_tax_invoice(
    thai: MainWindow, clerk: Clerk, qtbot: QtBot
) -> None:
    invoice = bill(thai, clerk, qtbot, "service")
    office = office_of(thai)
    before = stands_at(office, AccountUse.OUTPUT_VAT)

    pay(clerk)

    qtbot.waitUntil(lambda: office.ask(payments.counts)["recorded"] == 1)
    (payment,) = office.ask(payments.first, View(), 5)
    receipt = text_of(office.ask(receipts.page, payment.id))
    uses = (AccountUse.OUTPUT_VAT, AccountUse.UNDUE_VAT, AccountUse.WITHHELD)
    assert before == 0
    assert [stands_at(office, use) for use in uses] == [-70000, 0, 30000]
    for words in ("ใบกำกับภาษี/ใบเสร็จรับเงิน", "TI2569-00001", "700.00", "10,400.00"):
        assert words in receipt
    (row,) = office.ask(invoices.rows, (invoice,))
    assert (payment.amount_minor, row.open_minor) == (1040000, 0)


def certify(clerk: Clerk) -> None:
    """Write the certificate of 300.00 withheld of 10,000.00, and issue it."""
    clerk.press(Key.Key_4, CTRL)
    clerk.settle()
    clerk.press(Key.Key_7, ALT)
    clerk.settle()
    clerk.press(Key.Key_N, CTRL)
    clerk.settle()
    type_in(clerk.here(), "บริษัท ลูกค้า")
    clerk.settle()
    clerk.press(Key.Key_Return)
    clerk.settle()
    walk_to(clerk, "For what")
    clerk.type("Cleaning")
    walk_to(clerk, "Amount without VAT")
    clerk.type("10000")
    walk_to(clerk, "Rate")
    clerk.type("3")
    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()


def test_a_paid_supplier_gets_its_certificate_and_stands_on_the_list(
    thai: MainWindow, clerk: Clerk, qtbot: QtBot
) -> None:
    certify(clerk)

    assert thai.workspace is not None
    workspace = thai.workspace
    qtbot.waitUntil(lambda: isinstance(workspace.page, CertificatesPage))
    page = workspace.page
    assert isinstance(page, CertificatesPage)
    qtbot.waitUntil(lambda: page.table.rows.rowCount() == 1)
    office = office_of(thai)
    found = office.ask(withholding.tax_list, Return.PND53, office.clock.today())
    assert [(one.number, one.row.tax.minor) for one in found.rows] == [("WT2569-00001", 30000)]
    clerk.press(Key.Key_8, ALT)
    clerk.settle()
    assert isinstance(workspace.page, TaxListPaper)
    assert workspace.page.bar.title.text() == "List of a month"
