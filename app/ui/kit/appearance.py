"""Appearance: what preferences say of colours, rows, text size and movement, worn at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from app.ui.kit.settings import Settings
from app.ui.kit.theme import LARGEST_TEXT, SMALLEST_TEXT, TEXT_STEP, Density, Look, theme


class Appearance(QObject):
    """Follows the settings, and says which actions change them."""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._worn: tuple[object, ...] = ()
        settings.changed.connect(self.wear)
        self.wear()

    def wear(self) -> None:
        """Show what the settings say now."""
        now = self._settings.now
        wanted = (now.look, now.density, now.text_size, now.is_still)
        if wanted != self._worn:
            self._worn = wanted
            theme().wear(Look(now.look), Density(now.density), now.text_size, still=now.is_still)

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the View menu do."""
        change = self._settings.change
        looks = {f"view.{one.value}": partial(change, look=one.value) for one in Look}
        rows = {f"view.{one.value}": partial(change, density=one.value) for one in Density}
        return {
            **looks,
            **rows,
            "view.bigger": partial(self._resize, TEXT_STEP),
            "view.smaller": partial(self._resize, -TEXT_STEP),
            "view.usual": partial(change, text_size=100),
        }

    def _resize(self, by: int) -> None:
        wanted = self._settings.now.text_size + by
        self._settings.change(text_size=min(max(wanted, SMALLEST_TEXT), LARGEST_TEXT))
