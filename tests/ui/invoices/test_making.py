"""Tests of the editor for papers other than an invoice: fewer fields, and nothing else lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QMainWindow

from app.domain.invoices.draft import Draft, DraftLine
from app.domain.shared.quantities import UnitPrice
from app.services import admin, contacts
from app.services.office import Office
from app.ui.invoices.editor import DraftEditor
from app.ui.invoices.making import INVOICE, Opened
from app.ui.kit.shell import Shell
from tests.ui.invoices.conftest import Trade
from tests.windows import Settle

PLAIN = replace(
    INVOICE,
    head=("customer_id", "our_reference"),
    details=("our_reference",),
    tail=("discount", "note"),
)


@pytest.fixture
def editor(
    frame: QMainWindow, shell: Shell, office: Office, trade: Trade, settle: Settle
) -> DraftEditor:
    """The editor of a paper with few fields, on a content with more."""
    content = Draft(
        customer_id=trade.aamu.id,
        lines=(DraftLine("Work", price=UnitPrice(Decimal(10))),),
        due_on=date(2026, 3, 24),
        order_reference="PO-7",
    )
    rows = office.ask(contacts.rows, (trade.aamu.id,))
    company, country = office.ask(admin.company), office.ask(admin.pack)
    opened = Opened(company, country, content, customers=rows)
    editor = DraftEditor(shell, PLAIN, opened)
    editor.settle_in()
    frame.setCentralWidget(editor)
    settle()
    return editor


def test_an_editor_has_only_the_fields_of_its_paper(editor: DraftEditor) -> None:
    assert tuple(editor.head.paths) == PLAIN.head
    assert tuple(editor.tail.paths) == PLAIN.tail


def test_what_a_paper_has_no_field_for_stays_in_its_content(editor: DraftEditor) -> None:
    content = editor.content()

    assert content.due_on == date(2026, 3, 24)
    assert content.order_reference == "PO-7"
    assert content.lines[0].description == "Work"


def test_the_details_of_such_a_paper_unfold_at_their_first_field(
    editor: DraftEditor, settle: Settle
) -> None:
    editor.head.turn_details()
    settle()

    assert editor.head.is_unfolded
    assert editor.head.our_reference.hasFocus()
