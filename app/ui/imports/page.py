"""The import page: a table is chosen, its columns named, its rows checked, and taken in at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.shared.imports import ImportKind, ImportRun, Look, Plan, Preview, Report, Source
from app.domain.shared.refusals import OfficeError
from app.services import imports
from app.ui.imports.mapping import ColumnChoices
from app.ui.imports.reading import ReadingBar
from app.ui.imports.source import SourceBox
from app.ui.imports.words import (
    FIELDS,
    TITLES,
    bad_text,
    do_text,
    done_text,
    fresh_text,
    run_text,
    twin_text,
)
from app.ui.kit.focus import lead_to
from app.ui.kit.history import Deed
from app.ui.kit.hit_list import HitList
from app.ui.kit.labels import plain_label
from app.ui.kit.messages import error_sentence
from app.ui.kit.progress import ProgressLine
from app.ui.kit.scrolling import Scrolled
from app.ui.kit.sheets import controls, scroll_bar
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.texts import _, many
from app.ui.kit.theme import theme

MOST_LINES = 500
_REST = 200
_RECORD = Qt.ItemDataRole.UserRole
_RECORDS = {ImportKind.CONTACTS: "contact", ImportKind.PRODUCTS: "product"}


class ImportPage(RecordPage):
    """Takes a table in, step by step; nothing is written before the last button."""

    def __init__(self, shell: Shell, kind: ImportKind) -> None:
        super().__init__(shell, f"{_RECORDS[kind]}-import")
        self._import_kind = kind
        self._look: Look | None = None
        self._plan: Plan | None = None
        self._pasted = b""
        self._report: Report | None = None
        self.box = SourceBox()
        self.earlier = HitList(_("Earlier imports"))
        self.reading = ReadingBar()
        self.choices = ColumnChoices(FIELDS[kind])
        self.summary = plain_label(role="heading")
        self.lines = HitList(_("Rows that are left out"))
        self.progress = ProgressLine()
        self.import_button = QPushButton()
        self.back_button = QPushButton(_("Another table"))
        self.take_back_button = QPushButton(_("Take back the chosen import"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_REST)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._start()
        theme().dress(self, controls)

    def show_file(self, path: Path) -> None:
        """Look at a file."""
        self._pasted = b""
        self._read(Source(path))

    def show_text(self, text: str) -> None:
        """Look at what was pasted."""
        self._pasted = text.encode()
        self._read(Source())

    def _connect(self) -> None:
        self.shell.client.changed.connect(self._changed)
        self.box.chosen.connect(self.show_file)
        self.box.pasted.connect(self.show_text)
        self.reading.changed.connect(self._read)
        self.reading.headed.connect(self._head)
        self.choices.changed.connect(self._pause.start)
        self._pause.timeout.connect(self._check)
        self.import_button.clicked.connect(self._import)
        self.back_button.clicked.connect(self._start)
        self.take_back_button.clicked.connect(self._take_back_chosen)
        self.lines.picked.connect(self._open_record)
        self.earlier.picked.connect(self._take_back_chosen)

    def _start(self) -> None:
        """Ask which table."""
        self._look = self._plan = self._report = None
        self._stack.setCurrentIndex(0)
        self.titled.emit(_(TITLES[self._import_kind]))
        self.setWindowTitle(_(TITLES[self._import_kind]))
        lead_to(self, self.box.choose_button)
        self.shell.client.ask(self._show_earlier, imports.runs)

    def _read(self, source: Source) -> None:
        self.shell.client.ask_or(
            self._show_look, self._refused, imports.look, self._import_kind, source, self._pasted
        )

    def _show_look(self, look: Look) -> None:
        self._look, self._plan = look, look.plan
        path = look.plan.source.path
        self.reading.show_look(look, path.name if path else _("Pasted rows"))
        self.choices.show_look(look)
        self._stack.setCurrentIndex(1)
        self._check()
        if self.choices.choices:
            self.choices.choices[0].setFocus()

    def _head(self) -> None:
        if self._plan is not None:
            self._plan = replace(self._plan, has_header=self.reading.has_header.value())
            self._check()

    def _check(self) -> None:
        if self._plan is None:
            return
        self._plan = replace(self._plan, columns=self.choices.columns())
        self.import_button.setEnabled(False)
        self.import_button.setText(_("Checking…"))
        self.shell.client.ask_or(
            self._show_preview, self._refused, imports.preview, self._plan, self._pasted
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
        self._report, self._plan = report, None
        text = done_text(self._import_kind, report.run.created)
        gone = _("The import of {file} was taken back", file=report.run.name)
        run = (report.run.id,)
        self.shell.did(Deed(text, imports.take_back, run, gone=gone, is_long=True))
        if report.bad or report.twins:
            self._show_rows(report.run.created, report)
            self.import_button.setText(text)
            self.choices.setEnabled(False)
            self.back_button.setFocus()
        else:
            self.finished.emit()

    def _take_back(self, run: ImportRun) -> None:
        work = self.shell.client.work(self._taken_back, imports.take_back, run.id)
        self.progress.watch(work, _("Taking back"))

    def _taken_back(self, run: ImportRun) -> None:
        self.shell.say(_("The import of {file} was taken back", file=run.name))
        self._start()

    def _take_back_chosen(self) -> None:
        item = self.earlier.currentItem()
        run = item.data(_RECORD) if item is not None else None
        if isinstance(run, ImportRun):
            self._take_back(run)

    def _changed(self, tables: frozenset[str]) -> None:
        if "import_run" in tables:
            self.shell.client.ask(self._show_runs, imports.runs)

    def _show_runs(self, runs: tuple[ImportRun, ...]) -> None:
        """Show the earlier imports; begin anew if the one just done was taken back meanwhile."""
        mine = self._report.run.id if self._report is not None else None
        if any(run.id == mine and run.taken_back_at is not None for run in runs):
            self._start()
        else:
            self._show_earlier(runs)

    def _show_earlier(self, runs: tuple[ImportRun, ...]) -> None:
        self.earlier.clear()
        for run in runs:
            if run.kind is self._import_kind:
                item = QListWidgetItem(run_text(run))
                item.setData(_RECORD, run)
                self.earlier.addItem(item)
        self.earlier_box.setVisible(self.earlier.count() > 0)

    def _refused(self, error: OfficeError) -> None:
        self.shell.refuse(error)
        self.summary.setText(error_sentence(error).what)
        self.import_button.setText(_("Import"))

    def _stopped(self, error: OfficeError) -> None:
        self._refused(error)
        self._check()

    def _open_record(self, item: QListWidgetItem) -> None:
        record = item.data(_RECORD)
        if isinstance(record, int) and record:
            self.shell.open(_RECORDS[self._import_kind], record)

    def _lay_out(self) -> None:
        px = theme().px
        title = plain_label(_(TITLES[self._import_kind]), "title")
        self._stack.addWidget(self._first_step())
        self._stack.addWidget(Scrolled(self._second_step()))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(12))
        column.setSpacing(px(12))
        column.addWidget(title)
        column.addWidget(self._stack, 1)
        column.addWidget(self.progress)

    def _first_step(self) -> QWidget:
        px = theme().px
        self.earlier_box = QWidget()
        inside = QVBoxLayout(self.earlier_box)
        inside.setContentsMargins(0, px(12), 0, 0)
        caption = plain_label(_("Earlier imports"), "heading")
        inside.addWidget(caption)
        inside.addWidget(self.earlier, 1)
        inside.addWidget(self.take_back_button, 0, Qt.AlignmentFlag.AlignLeft)
        step = QWidget()
        column = QVBoxLayout(step)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        column.addWidget(self.earlier_box, 1)
        column.addStretch(0)
        return Scrolled(step)

    def _second_step(self) -> QWidget:
        px = theme().px
        held = QWidget()
        inside = QVBoxLayout(held)
        inside.setContentsMargins(0, 0, px(12), 0)
        inside.addWidget(self.choices)
        inside.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(held)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme().dress(area.verticalScrollBar(), scroll_bar)
        self.import_button.setProperty("primary", "true")
        foot = QHBoxLayout()
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        foot.addWidget(self.import_button)
        step = QWidget()
        column = QVBoxLayout(step)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self.reading)
        column.addWidget(area, 3)
        column.addWidget(self.summary)
        column.addWidget(self.lines, 2)
        column.addLayout(foot)
        return step
