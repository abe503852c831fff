"""Another currency in the window: chosen in the details, with its rate asked for where unknown."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from app.domain.invoices.invoice import Invoice
from app.domain.payments.payment import NewPayment
from app.domain.shared.money import Money
from app.services import exchange_rates, invoices, payment_forms
from app.services.office import Office
from app.ui.invoices.editor import DraftEditor
from app.ui.invoices.payment_form import PaymentFields
from app.ui.kit.shell import Shell
from tests.ui.invoices.conftest import Opened, Trade
from tests.ui.invoices.test_page import a_draft


@pytest.fixture
def draft(office: Office, trade: Trade) -> Invoice:
    content = replace(a_draft(trade), currency="USD")
    return office.do(invoices.draft, content).result


def editor_of(opened: Opened, record: int) -> DraftEditor:
    page = opened(record)
    assert page.editor is not None
    return page.editor


def test_a_rate_that_nobody_knows_is_asked_for_at_its_field(
    opened: Opened, draft: Invoice, qtbot: QtBot
) -> None:
    editor = editor_of(opened, draft.id)

    qtbot.waitUntil(lambda: "exchange" in [one.field for one in editor.problems])
    editor.head.exchange.setText("0.92")
    editor.head.exchange.edited.emit()

    qtbot.waitUntil(lambda: "exchange" not in [one.field for one in editor.problems])
    content = editor.content()
    assert content.currency == "USD"
    assert content.exchange is not None
    assert content.exchange.rate == Decimal("0.92")


def test_a_known_rate_is_shown_and_stays_by_whose_word_it_is(
    opened: Opened, draft: Invoice, office: Office, shell: Shell, qtbot: QtBot
) -> None:
    office.do(exchange_rates.put, "USD", shell.today(), Decimal("0.92"), "ECB")
    editor = editor_of(opened, draft.id)

    qtbot.waitUntil(lambda: editor.head.exchange.placeholderText() == "0.92")

    assert editor.content().exchange is None


def test_the_money_of_the_company_asks_for_no_rate(opened: Opened, draft: Invoice) -> None:
    editor = editor_of(opened, draft.id)

    editor.head.currency.put("")

    content = editor.content()
    assert (content.currency, content.exchange) == ("", None)


def test_a_payment_in_another_currency_has_a_field_for_its_rate(
    office: Office, draft: Invoice, shell: Shell, qtbot: QtBot
) -> None:
    office.do(exchange_rates.put, "USD", shell.today(), Decimal("0.92"), "ECB")
    invoice = office.do(invoices.issue, draft.id).result
    fields = PaymentFields(shell, office.ask(payment_forms.opened, invoice.id))
    qtbot.addWidget(fields)

    fields.rate.put(Decimal("0.95"))

    assert "rate" in fields.paths
    assert fields.value().rate == Decimal("0.95")
    assert fields.value().amount.currency == "USD"


def test_the_currency_comes_back_with_what_was_typed(
    office: Office, shell: Shell, qtbot: QtBot
) -> None:
    begun = office.ask(payment_forms.opened)
    typed = replace(
        begun, currency="JPY", typed=NewPayment(Money(20, "JPY"), rate=Decimal("0.006"))
    )
    fields = PaymentFields(shell, typed)
    qtbot.addWidget(fields)

    fields.begin(typed)

    assert (fields.value().amount, fields.value().rate) == (Money(20, "JPY"), Decimal("0.006"))
    assert not fields.cell("rate").isHidden()
    fields.money.put(begun.home)
    fields.money.edited.emit()
    assert (fields.value().amount.currency, fields.value().rate) == (begun.home, None)
    assert fields.cell("rate").isHidden()
