"""The papers of a sale, as lines on the page of each."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.domain.invoices.chain import ChainLink
from app.domain.invoices.invoice import Invoice, Kind, State
from app.domain.shared.money import Money
from app.services import crediting, invoices
from app.services.office import Office
from app.ui.invoices.chain import link_text
from tests.ui.invoices.conftest import Opened, Trade
from tests.ui.invoices.test_page import a_draft
from tests.windows import Settle


@pytest.fixture
def invoice(office: Office, trade: Trade) -> Invoice:
    draft = office.do(invoices.draft, a_draft(trade)).result
    return office.do(invoices.issue, draft.id).result


def test_an_issued_invoice_shows_what_came_of_it(
    opened: Opened, invoice: Invoice, office: Office, settle: Settle, qtbot: QtBot
) -> None:
    page = opened(invoice.id)
    view = page.issued
    assert view is not None
    was_there = view.chain.isVisible()
    note = office.do(crediting.credit, invoice.id, (), "Broken").result

    page.shell.client.do(lambda _: None, invoices.issue, note.id)
    settle()
    qtbot.waitUntil(lambda: view.chain.lines.count() == 2)

    assert not was_there
    assert view.chain.isVisible()
    assert "CN-2026-0001" in view.chain.lines.item(1).text()


def test_a_draft_in_a_chain_has_no_number_and_no_day() -> None:
    draft = ChainLink(
        "invoice", 5, Kind.CREDIT_NOTE, State.DRAFT, "", None, Money(-3202, "EUR"), depth=1
    )

    assert link_text(draft) == "\u2003Credit note · Draft · -€32.02"
