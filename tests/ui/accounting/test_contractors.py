"""Payments to contractors in the window: written by keys, refused at their fields, put away."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.domain.payments.contractors import ContractorPayment
from app.domain.shared.ids import ContactId, ContractorPaymentId
from app.domain.shared.money import Money
from app.services import contractors
from app.services.office import Office
from app.ui.accounting.contractors import ContractorFields
from app.ui.accounting.contractors_page import ContractorsPage
from app.ui.kit.shell import Shell
from tests.ui.accounting.taxed import moved, shown
from tests.windows import Settle

PAID = date(2026, 2, 2)


@pytest.fixture
def payee(office: Office) -> ContactId:
    return moved(office, "US", "USD")


def written(office: Office, payee: ContactId, cents: int) -> ContractorPayment:
    new = ContractorPayment(
        ContractorPaymentId(cents), 1, payee, PAID, Money(cents, "USD"), Money(0, "USD")
    )
    return office.do(contractors.write, new).result


def test_payments_are_listed_with_payee_and_amount(
    qtbot: QtBot, office: Office, shell: Shell, settle: Settle, payee: ContactId
) -> None:
    written(office, payee, 245_000)

    page = shown(qtbot, ContractorsPage(shell), settle)

    qtbot.waitUntil(lambda: page.pane.list.count() == 1)
    assert "Bangkok Cleaning · $2,450.00" in page.pane.list.item(0).text()
    assert isinstance(page.pane.form, ContractorFields)
    assert page.pane.form.value().amount == Money(245_000, "USD")


def test_what_cannot_be_read_is_told_and_nothing_is_saved(
    qtbot: QtBot, office: Office, shell: Shell, settle: Settle, payee: ContactId
) -> None:
    before = written(office, payee, 100)
    page = shown(qtbot, ContractorsPage(shell), settle)
    qtbot.waitUntil(lambda: page.pane.list.count() == 1)
    form = page.pane.form
    assert isinstance(form, ContractorFields)

    form.paid_on.setText("yesterday-ish")
    page.pane.save()
    settle()

    assert "is not a day" in form.cell("paid_on").note.text()
    assert office.ask(contractors.all_payments) == (before,)


def test_a_payment_is_put_away_and_that_is_undone(
    qtbot: QtBot, office: Office, shell: Shell, settle: Settle, payee: ContactId
) -> None:
    written(office, payee, 100)
    page = shown(qtbot, ContractorsPage(shell), settle)
    qtbot.waitUntil(lambda: page.pane.list.count() == 1)

    page.pane.turn()
    qtbot.waitUntil(lambda: bool(shell.history.to_undo))

    assert office.ask(contractors.all_payments)[0].is_archived
    shell.history.undo()
    qtbot.waitUntil(lambda: not office.ask(contractors.all_payments)[0].is_archived)
