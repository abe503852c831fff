"""Printing: the pages of a PDF on paper, as they are, one after the other.

    print_pdf(self, lanes, pdf, "Invoice 20260001")      # asks for the printer, then prints

Pages are drawn in the lane for pages; the window goes on meanwhile.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QRectF, QSize, QSizeF, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QDialog, QWidget

from app.ui.kit.dialogs import tell
from app.ui.kit.lane import Lanes, Reply
from app.ui.kit.pdf_file import Left, PdfFile, Unreadable
from app.ui.kit.texts import _

if TYPE_CHECKING:
    # Loaded when something is printed: the list of invoices names this at every start.
    from PySide6.QtPrintSupport import QPrinter

_FINEST = 300
_MOST_DOTS = 60_000_000
"""What a page is drawn with at most: A2 at 300 dots an inch; a larger one is less fine."""

_POINTS = 72


def print_pdf(parent: QWidget, lanes: Lanes, pdf: bytes, title: str) -> QDialog:
    """Ask for a printer and print; says what to do where there is none."""
    # As above.
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo  # noqa: PLC0415  slow

    if not QPrinterInfo.availablePrinters():
        return tell(
            parent,
            _("No printer is set up on this machine"),
            _("Set one up in the settings of the system, or save the PDF and print it elsewhere."),
        )
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(_("Print {title}", title=title) if title else _("Print"))
    job = Printing(lanes, printer, parent)
    dialog.accepted.connect(partial(job.start, pdf))
    job.failed.connect(partial(_tell_failed, parent))
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)
    return dialog


def _tell_failed(parent: QWidget) -> None:
    tell(
        parent,
        _("The printer did not take the document"),
        _("See whether it is on and has paper, then print again."),
    )


class Printing(QObject):
    """One document on its way to the printer; ``ended()`` when the last page is there."""

    ended = Signal()
    failed = Signal()

    def __init__(self, lanes: Lanes, printer: QPrinter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = lanes.pages
        self._printer = printer
        self._painter = QPainter()
        self._file: PdfFile | None = None

    def start(self, pdf: bytes) -> None:
        """Open the document, away from the window."""
        self._lane.run(partial(PdfFile, pdf), Reply(self._opened, self._broken))

    def _opened(self, file: PdfFile) -> None:
        self._file = file
        count = len(file.sizes)
        first = max(self._printer.fromPage(), 1) - 1
        last = min(self._printer.toPage() or count, count)
        self._put_in(file.sizes[min(first, count - 1)])
        if not self._painter.begin(self._printer):
            self._broken(None)
            return
        self._draw(min(first, count - 1), max(last, 1))

    def _draw(self, page: int, last: int) -> None:
        assert self._file is not None
        size = self._file.sizes[page]
        finest = (_MOST_DOTS / (size.width() * size.height())) ** 0.5
        fine = min(min(self._printer.resolution(), _FINEST) / _POINTS, finest)
        whole = QSize(round(size.width() * fine), round(size.height() * fine))
        work = partial(self._file.draw, page, whole, QRect(0, 0, whole.width(), whole.height()))
        self._lane.run(work, Reply(partial(self._drawn, page, last), self._broken))

    def _drawn(self, page: int, last: int, image: QImage) -> None:
        assert self._file is not None
        size = self._file.sizes[page]
        dots = self._printer.resolution() / _POINTS
        self._painter.drawImage(QRectF(0, 0, size.width() * dots, size.height() * dots), image)
        if page + 1 < last:
            self._put_in(self._file.sizes[page + 1])
            self._printer.newPage()
            self._draw(page + 1, last)
        else:
            self._end()

    def _put_in(self, size: QSizeF) -> None:
        """Choose paper of the page's size, printed to its edges."""
        is_wide = size.width() > size.height()
        paper = size.transposed() if is_wide else size
        match = QPageSize.SizeMatchPolicy.FuzzyMatch
        self._printer.setFullPage(True)
        self._printer.setPageSize(QPageSize(paper, QPageSize.Unit.Point, "", match))
        sides = QPageLayout.Orientation
        self._printer.setPageOrientation(sides.Landscape if is_wide else sides.Portrait)

    def _broken(self, error: Exception | None) -> None:
        self._end()
        self.failed.emit()
        if error is not None and not isinstance(error, (Left, Unreadable)):
            raise error

    def _end(self) -> None:
        if self._painter.isActive():
            self._painter.end()
        self._file = None
        self.ended.emit()
