"""The stationery: every change is kept at once and shows on the sample letter."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.admin.stationery import On, Part
from app.services import stationery
from app.services.office import Office
from app.ui.correspondence.stationery_page import StationeryPage
from app.ui.kit.shell import Note, Shell
from tests.foreign import dots
from tests.ui.correspondence.hands import PNG, Key, Settle, shown
from tests.ui.keys import press, type_in


@pytest.fixture
def page(qtbot: QtBot, shell: Shell, settle: Settle) -> StationeryPage:
    page = StationeryPage(shell)
    shown(qtbot, shell, page, settle)
    qtbot.waitUntil(lambda: page.page.pdf.startswith(b"%PDF"))
    return page


def test_a_change_is_kept_and_the_letter_beside_follows(
    qtbot: QtBot, page: StationeryPage, office: Office
) -> None:
    before = page.page.pdf

    page.fields.foot_mm.selectAll()
    type_in(page.fields.foot_mm, "50")
    qtbot.waitUntil(lambda: office.ask(stationery.stationery).foot_mm == 50)
    qtbot.waitUntil(lambda: page.page.pdf != before)

    assert page.kept is not None
    assert page.kept.foot_mm == 50


def test_a_sheet_is_taken_in_placed_and_taken_away(
    qtbot: QtBot, page: StationeryPage, office: Office, tmp_path: Path
) -> None:
    path = tmp_path / "head.png"
    path.write_bytes(PNG)

    page.take(Part.SHEET, str(path))
    qtbot.waitUntil(page.fields.files[Part.SHEET].remove.isEnabled)
    page.fields.sheet_on.put(On.FIRST)
    page.keep()
    qtbot.waitUntil(lambda: office.ask(stationery.stationery).sheet_on is On.FIRST)
    kept = office.ask(stationery.part, Part.SHEET)
    press(page.fields.files[Part.SHEET].remove, Key.Key_Space)
    qtbot.waitUntil(lambda: not office.ask(stationery.stationery).sheet)

    assert dots(kept) == dots(PNG)
    qtbot.waitUntil(lambda: not page.fields.files[Part.SHEET].remove.isEnabled())


def test_what_is_no_paper_is_refused_and_the_old_stays(
    qtbot: QtBot, page: StationeryPage, shell: Shell, office: Office, tmp_path: Path
) -> None:
    path = tmp_path / "note.txt"
    path.write_text("words")

    with qtbot.waitSignal(shell.refused):
        page.take(Part.TERMS, str(path))

    assert office.ask(stationery.part, Part.TERMS) == b""


def test_a_file_that_cannot_be_read_is_told(
    page: StationeryPage, notes: list[Note], tmp_path: Path
) -> None:
    page.take(Part.SHEET, str(tmp_path / "nothing.pdf"))

    assert "nothing.pdf" in notes[-1].text


def test_room_that_leaves_no_letter_is_told_at_its_field(
    page: StationeryPage, office: Office
) -> None:
    page.fields.top_mm.put(Decimal(500))

    page.keep()

    assert page.fields.top_mm.accessibleDescription()
    assert office.ask(stationery.stationery).top_mm == 0
