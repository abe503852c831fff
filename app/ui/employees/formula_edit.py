"""The field of a formula: what cannot be read is underlined at its place while it is typed."""

from __future__ import annotations

import re

from PySide6.QtGui import QColor, QFontDatabase, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from app.domain.shared.problems import Problem
from app.ui.kit.editor import MultiLine
from app.ui.kit.theme import theme

_LINES = 5
_WORD = re.compile(r'"[^"]*"?|\w+|\S')


class FormulaEdit(MultiLine):
    """Several lines in letters of one width; ``mark`` underlines where something is wrong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_LINES, parent)
        self.wrong_at: tuple[int, int] | None = None
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(theme().base_points)
        self.setFont(font)

    def value(self) -> str:
        """Return the formula as it is read; its lines are one."""
        return " ".join(self.toPlainText().split())

    def put(self, text: str) -> None:
        """Show a formula with each of its steps on a line."""
        super().put(text.replace("; ", ";\n"))

    def insert_name(self, name: str) -> None:
        """Write a name where the cursor stands, and go on there."""
        self.insertPlainText(name)
        self.setFocus()

    def mark(self, problems: tuple[Problem, ...]) -> None:
        """Underline the place that the first of these problems names, or nothing."""
        found = next((one for one in problems if "at" in one.facts), None)
        self.wrong_at = self._place(found) if found else None
        self.setExtraSelections([self._underlined(*self.wrong_at)] if self.wrong_at else [])

    def _place(self, problem: Problem) -> tuple[int, int]:
        """Return where the word of a problem begins and ends in the text as it stands."""
        text, wanted = self.toPlainText(), int(str(problem.facts["at"])) - 1
        places = _places(text)
        if wanted >= len(places):
            return max(0, len(text.rstrip()) - 1), len(text.rstrip())
        first = places[wanted]
        word = _WORD.match(text, first)
        return first, word.end() if word else first + 1

    def _underlined(self, first: int, last: int) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(QColor(theme().tokens.bad))
        look.setForeground(QColor(theme().tokens.bad))
        cursor = QTextCursor(self.document())
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        selection.cursor, selection.format = cursor, look
        return selection


def _places(text: str) -> list[int]:
    """Return where each letter of the formula on one line stands in the text of the field."""
    places: list[int] = []
    for word in re.finditer(r"\S+", text):
        if places:
            places.append(word.start() - 1)
        places += range(word.start(), word.end())
    return places
