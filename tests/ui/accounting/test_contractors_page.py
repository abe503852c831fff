"""The page of contractors leads to the list of a year."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.services.office import Office
from app.ui.accounting.contractors_page import ContractorsPage
from app.ui.accounting.tax_paper import NecPaper
from app.ui.kit.shell import Shell
from tests.documents.reading import page_texts
from tests.ui.accounting.taxed import moved, shown
from tests.windows import Settle


def test_the_pane_has_the_keyboard_and_its_actions(
    qtbot: QtBot, office: Office, shell: Shell, settle: Settle
) -> None:
    moved(office, "US", "USD")

    page = shown(qtbot, ContractorsPage(shell), settle)

    assert page.shown == (page.pane, page)


def test_the_list_of_a_year_follows_the_year_that_is_written(
    qtbot: QtBot, office: Office, shell: Shell, settle: Settle
) -> None:
    moved(office, "US", "USD")
    page = shown(qtbot, NecPaper(shell), settle)
    qtbot.waitUntil(lambda: "2026" in "".join(page_texts(page.page.pdf)))

    page.year.setText("2025")
    page.year.edited.emit()

    qtbot.waitUntil(lambda: "600.00" in "".join(page_texts(page.page.pdf)))
