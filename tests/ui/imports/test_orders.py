"""A clerk looks at the orders of files, ticks those wanted, takes them in, and undoes it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from app.domain.orders.row import OrdersShown
from app.domain.shared.ids import ProductId
from app.services import orders
from app.services.office import Office
from app.ui.imports.orders import OrderImportPage
from app.ui.invoices.plans import StandingList
from app.ui.kit.dropping import ORDER_FILES
from app.ui.kit.shell import Note, Shell
from app.ui.orders.places import OrderPlaces
from tests.order_desk import ten_of
from tests.ui.invoices.conftest import Trade, trade
from tests.ui.keys import press
from tests.windows import bring_up

__all__ = ["trade"]

Settle = Callable[[], None]
ORDER = Path(__file__).parents[2] / "formats" / "einvoices" / "order.xml"
TABLE = (
    "Order number;Customer number;Product code;Quantity;Unit price\n"
    "A-1;1001;P-17;2;129,90\n"
    "A-2;1001;P-17;1;120,00\n"
    "A-3;1001;P-17;0;129,90\n"
)


@pytest.fixture
def pump(office: Office, trade: Trade) -> ProductId:
    return ten_of(office, "P-17")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "orders.csv"
    path.write_text(TABLE)
    return path


@pytest.fixture
def page(qtbot: QtBot, shell: Shell, pump: ProductId, settle: Settle) -> OrderImportPage:
    page = OrderImportPage(shell)
    qtbot.addWidget(page)
    page.resize(1100, 760)
    bring_up(qtbot, page)
    settle()
    return page


def wait_for(qtbot: QtBot, page: OrderImportPage, text: str) -> None:
    qtbot.waitUntil(lambda: page.import_button.text() == text)


def told(page: OrderImportPage) -> list[str]:
    lines = page.proposals.told
    return [lines.item(at).text() for at in range(lines.count())]


def drafts(office: Office) -> int:
    return office.ask(orders.counts)[OrdersShown.DRAFT.value]


def test_every_order_is_shown_with_what_stands_out(
    qtbot: QtBot, page: OrderImportPage, file: Path, office: Office
) -> None:
    page.show_files([file])
    wait_for(qtbot, page, "Take 2 orders in as drafts")

    assert page.summary.text() == "3 orders in the files · 1 cannot be taken in"
    assert told(page)[0].startswith("Row 2 · 2 pcs · P-17")
    page.proposals.table.choose(3)
    qtbot.waitUntil(lambda: any("✕ 0 is no quantity" in line for line in told(page)))
    assert drafts(office) == 0


def test_what_is_unticked_stays_outside_and_undo_takes_the_rest_back(
    qtbot: QtBot, page: OrderImportPage, file: Path, office: Office, shell: Shell
) -> None:
    notes: list[Note] = []
    shell.noted.connect(notes.append)
    page.show_files([file])
    wait_for(qtbot, page, "Take 2 orders in as drafts")
    page.proposals.table.setFocus()
    press(page.proposals.table, Qt.Key.Key_Space)
    wait_for(qtbot, page, "Take 1 order in as a draft")

    with qtbot.waitSignal(page.finished):
        page.import_button.click()

    assert drafts(office) == 1
    assert notes[-1].text == "1 order taken in as a draft"
    qtbot.waitUntil(lambda: bool(shell.history.to_undo))
    shell.history.undo()
    qtbot.waitUntil(lambda: drafts(office) == 0)


def test_an_order_of_peppol_has_no_columns_to_choose(
    qtbot: QtBot, page: OrderImportPage, office: Office
) -> None:
    page.show_files([ORDER])
    wait_for(qtbot, page, "Take 1 order in as a draft")

    assert not page.columns_area.isVisible()
    assert not page.reading.isVisible()
    assert any("Hose, special" in line for line in told(page))


def test_our_own_prices_are_chosen_for_all(qtbot: QtBot, page: OrderImportPage, file: Path) -> None:
    page.show_files([file])
    wait_for(qtbot, page, "Take 2 orders in as drafts")
    page.proposals.table.choose(2)
    qtbot.waitUntil(lambda: any("our price is" in line for line in told(page)))

    page.proposals.prices.put("ours")
    page.proposals.changed.emit()

    qtbot.waitUntil(lambda: not any("our price is" in line for line in told(page)))


def test_files_that_are_dropped_on_orders_are_looked_at(
    qtbot: QtBot, shell: Shell, pump: ProductId, file: Path, settle: Settle
) -> None:
    opened: list[object] = []
    shell.wanted.connect(lambda kind, _record: opened.append(kind))
    places = OrderPlaces(shell, StandingList)
    qtbot.addWidget(places)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    places.dropEvent(drop)
    settle()

    assert (opened, shell.first[ORDER_FILES]) == (["order-import"], (file,))
