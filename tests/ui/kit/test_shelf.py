"""A shelf lists what is kept, under the actions of its own module."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.invoices.layout import InvoiceLayout, LayoutForm
from app.services import layouts
from app.services.office import Office
from app.ui.kit.listing import Empty
from app.ui.kit.sections import Strip
from app.ui.kit.shelf import Kept, Moves, Shelf, Verbs
from app.ui.kit.shell import Shell
from app.ui.kit.table import Column
from tests.ui.keys import press

KEPT: Kept[InvoiceLayout] = Kept(
    kind="invoice-layout",
    title="Layouts",
    new="New layout",
    columns=(Column("Name", lambda row: row.form.name),),
    room="Name",
    read=layouts.layouts,
    tables=frozenset({"invoice_layout"}),
    empty=Empty("palette", "Nothing yet", "Begin one."),
    moves=Moves(layouts.put_away, layouts.take_back, lambda row: row.form.name),
    verbs=Verbs("invoices", "invoice.new", "invoice.open", "invoice.discard"),
)


@pytest.fixture
def shelf(qtbot: QtBot, shell: Shell, office: Office) -> Shelf[InvoiceLayout]:
    office.do(layouts.add, LayoutForm("Ours"))
    made = Shelf(shell, Strip((("layouts", "Layouts"),), "layouts"), KEPT)
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: made.chosen() is not None)
    shell.book.enter((made,))
    return made


def test_what_comes_meanwhile_is_shown(
    qtbot: QtBot, shelf: Shelf[InvoiceLayout], shell: Shell
) -> None:
    shell.client.do(lambda _kept: None, layouts.add, LayoutForm("Another"))

    qtbot.waitUntil(lambda: shelf.table.model().rowCount() == 2)


def test_enter_opens_the_chosen_one(
    qtbot: QtBot, shelf: Shelf[InvoiceLayout], shell: Shell
) -> None:
    row = shelf.chosen()
    assert row is not None

    with qtbot.waitSignal(shell.wanted) as wanted:
        press(shelf.table, Qt.Key.Key_Return)

    assert wanted.args == ["invoice-layout", row.id]


def test_the_actions_are_those_of_its_module(
    qtbot: QtBot, shelf: Shelf[InvoiceLayout], shell: Shell, office: Office
) -> None:
    with qtbot.waitSignal(shell.wanted) as wanted:
        shell.book.action("invoice.new").trigger()
    shell.book.action("invoice.discard").trigger()

    qtbot.waitUntil(lambda: office.ask(layouts.layouts) == ())
    assert wanted.args == ["invoice-layout", None]


def test_an_empty_shelf_says_what_it_is_for(qtbot: QtBot, shell: Shell) -> None:
    made = Shelf(shell, Strip((("layouts", "Layouts"),), "layouts"), KEPT)
    qtbot.addWidget(made)

    qtbot.waitUntil(lambda: made._stack.currentWidget() is made.empty)
