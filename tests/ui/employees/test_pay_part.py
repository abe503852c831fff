"""The pay of a person: masked until asked for, items and tax cards written by their fields."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.employees.employee import Employee
from app.services import pay_items
from app.services.office import Office
from app.ui.employees.page import EmployeePage
from app.ui.employees.pay_item_dialog import PayItemDialog
from app.ui.employees.pay_part import EndItemDialog
from app.ui.employees.tax_card_dialog import TaxCardDialog
from app.ui.kit.shell import Shell

Show = Callable[[Any], Any]
Kind = TypeVar("Kind")
FIRST = date(2026, 3, 1)


@pytest.fixture
def page(qtbot: QtBot, shell: Shell, maija: Employee, show: Show) -> EmployeePage:
    """The pay of Maija, shown to who asked for it."""
    page: EmployeePage = show(EmployeePage(shell, maija.id))
    page.turn("pay")
    shell.book.action("pay.show").trigger()
    qtbot.waitUntil(lambda: page.pay.pay is not None)
    return page


def dialog_of(kind: type[Kind]) -> Kind:
    """Return the dialog that was opened last."""
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind)][-1]


def rows(page: EmployeePage) -> int:
    assert page.pay.tables is not None
    return page.pay.tables.items.rows.rowCount()


def text(page: EmployeePage, column: int, row: int = 0) -> str:
    assert page.pay.tables is not None
    shown: str = page.pay.tables.items.rows.index(row, column).data()
    return shown


def test_nothing_is_shown_before_it_is_asked_for(
    qtbot: QtBot, shell: Shell, maija: Employee, show: Show
) -> None:
    page: EmployeePage = show(EmployeePage(shell, maija.id))
    page.turn("pay")

    qtbot.waitUntil(lambda: "Masked" in page.pay.told.text())
    assert page.pay.tables is None
    assert not shell.book.action("pay.item-new").isEnabled()


def test_a_loan_is_written_with_what_its_component_asks_for_and_ended(
    qtbot: QtBot, shell: Shell, office: Office, maija: Employee, page: EmployeePage
) -> None:
    shell.book.action("pay.item-new").trigger()
    dialog = dialog_of(PayItemDialog)
    dialog.component.put("loan")
    dialog.suit()
    assert not dialog.form.cell("percent").isVisible()
    assert dialog.form.cell("rest").label.text() == "Loan that is left"
    dialog.keep()
    qtbot.waitUntil(lambda: dialog.form.cell("rest").note.text().startswith("✕"))
    dialog.amount.put(Decimal(100))
    dialog.rest.put(Decimal(1150))
    dialog.suit()
    assert dialog.told.text() == "Taken on 12 pay days more"

    dialog.keep()
    qtbot.waitUntil(lambda: rows(page) == 1)
    assert (text(page, 0), text(page, 5)) == ("Repayment of a loan", "In force")
    assert text(page, 4) == "€1,150.00 (12 ×)"

    shell.book.action("pay.item-end").trigger()
    ending = dialog_of(EndItemDialog)
    ending.send(date(2030, 12, 31))
    qtbot.waitUntil(
        lambda: office.ask(pay_items.of, maija.id)[0].last_on == date(2030, 12, 31),
    )


def test_a_bonus_is_given_once(
    qtbot: QtBot, shell: Shell, office: Office, maija: Employee, page: EmployeePage
) -> None:
    shell.book.action("pay.item-new").trigger()
    dialog = dialog_of(PayItemDialog)
    dialog.component.put("bonus")
    dialog.once.put(value=True)
    dialog.suit()
    dialog.first.put(FIRST)
    dialog.amount.put(Decimal("250.50"))
    dialog.keep()
    qtbot.waitUntil(lambda: rows(page) == 1)

    (item,) = office.ask(pay_items.of, maija.id)
    assert (item.first_on, item.last_on) == (FIRST, FIRST)
    shell.book.action("pay.item-change").trigger()
    again = dialog_of(PayItemDialog)
    assert again.once.value()
    again.text.put("For the spring")
    again.keep()
    qtbot.waitUntil(lambda: text(page, 1) == "For the spring")


def test_a_tax_card_is_written_as_the_country_has_it(
    qtbot: QtBot, shell: Shell, office: Office, maija: Employee, page: EmployeePage
) -> None:
    shell.book.action("pay.card-new").trigger()
    dialog = dialog_of(TaxCardDialog)
    assert "limit" in dialog.form.paths
    assert "allowances" not in dialog.form.paths
    dialog.percent.put(Decimal(101))
    dialog.keep()
    qtbot.waitUntil(lambda: dialog.form.cell("percent").note.text().startswith("✕"))
    dialog.percent.put(Decimal("18.5"))
    dialog.limit.put(Decimal(30000))
    dialog.keep()

    tables = page.pay.tables
    assert tables is not None
    qtbot.waitUntil(lambda: tables.cards.rows.rowCount() == 1)
    (card,) = office.ask(pay_items.cards, maija.id)
    assert (card.percent, card.valid_from.month) == (Decimal("18.5"), 1)
    tables.cards.opened.emit(card.id)
    again = dialog_of(TaxCardDialog)
    assert again.limit.value() == Decimal(30000)
    again.reject()
