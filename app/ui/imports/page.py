"""The import page: a table is chosen, its columns named, its rows checked, and taken in at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem

from app.domain.shared.imports import ImportKind, Preview, Report, Source
from app.services import imports
from app.ui.imports.source import SourceBox
from app.ui.imports.steps import ImportSteps
from app.ui.imports.words import RECORDS, bad_text, do_text, done_text, fresh_text, twin_text
from app.ui.kit.hit_list import HitList
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, many

MOST_LINES = 500
_RECORD = Qt.ItemDataRole.UserRole


class ImportPage(ImportSteps):
    """Takes in contacts or products: one record for each row."""

    def __init__(self, shell: Shell, kind: ImportKind) -> None:
        self.lines = HitList(_("Rows that are left out"))
        super().__init__(shell, kind, SourceBox(), self.lines, imports.take_back)
        self.lines.picked.connect(self._open_record)

    def _read(self, source: Source) -> None:
        self.box.wait(is_reading=True)
        self.shell.client.ask_or(
            self._show_look, self._refused, imports.look, self._import_kind, source, self._pasted
        )

    def _check(self) -> None:
        plan = self._checking()
        if plan is not None:
            self.shell.client.ask_or(
                self._show_preview, self._refused, imports.preview, plan, self._pasted
            )

    def _show_preview(self, preview: Preview) -> None:
        self._show_rows(preview.fresh, preview)
        self.import_button.setText(do_text(self._import_kind, preview.fresh))
        self.import_button.setEnabled(preview.fresh > 0)

    def _show_rows(self, count: int, found: Preview | Report) -> None:
        parts = [fresh_text(self._import_kind, count)]
        if found.bad:
            parts.append(many("{n} row with errors", "{n} rows with errors", len(found.bad)))
        if found.twins:
            parts.append(many("{n} row already here", "{n} rows already here", len(found.twins)))
        self.summary.setText(" · ".join(parts))
        self.lines.clear()
        for bad in found.bad[:MOST_LINES]:
            self.lines.addItem(QListWidgetItem(f"✕ {bad_text(self._import_kind, bad)}"))
        for twin in found.twins[:MOST_LINES]:
            item = QListWidgetItem(f"= {twin_text(twin)}")
            item.setData(_RECORD, twin.record)
            self.lines.addItem(item)
        left = max(len(found.bad) - MOST_LINES, 0) + max(len(found.twins) - MOST_LINES, 0)
        if left:
            self.lines.addItem(many("and {n} more", "and {n} more", left))

    def _import(self) -> None:
        if self._plan is None:
            return
        self.import_button.setEnabled(False)
        work = self.shell.client.work(
            self._imported, imports.run, self._plan, self._pasted, refused=self._stopped
        )
        self.progress.watch(work, _("Importing"))

    def _imported(self, report: Report) -> None:
        text = done_text(self._import_kind, report.run.created)
        self._told(report.run, text)
        if report.bad or report.twins:
            self._show_rows(report.run.created, report)
            self.import_button.setText(text)
            self.choices.setEnabled(False)
            self.back_button.setFocus()
        else:
            self.finished.emit()

    def _open_record(self, item: QListWidgetItem) -> None:
        record = item.data(_RECORD)
        if isinstance(record, int) and record:
            self.shell.open(RECORDS[self._import_kind], record)
