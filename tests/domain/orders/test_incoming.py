"""An order that comes in is told from others by what it asks for, not by where it stands."""

from __future__ import annotations

from dataclasses import replace

from app.domain.contacts.form import ContactForm
from app.domain.orders.incoming import IncomingLine, IncomingOrder

ORDER = IncomingOrder(4, ContactForm("Aamu"), (IncomingLine(4, code="P-17", name="Pump"),), "A-1")


def test_the_key_forgets_rows_and_nothing_else() -> None:
    moved = replace(ORDER, row=9, lines=(replace(ORDER.lines[0], row=9),))

    assert moved.key == ORDER.key
    assert replace(ORDER, reference="A-2").key != ORDER.key
    assert replace(ORDER, lines=(*ORDER.lines, *ORDER.lines)).key != ORDER.key


def test_a_line_is_called_by_its_code_and_its_name() -> None:
    assert ORDER.lines[0].title == "P-17 Pump"
    assert IncomingLine(1, gtin="6430000000020").title == "6430000000020"
    assert IncomingLine(1, name="Hose").title == "Hose"
