"""A strip over a form: what was typed here before and not saved, and who else is writing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout

from app.domain.shared.drafts import Writing
from app.ui.kit.banner import Banner
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme

_MOST = 160
"""So many letters of what was typed are shown."""


class DraftStrip(Banner):
    """Offers a draft with a look at it; without one it may tell who else writes here.

    ``told()`` when it says something else, and may need more room.
    """

    told = Signal()

    def __init__(self) -> None:
        super().__init__("draft")
        self._offered = self._others = ""

    def stand(self) -> None:
        """Put the buttons below the text: there is little room beside it in a dialog."""
        line, px = self.layout(), theme().px
        assert isinstance(line, QBoxLayout)
        below = QHBoxLayout()
        below.addStretch(1)
        for button in (self.other, self.button):
            line.removeWidget(button)
            button.setAutoDefault(False)
            below.addWidget(button)
        line.setDirection(QBoxLayout.Direction.TopToBottom)
        line.setContentsMargins(px(12), px(8), px(12), px(8))
        line.setSpacing(px(8))
        line.addLayout(below)

    def offer(self, at: datetime, typed: Sequence[str]) -> None:
        """Offer what was typed at a moment."""
        self._offered = _(
            "Typed {moment} and not saved: {typed}", moment=moment_text(at), typed=look_at(typed)
        )
        self._show()

    def offer_nothing(self) -> None:
        """Offer no more what was typed."""
        self._offered = ""
        self._show()

    def tell_others(self, found: Sequence[Writing]) -> None:
        """Tell who else is writing here."""
        self._others = others_text(found)
        self._show()

    def clear(self) -> None:
        """Say nothing."""
        self._offered = self._others = ""
        self._show()

    def _show(self) -> None:
        text = "\n".join(part for part in (self._offered, self._others) if part)
        if self._offered:
            self.tell(text, _("Put it back"), _("Forget it"))
        else:
            self.tell(text)
        self.told.emit()


def others_text(found: Sequence[Writing]) -> str:
    """Return who else is writing about a record, and since when; never what."""
    return "\n".join(
        _(
            "{who} has been writing about this since {moment}.",
            who=one.who,
            moment=moment_text(one.since),
        )
        for one in found
    )


def moment_text(at: datetime) -> str:
    """Return a moment as the clocks of this machine show it."""
    return formats().instant(at.astimezone())


def look_at(typed: Sequence[str]) -> str:
    """Return a look at what was typed, on a line or two."""
    text = " · ".join(typed)
    return text if len(text) <= _MOST else f"{text[: _MOST - 1].rstrip()}…"
