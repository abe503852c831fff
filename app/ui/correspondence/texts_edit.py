"""A text in several languages: a strip of them over one writer; each keeps its own words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.correspondence.body import EMPTY, Body
from app.lang.letter_fields import labels
from app.ui.correspondence.outgoing_form import TextBox
from app.ui.kit.fields import TextEdit
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.languages import LANGUAGES
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, say
from app.ui.kit.theme import theme
from app.ui.kit.writer.proofreading import Proof


class TextsEdit(QWidget):
    """Writes subject and text, once in each language; ``edited()`` when something was typed."""

    edited = Signal()
    turned = Signal()

    def __init__(
        self, shell: Shell, load: Callable[[str], bytes], home: str, *, has_subject: bool
    ) -> None:
        super().__init__()
        self._texts: dict[str, tuple[str, Body]] = {}
        codes = sorted(LANGUAGES, key=lambda code: code != home)
        self.language = codes[0]
        self.strip = Strip(tuple((code, LANGUAGES[code]) for code in codes), self.language)
        self.strip.setAccessibleName(_("Languages"))
        self.subject = TextEdit()
        self.subject.setAccessibleName(_("Subject"))
        self.subject.setPlaceholderText(_("Subject"))
        if not has_subject:
            self.subject.hide()
        self._has_subject = has_subject
        self.box = TextBox(shell.book, load)
        self.writer = self.box.writer
        self.writer.set_fields(labels(say()))
        self.proof = self.writer.proof = Proof(self.writer, shell.speller)
        self.proof.said.connect(shell.say)
        self.note = plain_label("", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        column.addWidget(self.strip)
        column.addWidget(self.note)
        column.addWidget(self.subject)
        column.addWidget(self.box, 1)
        self.strip.chosen.connect(self.turn)
        self.subject.edited.connect(self._typed)
        self.writer.changed.connect(self._typed)
        lead_to(self, self.writer)

    def stops(self) -> Sequence[QWidget]:
        """Return where Tab stops."""
        middle = (self.subject,) if self._has_subject else ()
        return (*self.strip.buttons.values(), *middle, self.writer)

    def put(self, texts: Mapping[str, tuple[str, Body]]) -> None:
        """Show what is written in each language; nothing of it counts as typed."""
        self._texts = dict(texts)
        if self.language not in self._texts and self._texts:
            self.language = next(iter(self._texts))
        self._show()

    def value(self) -> dict[str, tuple[str, Body]]:
        """Return what is written in each language, in the order of the strip."""
        self._take()
        return {code: self._texts[code] for code in self.strip.buttons if code in self._texts}

    def turn(self, language: str) -> None:
        """Go on writing in another language."""
        self._take()
        self.language = language
        self._show()
        self.turned.emit()

    def _take(self) -> None:
        written = (self.subject.value().strip(), self.writer.body())
        if written[0] or written[1].blocks:
            self._texts[self.language] = written
        else:
            self._texts.pop(self.language, None)

    def _show(self) -> None:
        subject, body = self._texts.get(self.language, ("", EMPTY))
        self.strip.mark(self.language)
        self.subject.put(subject)
        self.writer.show_body(body)
        self.proof.speak(self.language)
        self._tell()

    def _tell(self) -> None:
        """Tell in which languages there is something."""
        told = ", ".join(_(LANGUAGES[code]) for code in self.value())
        self.note.setText(_("Written in: {languages}", languages=told) if told else "")
        self.note.setVisible(bool(told))

    def _typed(self) -> None:
        self.edited.emit()
