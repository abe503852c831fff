"""Journey 11 through the real window: an e-invoice to a public buyer in Germany, to the cent."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from app.domain.contacts.address import Address
from app.domain.contacts.contact import Point, PointKind, Terms
from app.domain.contacts.form import ContactForm
from app.domain.shared.eformats import EFormat
from app.domain.shared.ids import InvoiceId
from app.formats.einvoices.reading import read_xml
from app.services import contacts, einvoicing
from app.ui.main_window import MainWindow
from tests.formats.einvoices.judges import faults
from tests.journeys.rooms import editor_of, go_to_invoices, office_of, page_of
from tests.ui.invoices.clerk import CTRL, Clerk, Key

LEITWEG = "991-03730-19"


@pytest.fixture
def german(abroad: MainWindow) -> MainWindow:
    """The window over a German company and a public buyer that gets XRechnung."""
    buyer = ContactForm(
        "Bezirksamt Mitte",
        addresses=(Address("Karl-Marx-Allee 31", "", "10178", "Berlin", "", "DE"),),
        points=(Point(PointKind.EMAIL, "rechnung@mitte.example"),),
        terms=Terms(eformat=EFormat.XRECHNUNG_UBL),
    )
    office_of(abroad).do(contacts.add, buyer)
    return abroad


def test_the_buyer_reference_is_asked_for_and_then_it_is_issued(
    german: MainWindow, clerk: Clerk, qtbot: QtBot
) -> None:
    go_to_invoices(clerk)
    clerk.type("Bezirksamt")
    clerk.settle()
    clerk.press(Key.Key_Return)
    clerk.settle()
    clerk.press(Key.Key_F6)
    clerk.enter("10.3.2026")
    clerk.press(Key.Key_L, CTRL)
    clerk.line("Lamp", "1", "pcs", "8500", "7500e", "19")
    clerk.settle()

    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()
    editor = editor_of(german)
    field = editor.tail.your_reference
    qtbot.waitUntil(field.hasFocus)
    told = field.accessibleDescription()
    clerk.type(LEITWEG)
    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()
    qtbot.waitUntil(lambda: page_of(german).issued is not None)

    assert "public buyers in Germany need their Leitweg-ID" in told
    record = page_of(german).record
    assert record is not None
    xml = office_of(german).ask(einvoicing.xml, InvoiceId(record))
    found = read_xml(xml, "a.xml")
    assert faults(xml) == []
    assert (found.totals.net, found.totals.tax) == (Decimal("1000.00"), Decimal("190.00"))
    assert (found.totals.payable, found.buyer_reference) == (Decimal("1190.00"), LEITWEG)
