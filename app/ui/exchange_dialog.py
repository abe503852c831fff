"""The dialog of an exchange that takes long: how far it is, and that it can be cancelled."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.ui.kit.dialogs import Dialog
from app.ui.kit.progress import ProgressLine
from app.ui.kit.texts import _
from app.ui.kit.work import Work


class ExchangeDialog(Dialog):
    """Stands over the closed company until the work has ended; closing it cancels the work."""

    def __init__(self, parent: QWidget, title: str, work: Work) -> None:
        text = _("The company is closed meanwhile. Cancelled, it is as it was before.")
        super().__init__(parent, title, text, "database")
        self._work = work
        self.progress = ProgressLine()
        self.add_field(self.progress)
        self.progress.watch(work, title)
        work.ended.connect(self.accept)

    def reject(self) -> None:
        """Cancel the work; the dialog goes when that has ended."""
        self.progress.cancel()
