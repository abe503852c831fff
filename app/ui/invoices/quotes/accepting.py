"""Accepting a quote: the customer's choices are ticked, and what stands against each other told."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.quotes.quote import Choice
from app.services.quotes import Offered
from app.ui.invoices.choice_words import choice_text
from app.ui.kit.dialogs import Dialog
from app.ui.kit.editor import CheckEdit
from app.ui.kit.labels import plain_label
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme

Chosen = Callable[[tuple[int, ...]], object]
_SHOWN = (Choice.OPTIONAL, Choice.ALTERNATIVE)


class Choices(QWidget):
    """A box to tick for every position that can be chosen; of rivals only one stays ticked."""

    def __init__(self, offered: tuple[Offered, ...]) -> None:
        super().__init__()
        shown = [one for choice in _SHOWN for one in offered if one.choice is choice]
        self.boxes = {one.place: CheckEdit(offered_text(one)) for one in shown}
        self._groups = {one.place: _group(one) for one in offered}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme().px(8), 0, 0)
        column.setSpacing(theme().px(6))
        for choice in _SHOWN:
            places = [one.place for one in shown if one.choice is choice]
            if places:
                column.addWidget(plain_label(choice_text(choice), "label"))
            for place in places:
                column.addWidget(self.boxes[place])
                self.boxes[place].toggled.connect(partial(self._ticked, place))

    def chosen(self) -> tuple[int, ...]:
        """Return the places that are ticked."""
        return tuple(sorted(place for place, box in self.boxes.items() if box.isChecked()))

    def _ticked(self, place: int, is_on: object) -> None:
        """Untick what cannot be had beside it."""
        if not is_on or not self._groups[place]:
            return
        for other, box in self.boxes.items():
            if other != place and self._groups[other] == self._groups[place]:
                box.setChecked(False)


def offered_text(one: Offered) -> str:
    """Return a position with its price, and what it would replace."""
    name = " ".join(one.description.split())
    price = formats().money(one.net.minor, one.net.currency)
    if not one.instead_of:
        return f"{name} · {price}"
    instead = _("instead of {positions}", positions=", ".join(one.instead_of))
    return f"{name} · {price} · {instead}"


def ask_to_accept(
    parent: QWidget, number: str, offered: tuple[Offered, ...], accept: Chosen
) -> Dialog:
    """Ask what the customer chose, and accept; what was accepted is bound."""
    text = (
        _("Tick what the customer takes beside the firm positions. What is accepted is bound.")
        if offered
        else _("What is accepted is bound; the invoice is made of it.")
    )
    dialog = Dialog(parent, _("Quote {number} is accepted?", number=number), text, "circle-check")
    choices = Choices(offered)
    if offered:
        dialog.add_field(choices)
    dialog.accepted.connect(partial(_tell, choices, accept))
    dialog.add_button(_("Cancel"), dialog.reject, primary=False)
    dialog.add_button(_("Accept"), dialog.accept, primary=True)
    if offered:
        next(iter(choices.boxes.values())).setFocus()
    dialog.open()
    return dialog


def _tell(choices: Choices, accept: Chosen) -> None:
    accept(choices.chosen())


def _group(one: Offered) -> str:
    """Return what a position excludes others by: its group, or what it would replace."""
    return one.group or "\n".join(one.instead_of)
