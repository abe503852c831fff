"""Journey 6 through the real window, with nothing but keys, in Finnish, to the cent."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.domain.invoices.posting import source_of
from app.domain.shared.paging import View
from app.services import accounting, archive, invoices
from app.services.office import Office
from app.ui.invoices.places import InvoicePlaces
from app.ui.invoices.tab import InvoicesTab
from app.ui.main_window import MainWindow
from tests.documents.reading import page_texts
from tests.journeys.rooms import (
    editor_of,
    go_to_invoices,
    office_of,
    page_of,
    write_the_head,
    write_the_invoice,
)
from tests.ui.invoices.clerk import ALT, CTRL, Clerk, Key


def test_a_clerk_writes_and_issues_journey_6_by_keys_alone(
    window: MainWindow, clerk: Clerk, qtbot: QtBot
) -> None:
    go_to_invoices(clerk)

    write_the_invoice(clerk)
    totals = editor_of(window).totals
    shown = (totals.text(), totals.gross.text())
    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()
    qtbot.waitUntil(lambda: page_of(window).issued is not None)

    assert shown[1] == "686,56\u00a0€"
    for figure in ("345,07", "87,99", "112,86", "15,24", "114,00", "11,40", "571,93", "114,63"):
        assert figure in shown[0]
    check_the_books(office_of(window))
    check_the_paper(office_of(window))
    check_the_list(window, clerk)


def check_the_books(office: Office) -> None:
    """The entry says the same: receivables against sales and VAT of three rates."""
    (row,) = office.ask(invoices.first, View(), 9)
    (entry,) = office.ask(accounting.entries_of, source_of(row.id))
    amounts = sorted(posting.amount.minor for posting in entry.postings)

    assert (row.number, row.net_minor, row.gross_minor) == ("20260001", 57193, 68656)
    assert row.reference == "202600017"
    assert amounts == sorted([68656, -34507, -11286, -11400, -8799, -1524, -1140])


def check_the_paper(office: Office) -> None:
    """The filed page says the same, and is the one that is printed again."""
    (row,) = office.ask(invoices.first, View(), 9)
    (record,) = office.ask(archive.of, source_of(row.id))
    pdf = office.ask(invoices.pdf, row.id)
    text = "\n".join(page_texts(pdf)).replace("\u00a0", " ")

    assert pdf == office.ask(archive.content, record.id)
    for words in ("350,73", "118,80", "602,03", "571,93", "114,63", "686,56", "2026 00017"):
        assert words in text


def check_the_list(window: MainWindow, clerk: Clerk) -> None:
    """Back in the list the row says the same."""
    assert window.workspace is not None
    window.workspace.go("invoices")
    clerk.press(Key.Key_Left, ALT)
    clerk.settle()
    places = window.workspace.page
    assert isinstance(places, InvoicePlaces)
    tab = places.current
    assert isinstance(tab, InvoicesTab)
    cells = [str(tab.model.index(0, column).data()).replace("\u00a0", " ") for column in range(6)]

    assert cells == [
        "20260001",
        "Kahvila Aamu Oy",
        "10.3.2026",
        "24.3.2026",
        "571,93 €",
        "686,56 €",
    ]


def test_the_window_is_left_and_found_again_as_it_was_written(
    window: MainWindow, clerk: Clerk, qtbot: QtBot
) -> None:
    go_to_invoices(clerk)
    write_the_invoice(clerk)

    clerk.press(Key.Key_W, CTRL)
    clerk.settle()
    (row,) = office_of(window).ask(invoices.first, View(), 9)
    clerk.press(Key.Key_Return)
    clerk.settle()

    assert row.gross_minor == 68656
    assert page_of(window).record == row.id
    assert editor_of(window).totals.gross.text() == "686,56\u00a0€"


def test_other_figures_follow_the_same_rules(
    window: MainWindow, clerk: Clerk, qtbot: QtBot
) -> None:
    go_to_invoices(clerk)
    write_the_head(clerk)
    clerk.line("Kaapeli", "7", "m", "12,35", "5", "25,5")
    clerk.line("Kirja", "1,5", "kpl", "200", "", "10")
    clerk.enter()
    clerk.enter("2,5")
    clerk.settle()
    shown = editor_of(window).totals.text()

    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()
    qtbot.waitUntil(lambda: page_of(window).issued is not None)

    office = office_of(window)
    (row,) = office.ask(invoices.first, View(), 9)
    (entry,) = office.ask(accounting.entries_of, source_of(row.id))
    for figure in ("80,08", "20,42", "292,50", "29,25", "372,58", "49,67"):
        assert figure in shown
    assert (row.net_minor, row.gross_minor) == (37258, 42225)
    assert sorted(posting.amount.minor for posting in entry.postings) == sorted(
        [42225, -8008, -29250, -2042, -2925]
    )
    text = "\n".join(page_texts(office.ask(invoices.pdf, row.id)))
    for words in ("82,13", "300,00", "382,13", "9,55", "422,25"):
        assert words in text
