"""The stationery of the firm: its sheets and where they lie, beside a letter that shows them.

Every change is kept at once, and the page beside follows.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.domain.admin.stationery import Part, Stationery, check
from app.domain.shared.refusals import Conflict, OfficeError
from app.services import stationery
from app.services.stationery_sample import sample
from app.ui.correspondence.stationery_fields import StationeryFields
from app.ui.kit.beside import beside
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.page_bar import PageBar
from app.ui.kit.picture_view import content_of
from app.ui.kit.preview import Preview
from app.ui.kit.scrolling import Scrolled
from app.ui.kit.settling import Writing, settling
from app.ui.kit.sheets import controls
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

KIND = "stationery"
_REST = 400
_ROOM = 560


class StationeryPage(RecordPage):
    """Changes the stationery; the sample letter is always as it is kept."""

    def __init__(self, shell: Shell, _record: int | None = None) -> None:
        super().__init__(shell, KIND, 0)
        self.setWindowTitle(_("Stationery"))
        self.kept: Stationery | None = None
        self.fields = StationeryFields()
        self.fields.folds_below = _ROOM
        writing = Writing(self.fields, self._reread, self.keep, (KIND,))
        self.standoff = settling(shell, self, writing)
        self.page = Preview(shell.client.lanes)
        self.page.told.connect(shell.say)
        self._rest_of_keys = QTimer(self)
        self._rest_of_keys.setSingleShot(True)
        self._rest_of_keys.setInterval(_REST)
        self._rest_of_keys.timeout.connect(self.keep)
        self._lay_out()
        self.fields.edited.connect(self._rest_of_keys.start)
        self.fields.submitted.connect(self.keep)
        self.fields.wanted.connect(self._choose)
        self.fields.dropped.connect(partial(self._put, content=b""))
        shell.client.changed.connect(self._news)
        self._ask()

    def keep(self) -> None:
        """Keep what stands in the fields, if it is right."""
        self._rest_of_keys.stop()
        if self.kept is None or self.standoff.is_open:
            return
        wanted = self.fields.value(self.kept)
        problems = check(wanted)
        self.fields.show_problems(problems)
        if not problems and wanted != self.kept:
            self.shell.client.do(self._show, stationery.change, wanted, refused=self._refused)

    def flush(self) -> None:
        if self._rest_of_keys.isActive():
            self.keep()

    def take(self, part: Part, path: str) -> None:
        """Take a file for a part; what is no paper is refused."""
        content = content_of(self.shell, Path(path), stationery.LARGEST)
        if content:
            self._put(part, content)

    def _lay_out(self) -> None:
        px = theme().px
        hint = plain_label(_("Every change is kept at once, for letters from now on."), "muted")
        hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(8))
        column.setSpacing(px(12))
        column.addWidget(PageBar(_("Stationery"), self.shell.book))
        column.addWidget(hint)
        column.addWidget(self.standoff.line)
        column.addWidget(beside(Scrolled(self._held()), self.page, (520, 520)), 1)
        lead_to(self, self.fields)

    def _held(self) -> QWidget:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, theme().px(16), theme().px(16))
        column.addWidget(self.fields)
        column.addStretch(1)
        theme().dress(held, controls)
        return held

    def _ask(self) -> None:
        self.shell.client.ask_or(self._show, self._gone, stationery.stationery)

    def _show(self, kept: Stationery) -> None:
        if self.standoff.is_open:
            return
        is_shown = self.kept is None or self.fields.value(self.kept) == self.kept
        if is_shown or self.standoff.is_rereading:
            self.fields.put(kept)
        self.fields.tell_files(kept)
        self.kept = kept
        if not self.fields.is_dirty:
            self.standoff.opened(kept.version)
        self.page.wait()
        self.shell.client.ask_or(self._show_page, self._no_page, sample, kept)

    def _show_page(self, pdf: bytes) -> None:
        self.page.show_pdf(pdf, _("Sample letter") + ".pdf")

    def _no_page(self, _error: OfficeError) -> None:
        self.page.hold(_("The page shows again once the letter can be printed."))

    def _gone(self, error: OfficeError) -> None:
        self.shell.refuse(error)
        self.finished.emit()

    def _reread(self) -> None:
        self.shell.client.ask_or(self._show, self.standoff.lost, stationery.stationery)

    def _refused(self, error: OfficeError) -> None:
        if isinstance(error, Conflict):
            self.standoff.meet()
            return
        self.shell.refuse(error)
        self.kept = None
        self._ask()

    def _choose(self, part: Part) -> None:
        dialog = QFileDialog(self, _("Choose a file"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        is_terms = part is Part.TERMS
        dialog.setNameFilter(
            _("PDF files") + " (*.pdf)"
            if is_terms
            else _("PDF files and pictures") + " (*.pdf *.png *.jpg *.jpeg)"
        )
        dialog.fileSelected.connect(partial(self.take, part))
        dialog.open()

    def _put(self, part: Part, content: bytes) -> None:
        put, refuse = stationery.put, self.shell.refuse
        work = self.shell.client.errand(self._show, put, part, content, refused=refuse)
        self.shell.watch(work, _("The file is made ready…"))

    def _news(self, tables: frozenset[str]) -> None:
        if tables & {"stationery", "company"}:
            self._ask()
