"""E-invoices in the window: the kind that goes out, what it lacks, and its file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from app.domain.contacts.contact import Identifier, Terms
from app.domain.contacts.form import form_of
from app.domain.shared.eformats import EFormat
from app.domain.shared.ids import InvoiceId
from app.services import admin, contacts, einvoicing, invoices
from app.services.office import Office
from app.ui.invoices.tab import InvoicesTab
from tests.ui.invoices.clerk import Clerk, Key
from tests.ui.invoices.conftest import Opened, Trade
from tests.ui.invoices.test_page import a_draft, editor_of


def known_by_number(office: Office) -> None:
    """Let our own company have what a Finnish company has."""
    numbers = (Identifier("fi.business_id", "12345671"), Identifier("fi.vat", "FI12345671"))
    company = office.ask(admin.company)
    office.do(admin.change_company, replace(company, identifiers=numbers))


@pytest.fixture
def peppol(office: Office, trade: Trade) -> Trade:
    """The customer gets e-invoices by Peppol."""
    form = replace(
        form_of(trade.aamu),
        identifiers=(Identifier("eu.endpoint", "0216:003712345671"),),
        terms=Terms(days=14, language="fi", eformat=EFormat.PEPPOL),
    )
    changed = office.do(contacts.change, trade.aamu.id, trade.aamu.version, form).result
    return replace(trade, aamu=changed)


def test_what_an_e_invoice_lacks_is_told_at_its_field(
    office: Office, peppol: Trade, opened: Opened, clerk: Clerk
) -> None:
    known_by_number(office)
    draft = office.do(invoices.draft, a_draft(peppol)).result
    page = opened(draft.id)
    clerk.settle()

    clerk.press(Key.Key_F7)
    clerk.settle()

    editor = editor_of(page)
    assert editor.problems[0].code == "einvoice.reference-missing"
    assert clerk.here() is editor.tail.your_reference
    assert "Order number" in editor.tail.your_reference.accessibleDescription()


def test_order_period_and_kind_are_among_the_details(
    office: Office, peppol: Trade, opened: Opened, clerk: Clerk
) -> None:
    draft = office.do(invoices.draft, a_draft(peppol)).result
    page = opened(draft.id)
    editor = editor_of(page)
    clerk.settle()

    clerk.press(Key.Key_F6)
    editor.head.order_reference.setFocus()
    clerk.type("PO-7")
    editor.head.period_from.setFocus()
    clerk.enter("1.3.2026")
    clerk.settle()

    written = editor.content()
    assert (written.order_reference, written.period_from) == ("PO-7", date(2026, 3, 1))
    assert written.eformat is EFormat.PEPPOL
    assert not [one for one in editor.problems if one.code == "einvoice.reference-missing"]


def test_another_customer_gets_e_invoices_in_its_own_way(
    office: Office, peppol: Trade, opened: Opened, clerk: Clerk
) -> None:
    draft = office.do(invoices.draft, a_draft(peppol, eformat=EFormat.FACTURX)).result
    editor = editor_of(opened(draft.id))
    clerk.settle()

    editor.head.customer.picked.emit(editor.head.customer.value())
    editor.review_now()
    clerk.settle()

    assert editor.content().eformat is None
    assert editor.latest is not None
    assert editor.latest.review.invoice.eformat is EFormat.PEPPOL


def test_what_only_the_company_can_mend_leads_to_the_kind_of_e_invoice(
    office: Office, peppol: Trade, opened: Opened, clerk: Clerk
) -> None:
    draft = office.do(invoices.draft, a_draft(peppol, your_reference="X")).result
    page = opened(draft.id)
    clerk.settle()

    clerk.press(Key.Key_F7)
    clerk.settle()

    editor = editor_of(page)
    assert editor.problems[0].code == "einvoice.our-number-missing"
    assert clerk.here() is editor.head.eformat


def test_the_leitweg_id_of_the_customer_stands_in_the_empty_field(
    office: Office, trade: Trade, opened: Opened, clerk: Clerk
) -> None:
    form = replace(form_of(trade.aamu), identifiers=(Identifier("de.leitweg", "991-03730-19"),))
    office.do(contacts.change, trade.aamu.id, trade.aamu.version, form)
    page = opened(None)
    clerk.type("Kahv")
    clerk.settle()
    clerk.press(Key.Key_Return)
    clerk.settle()

    editor = editor_of(page)
    editor.review_now()
    clerk.settle()

    assert editor.tail.your_reference.placeholderText() == "991-03730-19"
    assert editor.tail.your_reference.text() == ""


def issued(office: Office, trade: Trade, eformat: EFormat) -> InvoiceId:
    content = a_draft(trade, eformat=eformat, your_reference="X")
    draft = office.do(invoices.draft, content).result
    return office.do(invoices.issue, draft.id).result.id


@pytest.fixture
def by_peppol(office: Office, peppol: Trade) -> InvoiceId:
    """An invoice that was issued as an e-invoice."""
    known_by_number(office)
    return issued(office, peppol, EFormat.PEPPOL)


@pytest.fixture
def on_paper(office: Office, trade: Trade) -> InvoiceId:
    """An invoice that was issued on paper alone."""
    return issued(office, trade, EFormat.NONE)


def test_the_e_invoice_is_saved_as_it_was_filed(
    by_peppol: InvoiceId, tab: InvoicesTab, clerk: Clerk, tmp_path: Path, notes: list[str]
) -> None:
    clerk.settle()
    target = tmp_path / "bill.xml"

    tab.shell.book.action("invoice.einvoice").trigger()
    clerk.settle()
    (asked,) = [one for one in tab.findChildren(QFileDialog) if one.isVisible()]
    asked.fileSelected.emit(str(target))
    clerk.settle()
    asked.reject()

    assert target.read_bytes() == tab.shell.client.office.ask(einvoicing.xml, by_peppol)
    assert notes[-1] == "Saved as bill.xml"


def test_an_invoice_on_paper_alone_has_none(
    on_paper: InvoiceId, tab: InvoicesTab, clerk: Clerk, notes: list[str]
) -> None:
    clerk.settle()

    tab.shell.book.action("invoice.einvoice").trigger()
    clerk.settle()

    assert notes[-1] == "This invoice was issued on paper alone."
