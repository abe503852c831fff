"""Underlining: lines under words, drawn over the text of an editor without changing it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QTextEdit

from app.domain.shared.wording import Word, words_in
from app.ui.kit.theme import theme
from app.ui.kit.writer.forms import SIGN

_BEYOND = re.compile("[\U00010000-\U0010ffff]")


class Lines(QObject):
    """Draws lines under wrong words that are seen; ``unknown`` are words nobody was asked yet.

    Qt's own highlighter tells of a change of the text where only lines were drawn.
    """

    def __init__(
        self, editor: QTextEdit, judge: Callable[[str], bool | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.unknown: set[str] = set()
        self._editor = editor
        self._judge = judge
        self._first, self._last = 0, 0
        self._typed: tuple[int, int] | None = None
        editor.document().contentsChange.connect(self._follow_change)

    def draw(self) -> None:
        """Draw every paragraph that is seen anew."""
        view = self._editor.viewport().rect()
        first = self._editor.cursorForPosition(view.topLeft()).block()
        last = self._editor.cursorForPosition(view.bottomRight()).block()
        self._first, self._last = first.blockNumber(), last.blockNumber()
        self._draw_between(first, last)

    def follow(self) -> None:
        """Draw the line under a word once it is no longer being typed."""
        if self._typed is None:
            return
        number, start = self._typed
        block = self._editor.document().findBlockByNumber(number)
        if self._word_under_cursor(block) != start:
            self._typed = None
            self._draw_in(block)

    def _follow_change(self, place: int, removed: int, added: int) -> None:
        """Draw what was changed: lines would stand where words stood before."""
        document = self._editor.document()
        first = document.findBlock(place)
        typed = self._word_under_cursor(first)
        if typed is not None:
            self._typed = (first.blockNumber(), typed)
        self._draw_between(first, document.findBlock(place + added))

    def _draw_between(self, first: QTextBlock, last: QTextBlock) -> None:
        block = first
        while block.isValid() and block.blockNumber() <= max(self._last, first.blockNumber()):
            self._draw_in(block)
            if block == last:
                return
            block = block.next()

    def _draw_in(self, block: QTextBlock) -> None:
        if not self._first <= block.blockNumber() <= self._last:
            return
        wrong = []
        for word in words_of(block):
            is_wrong = self._judge(word.text)
            if is_wrong is None:
                self.unknown.add(word.text)
            elif is_wrong and self._typed != (block.blockNumber(), word.start):
                wrong.append(word)
        _underline(block, wrong)

    def _word_under_cursor(self, block: QTextBlock) -> int | None:
        """Return where the word begins that is being typed in a paragraph, or none."""
        cursor = self._editor.textCursor()
        if cursor.block() != block or cursor.hasSelection():
            return None
        at = cursor.positionInBlock()
        inside = (one.start for one in words_of(block) if one.start < at <= one.end)
        return next(inside, None)


def _underline(block: QTextBlock, wrong: Sequence[Word]) -> None:
    """Draw lines under these words of a paragraph only; none while an input method composes."""
    layout, form = block.layout(), _wavy()
    if layout.preeditAreaText():
        return
    now = [(one.start, one.length, one.format.underlineColor()) for one in layout.formats()]
    if now == [(one.start, len(one.text), form.underlineColor()) for one in wrong]:
        return
    ranges = []
    for word in wrong:
        one = QTextLayout.FormatRange()
        one.start, one.length, one.format = word.start, len(word.text), form
        ranges.append(one)
    layout.setFormats(ranges)
    block.document().markContentsDirty(block.position(), block.length())


def words_of(block: QTextBlock) -> Iterator[Word]:
    """Yield the words of a paragraph where Qt counts them: signs beyond its 16 bits are two."""
    return words_in(_BEYOND.sub(SIGN * 2, block.text()))


def _wavy() -> QTextCharFormat:
    form = QTextCharFormat()
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    form.setUnderlineColor(theme().colour("bad"))
    return form
