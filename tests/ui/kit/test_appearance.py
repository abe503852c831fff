"""Appearance: what preferences say is worn, and actions change them."""

from __future__ import annotations

from app.domain.admin.preferences import Preferences
from app.ui.kit.appearance import Appearance
from app.ui.kit.settings import Settings
from app.ui.kit.theme import Density, Look, theme


def test_preferences_are_worn_from_the_start() -> None:
    Appearance(Settings(Preferences(look="dark", density="compact", text_size=150)))

    assert (theme().look, theme().density, theme().text_size) == (Look.DARK, Density.COMPACT, 150)


def test_every_look_and_density_has_its_action() -> None:
    settings = Settings()
    slots = Appearance(settings).slots()

    slots["view.contrast"]()
    slots["view.comfortable"]()

    assert (settings.now.look, settings.now.density) == ("contrast", "comfortable")
    assert theme().look is Look.CONTRAST


def test_text_grows_and_shrinks_by_steps_within_its_bounds() -> None:
    settings = Settings()
    slots = Appearance(settings).slots()

    slots["view.bigger"]()
    grown = settings.now.text_size
    for _turn in range(40):
        slots["view.smaller"]()
    smallest = settings.now.text_size
    slots["view.usual"]()

    assert (grown, smallest, settings.now.text_size) == (110, 80, 100)
