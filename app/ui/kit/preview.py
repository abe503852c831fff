"""The preview: a document beside a form or from the archive, to read, find in, print and keep.

preview = Preview(_("Invoice"))
preview.show_pdf(content, "INV-2026-00001.pdf")     # again and again: the place is kept
preview.show_nothing(_("The page is drawn once there is a line."))
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.kit.dialogs import tell
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.filter_bar import SearchBox
from app.ui.kit.icons import icon
from app.ui.kit.labels import plain_label
from app.ui.kit.pdf import Pdf
from app.ui.kit.pdf_view import STEP, PdfView
from app.ui.kit.sheets import controls
from app.ui.kit.texts import _
from app.ui.kit.theme import theme


class Preview(QWidget):
    """A page view with its bar; holds the bytes that it shows."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content = b""
        self.name = ""
        self.view = PdfView(name)
        self.box = SearchBox(_("Find in the document"))
        self.box.setMaximumWidth(theme().px(220))
        self.pages = plain_label(role="muted")
        self.pages.setWordWrap(False)
        self._nothing = EmptyState("file-search", "", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self.view)
        self._buttons: list[QToolButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        column.addWidget(self._stack, 1)
        self.view.turned.connect(self._tell_page)
        self.box.textChanged.connect(self._find)
        self.box.left.connect(partial(self.view.step, 1))
        self.show_nothing(_("Nothing to show yet."))

    def show_pdf(self, content: bytes, name: str) -> None:
        """Show a document; one that cannot be read is said to be so."""
        if content == self.content and content:
            return
        pdf = _opened(content)
        if pdf is None:
            self.show_nothing(_("This document cannot be shown."))
            return
        self.content, self.name = content, name
        self.view.show_pdf(pdf)
        self._stack.setCurrentWidget(self.view)
        self._enable(enabled=True)
        self._find(self.box.text())
        self._tell_page(0)

    def show_nothing(self, why: str) -> None:
        """Show a sentence in place of a document."""
        self.content, self.name = b"", ""
        self.view.show_pdf(None)
        self._nothing.text.setText(why)
        self._stack.setCurrentWidget(self._nothing)
        self.pages.setText("")
        self._enable(enabled=False)

    def print(self) -> None:
        """Ask for a printer and print what is shown."""
        if self.content:
            # QtPrintSupport looks for printers when it is loaded.
            from app.ui.kit.printing import ask_and_print  # noqa: PLC0415

            ask_and_print(self, self.content, self.name)

    def save_as(self) -> None:
        """Ask for a place and write what is shown there."""
        if not self.content:
            return
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Save as"), self.name, "PDF (*.pdf)")
        if chosen:
            self.write_to(Path(chosen))

    def write_to(self, file: Path) -> None:
        """Write what is shown to a file, and say so where it cannot be."""
        try:
            file.write_bytes(self.content)
        except OSError as error:
            tell(self, _("The file could not be written"), error.strerror or str(file))

    def _bar(self) -> QWidget:
        bar = QWidget()
        line = QHBoxLayout(bar)
        line.setContentsMargins(theme().px(12), theme().px(6), theme().px(12), theme().px(6))
        line.setSpacing(theme().px(4))
        line.addWidget(self.box)
        line.addStretch(1)
        line.addWidget(self.pages)
        line.addSpacing(theme().px(8))
        for sign, text, done in (
            ("zoom-out", _("Smaller"), partial(self._zoom, 1 / STEP)),
            ("zoom-in", _("Larger"), partial(self._zoom, STEP)),
            ("arrow-autofit-width", _("Fit the width"), self.view.fit),
            ("printer", _("Print…"), self.print),
            ("download", _("Save as…"), self.save_as),
        ):
            tool = QToolButton()
            tool.setIcon(icon(sign))
            tool.setAccessibleName(text)
            tool.setToolTip(text)
            tool.clicked.connect(done)
            self._buttons.append(tool)
            line.addWidget(tool)
        theme().dress(bar, controls)
        return bar

    def _zoom(self, by: float) -> None:
        self.view.set_zoom(self.view.zoom * by)

    def _find(self, words: str) -> None:
        count = self.view.seek(words)
        self._tell_page(0)
        if words.strip() and self.content:
            self.pages.setText(_("{n} found", n=count))

    def _tell_page(self, number: int) -> None:
        if self.view.pdf is not None:
            self.pages.setText(
                _("Page {page} of {pages}", page=number + 1, pages=len(self.view.pdf))
            )

    def _enable(self, *, enabled: bool) -> None:
        for widget in (self.box, *self._buttons):
            widget.setEnabled(enabled)


def _opened(content: bytes) -> Pdf | None:
    import pypdfium2  # noqa: PLC0415  loaded where the first page is shown

    try:
        return Pdf(content)
    except pypdfium2.PdfiumError:
        return None
