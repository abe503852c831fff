"""How a product is kept in stock is changed in a dialog; what is wrong is told at its field."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from app.domain.shared.ids import ProductId
from app.domain.shared.quantities import Quantity
from app.domain.stock.item import Costing, PackUnit, Part, StockItem, Tracking
from app.services import contacts, locations, stock_items
from app.services.office import Office
from app.ui.kit.dialogs import Dialog
from app.ui.kit.shell import Shell
from app.ui.products.factor import FactorEdit
from app.ui.products.stock_dialog import StockDialog, ask_stock
from app.ui.products.stock_fields import StockFields
from tests.builders import a_contact, a_product
from tests.trade import AT
from tests.ui.keys import press, type_in
from tests.windows import Settle


@pytest.fixture
def frame(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def lamp(office: Office) -> ProductId:
    return added(office, "L-9")


def added(office: Office, code: str) -> ProductId:
    product = a_product(code)
    with office.database.write() as unit:
        unit.products.add(product, AT)
    return product.id


def opened(frame: QMainWindow, shell: Shell, settle: Settle, product_id: ProductId) -> StockDialog:
    ask_stock(shell, frame, product_id)
    settle()
    return frame.findChildren(StockDialog)[-1]


@pytest.fixture
def dialog(frame: QMainWindow, shell: Shell, settle: Settle, lamp: ProductId) -> StockDialog:
    return opened(frame, shell, settle, lamp)


def kept(office: Office, product_id: ProductId) -> StockItem:
    item = office.ask(stock_items.get, product_id)
    assert item is not None
    return item


def told(fields: StockFields) -> dict[str, str]:
    """Return what is told under which field, by the last part of its path."""
    cells = {path: fields.cell(path).editor.toolTip() for path in fields.paths}
    return {path.rpartition(".")[2]: text for path, text in cells.items() if text}


def test_a_product_is_kept_as_is_written(
    dialog: StockDialog,
    frame: QMainWindow,
    office: Office,
    shell: Shell,
    settle: Settle,
) -> None:
    supplier = a_contact("Tukku Oy")
    with office.database.write() as unit:
        unit.contacts.add(supplier, AT)
    fields, lamp = dialog.fields, dialog.fields.item().product_id
    fields.tracking.put(Tracking.LOT)
    fields.costing.put(Costing.AVERAGE)
    fields.figures["least"].put(Decimal(20))
    fields.supplier.put(office.ask(contacts.rows, (supplier.id,))[0])

    dialog.keep()
    settle()
    wrong = office.ask(stock_items.get, lamp)
    fields.figures["most"].put(Decimal(60))
    fields.origin.put("fi")
    dialog.keep()
    settle()

    assert wrong is None
    item = kept(office, lamp)
    assert (item.tracking, item.costing) == (Tracking.LOT, Costing.AVERAGE)
    assert (item.reorder.least, item.reorder.most) == (Decimal(20), Decimal(60))
    assert (item.reorder.supplier_id, item.customs.origin) == (supplier.id, "FI")
    again = opened(frame, shell, settle, lamp)
    found = again.fields.supplier.value()
    assert found is not None and found.name == "Tukku Oy"
    assert again.fields.figures["most"].value() == Decimal(60)
    assert not again.fields.is_dirty
    again.reject()
    settle()


def test_units_place_and_parts_are_written_with_the_keyboard(
    dialog: StockDialog,
    frame: QMainWindow,
    office: Office,
    shell: Shell,
    settle: Settle,
) -> None:
    bulb, home = added(office, "B-1"), office.do(locations.home).result
    fields, lamp = dialog.fields, dialog.fields.item().product_id
    for place, (unit, factor) in enumerate((("box", "12"), ("pallet", "1000"), ("g", "1/3"))):
        type_in(fields.units.editor(place, "unit"), unit)
        type_in(fields.units.editor(place, "factor"), factor)
    type_in(fields.units.editor(0, "gtin"), "4006381333931")
    type_in(fields.place_kept, home.code.lower())
    press(fields.place_kept, Qt.Key.Key_Return)
    settle()
    product = fields.parts.editor(0, "product_id")
    type_in(product, "B-1")
    press(product, Qt.Key.Key_Return)
    settle()
    type_in(fields.parts.editor(0, "quantity"), "2")
    press(fields.is_kit, Qt.Key.Key_Space)
    press(fields, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()

    item = kept(office, lamp)
    assert item.units == (
        PackUnit("box", Fraction(12), "4006381333931"),
        PackUnit("pallet", Fraction(1000)),
        PackUnit("g", Fraction(1, 3)),
    )
    assert item.location_id == home.id
    assert (item.parts, item.is_kit) == ((Part(bulb, Quantity(Decimal(2))),), True)
    again = opened(frame, shell, settle, lamp)
    assert again.fields.item() == item
    assert again.fields.units.editor(2, "factor").text() == "1/3"
    again.reject()
    settle()


@pytest.mark.parametrize("factor", ["0", "-3", ""])
def test_a_factor_is_more_than_nothing(
    dialog: StockDialog, office: Office, settle: Settle, lamp: ProductId, factor: str
) -> None:
    type_in(dialog.fields.units.editor(0, "unit"), "box")
    type_in(dialog.fields.units.editor(0, "factor"), factor)

    dialog.keep()
    settle()

    assert list(told(dialog.fields)) == ["factor"]
    assert "more than nothing" in told(dialog.fields)["factor"]
    assert office.ask(stock_items.get, lamp) is None
    shut(dialog, settle)


@pytest.mark.parametrize("factor", ["many", "1/0", "1/2/3", "1/", "/", "9" * 40, "1/" + "9" * 40])
def test_what_is_no_number_is_told_and_stays(
    dialog: StockDialog, office: Office, settle: Settle, lamp: ProductId, factor: str
) -> None:
    type_in(dialog.fields.units.editor(0, "factor"), factor)
    type_in(dialog.fields.figures["least"], "few")

    dialog.keep()
    settle()

    assert set(told(dialog.fields)) == {"factor", "least"}
    assert dialog.fields.units.editor(0, "factor").text() == factor
    assert office.ask(stock_items.get, lamp) is None
    shut(dialog, settle)


def test_a_unit_twice_and_a_product_in_itself_are_told_at_their_fields(
    dialog: StockDialog, settle: Settle
) -> None:
    fields = dialog.fields
    for place in (0, 1):
        type_in(fields.units.editor(place, "unit"), "box")
        type_in(fields.units.editor(place, "factor"), "12")
    product = fields.parts.editor(0, "product_id")
    type_in(product, "L-9")
    press(product, Qt.Key.Key_Return)
    settle()
    type_in(fields.parts.editor(0, "quantity"), "1")

    dialog.keep()
    settle()

    found = told(fields)
    assert "twice" in found["unit"]
    assert "part of itself" in found["product_id"]
    assert fields.units.editor(0, "unit").hasFocus()
    shut(dialog, settle)


def test_words_that_choose_nothing_are_told_and_not_lost(
    dialog: StockDialog, settle: Settle
) -> None:
    fields = dialog.fields
    type_in(fields.place_kept, "nowhere")
    type_in(fields.parts.editor(0, "quantity"), "3")
    press(fields.is_kit, Qt.Key.Key_Space)

    dialog.keep()
    settle()

    assert set(told(fields)) == {"location_id", "product_id"}
    assert fields.place_kept.text() == "nowhere"
    shut(dialog, settle)


def test_what_is_written_is_lost_only_knowingly(dialog: StockDialog, settle: Settle) -> None:
    type_in(dialog.fields.supplier_code, "A-1")

    press(dialog, Qt.Key.Key_Escape)
    settle()
    (question,) = dialog.findChildren(Dialog)
    question.reject()
    settle()
    is_there = dialog.isVisible()
    dialog.reject()
    settle()
    question = dialog.findChildren(Dialog)[-1]
    question.accept()
    shown = dialog.isVisible()
    settle()

    assert is_there
    assert not shown


def shut(dialog: StockDialog, settle: Settle) -> None:
    """Close a dialog and say that what was written may go."""
    dialog.reject()
    settle()
    dialog.findChildren(Dialog)[-1].accept()
    settle()


@pytest.mark.parametrize(
    ("typed", "value", "written"),
    [
        ("12", Fraction(12), "12"),
        ("1000", Fraction(1000), "1,000"),
        ("0.5", Fraction(1, 2), "0.5"),
        ("2/6", Fraction(1, 3), "1/3"),
        ("1.5/4.5", Fraction(1, 3), "1/3"),
        ("", None, ""),
    ],
)
def test_a_factor_is_exact(qtbot: QtBot, typed: str, value: Fraction | None, written: str) -> None:
    edit = FactorEdit()
    qtbot.addWidget(edit)

    type_in(edit, typed)
    edit.tidy()

    assert (edit.value(), edit.text()) == (value, written)
