"""Sheets are seen before they print; numbers are taken when they do, and only then."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.formats.pages import PDF, marked
from app.services import serials
from app.services.office import Office
from app.ui.archive.label_fields import CALIBRATION, LABELS, SEPARATORS
from app.ui.archive.labels_page import LabelsPage
from app.ui.kit.shell import Shell
from app.ui.kit.workspace import Workspace
from tests.documents.reading import page_texts


@pytest.fixture
def page(qtbot: QtBot, space: Workspace, shell: Shell) -> LabelsPage:
    shell.open("labels", 0)
    page = space.page
    assert isinstance(page, LabelsPage)
    qtbot.waitUntil(lambda: bool(page.preview.pdf), timeout=20_000)
    return page


def codes(page: LabelsPage) -> set[str]:
    (mark,) = marked(page.preview.pdf, PDF, (1, 1))
    return set(mark.codes)


def test_looking_takes_no_number(qtbot: QtBot, page: LabelsPage, office: Office) -> None:
    page.fields.count.put(Decimal(3))
    page.fields.edited.emit()

    qtbot.waitUntil(
        lambda: codes(page) == {"ASN0000001", "ASN0000002", "ASN0000003"}, timeout=20_000
    )
    assert office.ask(serials.ranges) == ()


def test_saving_takes_the_numbers_once_and_again_takes_none(
    qtbot: QtBot, page: LabelsPage, office: Office, tmp_path: Path
) -> None:
    page.fields.count.put(Decimal(2))
    for name in ("one.pdf", "two.pdf"):
        page.save()
        qtbot.waitUntil(lambda: page.preview.findChild(QFileDialog) is not None, timeout=20_000)
        dialog = page.preview.findChild(QFileDialog)
        assert dialog is not None
        dialog.fileSelected.emit(str(tmp_path / name))
        dialog.setParent(None)
        dialog.deleteLater()

    (taken,) = office.ask(serials.ranges)
    (first,) = marked((tmp_path / "one.pdf").read_bytes(), PDF, (1, 1))

    assert (taken.first, taken.last) == (1, 2)
    assert set(first.codes) == {"ASN0000001", "ASN0000002"}
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_separator_sheets_are_shown_and_take_no_number(
    qtbot: QtBot, page: LabelsPage, office: Office
) -> None:
    page._turn(SEPARATORS)

    qtbot.waitUntil(lambda: marked(page.preview.pdf, PDF, (1, 1))[0].is_separator, timeout=20_000)
    page._turn(LABELS)
    qtbot.waitUntil(
        lambda: not marked(page.preview.pdf, PDF, (1, 1))[0].is_separator, timeout=20_000
    )
    assert office.ask(serials.ranges) == ()


def test_too_many_labels_are_refused_over_the_page(
    qtbot: QtBot, page: LabelsPage, office: Office
) -> None:
    page.fields.count.put(Decimal(6000))
    page.fields.edited.emit()

    qtbot.waitUntil(page.preview._card.isVisible)
    page.print_out()
    qtbot.waitUntil(page.preview._card.isVisible)
    assert office.ask(serials.ranges) == ()


def test_how_far_the_printer_is_off_is_kept_for_the_machine(
    qtbot: QtBot, page: LabelsPage, shell: Shell
) -> None:
    page._turn(CALIBRATION)
    qtbot.waitUntil(lambda: "−1,5" in shown_words(page), timeout=20_000)

    page.fields.right.setText("-2.5")
    page.fields.edited.emit()

    qtbot.waitUntil(lambda: "−2,5 mm" in shown_words(page), timeout=20_000)
    assert (shell.settings.now.print_right, shell.settings.now.print_down) == (-25, 0)


def test_labels_begin_where_the_settings_say_the_printer_is(page: LabelsPage, shell: Shell) -> None:
    shell.settings.change(print_right=15, print_down=-5)

    feed = page.fields.feed()

    assert (feed.right, feed.down) == (1.5, -0.5)


def shown_words(page: LabelsPage) -> str:
    return " ".join(page_texts(page.preview.pdf))
