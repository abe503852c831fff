"""The view of a PDF: pages, page and zoom, a search line, printing and saving.

    self.page = Preview(shell.client.lanes)
    self.page.told.connect(shell.say)
    self.page.show_pdf(pdf, "20260001.pdf")      # the place stays while the name is the same
    self.page.wait()                             # a document is on its way
    self.page.hold(_("The page shows again once the figures are right."))
    self.page.empty(_("Choose an invoice to see its page."))

Old pages stay until the new ones are drawn, so a live preview does not flicker. The text of the
page that is looked at is the description that screen readers get.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QIODevice, QSaveFile, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from app.ui.kit.dialogs import tell
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.lane import Lanes
from app.ui.kit.page_layout import USUAL, Fit
from app.ui.kit.pdf_file import Unreadable
from app.ui.kit.pdf_reader import PdfReader
from app.ui.kit.preview_bars import FindLine, PageTools, page_view
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

_PATIENCE = 200


class Preview(QWidget):
    """Shows a PDF to be read, searched, copied, printed and saved.

    ``shown()`` when new pages are on the screen; ``told(text)`` what was done, in a line;
    ``locked()`` when a document opens with a password only.
    """

    shown = Signal()
    told = Signal(str)
    locked = Signal()

    def __init__(self, lanes: Lanes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._pdf = b""
        self._coming = b""
        self._name = ""
        self.pages = PdfReader(lanes)
        self.tools = PageTools()
        self.line = FindLine()
        self.words = plain_label()
        self._card = plain_label()
        self._card.setParent(self.pages)
        self._stack = QStackedWidget()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._lay_out()
        self._connect()
        self.empty("")

    @property
    def pdf(self) -> bytes:
        """The document that is shown, or nothing."""
        return self._pdf

    def go_without_tools(self) -> None:
        """Show pages only: the page around has its own buttons, or there is little room."""
        self.tools.is_wanted = False
        self.tools.hide()

    def show_pdf(self, pdf: bytes, name: str = "") -> None:
        """Show a document once its pages are drawn; the place stays while the name does."""
        self._coming = pdf
        self._patience.start()
        keep_place = bool(self._pdf) and name == self._name
        self._name = name
        self.pages.show_pdf(pdf, keep_place=keep_place)

    def wait(self) -> None:
        """Say, if it takes long, that a document is on its way."""
        self._patience.start()

    def hold(self, words: str) -> None:
        """Keep the pages, dimmed, under a sentence that says why they are not up to date."""
        self._patience.stop()
        if not self._pdf:
            self.empty(words)
            return
        self.pages.is_dimmed = bool(words)
        self.pages.viewport().update()
        self._card.setText(words)
        self._card.setVisible(bool(words))
        self._place_card()

    def empty(self, words: str) -> None:
        """Show a sentence instead of pages."""
        self._patience.stop()
        self._pdf = self._coming = b""
        self._name = ""
        self.pages.clear()
        self._card.hide()
        self._say(words)

    def search(self) -> None:
        """Open the search line."""
        if self._pdf:
            self.line.open()

    def print_out(self) -> None:
        """Ask for a printer, and print the document."""
        if self._pdf:
            # Qt looks for printers when its print module is loaded.
            from app.ui.kit.printing import print_pdf  # noqa: PLC0415  it looks for printers

            print_pdf(self, self._lanes, self._pdf, self._name.removesuffix(".pdf"))

    def save_as(self) -> None:
        """Ask where to save the document; what is there already is replaced only when agreed."""
        if self._pdf:
            ask_where(self, self._pdf, self._name)

    def save(self, pdf: bytes, path: str) -> None:
        """Write the document whole or not at all, and say so."""
        file = QSaveFile(path)
        is_kept = file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(pdf) == len(pdf)
        if is_kept and file.commit():
            self.told.emit(_("Saved as {file}", file=path.rpartition("/")[2]))
        else:
            why = _("{file} cannot be written: {reason}", file=path, reason=file.errorString())
            tell(self, _("The PDF was not saved"), why)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_card()

    def _lay_out(self) -> None:
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setObjectName("nothing")
        self.words.setMargin(theme().px(24))
        self._card.setObjectName("card")
        self._card.hide()
        self._stack.addWidget(self.words)
        self._stack.addWidget(self.pages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        column.addWidget(self.line)
        column.addWidget(self._stack, 1)
        lead_to(self, self.pages)
        self.line.hide()
        theme().dress(self, page_view)

    def _connect(self) -> None:
        pages, tools, line = self.pages, self.tools, self.line
        pages.shown.connect(self._show)
        pages.failed.connect(self._fail)
        pages.moved.connect(self._describe)
        pages.was_read.connect(self._describe)
        pages.find_asked.connect(self.search)
        pages.copied.connect(self._tell_copied)
        tools.smaller.clicked.connect(partial(pages.zoom_by, -1))
        tools.bigger.clicked.connect(partial(pages.zoom_by, 1))
        tools.zoom.clicked.connect(self._turn_fit)
        tools.search.clicked.connect(self.search)
        tools.print.clicked.connect(self.print_out)
        tools.save.clicked.connect(self.save_as)
        line.sought.connect(pages.seek)
        line.stepped.connect(pages.step)
        line.closed.connect(self._leave_line)
        self._patience.timeout.connect(self._tell_busy)

    def _show(self) -> None:
        self._patience.stop()
        self._pdf = self._coming
        self.hold("")
        self._stack.setCurrentWidget(self.pages)
        self._describe()
        self.shown.emit()

    def _fail(self, error: Exception) -> None:
        is_locked = isinstance(error, Unreadable) and error.is_locked
        self.empty(
            _("This PDF opens with a password only. Save it and open it in another program.")
            if is_locked
            else _("This document cannot be shown as pages. It can still be saved.")
        )
        if is_locked:
            self.locked.emit()
        if not isinstance(error, Unreadable):
            raise error

    def _say(self, words: str) -> None:
        self.words.setText(words)
        self._stack.setCurrentWidget(self.words)
        self._describe()

    def _tell_busy(self) -> None:
        if self._stack.currentWidget() is self.words:
            self.words.setText(_("The page is being drawn…"))

    def _turn_fit(self) -> None:
        is_wide = self.pages.zoom is Fit.WIDTH
        self.pages.zoom_to(Fit.PAGE if is_wide else Fit.WIDTH)

    def _leave_line(self) -> None:
        self.pages.seek("")
        self.pages.setFocus()

    def _tell_copied(self) -> None:
        self.told.emit(_("Text copied"))

    def _describe(self) -> None:
        reading, count = self.pages.reading, self.pages.reading.pages
        page = min(self.pages.page, max(count - 1, 0))
        self.tools.tell(page + 1, count, self.pages.layout_now.scale / USUAL)
        self.line.tell(reading)
        place = _("Page {n} of {of}", n=page + 1, of=count) if count else self.words.text()
        name = ", ".join(part for part in (self._name, place) if part)
        self.pages.setAccessibleName(name or _("Page preview"))
        text = reading.texts.get(page)
        self.pages.setAccessibleDescription(text.text if text else "")

    def _place_card(self) -> None:
        room = self.pages.width() - theme().px(48)
        self._card.setFixedWidth(max(min(room, theme().px(420)), 80))
        self._card.adjustSize()
        left = (self.pages.width() - self._card.width()) // 2
        self._card.move(left, theme().px(24))


def ask_where(preview: Preview, pdf: bytes, name: str) -> None:
    """Ask where to save a PDF, which need not be the one that is shown."""
    dialog = QFileDialog(preview, _("Save PDF as…"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(_("PDF files") + " (*.pdf)")
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile(name or "document.pdf")
    dialog.fileSelected.connect(partial(preview.save, pdf))
    dialog.open()
