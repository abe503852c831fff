"""The lines as a table: what is typed, what comes of it, and where something is wrong."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from app.domain.invoices.invoice import Line, LineTotal
from app.domain.products.row import ProductRow
from app.domain.shared.ids import ProductId
from app.domain.shared.money import Money
from app.domain.shared.problems import Problem
from app.domain.shared.quantities import Quantity, Rate, UnitPrice
from app.ui.invoices.lines_model import PROBLEM, Figures, LinesModel
from app.ui.invoices.rows import Field, a_row
from app.ui.invoices.titles import TOTAL
from tests.ui.invoices.test_rows import a_reader

LAMP = ProductRow(
    ProductId(3),
    "L-1",
    {"en": "Lamp"},
    "pcs",
    "reduced",
    UnitPrice(Decimal("129.9")),
    "EUR",
    is_gross=False,
    gtin="",
    is_archived=False,
)
TIP = Qt.ItemDataRole.ToolTipRole
ACROSS = Qt.Orientation.Vertical


@pytest.fixture
def model(qapp: QApplication) -> LinesModel:
    model = LinesModel(a_reader("en"))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return model


def reckoned(model: LinesModel, place: int, line: Line, net: int) -> None:
    money = Money(net, "EUR")
    figures = {model.rows[place].key: Figures(line, LineTotal(money, Money(0, "EUR"), money))}
    model.show_figures([row.key for row in model.rows], figures, ())


def test_there_is_always_a_row(model: LinesModel) -> None:
    model.splice(0, 1, ())

    assert model.rowCount() == 1
    assert model.rows[0].is_blank


def test_typing_tidying_inserting_removing_moving_keep_the_model_sound(model: LinesModel) -> None:
    model.write(0, Field.DESCRIPTION, "Lamp")
    model.splice(1, 0, (a_row("Cable", "2"), a_row("Freight")))
    model.splice(0, 2, (model.rows[1], model.rows[0]))
    model.setData(model.index(0, Field.QUANTITY), "3*2")
    model.splice(2, 1, ())

    assert [row.texts[0] for row in model.rows] == ["Cable", "Lamp"]
    assert model.text(0, Field.QUANTITY) == "6"


def test_every_change_is_told_and_can_be_undone(model: LinesModel) -> None:
    told: list[int] = []
    model.edited.connect(lambda: told.append(model.rowCount()))

    model.splice(1, 0, (a_row("Cable"),))
    model.steps.undo()

    assert told == [2, 1]


def test_an_empty_cell_shows_what_it_means(model: LinesModel) -> None:
    model.splice(0, 1, (replace(a_row(), product=LAMP),))
    before = model.text(0, Field.DESCRIPTION)
    line = Line("Lamp", Quantity(Decimal(1)), "pcs", UnitPrice(Decimal("129.9")), "reduced")

    reckoned(model, 0, replace(line, rate=Rate(Decimal("13.5"))), 12990)

    assert before == "Lamp"
    assert [model.text(0, column) for column in range(TOTAL + 1)] == [
        "Lamp",
        "1",
        "pcs",
        "129.90",
        "",
        "13.5%",
        "",
        "",
        "129.90",
    ]


def test_a_blank_row_shows_nothing(model: LinesModel) -> None:
    assert [model.text(0, column) for column in range(TOTAL + 1)] == [""] * (TOTAL + 1)


def test_a_typed_rate_is_shown_as_the_day_of_the_invoice_has_it(model: LinesModel) -> None:
    model.splice(0, 1, (a_row("Lamp", vat_text := "", "", "1", "", "standard"),))
    line = Line("Lamp", vat="standard", rate=Rate(Decimal(24)))

    reckoned(model, 0, line, 100)

    assert vat_text == ""
    assert model.text(0, Field.VAT) == "24%"


def test_the_total_cannot_be_typed(model: LinesModel) -> None:
    index = model.index(0, TOTAL)

    assert not model.setData(index, "5")
    assert not model.flags(index) & Qt.ItemFlag.ItemIsEditable


def test_a_problem_stands_at_its_cell_in_words_and_before_the_number_of_the_row(
    model: LinesModel,
) -> None:
    keys = [row.key for row in model.rows]
    problem = Problem("lines.0.quantity", "forms.no-number", {"text": "many"})

    model.show_figures(keys, {}, [problem])

    index = model.index(0, Field.QUANTITY)
    assert index.data(PROBLEM) == problem
    assert "“many” is not a number" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert "“many”" in index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert model.headerData(0, ACROSS) == "✕ 1"
    assert "“many”" in model.headerData(0, ACROSS, int(Qt.ItemDataRole.ToolTipRole))


def test_what_was_typed_is_shown_in_a_tip_and_not_obeyed(model: LinesModel) -> None:
    image = '<img src="//tracker.example/x.png">'
    problem = Problem("lines.0.quantity", "forms.no-number", {"text": image})

    model.show_figures([row.key for row in model.rows], {}, [problem])

    index = model.index(0, Field.QUANTITY)
    tips = (index.data(TIP), model.headerData(0, ACROSS, int(TIP)))
    assert all("<img" not in tip and "&lt;img" in tip for tip in tips)
    assert image in index.data(Qt.ItemDataRole.AccessibleDescriptionRole)


def test_a_problem_goes_with_its_row(model: LinesModel) -> None:
    keys = [row.key for row in model.rows]
    problem = Problem("lines.0.quantity", "forms.no-number", {"text": "many"})
    model.show_figures(keys, {}, [problem])

    model.splice(0, 0, (a_row("above"),))

    assert model.problem_at(0, Field.QUANTITY) is None
    assert model.problem_at(1, Field.QUANTITY) == problem


def test_an_error_hides_a_doubt_at_the_same_cell(model: LinesModel) -> None:
    doubt = Problem("lines.0.delivered_on", "forms.no-day", {"text": "a"}, is_warning=True)
    error = Problem("lines.0.delivered_on", "forms.no-day", {"text": "b"})

    model.show_figures([model.rows[0].key], {}, [doubt, error])
    is_error = model.problem_at(0, Field.DELIVERED) == error
    model.show_figures([model.rows[0].key], {}, [doubt])

    assert is_error
    assert model.headerData(0, ACROSS) == "! 1"


def test_screen_readers_hear_the_title_with_the_value(model: LinesModel) -> None:
    model.write(0, Field.QUANTITY, "3")

    index = model.index(0, Field.QUANTITY)

    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Quantity: 3"
