"""The steps of every import: what comes in is chosen, its columns are named, and it is taken in."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
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

from app.domain.shared.ids import ImportId
from app.domain.shared.imports import ImportKind, ImportRun, Look, Plan, Source
from app.domain.shared.refusals import OfficeError
from app.services import imports
from app.services.office import Desk
from app.ui.imports.mapping import ColumnChoices
from app.ui.imports.reading import ReadingBar
from app.ui.imports.source import SourceBox
from app.ui.imports.words import FIELDS, RECORDS, TITLES, run_text
from app.ui.kit.focus import lead_to
from app.ui.kit.history import Deed
from app.ui.kit.hit_list import HitList
from app.ui.kit.labels import plain_label
from app.ui.kit.messages import error_sentence
from app.ui.kit.progress import ProgressLine
from app.ui.kit.scrolling import Scrolled
from app.ui.kit.sheets import controls, scroll_bar
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

_REST = 200
_RECORD = Qt.ItemDataRole.UserRole
TakeBack = Callable[[Desk, ImportId], ImportRun]


class ImportSteps(RecordPage):
    """Takes a table in, step by step; nothing is written before the last button.

    A page of one kind says how it is looked at (``_read``), checked (``_check``) and taken in
    (``_import``), and shows what comes of it in ``outcome``.
    """

    def __init__(
        self, shell: Shell, kind: ImportKind, box: SourceBox, outcome: QWidget, back: TakeBack
    ) -> None:
        super().__init__(shell, f"{RECORDS[kind]}-import")
        self._import_kind = kind
        self._take_back_by = back
        self._look: Look | None = None
        self._plan: Plan | None = None
        self._pasted = b""
        self._done: ImportRun | None = None
        self.box = box
        self.outcome = outcome
        self.earlier = HitList(_("Earlier imports"))
        self.reading = ReadingBar()
        self.choices = ColumnChoices(FIELDS[kind])
        self.summary = plain_label(role="heading")
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

    @abstractmethod
    def _read(self, source: Source) -> None:
        """Look at a table; ``_show_look`` shows what it is."""

    @abstractmethod
    def _check(self) -> None:
        """Ask what would come of the plan as it is chosen now."""

    @abstractmethod
    def _import(self) -> None:
        """Take in what was checked."""

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
        self.earlier.picked.connect(self._take_back_chosen)

    def _start(self) -> None:
        """Ask which table."""
        self.box.wait(is_reading=False)
        self._look = self._plan = self._done = None
        self._stack.setCurrentIndex(0)
        self.titled.emit(_(TITLES[self._import_kind]))
        self.setWindowTitle(_(TITLES[self._import_kind]))
        lead_to(self, self.box.choose_button)
        self.shell.client.ask(self._show_earlier, imports.runs)

    def _show_look(self, look: Look) -> None:
        self._look, self._plan = look, look.plan
        path = look.plan.source.path
        self.reading.show_look(look, path.name if path else _("Pasted rows"))
        self.choices.show_look(look)
        self._stack.setCurrentIndex(1)
        self._check()
        if self.choices.choices and self.columns_area.isVisible():
            self.choices.choices[0].setFocus()

    def _head(self) -> None:
        if self._plan is not None:
            self._plan = replace(self._plan, has_header=self.reading.has_header.value())
            self._check()

    def _checking(self) -> Plan | None:
        """Return the plan as it is chosen now; until the answer is here nothing is taken in."""
        if self._plan is None:
            return None
        self._plan = replace(self._plan, columns=self.choices.columns())
        self.import_button.setEnabled(False)
        self.import_button.setText(_("Checking…"))
        return self._plan

    def _told(self, run: ImportRun, text: str) -> None:
        """Say what was done, and offer to take it back."""
        self._done, self._plan = run, None
        gone = _("The import of {file} was taken back", file=run.name)
        self.shell.did(Deed(text, self._take_back_by, (run.id,), gone=gone, is_long=True))

    def _take_back(self, run: ImportRun) -> None:
        work = self.shell.client.work(self._taken_back, self._take_back_by, run.id)
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
        mine = self._done.id if self._done is not None else None
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
        self.box.wait(is_reading=False)
        self.shell.refuse(error)
        self.summary.setText(error_sentence(error).what)
        self.import_button.setText(_("Import"))

    def _stopped(self, error: OfficeError) -> None:
        self._refused(error)
        self._check()

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
        self.columns_area = area
        theme().dress(area.verticalScrollBar(), scroll_bar)
        self.import_button.setProperty("primary", "true")
        foot = self.foot = QHBoxLayout()
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
        column.addWidget(self.outcome, 2)
        column.addLayout(foot)
        return step
