"""The PIN of a person, as the personnel office tends it: given, given anew, taken away."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.employees.pin import LONGEST
from app.domain.shared.ids import EmployeeId
from app.services import pins
from app.services.pins import PinStanding
from app.ui.employees.own.pin_dialogs import PinDialog
from app.ui.kit.fields import TextEdit
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats, many


class GivePinDialog(PinDialog):
    """Gives a person a PIN to begin with; the person replaces it when it is typed first."""

    def __init__(
        self, shell: Shell, parent: QWidget, person: EmployeeId, standing: PinStanding
    ) -> None:
        super().__init__(shell, parent, _("PIN for self-service"), standing_text(standing))
        self._person = person
        self.pin = TextEdit()
        self.pin.setMaxLength(LONGEST)
        self.add_labelled(_("First PIN, which the person replaces"), self.pin)
        if standing.is_set:
            away = self.add_button(_("Take the PIN away"), self.take_away, primary=False)
            away.setAutoDefault(False)
        self.finish(_("Give this PIN"), self.send)
        self.pin.setFocus()

    def send(self) -> None:
        """Give the PIN."""
        known = (self._person, self.pin.value())
        done = partial(self._done, _("The PIN holds; tell it to the person alone"))
        self.shell.client.do(done, pins.give, *known, refused=self.refused)

    def take_away(self) -> None:
        """Take the PIN away."""
        done = partial(self._done, _("Nobody comes in with this PIN any more"))
        self.shell.client.do(done, pins.take_away, self._person, refused=self.refused)

    def _done(self, text: str, _nothing: object) -> None:
        self.accept()
        self.shell.say(text)


def standing_text(standing: PinStanding) -> str:
    """Return how a PIN stands."""
    if not standing.is_set:
        return _("The person has none yet, and cannot come in.")
    told = [
        _("The person has one that was given and not replaced yet.")
        if standing.is_given
        else _("The person has an own one. A new one takes its place.")
    ]
    if standing.wrong:
        told.append(
            many("{n} wrong try since then.", "{n} wrong tries since then.", standing.wrong)
        )
    if standing.is_spent:
        told.append(_("It opens nothing any more: give a new one."))
    elif standing.waits_until is not None:
        until = formats().instant(standing.waits_until)
        told.append(_("No PIN is looked at before {until}.", until=until))
    return " ".join(told)


def tend_pin(shell: Shell, parent: QWidget, person: EmployeeId) -> None:
    """Ask how the PIN of a person stands, and tend it."""
    shell.client.ask(partial(_open, shell, parent, person), pins.standing, person)


def _open(shell: Shell, parent: QWidget, person: EmployeeId, standing: PinStanding) -> None:
    GivePinDialog(shell, parent, person, standing).open()
