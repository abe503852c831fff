"""The window of self-service: one person's own, and nothing of the office around it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from app.domain.shared.refusals import OfficeError
from app.lang.texts import mark
from app.services import own
from app.services.own import OwnFile
from app.ui.employees.own.away_page import OwnAway
from app.ui.employees.own.file_page import OwnFilePage
from app.ui.employees.own.hours_page import OwnHours
from app.ui.employees.own.idle import WARNED, Idle
from app.ui.employees.own.leave_page import OwnLeave
from app.ui.employees.own.pay_page import OwnPay
from app.ui.employees.own.pin_dialogs import ChangePinDialog
from app.ui.kit.actions import ActionBook
from app.ui.kit.client import OfficeClient
from app.ui.kit.dialogs import tell_error
from app.ui.kit.labels import LineLabel, plain_label
from app.ui.kit.sections import Section, Sections
from app.ui.kit.settings import Settings
from app.ui.kit.sheets import controls
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, many
from app.ui.kit.theme import theme
from app.ui.kit.toast import Toast
from app.ui.own_actions import OWN

_PLACES = ("file", "pay", "leave", "away", "hours")


class OwnPlaces(Sections):
    """What a person finds here: data, pay, leave, who is away, hours."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(
            (
                Section("file", mark("My data"), partial(OwnFilePage, shell)),
                Section("pay", mark("My pay"), partial(OwnPay, shell)),
                Section("leave", mark("My leave"), partial(OwnLeave, shell)),
                Section("away", mark("Who is away"), partial(OwnAway, shell)),
                Section("hours", mark("My hours"), partial(OwnHours, shell)),
            )
        )


class OwnWindow(QMainWindow):
    """Shows what is one's own; it closes by itself when nobody touches it: ``ended()``."""

    ended = Signal()

    def __init__(self, client: OfficeClient, settings: Settings, name: str) -> None:
        super().__init__()
        client.setParent(self)
        self.book = ActionBook(OWN, self)
        self.shell = Shell(client, self.book, settings, client)
        self.toast = Toast(self)
        self.idle = Idle(self)
        self.places: OwnPlaces | None = None
        self.name = LineLabel(name, "title")
        self.about = plain_label("", "muted")
        self.told = plain_label("", "muted")
        self._middle = QVBoxLayout()
        self._is_done = False
        self.setWindowTitle(_("{name} – self-service", name=name))
        self.setMinimumSize(640, 420)
        self._lay_out()
        self._connect()
        client.ask_or(self._begin, self._fail, own.must_choose)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        if not self._is_done:
            self._is_done = True
            self.idle.stop()
            for dialog in self.findChildren(QDialog):
                dialog.close()
            self.ended.emit()

    def show_place(self, name: str) -> None:
        """Show one of the places, and let its verbs work."""
        if self.places is not None:
            self.places.show_section(name)

    def _connect(self) -> None:
        for name in self.book.rows:
            self.addAction(self.book.action(name))
        self.shell.noted.connect(self.toast.show_note)
        self.shell.refused.connect(partial(tell_error, self))
        self.idle.left.connect(self._count_down)
        self.idle.over.connect(self.close)
        ways = {f"own.{one}": partial(self.show_place, one) for one in _PLACES}
        self.book.offer(self, {**ways, "own.finish": self.close, "own.pin": self._change_pin})
        self.book.enter((self,))

    def _lay_out(self) -> None:
        px = theme().px
        head = QHBoxLayout()
        head.setSpacing(px(8))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self.name)
        words.addWidget(self.about)
        head.addLayout(words, 1)
        for verb in ("own.pin", "own.finish"):
            head.addWidget(self.book.button(verb))
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, px(16), 0, px(12))
        column.setSpacing(px(4))
        for part in (head, self._middle):
            column.addLayout(part)
        head.setContentsMargins(px(24), 0, px(24), 0)
        self.told.setContentsMargins(px(24), 0, px(24), 0)
        column.setStretchFactor(self._middle, 1)
        column.addWidget(self.told)
        self.setCentralWidget(whole)
        theme().dress(whole, controls)
        self._count_down(self.idle.limit)

    def _begin(self, is_given: object) -> None:
        """Let the person make an own PIN first, where it was given, else show what is there."""
        if not is_given:
            self._open()
            return
        dialog = ChangePinDialog(self.shell, self, is_first=True)
        dialog.changed.connect(self._open)
        dialog.rejected.connect(self.close)
        dialog.open()

    def _open(self) -> None:
        self.places = OwnPlaces(self.shell)
        self.places.turned.connect(self._turned)
        self._middle.addWidget(self.places)
        self._turned()
        self.places.setFocus()
        self.shell.client.ask_or(self._name, self._fail, own.file)

    def _name(self, file: OwnFile) -> None:
        number = file.seen.employee.number
        self.about.setText(
            _("Self-service at {company} · {number}", company=file.company, number=number)
        )

    def _turned(self) -> None:
        if self.places is not None:
            self.book.enter((self.places.current, self))

    def _change_pin(self) -> None:
        dialog = ChangePinDialog(self.shell, self, is_first=False)
        dialog.changed.connect(partial(self.shell.say, _("The new PIN holds from now on")))
        dialog.open()

    def _count_down(self, seconds: object) -> None:
        left = int(str(seconds))
        if left <= WARNED:
            text = many("Closes by itself in {n} second", "Closes by itself in {n} seconds", left)
        else:
            minutes = self.idle.limit // 60
            text = many(
                "Closes by itself after {n} minute without keys or mouse.",
                "Closes by itself after {n} minutes without keys or mouse.",
                minutes,
            )
        if text != self.told.text():
            self.told.setText(text)

    def _fail(self, error: OfficeError) -> None:
        dialog = tell_error(self, error)
        dialog.finished.connect(self.close)
