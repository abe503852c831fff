"""The preview: finding, keeping, and what is no PDF."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.ui.kit.preview import Preview
from tests.ui.papers import a_pdf


@pytest.fixture
def preview(qtbot: QtBot) -> Preview:
    preview = Preview("Invoice")
    qtbot.addWidget(preview)
    preview.resize(600, 500)
    preview.show()
    qtbot.waitExposed(preview)
    return preview


def test_finding_goes_from_place_to_place_and_says_how_many(preview: Preview) -> None:
    preview.show_pdf(a_pdf("Lumo", "x", "Lumo"), "x.pdf")

    preview.box.setText("lumo")
    told = preview.pages.text()
    preview.box.left.emit()

    assert told == "2 found"
    assert preview.view.current == 1
    assert preview.view.verticalScrollBar().value() > 0


def test_what_is_no_pdf_is_said_to_be_so(preview: Preview) -> None:
    preview.show_pdf(b"not a pdf", "x.pdf")

    assert preview._nothing.text.text() == "This document cannot be shown."
    assert preview.content == b""


def test_what_is_shown_is_written_as_it_is(preview: Preview, tmp_path: Path) -> None:
    content = a_pdf("Lumo")
    preview.show_pdf(content, "x.pdf")

    preview.write_to(tmp_path / "kept.pdf")
    preview.write_to(tmp_path / "no such folder" / "kept.pdf")

    assert (tmp_path / "kept.pdf").read_bytes() == content
    assert len(preview.findChildren(QDialog)) == 1
