"""A document: what it is, where it belongs, the proof that it is unchanged, and the thing itself.

Whoever shows the card offers its verbs: ``export``, ``print_out``, ``open_source``.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.archive.record import Record
from app.domain.invoices.invoice import InvoiceRow
from app.domain.shared.ids import InvoiceId, RecordId
from app.domain.shared.refusals import OfficeError
from app.services import archive, invoices
from app.ui.archive.viewer import Viewer, can_show
from app.ui.archive.words import size_text, source_name, source_of, type_name
from app.ui.kit.icons import drawing
from app.ui.kit.labels import plain_label
from app.ui.kit.link import LinkButton
from app.ui.kit.messages import error_sentence
from app.ui.kit.sheets import controls
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme


class DocumentCard(QWidget):
    """Shows one filed document at a time."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self.record: Record | None = None
        self.name = plain_label(role="heading")
        self.facts = plain_label(role="muted")
        self.seal = plain_label()
        self._sign = QLabel()
        self._drawn = ("archive", "muted")
        self.source = LinkButton()
        self.source.clicked.connect(self.open_source)
        self.viewer = Viewer(shell.client.lanes)
        self.viewer.preview.told.connect(shell.say)
        self._lay_out()
        self.clear()

    def clear(self) -> None:
        """Show no document."""
        self.record = None
        self._head.hide()
        self.viewer.say(_("Choose a document to see it."))

    def show_record(self, record_id: int) -> None:
        """Show a document: what is known of it at once, its content a moment later."""
        self._shell.client.ask(self._show, archive.get, RecordId(record_id))

    def export(self) -> None:
        """Ask where to put a copy; what is there already is replaced only when agreed."""
        if self.record is None:
            return
        dialog = QFileDialog(self, _("Export this document"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(self.record.file_name()).suffix.removeprefix("."))
        dialog.selectFile(self.record.file_name())
        dialog.fileSelected.connect(self.export_to)
        dialog.open()

    def export_to(self, path: str) -> None:
        """Write a copy of the document, checked while it is read."""
        if self.record is not None:
            target = Path(path)
            ask = self._shell.client.ask
            ask(self._exported, archive.export, self.record.id, target, replace=True)

    def print_out(self) -> None:
        """Print the document, if it has pages."""
        self.viewer.preview.print_out()

    def open_source(self) -> None:
        """Open the record that the document belongs to."""
        kind, record = source_of(self.record.source if self.record else "")
        if record:
            self._shell.open(kind, record)

    def _lay_out(self) -> None:
        px = theme().px
        self._head = QWidget()
        self.name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        top = QHBoxLayout()
        top.addWidget(self.name, 1)
        top.addWidget(self.source, 0, Qt.AlignmentFlag.AlignTop)
        proof = QHBoxLayout()
        proof.setSpacing(px(6))
        proof.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        proof.addWidget(self.seal, 1)
        head = QVBoxLayout(self._head)
        head.setContentsMargins(px(16), px(2), px(8), px(12))
        head.setSpacing(px(4))
        head.addLayout(top)
        head.addWidget(self.facts)
        head.addLayout(proof)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.viewer, 1)
        theme().dress(self._head, controls)
        theme().changed.connect(self._draw)

    def _show(self, record: Record) -> None:
        self.record = record
        self._head.show()
        self.name.setText(record.name)
        filed = formats().instant(record.filed_at.astimezone())
        parts = (type_name(record.media_type), size_text(record.size))
        self.facts.setText(" · ".join((*parts, _("filed {when}", when=filed))))
        self._prove(_("Reading and checking…"), "clock", "muted")
        self.source.lead_to("")
        kind, source = source_of(record.source)
        if kind == "invoice":
            self._shell.client.ask(self._name_source, invoices.rows, (InvoiceId(source),))
        elif kind:
            self.source.lead_to(source_name(record.source))
        if can_show(record):
            self.viewer.preview.wait()
            self._shell.client.ask_or(self._fill, self._damaged, archive.content, record.id)
        else:
            self._prove(_seal_text(record, is_read=False), *_seal_sign(record))
            self.viewer.say(_("This kind of document cannot be shown here. Export it to open it."))

    def _fill(self, content: bytes) -> None:
        record = self.record
        if record is not None and len(content) == record.size:
            self._prove(_seal_text(record, is_read=True), *_seal_sign(record))
            self.viewer.show_document(record, content)

    def _damaged(self, error: OfficeError) -> None:
        found = error_sentence(error)
        self._prove(found.what, "alert-triangle", "bad")
        self.viewer.say(" ".join(part for part in (found.why, found.todo) if part))

    def _name_source(self, rows: tuple[InvoiceRow, ...]) -> None:
        self.source.lead_to(_("Invoice {number}", number=rows[0].number) if rows else "")

    def _prove(self, text: str, sign: str, tone: str) -> None:
        self.seal.setText(text)
        self._drawn = (sign, tone)
        self._draw()

    def _draw(self) -> None:
        sign, tone = self._drawn
        size, colour = theme().px(16), theme().tokens.tone(tone)
        self._sign.setPixmap(drawing(sign, size, colour, self.devicePixelRatioF()))

    def _exported(self, path: Path) -> None:
        self._shell.say(_("Saved as {file}", file=path.name))


def _seal_text(record: Record, *, is_read: bool) -> str:
    sealed = _("Sealed: it proves what was issued.") if record.is_sealed else ""
    checked = _("Unchanged since it was filed.") if is_read else ""
    return " ".join(part for part in (sealed, checked) if part) or _("Filed for good.")


def _seal_sign(record: Record) -> tuple[str, str]:
    return ("shield-check", "good") if record.is_sealed else ("archive", "muted")
