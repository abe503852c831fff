"""Where a table comes from: a file that is chosen or dropped, or what was copied elsewhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from app.ui.kit.icons import drawing
from app.ui.kit.labels import plain_label
from app.ui.kit.sheets import controls
from app.ui.kit.texts import _
from app.ui.kit.theme import Theme, theme

PATTERNS = "*.csv *.txt *.tsv *.xlsx *.xlsm *.xls *.ods"


class SourceBox(QFrame):
    """A place to drop a file, with buttons for the keyboard; ``chosen(path)``, ``pasted(text)``."""

    chosen = Signal(object)
    pasted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.choose_button = QPushButton(_("Choose a file…"))
        self.choose_button.setProperty("primary", "true")
        self.choose_button.clicked.connect(self._choose)
        self.paste_button = QPushButton(_("Paste what was copied"))
        self.paste_button.clicked.connect(self._paste)
        self._lay_out()
        theme().dress(self, _sheet)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.chosen.emit(Path(files[0]))

    def _choose(self) -> None:
        kinds = (
            _("Tables")
            + " (*.csv *.txt *.tsv *.xlsx *.xlsm *.xls *.ods);;"
            + _("All files")
            + " (*)"
        )
        path, _kind = QFileDialog.getOpenFileName(self, _("Choose a table"), "", kinds)
        if path:
            self.chosen.emit(Path(path))

    def _paste(self) -> None:
        self.pasted.emit(QGuiApplication.clipboard().text())

    def _lay_out(self) -> None:
        px = theme().px
        picture = QLabel()
        picture.setPixmap(
            drawing("table-import", px(32), theme().tokens.muted, self.devicePixelRatioF())
        )
        words = plain_label(
            _("CSV, XLSX or ODS; drop a file here, choose one, or paste rows."), "muted"
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addWidget(self.choose_button)
        buttons.addWidget(self.paste_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(20), px(20), px(20))
        column.setSpacing(px(12))
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(words)
        column.addLayout(buttons)


def _sheet(look: Theme) -> str:
    t = look.tokens
    return (
        controls(look)
        + f"SourceBox {{ border: 2px dashed {t.border}; border-radius: {look.px(8)}px; }}"
    )
