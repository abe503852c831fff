"""Proofreading: words that no dictionary knows are underlined while a letter is written.

    writer.proof = proof = Proof(writer, shell.speller)
    proof.said.connect(shell.say)
    proof.speak("fi")
    proof.go_on()                    # to the next of them, with what may be meant

The lines are drawn over the text and are no part of it: nothing of them is kept, copied or undone.
Only paragraphs that are seen are looked at, and the word that is being typed is left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QTextEdit

from app.domain.shared.wording import Word
from app.ui.kit.sheets import menus
from app.ui.kit.spelling import Speller
from app.ui.kit.texts import _
from app.ui.kit.theme import theme
from app.ui.kit.writer.underlining import Lines, words_of

_REST = 200
"""How long the keys rest before words are asked for, in milliseconds."""


class Proof(QObject):
    """Proofreads one editor in one language; ``said(text)`` where there is no word to show."""

    said = Signal(str)

    def __init__(self, editor: QTextEdit, speller: Speller) -> None:
        super().__init__(editor)
        self.language = ""
        self._editor = editor
        self._speller = speller
        self._is_going_on = False
        self._lines = Lines(editor, self.is_wrong, self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_REST)
        self._pause.timeout.connect(self._look)
        editor.textChanged.connect(self._pause.start)
        editor.verticalScrollBar().valueChanged.connect(self._pause.start)
        editor.verticalScrollBar().rangeChanged.connect(self._pause.start)
        editor.cursorPositionChanged.connect(self._lines.follow)
        speller.told.connect(self._hear)
        speller.changed.connect(self._draw)
        theme().changed.connect(self._draw)

    def speak(self, language: str) -> None:
        """Say which language is written; without one nothing is looked at."""
        if language != self.language:
            self.language = language
            self._draw()

    def is_wrong(self, word: str) -> bool | None:
        """Say whether no dictionary knows a word; None where nobody was asked yet."""
        return self._speller.is_wrong(self.language, word) if self.language else False

    def wrong_at(self, place: int) -> QTextCursor | None:
        """Return the wrong word at a place, chosen; or none."""
        block = self._editor.document().findBlock(place)
        inside = place - block.position()
        for word in words_of(block):
            if word.start <= inside <= word.end and self.is_wrong(word.text):
                return _chosen(block, word)
        return None

    def go_on(self) -> None:
        """Choose the next wrong word and offer what may be meant; after the last the first."""
        self._is_going_on = True
        self._speller.look(self.language, (word.text for _block, word in self._words()))
        self._go_on_if_known()

    def fill(self, menu: QMenu, wrong: QTextCursor) -> None:
        """Put what may be meant by a wrong word at the head of a menu."""
        word, first = wrong.selectedText(), next(iter(menu.actions()), None)
        entries = [
            self._entry(menu, one.replace("&", "&&"), partial(self._write, wrong, one))
            for one in self._speller.suggestions(self.language, word)
        ]
        if entries:
            menu.setDefaultAction(entries[0])
        else:
            entries.append(self._entry(menu, _("No suggestion"), None))
        learn = self._entry(menu, _("Add to my words"), partial(self._speller.learn, word))
        for entry in (*entries, menu.addSeparator(), learn, menu.addSeparator()):
            menu.insertAction(first, entry) if first else menu.addAction(entry)

    def _entry(self, menu: QMenu, text: str, do: Callable[[], object] | None) -> QAction:
        entry = QAction(text, menu)
        entry.setEnabled(do is not None)
        if do is not None:
            entry.triggered.connect(do)
        return entry

    def _write(self, wrong: QTextCursor, word: str) -> None:
        """Write a word in the place of a wrong one, as that stood out."""
        start = QTextCursor(wrong)
        start.setPosition(wrong.selectionStart() + 1)
        wrong.insertText(word, start.charFormat())
        self._editor.setTextCursor(wrong)
        self._editor.setFocus()

    def _go_on_if_known(self) -> None:
        if all(self.is_wrong(word.text) is not None for _block, word in self._words()):
            self._is_going_on = False
            self._go_on()

    def _go_on(self) -> None:
        after = self._editor.textCursor().selectionEnd()
        wrong = [_chosen(block, word) for block, word in self._words() if self.is_wrong(word.text)]
        ahead = (one for one in wrong if one.selectionStart() >= after)
        found = next(ahead, next(iter(wrong), None))
        if found is None:
            knows = self.language and self._speller.knows(self.language)
            self.said.emit(
                _("No word is underlined")
                if knows
                else _("This machine has no dictionary for the language of this text")
            )
            return
        self._editor.setTextCursor(found)
        self._editor.ensureCursorVisible()
        self._offer(found)

    def _offer(self, found: QTextCursor) -> None:
        """Show below a wrong word what may be meant."""
        menu = QMenu(self._editor)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        theme().dress(menu, menus)
        self.fill(menu, found)
        menu.addAction(self._entry(menu, _("Next word"), self.go_on))
        corner = self._editor.cursorRect().bottomLeft() + QPoint(0, 4)
        menu.popup(self._editor.viewport().mapToGlobal(corner))
        menu.setActiveAction(next(one for one in menu.actions() if one.isEnabled()))

    def _words(self) -> Iterator[tuple[QTextBlock, Word]]:
        block = self._editor.document().begin()
        while block.isValid():
            for word in words_of(block):
                yield block, word
            block = block.next()

    def _look(self) -> None:
        """Draw what is seen anew, and ask for what is not known of it."""
        self._draw()
        asked = self._lines.unknown
        self._lines.unknown = set()
        if self.language and asked:
            self._speller.look(self.language, asked)

    def _hear(self, language: str) -> None:
        if language != self.language:
            return
        self._draw()
        if self._is_going_on:
            self._go_on_if_known()

    def _draw(self) -> None:
        self._lines.draw()
        if self._lines.unknown and not self._pause.isActive():
            self._pause.start()


def _chosen(block: QTextBlock, word: Word) -> QTextCursor:
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + word.start)
    cursor.setPosition(block.position() + word.end, QTextCursor.MoveMode.KeepAnchor)
    return cursor
