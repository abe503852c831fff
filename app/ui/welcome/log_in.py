"""The log-in page: who comes in by name and password, at the start and after the screen was locked.

It hides whatever was shown; the office behind it is closed, so nothing of it can be read.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.domain.shared.refusals import OfficeError
from app.ui.kit.actions import beside_icon
from app.ui.kit.fields import TextEdit
from app.ui.kit.focus import lead_to
from app.ui.kit.form import Form
from app.ui.kit.icons import icon
from app.ui.kit.labels import plain_label, show_role
from app.ui.kit.messages import error_sentence
from app.ui.kit.scrolling import Scrolled
from app.ui.kit.sheets import welcome
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

_WIDTH = 420
_SECOND = 1000
NEEDED, TOO_MANY = "keys.log-in-needed", "keys.too-many-tries"


class LogInPage(QWidget):
    """Asks for name and password; ``given(user, password)``, ``left()`` for another company."""

    given = Signal(str, str)
    left = Signal()
    recovering = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = Path()
        self._seconds = 0
        self.title = plain_label(role="title")
        self.told = plain_label(role="muted")
        self.name, self.password = TextEdit(), TextEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.form = Form()
        self.enter = QPushButton(_("Log in"))
        self.recover = QPushButton(_("Recovery code…"))
        self.other = QPushButton(icon("folder-open"), beside_icon(_("Another company")))
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND)
        self._timer.timeout.connect(self._count_down)
        self._lay_out()
        self._connect()
        lead_to(self, self.name)

    def ask(self, path: Path, user: str = "", error: OfficeError | None = None) -> None:
        """Ask for one company; ``error`` is what was wrong with the last answer."""
        self.path = path
        self.title.setText(path.name.removesuffix(".backdesk"))
        if user:
            self.name.put(user)
        self.password.put("")
        for field in (self.name, self.password):
            field.show_problem("")
        self._tell(error)
        self.set_busy(busy=False)
        (self.password if self.name.value() else self.name).setFocus()

    def set_busy(self, *, busy: bool) -> None:
        """Take no answer while the company is being opened or closed, or has to be waited for."""
        for widget in (self.form, self.recover, self.other):
            widget.setEnabled(not busy)
        self.enter.setEnabled(not busy and not self._seconds)

    def _tell(self, error: OfficeError | None) -> None:
        wrong = error if error is not None and error.code != NEEDED else None
        usual = _("Enter your name and your password.")
        self.told.setText(usual if wrong is None else str(error_sentence(wrong)))
        show_role(self.told, "muted" if wrong is None else "bad")
        waits = wrong is not None and wrong.code == TOO_MANY
        self._seconds = int(str(wrong.facts["seconds"])) if wrong is not None and waits else 0
        if self._seconds:
            self._timer.start()
        self._name_button()

    def _count_down(self) -> None:
        self._seconds = max(self._seconds - 1, 0)
        if not self._seconds:
            self._timer.stop()
            self.set_busy(busy=not self.form.isEnabled())
        self._name_button()

    def _name_button(self) -> None:
        waiting = _("Log in ({seconds} s)", seconds=str(self._seconds))
        self.enter.setText(waiting if self._seconds else _("Log in"))

    def _give(self) -> None:
        if self.enter.isEnabled() and not self._lacks_one():
            self.set_busy(busy=True)
            self.given.emit(self.name.value(), self.password.text())

    def _lacks_one(self) -> bool:
        """Say at the first field that is empty what is lacking there."""
        wanted = (self.name, _("Enter your name.")), (self.password, _("Enter your password."))
        lacking = [(field, text) for field, text in wanted if not field.text().strip()]
        for field, text in lacking[:1]:
            field.show_problem(text)
            field.setFocus()
        return bool(lacking)

    def _connect(self) -> None:
        self.enter.clicked.connect(self._give)
        self.form.submitted.connect(self._give)
        for field in (self.name, self.password):
            field.edited.connect(partial(field.show_problem, ""))
        self.other.clicked.connect(self.left)
        self.recover.clicked.connect(self.recovering)

    def _lay_out(self) -> None:
        px = theme().px
        self.form.add("name", _("Name"), self.name, columns=12)
        self.form.add("password", _("Password"), self.password, columns=12)
        self.enter.setProperty("primary", "true")
        for button in (self.recover, self.other):
            button.setProperty("plain", "true")
        card = self._card()
        card.setFixedWidth(px(_WIDTH))
        inner = QWidget()
        around = QVBoxLayout(inner)
        around.addStretch(2)
        around.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        around.addStretch(3)
        area = Scrolled(inner)
        area.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        theme().dress(inner, welcome)

    def _card(self) -> QFrame:
        px = theme().px
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(px(32), px(28), px(32), px(20))
        column.setSpacing(px(16))
        for label in (self.title, self.told):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addWidget(self.form)
        column.addWidget(self.enter)
        line = QHBoxLayout()
        line.addWidget(self.recover)
        line.addStretch(1)
        line.addWidget(self.other)
        column.addLayout(line)
        return card
