"""Addresses: a line of several receivers, each found among the contacts while it is typed."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.services import mail_forms
from app.services.mail_forms import Receiver
from app.ui.kit.client import OfficeClient
from app.ui.kit.picker import Picker

_LONGEST = 60_000


class AddressLine(Picker[Receiver]):
    """Holds e-mail addresses with commas between them; ``found(Receiver)`` for each contact."""

    found = Signal(object)

    def __init__(self, client: OfficeClient) -> None:
        super().__init__(client, mail_forms.receivers, _name, _address)
        self.setMaxLength(_LONGEST)

    def addresses(self) -> tuple[str, ...]:
        """Return what stands between the commas."""
        parts = self.text().replace(";", ",").split(",")
        return tuple(part.strip() for part in parts if part.strip())

    def put_addresses(self, addresses: tuple[str, ...]) -> None:
        """Show addresses."""
        if addresses != self.addresses():
            self.setText(", ".join(addresses))
            self.setCursorPosition(0)

    def words(self) -> str:
        return self.text().replace(";", ",").rpartition(",")[2].strip()

    def put(self, row: Receiver | None) -> None:
        """Write the address of a contact in the place of the words that found it."""
        if row is not None:
            before = self.addresses()[:-1] if self.words() else self.addresses()
            self.setText(", ".join((*before, row.address)) + ", ")
            self.found.emit(row)

    def tidy(self) -> None:
        """Leave no comma at the end."""
        self.setText(", ".join(self.addresses()))


def _name(row: Receiver) -> str:
    return row.name


def _address(row: Receiver) -> str:
    return row.address
