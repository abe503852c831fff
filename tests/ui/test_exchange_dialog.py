"""An exchange that takes long says how far it is, and ends as it was when it is cancelled."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from pytestqt.qtbot import QtBot

from app.services import admin
from app.ui.exchange_dialog import ExchangeDialog
from app.ui.kit.exchange import Exchange
from app.ui.kit.work import Work
from app.ui.main_window import MainWindow
from tests.ui.test_main_window import door, lumo, office, window  # noqa: F401  fixtures
from tests.windows import Settle

PATIENCE = 20_000


def test_closing_the_dialog_cancels_and_it_goes_with_the_work(qtbot: QtBot) -> None:
    work = Work()
    dialog = ExchangeDialog(None, "Moving", work)  # type: ignore[arg-type]  # a window of its own
    qtbot.addWidget(dialog)
    dialog.open()

    dialog.reject()

    assert work.is_cancelled
    assert dialog.isVisible()
    work.ended.emit()
    assert not dialog.isVisible()


def test_a_cancelled_exchange_leaves_the_office_as_it_was(
    qtbot: QtBot,
    lumo: MainWindow,  # noqa: F811  the fixture
    settle: Settle,
) -> None:
    begun = Event()

    def work(report: Callable[[int, int], None]) -> None:
        while True:
            report(1, 2)
            begun.set()

    lumo.exchanging.begin(Exchange(work, "done", title="Moving"))
    qtbot.waitUntil(begun.is_set, timeout=PATIENCE)
    dialog = lumo.exchanging.dialog
    assert dialog is not None

    dialog.reject()
    settle()

    assert office(lumo).ask(admin.company).name == "Lumo & Suoni Oy"
