"""A dialog that finds one of many lines by its words: a field of letters, or a snippet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidgetItem, QWidget

from app.ui.kit.dialogs import Dialog
from app.ui.kit.hit_list import HitList
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

_KEY = Qt.ItemDataRole.UserRole
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Search(QLineEdit):
    """A line over a list: arrows move in the list while words are typed here."""

    def __init__(self, hits: HitList, name: str) -> None:
        super().__init__()
        self._hits = hits
        self.setPlaceholderText(name)
        self.setAccessibleName(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif self._hits.count():
            self._hits.setCurrentRow((self._hits.currentRow() + step) % self._hits.count())


@dataclass(frozen=True, slots=True)
class Asking:
    """What a dialog asks: its title and text, its sign, what the list holds, and how to find."""

    title: str
    text: str
    sign: str
    listed: str
    find: str


class PickDialog(Dialog):
    """Finds one line by its words or its key; ``answer`` is told its key, by Esc nothing."""

    keeps_typed = False
    """Words are typed here to find something only."""

    def __init__(
        self,
        parent: QWidget,
        asking: Asking,
        lines: Mapping[str, str],
        answer: Callable[[str], object],
    ) -> None:
        super().__init__(parent, asking.title, asking.text, asking.sign)
        self._lines = lines
        self._answer = answer
        self.hits = HitList(asking.listed)
        self.hits.setMinimumHeight(theme().px(260))
        self.search = Search(self.hits, asking.find)
        self.add_field(self.search)
        self.add_field(self.hits)
        self.search.textChanged.connect(self._fill)
        self.hits.picked.connect(self._pick)
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self.add_button(_("Insert"), self._take, primary=True)
        self._fill("")
        self.search.setFocus()

    def _fill(self, words: str) -> None:
        self.hits.clear()
        wanted = words.casefold().split()
        for key, text in self._lines.items():
            if all(word in f"{text} {key}".casefold() for word in wanted):
                item = QListWidgetItem(text)
                item.setData(_KEY, key)
                self.hits.addItem(item)
        self.hits.setCurrentRow(0)

    def _take(self) -> None:
        item: QListWidgetItem | None = self.hits.currentItem()
        if item is not None:
            self._pick(item)

    def _pick(self, item: QListWidgetItem) -> None:
        self.accept()
        self._answer(str(item.data(_KEY)))
