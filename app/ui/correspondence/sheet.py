"""A sheet that is looked at before it is printed or saved: a proof, envelopes, labels."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.ui.kit.dialogs import Dialog
from app.ui.kit.preview import Preview
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

_WIDE, _HIGH, _TALL = 720, 760, 300
_OF_SCREEN = 0.9


class SheetDialog(Dialog):
    """Shows a PDF with its pages, and prints or saves it."""

    def __init__(self, parent: QWidget, shell: Shell, title: str, text: str) -> None:
        super().__init__(parent, title, text, "printer")
        self.preview = Preview(shell.client.lanes)
        self.preview.go_without_tools()
        self.preview.told.connect(shell.say)
        self.preview.setMinimumHeight(theme().px(_TALL))
        self.add_field(self.preview)
        self._words.setStretch(self._words.count() - 1, 0)
        self._words.setStretchFactor(self.preview, 1)
        self.add_button(_("Close"), self.reject, primary=False).setAutoDefault(False)
        self.save_button = self.add_button(_("Save PDF…"), self.preview.save_as, primary=False)
        self.save_button.setAutoDefault(False)
        self.print_button = self.add_button(_("Print…"), self.preview.print_out, primary=True)
        self.preview.pages.setFocus()
        self._allow()
        self.preview.shown.connect(self._allow)
        room = self.screen().availableGeometry()
        wide, high = (theme().px(side) for side in (_WIDE, _HIGH))
        self.resize(
            min(wide, int(room.width() * _OF_SCREEN)), min(high, int(room.height() * _OF_SCREEN))
        )

    def show_sheet(self, pdf: bytes, name: str) -> None:
        """Show a sheet; the place stays while the name does."""
        self.preview.show_pdf(pdf, name)

    def _allow(self) -> None:
        """Let a sheet be printed or saved once it is there."""
        for button in (self.save_button, self.print_button):
            button.setEnabled(bool(self.preview.pdf))
