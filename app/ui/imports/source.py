"""Where a table comes from: a file that is chosen or dropped, or what was copied elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from app.lang.texts import mark
from app.ui.kit.dropping import files_of
from app.ui.kit.icons import drawing
from app.ui.kit.labels import plain_label
from app.ui.kit.sheets import controls
from app.ui.kit.texts import _
from app.ui.kit.theme import Theme, theme

PATTERNS = "*.csv *.txt *.tsv *.xlsx *.xlsm *.xls *.ods"
ABOUT = mark("CSV, XLSX or ODS; drop a file here, choose one, or paste rows.")


class SourceBox(QFrame):
    """A place to drop files, with buttons for the keyboard; ``chosen(path)``, ``pasted(text)``.

    Where ``many`` may come at once, ``several(paths)`` tells all of them instead.
    """

    chosen = Signal(object)
    several = Signal(object)
    pasted = Signal(str)

    def __init__(self, about: str = ABOUT, patterns: str = PATTERNS, *, many: bool = False) -> None:
        super().__init__()
        self._about, self._patterns, self._many = about, patterns, many
        self.setAcceptDrops(True)
        self.choose_button = QPushButton(_("Choose files…") if many else _("Choose a file…"))
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
        files = files_of(event.mimeData())
        if files:
            event.acceptProposedAction()
            self._tell(files)

    def wait(self, *, is_reading: bool) -> None:
        """Say that files are being read, or ask for others again."""
        self.words.setText(_("Reading the files…") if is_reading else _(self._about))

    def _choose(self) -> None:
        tables, everything = _("Tables"), _("All files")
        kinds = f"{tables} ({self._patterns});;{everything} (*)"
        if self._many:
            names, _kind = QFileDialog.getOpenFileNames(self, _("Choose files"), "", kinds)
        else:
            name, _kind = QFileDialog.getOpenFileName(self, _("Choose a table"), "", kinds)
            names = [name] if name else []
        if names:
            self._tell([Path(name) for name in names])

    def _tell(self, files: Sequence[Path]) -> None:
        if self._many:
            self.several.emit(tuple(files))
        else:
            self.chosen.emit(files[0])

    def _paste(self) -> None:
        self.pasted.emit(QGuiApplication.clipboard().text())

    def _lay_out(self) -> None:
        px = theme().px
        picture = QLabel()
        picture.setPixmap(
            drawing("table-import", px(32), theme().tokens.muted, self.devicePixelRatioF())
        )
        words = self.words = plain_label(_(self._about), "muted")
        words.setWordWrap(True)
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
