"""A page on which something is written that letters use: kept by Ctrl+S or Ctrl+Enter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.domain.correspondence.body import Body, Image
from app.services import letter_pictures
from app.ui.kit.form_page import FormPage
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.writer.writer import Writer

SAVE, ALSO = "letter.issue", "letter.save"
ROOM_FOR_PAGE = 960
"""From this width, at the usual text size, the page stands beside what is written."""


class KeptPage(FormPage):
    """Keeps one thing; closes when it is kept."""

    def __init__(self, shell: Shell, kind: str, record: int | None) -> None:
        super().__init__(shell, kind, record, SAVE)
        self.hint.setText(_("Ctrl+Enter saves"))
        shell.book.offer(self, {ALSO: self.save})
        shell.book.call(self, SAVE, _("Save"))
        shell.book.call(self, ALSO, _("Save"))

    def _kept(self, told: str, record: int) -> None:
        """Tell that it is kept, and close."""
        if self._form is not None:
            self._form.call_clean()
        self.record = record
        self.shell.say(told)
        self.finished.emit()


class Pictures:
    """Puts pictures into a writer: from a file or the clipboard, kept by their contents."""

    def __init__(self, shell: Shell, page: FormPage) -> None:
        self._shell = shell
        self._page = page
        self._writer: Writer | None = None
        self._known: dict[str, bytes] = {}

    def load(self, sha256: str) -> bytes:
        """Return the bytes of a picture that is here."""
        return self._known.get(sha256, b"")

    def serve(self, writer: Writer) -> dict[str, Callable[[], object]]:
        """Serve a writer; return what its action does."""
        self._writer = writer
        writer.picture_offered.connect(self._keep)
        self.fetch()
        return {"writer.picture": self._ask}

    def fetch(self) -> None:
        """Ask for the pictures that the text shows and that are not here yet."""
        if self._writer is None:
            return
        wanted = tuple(sorted(self._writer.body().images() - self._known.keys()))
        if wanted:
            self._shell.client.ask_each(self._show, letter_pictures.contents, wanted)

    def _show(self, found: Mapping[str, bytes]) -> None:
        self._known.update(found)
        if self._writer is not None:
            self._writer.show_pictures()

    def _ask(self) -> None:
        dialog = QFileDialog(self._page, _("Insert a picture"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(_("Pictures") + " (*.png *.jpg *.jpeg)")
        dialog.fileSelected.connect(self.read)
        dialog.open()

    def read(self, path: str) -> None:
        """Keep the picture in a file, and show it in the text; what is none is refused."""
        self._shell.client.do(self._put, letter_pictures.keep_file, Path(path))

    def _keep(self, content: bytes) -> None:
        self._shell.client.do(self._put, letter_pictures.keep, content, "")

    def _put(self, image: Image) -> None:
        if self._writer is not None:
            self._writer.insert_body(Body((image,)))
            self._writer.setFocus()
            self.fetch()
