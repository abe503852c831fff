"""A clerk keeps products by keyboard: list, card, editor, picture, put away."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.products.form import ProductForm, form_of
from app.domain.products.product import Product
from app.domain.shared.ids import ProductId
from app.domain.shared.quantities import UnitPrice
from app.services import products
from app.services.office import Office
from app.ui.kit.shell import Shell
from app.ui.products.editor import ProductEditor
from app.ui.products.form import ProductFields
from app.ui.products.picture import LARGEST_SIDE, small_png
from app.ui.products.tab import ProductsTab
from tests.ui.keys import press, type_in
from tests.windows import bring_up

Settle = Callable[[], None]
CTRL = Qt.KeyboardModifier.ControlModifier


def a_form(code: str = "G-1", price: str = "129.90") -> ProductForm:
    names = {"fi": "Vempain", "en": "Gadget"}
    return ProductForm(code, names, "kpl", "standard", UnitPrice(Decimal(price)), "EUR")


def added(office: Office, form: ProductForm) -> Product:
    return office.do(products.add, form).result


def shown(qtbot: QtBot, shell: Shell, page: QWidget, settle: Settle) -> None:
    qtbot.addWidget(page)
    page.resize(1000, 700)
    bring_up(qtbot, page)
    settle()
    shell.book.enter((page,))


@pytest.fixture
def editor(qtbot: QtBot, shell: Shell, settle: Settle) -> ProductEditor:
    editor = ProductEditor(shell)
    shown(qtbot, shell, editor, settle)
    return editor


def fields_of(editor: ProductEditor) -> ProductFields:
    assert editor.fields is not None
    return editor.fields


def a_picture(path: Path, width: int = 40, height: int = 30) -> Path:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    image.save(str(path))
    return path


def test_the_list_shows_prices_and_the_card_todays_rate(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    added(office, a_form())
    tab = ProductsTab(shell)
    QAbstractItemModelTester(tab.model, QAbstractItemModelTester.FailureReportingMode.Fatal, tab)
    shown(qtbot, shell, tab, settle)
    qtbot.waitUntil(lambda: tab.card.name.text() == "Gadget")

    row = [tab.model.index(0, column).data() for column in range(4)]
    assert row == ["G-1", "Gadget", "€129.90", "kpl"]
    assert "25.5% · General rate" in [label.text() for label in tab.card.findChildren(QLabel)]


def test_a_product_is_put_away_by_a_letter(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    added(office, a_form())
    tab = ProductsTab(shell)
    shown(qtbot, shell, tab, settle)
    tab.table.setFocus()

    type_in(tab.table, "x")
    settle()

    assert tab.model.rowCount() == 0


def test_a_product_is_written_by_keyboard_alone_with_a_sum_as_price(
    editor: ProductEditor, office: Office, settle: Settle
) -> None:
    def enter(times: int = 1) -> None:
        for _time in range(times):
            press(editor.focusWidget(), Qt.Key.Key_Return)

    type_in(editor.focusWidget(), "G-1")
    enter()
    type_in(editor.focusWidget(), "6412345678907")
    enter()
    type_in(editor.focusWidget(), "kpl")
    enter(2)
    type_in(editor.focusWidget(), "Vempain")
    enter(3)
    type_in(editor.focusWidget(), "12*10.5")
    press(editor.focusWidget(), Qt.Key.Key_Return, CTRL)
    settle()

    product = office.ask(products.get, ProductId(editor.record or 0))
    assert form_of(product) == ProductForm(
        "G-1",
        {"fi": "Vempain"},
        "kpl",
        "standard",
        UnitPrice(Decimal(126)),
        "EUR",
        gtin="6412345678907",
    )


def test_problems_are_told_at_their_fields(editor: ProductEditor, settle: Settle) -> None:
    fields = fields_of(editor)
    type_in(fields.gtin, "6412345678908")
    type_in(fields.price, "cheap")

    press(fields.price, Qt.Key.Key_Return, CTRL)
    settle()

    told = [one.accessibleDescription() for one in (fields.code, fields.gtin, fields.price)]
    assert all(told)
    assert fields.names.editor(0, "name").accessibleDescription()
    assert editor.focusWidget() is fields.code
    assert editor.record is None


def test_a_code_in_use_is_told_at_its_field(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    added(office, a_form("G-1"))
    second = added(office, a_form("G-2"))
    editor = ProductEditor(shell, second.id)
    shown(qtbot, shell, editor, settle)
    fields = fields_of(editor)
    fields.code.selectAll()
    type_in(fields.code, "g-1")

    press(fields.code, Qt.Key.Key_Return, CTRL)
    settle()

    assert "Vempain" in fields.code.accessibleDescription()


def test_a_picture_is_kept_with_the_product_and_shown_again(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle, tmp_path: Path
) -> None:
    product = added(office, a_form())
    editor = ProductEditor(shell, product.id)
    shown(qtbot, shell, editor, settle)

    fields_of(editor).picture.take(a_picture(tmp_path / "x.png"))
    settle()
    with qtbot.waitSignal(editor.finished):
        editor.save()

    again = ProductEditor(shell, product.id)
    shown(qtbot, shell, again, settle)
    assert office.ask(products.picture, product.id).startswith(b"\x89PNG")
    assert not fields_of(again).picture.shown.pixmap().isNull()
    press(fields_of(again).picture.clear_button, Qt.Key.Key_Space)
    with qtbot.waitSignal(again.finished):
        again.save()
    assert office.ask(products.get, product.id).image == ""


def test_what_is_no_picture_is_told_and_not_kept(
    editor: ProductEditor, settle: Settle, tmp_path: Path
) -> None:
    path = tmp_path / "x.png"
    path.write_bytes(b"no picture")

    fields_of(editor).picture.take(path)
    settle()

    assert "x.png" in fields_of(editor).picture.note.text()
    assert fields_of(editor).value().image == ""


def test_a_large_picture_is_made_small_enough(tmp_path: Path) -> None:
    content = small_png(a_picture(tmp_path / "x.png", 3200, 800))

    image = QImage.fromData(content)
    assert (image.width(), image.height()) == (LARGEST_SIDE, LARGEST_SIDE // 4)
    assert small_png(tmp_path / "gone.png") == b""


def test_what_was_typed_survives_the_window(
    qtbot: QtBot, shell: Shell, editor: ProductEditor, settle: Settle
) -> None:
    type_in(fields_of(editor).code, "HALF")
    editor.flush()
    settle()
    shell.let_go(editor)

    again = ProductEditor(shell)
    shown(qtbot, shell, again, settle)

    assert fields_of(again).code.value() == "HALF"


def test_each_new_name_is_in_another_language_and_two_in_one_are_told(
    editor: ProductEditor, settle: Settle
) -> None:
    names = fields_of(editor).names
    type_in(names.editor(0, "name"), "Vempain")
    type_in(names.editor(1, "name"), "Gadget")
    languages = [names.editor(at, "language").value() for at in range(3)]

    names.editor(1, "language").put("fi")
    editor.save()
    settle()

    assert languages == ["fi", "en", "sv"]
    assert "another name" in names.editor(1, "name").accessibleDescription()
