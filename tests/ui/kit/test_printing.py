from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.kit.lane import Lanes
from app.ui.kit.pdf_file import PdfFile
from app.ui.kit.printing import Printing, print_pdf
from tests.ui.pdfs import a_pdf


def a_printer(target: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    return printer


def test_every_page_comes_out_in_its_own_size(qtbot: QtBot, lanes: Lanes, tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    job = Printing(lanes, a_printer(target))

    with qtbot.waitSignal(job.ended):
        job.start(a_pdf(("one",), ("two",)))

    sizes = PdfFile(target.read_bytes()).sizes
    assert [(round(size.width()), round(size.height())) for size in sizes] == [(595, 842)] * 2


def test_only_the_pages_asked_for_are_printed(qtbot: QtBot, lanes: Lanes, tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    printer = a_printer(target)
    printer.setFromTo(2, 2)
    job = Printing(lanes, printer)

    with qtbot.waitSignal(job.ended):
        job.start(a_pdf(("one",), ("two",), ("three",)))

    assert len(PdfFile(target.read_bytes()).sizes) == 1


def test_what_cannot_be_printed_is_said(qtbot: QtBot, lanes: Lanes, tmp_path: Path) -> None:
    job = Printing(lanes, a_printer(tmp_path / "no folder" / "out.pdf"))

    with qtbot.waitSignal(job.failed):
        job.start(b"no PDF")


@pytest.mark.skipif(bool(QPrinterInfo.availablePrinterNames()), reason="a printer is set up here")
def test_a_machine_without_a_printer_says_what_to_do(qtbot: QtBot, lanes: Lanes) -> None:
    page = QWidget()
    qtbot.addWidget(page)

    dialog = print_pdf(page, lanes, a_pdf(), "20260001")

    assert dialog.accessibleName() == "No printer is set up on this machine"
    assert "save the PDF" in dialog.accessibleDescription()
    dialog.accept()


def test_what_prints_is_not_loaded_before_something_is_printed() -> None:
    code = "import sys, app.ui.kit.printing; print('PySide6.QtPrintSupport' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["False"]
