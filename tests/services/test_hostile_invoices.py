"""Whatever is pasted into an invoice is refused at its field or printed as it was written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pypdfium2
import pytest

from app.domain.invoices.draft import DraftLine
from app.domain.invoices.invoice import Discount
from app.domain.shared.lines import some_lines
from app.domain.shared.quantities import Quantity, Rate, UnitPrice
from app.domain.shared.refusals import Invalid
from app.outside.clock import FixedClock
from app.services import accounting, invoices
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.databases import on_sqlite
from tests.trade import AAMU, LAMP, a_content, a_written_line, drafted, issued, opened_books

HUGE = Decimal(10) ** 18


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


@pytest.mark.parametrize(
    ("line", "field"),
    [
        (replace(a_written_line(), quantity=Quantity(HUGE)), "lines.0.quantity"),
        (replace(a_written_line(), price=UnitPrice(HUGE)), "lines.0.price"),
        (replace(a_written_line(), quantity=Quantity(Decimal("0.0000001"))), "lines.0.quantity"),
        (replace(a_written_line(), price=UnitPrice(Decimal("NaN"))), "lines.0.price"),
        (replace(a_written_line(), quantity=Quantity(Decimal("Infinity"))), "lines.0.quantity"),
        (a_written_line(discount="100.01"), "lines.0.discount.percent"),
        (a_written_line("-1"), "lines"),
    ],
)
def test_impossible_figures_are_refused_at_their_field(
    office: Office, line: DraftLine, field: str
) -> None:
    with pytest.raises(Invalid) as refused:
        office.do(invoices.draft, a_content(line))

    assert [problem.field for problem in refused.value.problems] == [field]


@pytest.mark.parametrize(
    "text",
    [
        "Kahvi ☕ 🎉 <b>Paid</b> & co",
        "שלום עולם مرحبا",
        "น้ำ ที่ วันที่ ภูเก็ต",
        "Å" * 200,
        "=1+1; DROP TABLE invoice; --",
        "a\u202eb\u0000c\tz\r\nline two",
        "<img src=file:///etc/passwd>",
    ],
)
def test_any_text_is_issued_printed_and_kept(office: Office, text: str) -> None:
    line = replace(a_written_line(), description=text)
    content = a_content(line, note=text, your_reference=text[:80])

    invoice = issued(office, content)

    assert office.ask(invoices.get, invoice.id) == invoice
    assert invoice.lines[0].description == some_lines(text)
    document = pypdfium2.PdfDocument(office.ask(invoices.pdf, invoice.id))
    assert len(document) >= 1


def test_returned_goods_make_an_invoice_as_long_as_something_is_left(office: Office) -> None:
    invoice = issued(office, a_content(a_written_line("3"), a_written_line("-1")))

    assert office.ask(invoices.rows, (invoice.id,))[0].net_minor == 20000
    assert office.ask(accounting.trial_balance, TODAY).difference_minor == 0


def test_an_empty_draft_is_kept_and_says_what_it_lacks(office: Office) -> None:
    draft = drafted(office, a_content(DraftLine(), customer_id=None))

    codes = {one.code for one in office.ask(invoices.check, office.ask(invoices.content, draft.id))}

    assert codes == {"invoices.no-customer", "invoices.no-lines"}


def test_a_customer_with_the_longest_of_names_is_billed(office: Office) -> None:
    with office.database.write() as unit:
        before = unit.contacts.get(AAMU.id)
        unit.contacts.save(before, replace(before, name="Ö" * 200), office.clock.now())

    invoice = issued(office)

    assert invoice.buyer is not None
    assert invoice.buyer.name == "Ö" * 200


def test_days_far_away_are_warned_of_or_refused(office: Office) -> None:
    old = a_content(issued_on=date(2024, 12, 31))
    late = a_content(due_on=date(9999, 12, 31))

    assert [one.is_warning for one in office.ask(invoices.check, old)] == [True]
    assert [one.code for one in office.ask(invoices.check, late)] == ["invoices.due-long-after"]


@on_sqlite
def test_five_thousand_pasted_lines_are_one_invoice(office: Office) -> None:
    line = DraftLine(product_id=LAMP.id, discount=Discount(percent=Rate(Decimal(3))))

    invoice = issued(office, a_content(*[line] * 5000))

    assert len(office.ask(invoices.get, invoice.id).lines) == 5000
    (entry,) = office.ask(accounting.entries_of, f"invoice:{invoice.id}")
    (row,) = office.ask(invoices.rows, (invoice.id,))
    assert entry.postings[0].amount.minor == row.gross_minor == 5000 * 12600 * 1255 // 1000
