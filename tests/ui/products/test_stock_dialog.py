"""How a product is kept in stock is changed in a dialog; what is wrong is told at its field."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from app.domain.shared.ids import ProductId
from app.domain.stock.item import Costing, Tracking
from app.services import contacts, stock_items
from app.services.office import Office
from app.ui.kit.shell import Shell
from app.ui.products.stock_dialog import StockDialog, ask_stock
from tests.builders import a_contact, a_product
from tests.trade import AT
from tests.windows import Settle


def test_a_product_is_kept_as_is_written(
    qtbot: QtBot, office: Office, shell: Shell, settle: Settle
) -> None:
    product, supplier = a_product("L-9"), a_contact("Tukku Oy")
    with office.database.write() as unit:
        unit.products.add(product, AT)
        unit.contacts.add(supplier, AT)
    frame = QMainWindow()
    qtbot.addWidget(frame)
    frame.show()
    dialog = opened(frame, shell, settle, product.id)
    dialog.tracking.put(Tracking.LOT)
    dialog.costing.put(Costing.AVERAGE)
    dialog.figures["least"].put(Decimal(20))
    dialog.supplier_known(office.ask(contacts.rows, (supplier.id,)))

    dialog.keep()
    settle()
    wrong = office.ask(stock_items.get, product.id)
    dialog.figures["most"].put(Decimal(60))
    dialog.origin.put("fi")
    dialog.keep()
    settle()

    item = office.ask(stock_items.get, product.id)
    assert wrong is None
    assert item is not None
    assert (item.tracking, item.costing) == (Tracking.LOT, Costing.AVERAGE)
    assert (item.reorder.least, item.reorder.most) == (Decimal(20), Decimal(60))
    assert (item.reorder.supplier_id, item.customs.origin) == (supplier.id, "FI")
    again = opened(frame, shell, settle, product.id)
    qtbot.waitUntil(lambda: again.supplier.value() is not None)
    assert again.figures["most"].value() == Decimal(60)
    again.reject()
    settle()


def opened(frame: QMainWindow, shell: Shell, settle: Settle, product_id: ProductId) -> StockDialog:
    ask_stock(shell, frame, product_id)
    settle()
    return frame.findChildren(StockDialog)[-1]
