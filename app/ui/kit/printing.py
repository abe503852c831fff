"""Printing: the pages of a PDF on paper, exactly as they are seen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect, QSizeF, Qt
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from app.ui.kit.pdf import Pdf

_DOTS = 300


def ask_and_print(parent: QWidget, content: bytes, name: str) -> QPrintDialog:
    """Ask for a printer and print; the dialog is not waited for."""
    pdf = Pdf(content)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setResolution(_DOTS)
    printer.setFullPage(True)
    printer.setPageSize(_paper(pdf.sizes[0]))
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, len(pdf))
    dialog.accepted.connect(partial(print_pages, pdf, printer))
    dialog.finished.connect(dialog.deleteLater)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()
    return dialog


def print_pages(pdf: Pdf, printer: QPrinter) -> None:
    """Print the pages that were asked for, each as a picture of 300 dots to the inch."""
    first, last = printer.fromPage() or 1, printer.toPage() or len(pdf)
    painter = QPainter(printer)
    for number in range(first - 1, min(last, len(pdf))):
        if number >= first:
            printer.newPage()
        paper = printer.paperRect(QPrinter.Unit.DevicePixel).toRect()
        size = pdf.sizes[number] * (printer.resolution() / 72)
        place = QRect(paper.topLeft(), size.toSize())
        painter.drawImage(place, pdf.picture(number, _DOTS / 72))
    painter.end()


def _paper(size: QSizeF) -> QPageSize:
    return QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
