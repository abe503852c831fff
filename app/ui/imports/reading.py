"""How a table is read: what was found out about its file, and a clerk's better knowledge."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.shared.imports import Look, Source
from app.lang.texts import mark
from app.ui.kit.editor import CheckEdit
from app.ui.kit.fields import ChoiceEdit
from app.ui.kit.labels import plain_label
from app.ui.kit.sheets import controls
from app.ui.kit.texts import _, many
from app.ui.kit.theme import theme

ENCODINGS = {
    "utf-8": mark("UTF-8"),
    "utf-8-sig": mark("UTF-8 with a mark"),
    "utf-16": mark("UTF-16"),
    "utf-16-le": mark("UTF-16 without a mark"),
    "cp1252": mark("Western (Windows)"),
    "iso-8859-15": mark("Western (ISO 8859-15)"),
    "tis-620": mark("Thai (TIS-620)"),
}
DELIMITERS = {
    ";": mark("Semicolon"),
    ",": mark("Comma"),
    "\t": mark("Tab"),
    "|": mark("Bar"),
}


class ReadingBar(QWidget):
    """Encoding, delimiter, sheet and headings; ``changed(Source)``, ``headed(bool)``."""

    changed = Signal(object)
    headed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = Source()
        self.about = plain_label()
        self.has_header = CheckEdit(_("First row holds headings"))
        self.encoding = ChoiceEdit([(name, _(text)) for name, text in ENCODINGS.items()])
        self.delimiter = ChoiceEdit([(sign, _(text)) for sign, text in DELIMITERS.items()])
        self.sheet: ChoiceEdit[str] = ChoiceEdit([("", "")])
        self.encoding.setAccessibleName(_("Encoding"))
        self.delimiter.setAccessibleName(_("Delimiter"))
        self.sheet.setAccessibleName(_("Sheet"))
        self.has_header.edited.connect(self.headed)
        line = QHBoxLayout()
        line.setSpacing(theme().px(12))
        for editor in (self.sheet, self.encoding, self.delimiter):
            line.addWidget(editor)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        column.addWidget(self.about)
        column.addLayout(line)
        column.addWidget(self.has_header)
        for choice in (self.sheet, self.encoding, self.delimiter):
            choice.edited.connect(self._read_again)
        theme().dress(self, controls)

    def show_look(self, look: Look, name: str) -> None:
        """Show how a table was read."""
        self._source = look.plan.source
        rows = many("{n} row", "{n} rows", look.rows)
        self.about.setText(f"{name} · {rows}")
        self.has_header.put(look.plan.has_header)
        self.encoding.put(look.encoding)
        self.delimiter.put(look.delimiter)
        self.sheet.offer([(sheet, sheet) for sheet in look.sheets] or [("", "")])
        self.sheet.put(look.sheet)
        self.encoding.setVisible(bool(look.encoding))
        self.delimiter.setVisible(bool(look.delimiter))
        self.sheet.setVisible(len(look.sheets) > 1)

    def _read_again(self) -> None:
        is_sheet = self.sheet.isVisible()
        source = replace(
            self._source,
            sheet=self.sheet.value() if is_sheet else "",
            encoding=self.encoding.value() if self.encoding.isVisible() else "",
            delimiter=self.delimiter.value() if self.delimiter.isVisible() else "",
        )
        self.changed.emit(source)
