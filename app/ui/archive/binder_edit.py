"""A field for the binder of an original: found as you type; another place may be written, too."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.archive.serials import Binder, binder_of
from app.services import serials, shelving
from app.ui.kit.client import OfficeClient
from app.ui.kit.picker import Picker


class BinderEdit(Picker[Binder]):
    """Holds the name of a binder; ``follow`` writes the one that holds a serial number."""

    def __init__(self, client: OfficeClient) -> None:
        super().__init__(client, shelving.find, lambda one: one.name, range_text)
        self._binders: Sequence[Binder] = ()
        client.ask(self.know, serials.binders)

    def know(self, binders: Sequence[Binder]) -> None:
        """Take over which binders there are."""
        self._binders = binders

    def name(self) -> str:
        """Return what stands in the field, whether there is such a binder or not."""
        return self.text().strip()

    def put_name(self, name: str) -> None:
        """Show a name; nothing counts as typed."""
        self.put(None)
        self.setText(name)
        self.setCursorPosition(0)

    def follow(self, serial: int | None) -> None:
        """Write the binder that holds a number, unless somebody wrote another place."""
        known = {one.name for one in self._binders}
        found = binder_of(serial, self._binders) if serial is not None else ""
        if found and self.name() in ("", *known):
            self.put_name(found)


def range_text(one: Binder) -> str:
    """Return the numbers that stand in a binder."""
    return f"{one.first}–{one.last}"
