"""The logo is chosen from a file, shown, and taken away again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.domain.shared.refusals import OfficeError
from app.services import admin
from app.ui.admin.logo import LogoCard
from app.ui.kit.shell import Shell
from tests.foreign import dots


@pytest.fixture
def card(qtbot: QtBot, shell: Shell, settle: Callable[[], None]) -> LogoCard:
    card = LogoCard(shell)
    qtbot.addWidget(card)
    settle()
    return card


@pytest.fixture
def drawing(tmp_path: Path) -> Path:
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(0x2255AA)
    image.save(str(tmp_path / "logo.png"))
    return tmp_path / "logo.png"


def test_a_chosen_picture_is_the_logo_of_the_papers(
    card: LogoCard, shell: Shell, drawing: Path, settle: Callable[[], None]
) -> None:
    card.take(drawing)
    settle()

    assert dots(shell.client.office.ask(admin.logo)) == dots(drawing.read_bytes())
    assert not card.picture.pixmap().isNull()


def test_a_logo_can_be_taken_away(
    card: LogoCard, shell: Shell, drawing: Path, settle: Callable[[], None]
) -> None:
    card.take(drawing)
    settle()

    card.remove()
    settle()

    assert shell.client.office.ask(admin.logo) == b""
    assert "None" in card.picture.text()


def test_what_is_no_picture_is_refused(
    card: LogoCard, shell: Shell, tmp_path: Path, settle: Callable[[], None]
) -> None:
    told: list[OfficeError] = []
    shell.refused.connect(told.append)
    (tmp_path / "logo.png").write_text("no picture")

    card.take(tmp_path / "logo.png")
    settle()

    assert [error.code for error in told] == ["admin.no-picture"]
    assert shell.client.office.ask(admin.company).logo == ""
