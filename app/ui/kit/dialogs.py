"""Dialogs: what happened, why, what to do; opened without a nested loop.

ask(self, Question(_("Remove the sample company?"), _("…"), _("Remove")), self._remove)
tell_error(self, error)
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.shared.refusals import OfficeError
from app.ui.kit.editor import Kind, LineEditor
from app.ui.kit.icons import drawing
from app.ui.kit.labels import plain_label, show_role
from app.ui.kit.messages import error_sentence
from app.ui.kit.sheets import controls
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

if TYPE_CHECKING:
    # What keeps typing loads the services, which must not happen before the first paint.
    from app.ui.kit.safekeeping import Safekeeping


@dataclass(frozen=True, slots=True)
class Question:
    """A question before something that cannot be taken back."""

    title: str
    text: str
    yes: str
    details: str = ""


class Dialog(QDialog):
    """A sign, a title, a text, folded details and buttons.

    What is typed into one of its kinds is kept (dialog_drafts.py), unless ``keeps_typed`` is False:
    passwords and the like. ``drafted_of`` is the record it is about, where its page does not tell.
    """

    keeps_typed = True
    drafted_of: int | None = None

    def __init__(self, parent: QWidget | None, title: str, text: str, sign: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._main: QPushButton | None = None
        self._is_growing = False
        self.keeping: Safekeeping | None = None
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self._words = QVBoxLayout()
        self._words.setSpacing(theme().px(8))
        self._words.addWidget(_label(title, "heading"))
        self._words.addWidget(_label(text, "text"))
        self._words.addStretch(1)
        self.line = QHBoxLayout()
        self.line.setSpacing(theme().px(8))
        self.line.addStretch(1)
        self._lay_out(sign)
        self.finished.connect(self._give_back)
        theme().dress(self, controls)

    def _lay_out(self, sign: str) -> None:
        px = theme().px
        picture = QLabel()
        picture.setPixmap(drawing(sign, px(28), theme().tokens.accent, self.devicePixelRatioF()))
        upper = QHBoxLayout()
        upper.setSpacing(px(16))
        upper.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        upper.addLayout(self._words, 1)
        around = QVBoxLayout(self)
        around.setContentsMargins(px(24), px(24), px(24), px(16))
        around.setSpacing(px(20))
        around.addLayout(upper, 1)
        around.addLayout(self.line)
        self.setMinimumWidth(px(440))

    def add_button(self, text: str, done: Callable[[], object], *, primary: bool) -> QPushButton:
        """Add a button at the end of the line."""
        button = QPushButton(text)
        button.setProperty("primary", primary)
        button.setDefault(primary)
        if primary:
            self._main = button
        button.clicked.connect(partial(self._press_main, done) if primary else done)
        self.line.addWidget(button)
        return button

    def _keep_typed(self) -> None:
        """Keep what is typed into the fields: closed without saving it is offered next time."""
        from app.ui.kit.dialog_drafts import client_of, place_of  # noqa: PLC0415  needs dialogs
        from app.ui.kit.safekeeping import Safekeeping  # noqa: PLC0415  loads the services
        from app.ui.kit.typed import editors_of  # noqa: PLC0415  as above

        client = client_of(self)
        if client is None or not any(map(is_written, editors_of(self))):
            return
        self.keeping = Safekeeping(client, self)
        self.keeping.strip.stand()
        self.keeping.strip.told.connect(self._make_room)
        self._words.insertWidget(2, self.keeping.strip)
        self.keeping.watch(self, place_of(self))

    def _make_room(self) -> None:
        self.resize(self.size().expandedTo(self.sizeHint()))

    def fit(self) -> None:
        """Take the room that fields need which came after it was shown, in the middle as before."""
        self._is_growing = True
        self.adjustSize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        parent = self.parentWidget()
        if self._is_growing and parent is not None and not event.spontaneous():
            self.move(parent.window().geometry().center() - self.rect().center())

    def done(self, result: int) -> None:
        keeping = self.keeping
        if keeping is None:
            super().done(result)
        elif result:
            with keeping.sending():
                super().done(result)
            keeping.settle()
        else:
            keeping.flush()
            super().done(result)

    def _press_main(self, done: Callable[[], object]) -> None:
        """Do what the main button does; the command that saves forgets what was typed."""
        with self.keeping.sending() if self.keeping is not None else nullcontext():
            done()

    def sizeHint(self) -> QSize:
        """Return the least width, and the height that wrapped words need at that width."""
        layout, wanted = self.layout(), super().sizeHint()
        width = max(wanted.width(), self.minimumWidth())
        if layout is None or not layout.hasHeightForWidth():
            return QSize(width, wanted.height())
        return QSize(width, layout.totalHeightForWidth(width))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        focused = self.focusWidget()
        if self.keeps_typed and type(self) is not Dialog and self.keeping is None:
            self._keep_typed()
        if self._main is not None and (focused is None or isinstance(focused, QPushButton)):
            self._main.setFocus()

    def add_field(self, field: QWidget) -> None:
        """Put a field under the text."""
        self._words.insertWidget(self._words.count() - 1, field)

    def add_labelled(self, label: str, field: QWidget) -> QWidget:
        """Put a field under the text, its label above and what is wrong with it below.

        Return them together, to be hidden.
        """
        whole = QWidget()
        part = QVBoxLayout(whole)
        part.setContentsMargins(0, theme().px(4), 0, 0)
        part.setSpacing(theme().px(4))
        part.addWidget(plain_label(label, "label"))
        part.addWidget(field)
        if isinstance(field, LineEditor):
            part.addWidget(_problem_line(field))
        field.setAccessibleName(label)
        self._words.insertWidget(self._words.count() - 1, whole)
        return whole

    def fold(self, details: str) -> None:
        """Add details that are shown when asked for, and can be copied."""
        self._details = QPlainTextEdit(details)
        self._details.setReadOnly(True)
        self._details.setAccessibleName(_("Details"))
        self._details.setVisible(False)
        self._words.addWidget(self._details)
        self._unfold = QPushButton(_("Details"))
        self._unfold.setCheckable(True)
        self._unfold.toggled.connect(self._details.setVisible)
        copy = QPushButton(_("Copy"))
        copy.clicked.connect(self._copy)
        self.line.insertWidget(0, self._unfold)
        self.line.insertWidget(1, copy)

    def _give_back(self) -> None:
        """Let the keyboard go back to where the dialog came from."""
        parent = self.parentWidget()
        if parent is not None:
            parent.window().activateWindow()

    def _copy(self) -> None:
        text = f"{self.accessibleName()}\n{self.accessibleDescription()}\n\n"
        QGuiApplication.clipboard().setText(text + self._details.toPlainText())


def is_written(editor: QWidget) -> bool:
    """Say whether words are typed into a field; a choice alone is soon made again."""
    return isinstance(editor, QLineEdit | QPlainTextEdit)


def _problem_line(field: LineEditor) -> QLabel:
    """Return the line below a field that says what is wrong with it, until it is typed in again."""
    told = plain_label("", Kind.BAD.value)
    told.hide()

    def tell(text: str, kind: Kind) -> None:
        told.setText(text)
        show_role(told, kind.value)
        told.setVisible(bool(text))

    field.problem_shown.connect(tell)
    field.edited.connect(partial(field.show_problem, ""))
    return told


def _label(text: str, role: str) -> QLabel:
    label = plain_label(text, role)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def ask(parent: QWidget, question: Question, yes: Callable[[], object]) -> Dialog:
    """Ask, and do it if the clerk says so; Esc and Enter on the safe side do nothing."""
    dialog = Dialog(parent, question.title, question.text, "help")
    if question.details:
        dialog.fold(question.details)
    dialog.accepted.connect(yes)
    dialog.add_button(_("Cancel"), dialog.reject, primary=False)
    dialog.add_button(question.yes, dialog.accept, primary=True)
    dialog.open()
    return dialog


def tell(parent: QWidget, title: str, text: str) -> Dialog:
    """Tell something that needs more than a line."""
    dialog = Dialog(parent, title, text, "info-circle")
    dialog.add_button(_("Close"), dialog.accept, primary=True)
    dialog.open()
    return dialog


def tell_error(parent: QWidget, error: OfficeError) -> Dialog:
    """Tell what could not be done, why, and what to do; the code is in the details only."""
    found = error_sentence(error)
    text = "\n\n".join(part for part in (found.why, found.todo) if part)
    dialog = Dialog(parent, found.what, text, "alert-triangle")
    facts = "\n".join(f"{name}: {value}" for name, value in error.facts.items())
    dialog.fold(f"{error.code}\n{facts}")
    dialog.add_button(_("Close"), dialog.accept, primary=True)
    dialog.open()
    return dialog
