"""Snippets: ``::`` and a shortcut write what is often said, wherever words are typed in a window.

    SnippetTyping(shell, window)        # once for a window; every field of words takes them

A page says to whom, and in what language, it writes (``addressed``).

While a shortcut is typed a list under the cursor shows what there is: arrows go through it, Enter
and Tab write, Esc leaves what was typed. A shortcut that is known whole is written by a space, too.
Ctrl+Z takes it back in one step.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QListWidgetItem, QWidget
from shiboken6 import Shiboken

from app.domain.shared.refusals import OfficeError
from app.ui.kit.addressed import Addressed, addressed_around
from app.ui.kit.editor import BEGUN
from app.ui.kit.pick_dialog import Asking, PickDialog
from app.ui.kit.picker import Hit, Hits
from app.ui.kit.shell import Shell
from app.ui.kit.snippet_places import Place, place_of
from app.ui.kit.texts import _

INSERT = "snippet.insert"
_WHOLE = re.compile(r"::([\w.-]+)$")
_WAITED = re.compile(r"::([\w.-]+)(?= )")
_TABLES = frozenset({"snippet", "contact", "company"})
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TAKES = (*_ENTER, Qt.Key.Key_Tab)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_LISTED = (*_TAKES, *_STEPS, Qt.Key.Key_Escape)
_MOST_SEEN = 80
_NOT_HELD = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class SnippetTyping(QObject):
    """Writes snippets in the fields of one window, and of the dialogs over it."""

    def __init__(self, shell: Shell, window: QWidget) -> None:
        super().__init__(window)
        self._shell = shell
        self._window = window
        self._place: Place | None = None
        self._last: Place | None = None
        self._known: dict[Addressed, Mapping[str, str]] = {}
        self._is_dismissed = self._is_writing = self._is_waiting = False
        self.hits = Hits(window)
        self.hits.itemClicked.connect(self._clicked)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus)
            self._focus(None, app.focusWidget())
        shell.client.changed.connect(self._news)
        shell.client.stopped.connect(self._stop)
        shell.book.offer(window, {INSERT: self.choose})

    def choose(self) -> None:
        """Show every snippet, to write one where the cursor was last."""
        place = self._last
        if place is None or not Shiboken.isValid(place.editor) or not place.editor.isVisible():
            self._shell.say(_("Put the cursor first where the snippet is to be written."))
            return
        self._leave_list()
        self._ask(place, partial(self._show_all, place))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or self._place is None:
            return False
        is_listed = self.hits.isVisible() and event.key() in _LISTED
        if event.type() == QEvent.Type.ShortcutOverride:
            if is_listed:
                event.accept()
            return is_listed
        if event.type() != QEvent.Type.KeyPress:
            return False
        if QKeySequence(event.keyCombination()) in self._shell.book.action(INSERT).shortcuts():
            self.choose()
            return True
        if event.modifiers() not in _NOT_HELD:
            return False
        return self._in_list(event) if is_listed else self._expand(event)

    def _focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._place is not None and Shiboken.isValid(self._place.editor):
            self._place.editor.removeEventFilter(self)
            self._place.typed.disconnect(self._look)
        self._leave_list()
        self._is_waiting = False
        self._place = place_of(now) if self._is_ours(now) else None
        if self._place is not None:
            self._last = self._place
            self._place.editor.installEventFilter(self)
            self._place.typed.connect(self._look)

    def _is_ours(self, widget: QWidget | None) -> bool:
        while widget is not None:
            if widget is self._window:
                return True
            widget = widget.parentWidget()
        return False

    def _look(self) -> None:
        """Show what fits what was typed, if a shortcut is being typed."""
        place = self._place
        begun = BEGUN.search(place.before()) if place and not self._is_writing else None
        if begun is None or place is None:
            self._leave_list()
        elif not self._is_dismissed:
            self._ask(place, partial(self._offer, place))

    def _ask(self, place: Place, answer: partial[None]) -> None:
        """Answer with what each shortcut writes in a place, at once where it is known."""
        own = place.own_words
        known = own if own is not None else self._known.get(addressed_around(place.editor))
        if known is not None:
            answer(known)
            return
        # The service is loaded with the first shortcut; it must not be before the first paint.
        from app.services import snippet_words  # noqa: PLC0415  after the first paint

        to = addressed_around(place.editor)
        learnt, asked = partial(self._learn, to, answer), (to.contact_id, to.language)
        self._shell.client.ask_or(learnt, self._nothing, snippet_words.words, *asked)

    def _learn(self, to: Addressed, answer: partial[None], words: Mapping[str, str]) -> None:
        self._known[to] = words
        answer(words)

    def _nothing(self, _error: OfficeError) -> None:
        """Leave what was typed as it is: these snippets may not be read."""

    def _offer(self, place: Place, words: Mapping[str, str]) -> None:
        if place is not self._place or not Shiboken.isValid(place.editor):
            return
        before = place.before()
        if self._is_waiting and self._catch_up(place, before, words):
            return
        begun = BEGUN.search(before)
        fitting = [one for one in words if begun and _fits(begun.group(1), one)]
        self.hits.fill([Hit(f"::{one}", _line(words[one])) for one in sorted(fitting)])
        if fitting:
            self.hits.below(place.editor, place.spot)
        else:
            self.hits.hide()

    def _catch_up(self, place: Place, before: str, words: Mapping[str, str]) -> bool:
        """Write a snippet of which only now is known what it says; typing went on meanwhile."""
        self._is_waiting = False
        found = next((one for one in _WAITED.finditer(before) if one.group(1) in words), None)
        if found is None:
            return False
        self._write(
            place, len(before) - found.start(), found.group(1), words, before[found.end() :]
        )
        return True

    def _in_list(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        item: QListWidgetItem | None = self.hits.currentItem()
        if key in _STEPS:
            self.hits.step(_STEPS[key])
        elif key == Qt.Key.Key_Escape:
            self._leave_list()
            self._is_dismissed = True
        elif item is not None:
            self._take(item)
        return True

    def _clicked(self, item: QListWidgetItem) -> None:
        self._take(item)

    def _take(self, item: QListWidgetItem) -> None:
        place, shortcut = self._place, item.text().removeprefix("::")
        begun = BEGUN.search(place.before()) if place else None
        if place is not None and begun is not None:
            back = len(begun.group(0))
            self._ask(place, partial(self._write, place, back, shortcut))

    def _expand(self, event: QKeyEvent) -> bool:
        """Write the snippet whose shortcut stands whole before the cursor."""
        place, key = self._place, event.key()
        if place is None or place.own_words is not None:
            return False
        found = _WHOLE.search(place.before())
        known = self._known.get(addressed_around(place.editor))
        if found is None or key not in (*_ENTER, Qt.Key.Key_Space):
            return False
        if known is None:
            self._is_waiting = True
            self._ask(place, partial(self._offer, place))
            return False
        if found.group(1) not in known:
            return False
        end = " " if key == Qt.Key.Key_Space else ""
        self._write(place, len(found.group(0)), found.group(1), known, end)
        return True

    def _write(
        self, place: Place, back: int, shortcut: str, words: Mapping[str, str], end: str = ""
    ) -> None:
        """Write a snippet; nothing where it is gone meanwhile."""
        self.hits.hide()
        if shortcut in words and Shiboken.isValid(place.editor):
            self._is_writing = True
            place.write(back, shortcut, words[shortcut] + end)
            self._is_writing = False

    def _show_all(self, place: Place, words: Mapping[str, str]) -> None:
        if not words:
            self._shell.say(_("There are no snippets yet; they are kept under Letters."))
            return
        asking = Asking(
            _("Insert a snippet"),
            _("Typing :: and its shortcut writes it, too."),
            "text-plus",
            _("Snippets"),
            _("Find a snippet"),
        )
        lines = {one: f"::{one}   {_line(words[one])}" for one in sorted(words)}
        chosen = partial(self._chosen, place, words)
        PickDialog(place.editor.window(), asking, lines, chosen).open()

    def _chosen(self, place: Place, words: Mapping[str, str], shortcut: str) -> None:
        self._write(place, 0, shortcut, words)
        if Shiboken.isValid(place.editor):
            place.editor.setFocus()

    def _leave_list(self) -> None:
        self._is_dismissed = False
        self.hits.hide()

    def _news(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self._known.clear()

    def _stop(self) -> None:
        """Write no more: the office is about to be closed."""
        self._focus(None, None)
        self._last = None
        self._shell.book.allow(self._window, INSERT, allowed=False)
        self.hits.deleteLater()
        self.deleteLater()


def _fits(begun: str, shortcut: str) -> bool:
    return shortcut.casefold().startswith(begun.casefold())


def _line(words: str) -> str:
    """Return how a snippet begins, on one line."""
    said = " ".join(words.split())
    return said if len(said) <= _MOST_SEEN else f"{said[: _MOST_SEEN - 1]}…"
