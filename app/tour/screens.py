"""The screens: where each of them is found, by the keys that a clerk presses."""

from __future__ import annotations

from dataclasses import dataclass

from app.tour.stage import Stage
from app.ui.kit.shell import RecordPage


@dataclass(frozen=True, slots=True)
class Screen:
    """What is photographed under a name: a module, and the keys that lead on from its list."""

    name: str
    module: str
    keys: tuple[str, ...] = ()


SCREENS = (
    Screen("invoices", "invoices"),
    Screen("contacts", "contacts"),
    Screen("contact", "contacts", ("Return",)),
    Screen("contact-import", "contacts", ("Ctrl+Shift+I",)),
    Screen("products", "products"),
    Screen("product", "products", ("Return",)),
    Screen("accounts", "accounting", ("Alt+1",)),
    Screen("account", "accounting", ("Alt+1", "Return")),
    Screen("account-form", "accounting", ("Alt+1", "Ctrl+Shift+A")),
    Screen("journal", "accounting", ("Alt+2",)),
    Screen("entry", "accounting", ("Alt+2", "Return")),
    Screen("entry-form", "accounting", ("Alt+2", "Ctrl+N")),
    Screen("trial-balance", "accounting", ("Alt+3",)),
    Screen("archive", "archive"),
    Screen("document", "archive", ("Return",)),
    Screen("intake-folders", "archive", ("Alt+4",)),
    Screen("company", "company"),
)
LAYERS = (("palette", "Ctrl+K", "kahvi"), ("shortcuts", "Ctrl+/", ""), ("manual", "F1", ""))
"""What lies over the window: its key, and what is typed into it."""


def shoot_all(stage: Stage) -> None:
    """Photograph every screen of an open office, the settings last."""
    for screen in SCREENS:
        stage.go(screen.module)
        for key in screen.keys:
            stage.press(key)
            stage.settle()
        stage.shoot(screen.name)
        if isinstance(stage.page, RecordPage):
            stage.press("Ctrl+W")
            stage.settle()
    for name, key, words in LAYERS:
        stage.press(key)
        stage.type(words)
        stage.shoot(name)
        stage.press("Escape")
        stage.front.come_forward()
        stage.settle()
    stage.window.show_settings()
    stage.shoot("settings")
