"""What a layout says, once per language: a strip of languages over two texts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.invoices.layout_texts import LayoutText, TextField
from app.ui.invoices.layout_words import FIELDS
from app.ui.kit.editor import MultiLine
from app.ui.kit.fields import ChoiceEdit
from app.ui.kit.languages import LANGUAGES
from app.ui.kit.sections import Strip
from app.ui.kit.texts import _

_LINES = 3


class LayoutTextsEdit(QObject):
    """Opening and closing in the language of the strip; ``turned(language)`` when it changes.

    A chosen field is written where the cursor last was.
    """

    turned = Signal(str)

    def __init__(self, home: str, parent: QObject) -> None:
        super().__init__(parent)
        codes = sorted(LANGUAGES, key=lambda code: code != home)
        self.language = codes[0]
        self._texts: dict[str, LayoutText] = {}
        self.strip = Strip(tuple((code, LANGUAGES[code]) for code in codes), self.language)
        self.strip.setAccessibleName(_("Languages"))
        self.opening, self.closing = MultiLine(_LINES), MultiLine(_LINES)
        none: list[tuple[TextField | None, str]] = [(None, _("Choose one…"))]
        self.fields = ChoiceEdit([*none, *((one, _(text)) for one, text in FIELDS.items())])
        self._last = self.opening
        self.strip.chosen.connect(self.turn)
        self.fields.activated.connect(self._insert)
        for box in (self.opening, self.closing):
            box.cursorPositionChanged.connect(partial(self._note, box))

    def put(self, texts: Sequence[LayoutText]) -> None:
        """Show what is written in each language; nothing of it counts as typed."""
        self._texts = {one.language: one for one in texts}
        self._show()

    def value(self) -> tuple[LayoutText, ...]:
        """Return what is written in each language, in the order of the strip."""
        self._take()
        return tuple(self._texts[code] for code in self.strip.buttons if code in self._texts)

    def turn(self, language: str) -> None:
        """Go on writing in another language."""
        self._take()
        self.language = language
        self._show()
        self.turned.emit(language)

    def _take(self) -> None:
        written = LayoutText(self.language, self.opening.value(), self.closing.value())
        if written.opening or written.closing:
            self._texts[self.language] = written
        else:
            self._texts.pop(self.language, None)

    def _show(self) -> None:
        text = self._texts.get(self.language, LayoutText(self.language))
        self.strip.mark(self.language)
        self.opening.put(text.opening)
        self.closing.put(text.closing)

    def _note(self, box: MultiLine) -> None:
        self._last = box

    def _insert(self, _place: int) -> None:
        field = self.fields.value()
        self.fields.put(None)
        if field is not None:
            self._last.textCursor().insertText(f"{{{field.value}}}")
            self._last.setFocus()
