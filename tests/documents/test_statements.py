"""Statements on paper: every line with its balance, every open item with its age."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from app.documents.accounting import Imprint
from app.documents.dress import Dress
from app.documents.model import Paragraph
from app.documents.statements import (
    Addressed,
    age_titles,
    describe_open_items,
    describe_statement,
)
from app.documents.text import plain
from app.domain.invoices.designs import Design
from app.domain.invoices.layout import LayoutForm
from app.domain.invoices.layout_texts import LayoutText
from app.domain.payments.open_item import aged
from app.domain.payments.statement import Moved, Movement, Statement, statements
from app.lang.formats import formats_in
from app.lang.texts import say_in
from tests.builders import TODAY
from tests.documents.papers import GERMAN
from tests.domain.payments.items import CUSTOMER, an_invoice, an_item
from tests.trade import AAMU, LUMO

IMPRINT = Imprint(LUMO, say_in("en"), formats_in("en", "FI"), TODAY)
AAMU_READS = Addressed(AAMU)
DAYS = (TODAY, TODAY + timedelta(days=30))


def a_statement() -> tuple[Statement, ...]:
    moved = (
        Movement(date(2026, 1, 5), Moved.INVOICE, "1", 5000, "EUR"),
        Movement(TODAY, Moved.INVOICE, "2", 12550, "EUR"),
        Movement(TODAY, Moved.PAYMENT, "PAY-1", -10000, "EUR"),
        Movement(TODAY, Moved.PAYMENT, "PAY-1", 10000, "EUR", is_undone=True),
    )
    return statements(CUSTOMER, DAYS, moved, [an_item(an_invoice(2))])


def test_a_statement_says_what_moved_and_what_it_came_to() -> None:
    text = plain(describe_statement(AAMU_READS, a_statement(), DAYS, IMPRINT))

    for words in ("Statement of account", "Opening balance", "50.00", "175.50", "75.50"):
        assert words in text
    assert "Payment, taken back" in text
    assert "Open on 9 Apr 2026" in text


def test_a_list_of_open_items_has_its_ages() -> None:
    items = [an_item(an_invoice(1), late=45), an_item(an_invoice(2))]

    text = plain(describe_open_items(items, aged(items, TODAY), TODAY, IMPRINT))

    for words in ("Open items", "45", "31–60 days", "Over 90 days", "251.00"):
        assert words in text
    assert len(age_titles(IMPRINT)) == 5


def test_where_nothing_is_open_it_says_so() -> None:
    assert "Nothing was open" in plain(describe_open_items([], [], TODAY, IMPRINT))
    assert "Nothing moved" in plain(describe_statement(AAMU_READS, (), DAYS, IMPRINT))


def test_a_statement_goes_to_the_customer_in_a_window() -> None:
    made = describe_statement(AAMU_READS, a_statement(), DAYS, IMPRINT)
    din = describe_statement(AAMU_READS, (), DAYS, replace(IMPRINT, company=GERMAN))

    assert made.address is not None
    assert made.address.lines[0] == AAMU.name
    assert made.footer
    assert din.address is not None
    assert din.address.sender.startswith(GERMAN.name)


def test_a_statement_wears_the_layout_that_was_chosen() -> None:
    text = LayoutText("en", "Dear {contact.name},", "Please pay {invoice.total}.")
    dress = Dress(LayoutForm("Ours", Design.MODERN, texts=(text,)))

    made = describe_statement(Addressed(AAMU, dress=dress), a_statement(), DAYS, IMPRINT)

    assert made.look.design is Design.MODERN
    assert made.blocks[0] == Paragraph(f"Dear {AAMU.name},")
    assert made.blocks[-1] == Paragraph("Please pay €175.50.")


def test_a_credit_note_is_not_due_on_the_list_of_open_items() -> None:
    item = an_item(an_invoice(1), late=3)
    note = replace(item, number="CN-1", amount=-item.amount, open=-item.open)

    text = plain(describe_open_items([item, note], (), TODAY, IMPRINT))

    due = IMPRINT.formats.day(item.due_on)
    assert due in next(line for line in text.splitlines() if "CN-1" not in line and due in line)
    assert not any(due in line for line in text.splitlines() if "CN-1" in line)
