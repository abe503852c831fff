"""PINs as they are typed: at the door of self-service, and when a person makes an own one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.employees.pin import LONGEST, Answer, Tried
from app.domain.shared.ids import EmployeeId
from app.domain.shared.refusals import OfficeError
from app.services import own, pins
from app.ui.employees.telling import refusal_text
from app.ui.kit.dialogs import Dialog
from app.ui.kit.fields import ChoiceEdit, TextEdit
from app.ui.kit.labels import plain_label
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats, many

_LONG = 120
"""A longer wait is told by the moment when it ends, not by its seconds."""


class PinEdit(TextEdit):
    """A PIN: typed unseen, and never copied."""

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(LONGEST)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)


class PinDialog(Dialog):
    """Asks for PINs; what is wrong is told in it."""

    keeps_typed = False
    """Passwords and codes are typed here: nothing of them is ever kept."""

    def __init__(self, shell: Shell, parent: QWidget, title: str, text: str) -> None:
        super().__init__(parent, title, text, "dialpad")
        self.shell = shell
        self.wrong = plain_label("", "bad")
        self.wrong.setWordWrap(True)
        self.wrong.hide()

    def finish(self, yes: str, done: Callable[[], object]) -> None:
        """Add what is told of a wrong PIN, and the buttons."""
        self.add_field(self.wrong)
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self.add_button(yes, done, primary=True)

    def tell(self, text: str) -> None:
        """Say what is wrong."""
        self.wrong.setText(text)
        self.wrong.show()

    def refused(self, error: OfficeError) -> None:
        """Say what stands in the way."""
        self.tell(refusal_text(error))


class EnterDialog(PinDialog):
    """The door: who one is, and the PIN; ``came(employee_id, name)`` when it is right."""

    came = Signal(object, str)

    def __init__(self, shell: Shell, parent: QWidget, people: Mapping[EmployeeId, str]) -> None:
        text = _("Your own data, leave, hours and payslips. Nobody else's.")
        super().__init__(shell, parent, _("Self-service"), text)
        self._people = people
        self.person: ChoiceEdit[EmployeeId] = ChoiceEdit(list(people.items()))
        self.pin = PinEdit()
        self.add_labelled(_("Who are you?"), self.person)
        self.add_labelled(_("PIN"), self.pin)
        self.finish(_("Come in"), self.send)
        (self.pin if len(people) == 1 else self.person).setFocus()

    def send(self) -> None:
        """Try the PIN."""
        if not self.pin.value():
            self.tell("✕ " + _("Type your PIN."))
            self.pin.setFocus()
            return
        known = (self.person.value(), self.pin.text())
        self.shell.client.do(self._tried, pins.enter, *known, refused=self.refused)

    def _tried(self, tried: Tried) -> None:
        self.pin.clear()
        if tried.answer is Answer.IN:
            person = self.person.value()
            self.accept()
            self.came.emit(person, self._people[person])
            return
        self.pin.setFocus()
        now = self.shell.client.office.clock.now()
        self.tell(f"✕ {tried_text(tried, now)}")


class ChangePinDialog(PinDialog):
    """Asks for the PIN that stands, and twice for the new one; ``changed()`` when it is made."""

    changed = Signal()

    def __init__(self, shell: Shell, parent: QWidget, *, is_first: bool) -> None:
        first = _("The PIN you have was given to you. Make one that only you know.")
        later = _("From now on you come in with the new one.")
        super().__init__(shell, parent, _("Your own PIN"), first if is_first else later)
        self.former, self.pin, self.again = PinEdit(), PinEdit(), PinEdit()
        self.add_labelled(_("The PIN you have"), self.former)
        self.add_labelled(_("New PIN: 4 to 12 digits"), self.pin)
        self.add_labelled(_("New PIN once more"), self.again)
        self.finish(_("Keep the new PIN"), self.send)
        self.former.setFocus()

    def send(self) -> None:
        """Replace the PIN."""
        if self.pin.text() != self.again.text():
            self.tell("✕ " + _("The two new PINs differ."))
            self.again.setFocus()
            return
        known = (self.former.text(), self.pin.text())
        self.shell.client.do(self._kept, own.change_pin, *known, refused=self.refused)

    def _kept(self, is_right: object) -> None:
        if is_right:
            self.accept()
            self.changed.emit()
        else:
            self.former.clear()
            self.former.setFocus()
            self.tell("✕ " + _("That is not the PIN you have."))


def tried_text(tried: Tried, now: datetime) -> str:
    """Return what became of a wrong PIN."""
    if tried.answer is Answer.SPENT:
        return _("This PIN was wrong too often. Let the personnel office give you a new one.")
    if tried.until is None:
        told = many("{n} try is left before you have to wait.", "{n} tries are left.", tried.left)
        return " ".join((_("That is not the PIN."), told))
    seconds = ceil((tried.until - now).total_seconds())
    if seconds > _LONG:
        until = formats().instant(tried.until)
        return _("Wrong too often: no PIN is looked at before {until}.", until=until)
    return many("Wrong too often: wait {n} second.", "Wrong too often: wait {n} seconds.", seconds)
