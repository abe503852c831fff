"""The settings page: how Backdesk looks and speaks on this machine; all of it works at once."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.admin.preferences import tenths
from app.lang.texts import mark
from app.ui.kit.editor import CheckEdit, MultiLine
from app.ui.kit.fields import ChoiceEdit, NumberEdit
from app.ui.kit.focus import lead_to
from app.ui.kit.form import Form
from app.ui.kit.icons import icon
from app.ui.kit.labels import plain_label
from app.ui.kit.scrolling import Scrolled
from app.ui.kit.settings import Settings
from app.ui.kit.sheets import controls
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

SPEECH = {"en": "English", "fi": "Suomi", "th": "ไทย"}
LOOKS = (
    ("system", mark("As the system")),
    ("light", mark("Light")),
    ("dark", mark("Dark")),
    ("contrast", mark("High contrast")),
)
ROWS = (
    ("compact", mark("Compact")),
    ("normal", mark("Normal")),
    ("comfortable", mark("Comfortable")),
)
SIZES = (80, 90, 100, 110, 125, 150, 175, 200, 250, 300)


class SettingsPage(QWidget):
    """One form; every change is kept and shown at once. ``finished()`` goes back."""

    finished = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        speech = [("", _("As the system")), *SPEECH.items()]
        self.language: ChoiceEdit[str] = ChoiceEdit(speech)
        self.look: ChoiceEdit[str] = ChoiceEdit([(name, _(text)) for name, text in LOOKS])
        self.density: ChoiceEdit[str] = ChoiceEdit([(name, _(text)) for name, text in ROWS])
        self.text_size: ChoiceEdit[int] = ChoiceEdit([(size, f"{size} %") for size in SIZES])
        self.is_still = CheckEdit(_("Nothing moves on screen"))
        self.reads_documents = CheckEdit(_("Read it while I rest"))
        self.checks_spelling = CheckEdit(_("Underline unknown words"))
        self.words = MultiLine(4)
        self.print_right, self.print_down = NumberEdit(1), NumberEdit(1)
        self.form = Form()
        self._fill()
        self._lay_out()
        self.show_settings()
        settings.changed.connect(self.show_settings)
        self.form.edited.connect(self._keep)

    def show_settings(self) -> None:
        """Show the preferences as they are now."""
        now = self._settings.now
        self.language.put(now.language)
        self.look.put(now.look)
        self.density.put(now.density)
        self.text_size.put(min(SIZES, key=lambda size: abs(size - now.text_size)))
        self.is_still.put(now.is_still)
        self.reads_documents.put(now.reads_documents)
        self.checks_spelling.put(now.checks_spelling)
        if _words(self.words.value()) != now.words:
            self.words.put("\n".join(now.words))
        for edit, kept in ((self.print_right, now.print_right), (self.print_down, now.print_down)):
            typed = edit.value()
            if typed != Decimal(kept) / 10 and (kept or typed is not None):
                edit.put(Decimal(kept) / 10)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        form = self.form
        form.heading(_("Language"))
        form.add(
            "language",
            _("Language of the window"),
            self.language,
            columns=12,
            help_text=_("Documents speak the language of who receives them, whatever stands here."),
        )
        form.heading(_("Appearance"))
        form.add("look", _("Colours"), self.look, help_text=_("“As the system” follows it live."))
        form.add(
            "text_size",
            _("Text size"),
            self.text_size,
            help_text=_("Ctrl and + or −, Ctrl+0 for the usual size."),
        )
        form.add("density", _("Rows of lists"), self.density, help_text=_("How tall a row is."))
        form.add(
            "is_still",
            _("Movement"),
            self.is_still,
            help_text=_("For those whom moving things disturb."),
        )
        form.heading(_("Archive"))
        form.add(
            "reads_documents",
            _("Text of documents"),
            self.reads_documents,
            help_text=_("What is taken in is then found by every word in it."),
        )
        self._fill_spelling()
        self._fill_printer()

    def _fill_spelling(self) -> None:
        form = self.form
        form.heading(_("Spelling"))
        form.add(
            "checks_spelling",
            _("Spelling"),
            self.checks_spelling,
            help_text=_("By hunspell, voikko or enchant, where this machine has them."),
        )
        form.add(
            "words",
            _("My words"),
            self.words,
            columns=12,
            help_text=_("One on each line; they are taken for right in every language."),
        )

    def _fill_printer(self) -> None:
        form, far = self.form, _("Labels and envelopes; the calibration page tells how far.")
        form.heading(_("Printer"))
        form.add("print_right", _("Move to the right (mm)"), self.print_right, help_text=far)
        up = _("A minus moves them up.")
        form.add("print_down", _("Move down (mm)"), self.print_down, help_text=up)

    def _lay_out(self) -> None:
        px = theme().px
        back = QPushButton(icon("arrow-left"), _("Back"))
        back.clicked.connect(self.finished)
        head = QHBoxLayout()
        head.addWidget(plain_label(_("Settings"), "title"))
        head.addStretch(1)
        head.addWidget(back)
        inner = QWidget()
        inner.setMaximumWidth(px(720))
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(24), px(16), px(24), px(24))
        column.setSpacing(px(20))
        column.addLayout(head)
        column.addWidget(self.form)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scrolled(inner))
        lead_to(self, self.language)
        theme().dress(inner, controls)

    def _keep(self) -> None:
        self._settings.change(
            language=self.language.value(),
            look=self.look.value(),
            density=self.density.value(),
            text_size=self.text_size.value(),
            is_still=self.is_still.value(),
            reads_documents=self.reads_documents.value(),
            checks_spelling=self.checks_spelling.value(),
            words=_words(self.words.value()),
            print_right=tenths(self.print_right.value()),
            print_down=tenths(self.print_down.value()),
        )


def _words(text: str) -> tuple[str, ...]:
    """Return the words of lines, each once."""
    return tuple(dict.fromkeys(word for line in text.splitlines() if (word := line.strip())))
