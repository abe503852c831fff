"""Journey 10 through the real window, with nothing but keys: the rate of 14 % becomes 13.5 %."""

from __future__ import annotations

from decimal import Decimal

from pytestqt.qtbot import QtBot

from app.domain.accounting.journal import Entry
from app.domain.invoices.invoice import Invoice
from app.domain.invoices.posting import source_of
from app.domain.invoices.totals import totals_of
from app.domain.shared.ids import InvoiceId
from app.domain.shared.paging import View
from app.services import accounting, invoices
from app.services.office import Office
from app.ui.invoices.plan_page import PlanPage
from app.ui.invoices.plan_run import PlanRunPage
from app.ui.invoices.rows import Field
from app.ui.main_window import MainWindow
from tests.documents.reading import page_texts
from tests.journeys.rooms import editor_of, go_to_invoices, office_of, page_of
from tests.ui.invoices.clerk import ALT, CTRL, SHIFT, Clerk, Key

OLD = (Decimal(14), Decimal(200), Decimal(28))
NEW = (Decimal("13.5"), Decimal(200), Decimal(27))


def write_the_customer(clerk: Clerk) -> None:
    """Type a new customer; the next field has the keyboard then."""
    clerk.type("Kahvila Aamu Oy")
    clerk.settle()
    clerk.press(Key.Key_Return)
    clerk.settle()
    for text in ("Kauppakatu 3", "33200", "Tampere", ""):
        clerk.enter(text)
    clerk.settle()


def find(clerk: Clerk, words: str) -> None:
    """Find a command by its words and do it."""
    clerk.press(Key.Key_K, CTRL)
    clerk.settle()
    clerk.type(words)
    clerk.settle()
    clerk.press(Key.Key_Return)
    clerk.settle()


def vat_of(invoice: Invoice) -> list[tuple[Decimal, Decimal, Decimal]]:
    """Return rate, base and tax of each category, the highest rate first."""
    found = [(one.rate, one.base.amount, one.tax.amount) for one in totals_of(invoice).vat]
    return sorted(found, reverse=True)


def issued(office: Office) -> list[Invoice]:
    """Return every issued invoice, the first number first."""
    rows = office.ask(invoices.first, View(only=("issued",), sort="number"), 9)
    return [office.ask(invoices.get, row.id) for row in rows]


def entry_of(office: Office, invoice_id: InvoiceId) -> Entry:
    (entry,) = office.ask(accounting.entries_of, source_of(invoice_id))
    return entry


def test_two_lines_of_one_invoice_have_the_rates_of_their_own_days(
    window: MainWindow, clerk: Clerk, qtbot: QtBot
) -> None:
    go_to_invoices(clerk)
    write_the_customer(clerk)
    clerk.enter("5.1.2026")
    clerk.enter("19.1.2026")
    find(clerk, "riveitt")
    lines = editor_of(window).lines
    qtbot.waitUntil(lambda: not lines.isColumnHidden(Field.DELIVERED))
    clerk.press(Key.Key_L, CTRL)
    clerk.line("Ateria", "1", "", "200", "", "13", "30.12.2025")
    clerk.line("Ateria", "1", "", "200", "", "13", "2.1.2026")
    clerk.settle()
    shown = editor_of(window).totals.text()

    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()
    qtbot.waitUntil(lambda: page_of(window).issued is not None)

    office = office_of(window)
    (invoice,) = issued(office)
    text = "\n".join(page_texts(office.ask(invoices.pdf, invoice.id))).replace("\u00a0", " ")
    for figure in ("28,00", "27,00", "455,00"):
        assert figure in shown.replace("\u00a0", " ") + editor_totals(invoice)
        assert figure in text
    assert vat_of(invoice) == [OLD, NEW]
    postings = sorted(one.amount.minor for one in entry_of(office, invoice.id).postings)
    assert postings == [-20000, -20000, -2800, -2700, 45500]


def editor_totals(invoice: Invoice) -> str:
    """Return the gross as the window writes it in large letters."""
    return f"{totals_of(invoice).gross.amount}".replace(".", ",")


def write_the_plan(window: MainWindow, clerk: Clerk, qtbot: QtBot) -> None:
    """Type a plan of meals, each month from December on, billed afterwards and issued at once."""
    clerk.press(Key.Key_3, ALT)
    clerk.settle()
    clerk.press(Key.Key_N, CTRL)
    clerk.settle()
    assert window.workspace is not None
    plan = window.workspace.page
    assert isinstance(plan, PlanPage)
    qtbot.waitUntil(lambda: plan.editor is not None)
    clerk.settle()
    clerk.enter("Ateriat")
    clerk.press(Key.Key_Return, times=2)
    clerk.enter("1.12.2025")
    clerk.press(Key.Key_Return, times=3)
    clerk.type("V")
    clerk.press(Key.Key_Return)
    clerk.type("J")
    clerk.press(Key.Key_Return, times=3)
    write_the_customer(clerk)
    clerk.line("Ateriat, {month} {year}", "1", "", "200", "", "13")
    clerk.settle()
    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()
    qtbot.waitUntil(lambda: plan.is_over)


def run_what_is_due(window: MainWindow, clerk: Clerk, qtbot: QtBot) -> str:
    """Look at what is due and make it; return what the page said before."""
    clerk.press(Key.Key_B, CTRL | SHIFT)
    clerk.settle()
    assert window.workspace is not None
    run = window.workspace.page
    assert isinstance(run, PlanRunPage)
    qtbot.waitUntil(lambda: run.table.rows.rowCount() == 3)
    told = run.told.text().replace("\u00a0", " ")
    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()
    qtbot.waitUntil(lambda: run.table.rows.rowCount() == 0)
    return told


def test_a_plan_switches_to_the_new_rate_by_itself(
    window: MainWindow, clerk: Clerk, qtbot: QtBot
) -> None:
    go_to_invoices(clerk)
    write_the_plan(window, clerk, qtbot)

    told = run_what_is_due(window, clerk, qtbot)

    office = office_of(window)
    december, january, february = issued(office)
    assert told == "3 laskua · 682,00 €"
    assert [vat_of(one) for one in (december, january, february)] == [[OLD], [NEW], [NEW]]
    text = "\n".join(page_texts(office.ask(invoices.pdf, december.id))).replace("\u00a0", " ")
    for words in ("Ateriat, joulukuu 2025", "28,00", "228,00"):
        assert words in text
    postings = sorted(one.amount.minor for one in entry_of(office, january.id).postings)
    assert postings == [-20000, -2700, 22700]
