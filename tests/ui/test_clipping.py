"""Nothing is cut: every page at 1280 × 800 in longer words, in Thai, and in text twice as large.

The walk waits for the answers of the office and then until the layout has come to rest: what is
still cut after that stays cut.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.exceptions import TimeoutError as TookTooLong
from pytestqt.qtbot import QtBot

from app.domain.admin.preferences import Preferences
from app.domain.invoices.invoice import State
from app.domain.shared.paging import View
from app.services import accounting, archive, contacts, invoices, products
from app.services.office import Office
from app.ui.actions import MENUS
from app.ui.kit.lane import Lanes
from app.ui.kit.menus import ShortcutSheet
from app.ui.kit.settings import Settings
from app.ui.kit.texts import speak
from app.ui.main_window import MainWindow
from app.ui.manual import ManualWindow
from app.ui.modules import MODULES
from app.ui.welcome.door import Door
from tests.databases import Samples
from tests.ui.clipping import clipped
from tests.ui.ways import ways_in

Settle = Callable[[], None]
WIDTH, HEIGHT = 1280, 800
REST = 20_000
MODES = {
    "longer words": ("xx", 100),
    "Thai": ("th", 100),
    "Finnish, 150 %": ("fi", 150),
    "English, 200 %": ("en", 200),
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory, samples: Samples) -> Path:
    path = tmp_path_factory.mktemp("walked") / "Sample.backdesk"
    shutil.copytree(samples("FI"), path)
    return path


@pytest.fixture(params=MODES)
def mode(request: pytest.FixtureRequest) -> Settings:
    """Speak and write as one of the modes does."""
    language, size = MODES[request.param]
    speak(language, "FI")
    return Settings(Preferences(look="light", text_size=size, is_still=True))


@pytest.fixture
def window(
    mode: Settings, qtbot: QtBot, lanes: Lanes, sample: Path, settle: Settle
) -> Iterator[MainWindow]:
    """The window over the sample company, in one of the modes."""
    door = Door(ways_in(sample.parent), lanes)
    window = MainWindow(door, lanes, mode, MODULES)
    window.resize(WIDTH, HEIGHT)
    window.show()
    with qtbot.waitSignal(door.opened, timeout=20_000):
        door.open(sample)
    settle()
    yield window
    settle()
    if window.shell is not None:
        window.shell.client.office.close()
    window.hide()
    window.deleteLater()


def records(office: Office) -> Iterator[tuple[str, int | None]]:
    """Yield one record of each kind, and those that are new."""
    for state in (State.DRAFT, State.ISSUED):
        rows = office.ask(invoices.first, View(only=(state.value,), sort="number"), 1)
        yield "invoice", rows[0].id
    yield "contact", office.ask(contacts.first, View(sort="name"), 1)[0].id
    yield "product", office.ask(products.first, View(sort="name"), 1)[0].id
    moved = next(row for row in office.ask(accounting.accounts) if row.number == "1700")
    yield "account", moved.id
    yield "entry", office.ask(accounting.first, View(sort="number"), 1)[0].id
    yield "document", office.ask(archive.first, View(sort="name"), 1)[0].id
    for kind in ("invoice", "contact", "product", "contact-import", "product-import"):
        yield kind, None


def cut_in(window: MainWindow, shown: QWidget) -> list[str]:
    """Return what is cut, and the window itself if it wants more room than the screen has.

    The strip that tells of the sample company is not there in a company of one's own.
    """
    least = window.minimumSizeHint()
    is_large = least.width() > WIDTH or least.height() > HEIGHT + window.strips.height()
    return [*clipped(shown), *([f"window {least.toTuple()}"] if is_large else [])]


def test_no_words_are_cut_on_any_page(qtbot: QtBot, window: MainWindow, settle: Settle) -> None:
    found: dict[str, list[str]] = {}

    def look(page: str, shown: QWidget = window) -> None:
        settle()
        QApplication.processEvents()
        try:
            qtbot.waitUntil(lambda: not cut_in(window, shown), timeout=REST)
        except TookTooLong:
            found[page] = cut_in(window, shown)

    shell = window.shell
    assert shell is not None
    for module in MODULES:
        window.book.action(f"go.{module.name}").trigger()
        look(module.name)
    for name in ("books.journal", "books.trial"):
        window.book.action("go.accounting").trigger()
        window.book.action(name).trigger()
        look(name)
    for kind, record in records(shell.client.office):
        shell.open(kind, record)
        look(f"{kind} {record}")
        window.book.action("page.close").trigger()
    window.show_settings()
    look("settings")
    for dialog in (ManualWindow(window, "invoices"), ShortcutSheet(window, window.book, MENUS)):
        dialog.open()
        look(type(dialog).__name__, dialog)
        dialog.close()
    assert found == {}
