from __future__ import annotations

from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from app.domain.bills.bill import BillForm, BillLine, BillTax
from app.domain.contacts.form import ContactForm
from app.domain.shared.problems import Problem
from app.services.bills import OpenedBill
from app.ui.archive.bill_form import BillFields, SumEdit
from app.ui.kit.shell import Shell
from tests.domain.bills.test_bill import BILL
from tests.ui.keys import type_in


@pytest.fixture
def fields(qtbot: QtBot, shell: Shell) -> BillFields:
    made = BillFields(shell, OpenedBill(None, BILL, (), ContactForm("Paahtimo Oy"), (), None))
    qtbot.addWidget(made)
    made.put(BILL)
    return made


def test_what_is_shown_is_what_is_kept(fields: BillFields) -> None:
    assert fields.value() == BILL
    assert not fields.is_dirty


def test_sums_are_written_with_two_decimals_at_least(qtbot: QtBot) -> None:
    edit = SumEdit(6)
    qtbot.addWidget(edit)

    edit.put(Decimal("1234.5"))
    first = edit.text()
    edit.put(Decimal("0.0125"))

    assert (first, edit.text()) == ("1,234.50", "0.0125")
    assert edit.value() == Decimal("0.0125")


def test_a_problem_of_a_line_stands_at_its_row_and_one_of_the_supplier_at_the_contact(
    fields: BillFields,
) -> None:
    line, tax, supplier = (
        fields.placed(Problem(path, "x"))
        for path in ("lines.1.net", "taxes.0.amount", "supplier_id")
    )

    assert fields.cell(line.field).editor is fields.lines.editor(1, "net")
    assert fields.cell(tax.field).editor is fields.taxes.editor(0, "amount")
    assert supplier.field == "contact"


def test_a_line_is_added_and_what_is_no_number_is_told(fields: BillFields) -> None:
    fields.lines._add_and_enter()
    place = fields.lines.count() - 1
    fields.lines.editor(place, "text").put("Rahti")
    type_in(fields.lines.editor(place, "net"), "abc")

    (problem,) = fields.unreadable()

    assert problem.field == fields.lines.path(place, "net")
    assert fields.value().lines[-1] == BillLine("Rahti")


def test_an_empty_bill_has_no_lines_and_no_rates(fields: BillFields) -> None:
    fields.put(BillForm())

    assert fields.value() == BillForm()
    assert BillTax() not in fields.value().taxes
