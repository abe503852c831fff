"""The status line: whose office this is, and that everything is kept."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from app.domain.shared.refusals import OfficeError
from app.ui.kit.client import OfficeClient
from app.ui.kit.labels import LineLabel
from app.ui.kit.progress import ProgressLine
from app.ui.kit.sheets import foot
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

UNKNOWN = "storage.outcome-unknown"


class Foot(QFrame):
    """Office at the left, long work in the middle, "Saved" at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("foot")
        self.office = QLabel()
        self.saved = QLabel()
        self.folders = LineLabel()
        self.progress = ProgressLine()
        self._client: OfficeClient | None = None
        self._fault = ""
        line = self._line = QHBoxLayout(self)
        line.setContentsMargins(theme().px(16), theme().px(4), theme().px(16), theme().px(4))
        line.setSpacing(theme().px(16))
        line.addWidget(self.office)
        line.addStretch(1)
        line.addWidget(self.progress, 2)
        line.addWidget(self.folders)
        line.addWidget(self.saved)
        theme().dress(self, foot)

    def put(self, beside: QWidget) -> None:
        """Show what goes on beside the clerk's work, at the left of what is kept."""
        self._line.insertWidget(self._line.count() - 1, beside)

    def follow(self, client: OfficeClient, name: str) -> None:
        """Follow an office from now on."""
        self._client = client
        self.folders.setText("")
        self.office.setText(name)
        self._fault = ""
        self.saved.setText(_("Saved"))
        client.began.connect(self._began)
        client.rested.connect(self._rested)
        client.faulted.connect(self._failed)
        client.changed.connect(self._kept)

    def tell_folders(self, text: str) -> None:
        """Say how the folders are from where files come in."""
        self.folders.setText(text)

    def _began(self) -> None:
        self.saved.setText(_("Saving…"))

    def _failed(self, error: OfficeError) -> None:
        """Say so until something is saved again: what is not known is not called saved."""
        is_unknown = error.code == UNKNOWN
        self._fault = _("Perhaps not saved") if is_unknown else _("Not saved")
        self.saved.setText(self._fault)

    def _kept(self, _tables: object) -> None:
        self._fault = ""

    def _rested(self) -> None:
        if self._fault:
            self.saved.setText(self._fault)
        elif self._client is not None:
            moment: datetime = self._client.office.clock.now().astimezone()
            self.saved.setText(_("Saved · {time}", time=f"{moment:%H:%M}"))
