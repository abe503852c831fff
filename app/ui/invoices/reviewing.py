"""Reviewing what is written: a moment after the last key the office reckons, checks and prints.

The keys never wait for it: only the latest question is answered, and the page comes last.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.shared.refusals import OfficeError
from app.services.invoices import Review
from app.ui.invoices.lines_model import Figures
from app.ui.invoices.making import Making
from app.ui.kit.client import OfficeClient
from app.ui.kit.messages import error_sentence
from app.ui.kit.preview import Preview
from app.ui.kit.texts import _

_MOMENT, _PAGE_REST = 60, 350
_PER_LINE, _PAGE_PER_LINE = 0.06, 0.3


@dataclass(frozen=True, slots=True)
class Written:
    """What was written when the question was asked, and the keys of its rows."""

    content: Any
    keys: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What the office says of what was written."""

    written: Written
    review: Review

    def figures(self) -> Mapping[int, Figures]:
        """Return what came of each row, by its key."""
        totals = self.review.totals.lines if self.review.totals else None
        return {
            self.written.keys[place]: Figures(line, totals[number] if totals else None)
            for number, (place, line) in enumerate(
                zip(self.review.places, self.review.invoice.lines, strict=True)
            )
        }


class Reviewer(QObject):
    """Asks for a review once typing rests; ``reviewed`` tells the latest."""

    reviewed = Signal(object)

    def __init__(
        self,
        client: OfficeClient,
        making: Making,
        written: Callable[[], Written],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._client = client
        self._making = making
        self._written = written
        self._asked: Written | None = None
        self._moment = QTimer(self)
        self._moment.setSingleShot(True)
        self._moment.timeout.connect(self.ask)

    def touch(self, lines: int) -> None:
        """Ask in a moment; with many lines a little later."""
        self._moment.start(_MOMENT + round(lines * _PER_LINE))

    def ask(self) -> None:
        """Ask now."""
        self._moment.stop()
        self._asked = self._written()
        self._client.ask(self._answered, self._making.review, self._asked.content)

    def _answered(self, review: Review) -> None:
        if self._asked is not None:
            self.reviewed.emit(Reviewed(self._asked, review))


class PageFollower(QObject):
    """Keeps the page up to date with what is written, while it is looked at."""

    def __init__(
        self, client: OfficeClient, making: Making, preview: Preview, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._client = client
        self._making = making
        self._preview = preview
        self._latest: Reviewed | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self.show_latest)

    def follow(self, reviewed: Reviewed) -> None:
        """Show the page of what was reviewed, after a short rest."""
        self._latest = reviewed
        self._rest.start(_PAGE_REST + round(len(reviewed.written.keys) * _PAGE_PER_LINE))

    def show_latest(self) -> None:
        """Show the page now, if anybody can see it."""
        if self._latest is None or self._preview.isHidden():
            return
        if self._latest.review.totals is None:
            self._preview.hold(_("The page shows again once the figures are right."))
        else:
            content = self._latest.written.content
            self._client.ask_or(self._show, self._no_page, self._making.preview, content)

    def _show(self, pdf: bytes) -> None:
        self._preview.show_pdf(pdf)

    def _no_page(self, error: OfficeError) -> None:
        self._preview.hold(error_sentence(error).what)
