"""Printing: every page in its own size."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from app.ui.kit.pdf import Pdf
from app.ui.kit.printing import print_pages
from tests.ui.papers import a_pdf


def test_pages_are_printed_in_their_own_size(qapp: object, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(300)

    print_pages(Pdf(a_pdf("one", "two")), printer)

    assert len(Pdf((tmp_path / "printed.pdf").read_bytes())) == 2
