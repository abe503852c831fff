"""Chores beside the clerk: stacks are split, documents indexed and read, a piece at a time.

A piece is a second of work in a process of its own. Whatever the clerk keeps comes first: reading
waits until two seconds went by without a command, and between two pieces it pauses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QPushButton

from app.domain.shared.refusals import OfficeError, Unavailable
from app.ui.kit.client import OfficeClient
from app.ui.kit.settings import Settings
from app.ui.kit.sheets import controls
from app.ui.kit.texts import _, many
from app.ui.kit.theme import theme
from app.ui.kit.tips import plain_tip

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.services.chores import Chores
    from app.services.reading_rounds import Progress

FIRST = 10_000
REST = 2_000
PAUSE = 200
LATER = 60_000
AN_HOUR = 3_600_000
"""When the reading begins after the office was opened, after a command, after a piece, after
nothing could be read, and again while nothing happens, in milliseconds: a day may have begun."""

SECONDS = 1


class Reading(QObject):
    """Does what waits; ``button`` says how far it is, and pauses the reading."""

    def __init__(
        self, client: OfficeClient, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._client = client
        self._settings = settings
        self._is_reading = False
        self._is_wanted = False
        self._is_stopped = False
        self._done = 0
        self._chores: Chores | None = None
        self.button = QPushButton()
        self.button.setProperty("plain", True)  # noqa: FBT003  Qt's own: a property and its value
        self.button.clicked.connect(self.turn)
        theme().dress(self.button, controls)
        self.button.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        self._hours = QTimer(self)
        self._hours.timeout.connect(self._look_again)
        self._hours.start(AN_HOUR)
        client.began.connect(self._make_room)
        client.changed.connect(self._changed)
        client.stopped.connect(self.stop)
        settings.changed.connect(self._chosen)
        self._wait(FIRST)

    def turn(self) -> None:
        """Pause the reading, or go on with it."""
        self._settings.change(reads_documents=not self._settings.now.reads_documents)

    def stop(self) -> None:
        """Read no more: the office is about to be closed."""
        if not self._is_stopped:
            self._is_stopped = True
            self._timer.stop()
            self._hours.stop()
            self.button.hide()
            self.button.deleteLater()

    def _wait(self, milliseconds: int) -> None:
        if not self._is_stopped and not self._is_reading:
            self._timer.start(milliseconds)

    def _make_room(self) -> None:
        """Let what the clerk keeps come first."""
        if self._timer.isActive():
            self._timer.start(max(self._timer.remainingTime(), REST))

    def _changed(self, tables: frozenset[str]) -> None:
        if "job" in tables:
            self._is_wanted = True
            self._look_again()

    def _look_again(self) -> None:
        if not self._timer.isActive():
            self._wait(REST)

    def _chosen(self) -> None:
        self._tell()
        if self._settings.now.reads_documents and not self._timer.isActive():
            self._wait(PAUSE)

    def _go_on(self) -> None:
        """Do a piece, unless something is under way; read only while the clerk wants it."""
        office, lanes = self._client.office, self._client.lanes
        if office.is_read_only:
            return
        if any(lane.is_busy for lane in (lanes.commands, lanes.questions, lanes.long)):
            self._wait(REST)
            return
        # The service is loaded once something is read; it must not be before the first paint.
        from app.domain.shared.jobs import JobKind  # noqa: PLC0415  likewise
        from app.services import chores  # noqa: PLC0415  after the first paint

        self._is_reading, self._is_wanted = True, False
        quick = (JobKind.SPLIT, JobKind.INDEX)
        kinds = (*quick, JobKind.READ) if self._settings.now.reads_documents else quick
        self._client.errand(self._did, chores.some, SECONDS, kinds, refused=self._refused)

    def _did(self, told: Chores) -> None:
        self._is_reading = False
        self._chores = told
        reading = told.reading
        self._done = self._done + reading.documents if reading.waiting else 0
        is_read = self._settings.now.reads_documents
        left = told.stacks.waiting or told.indexing.waiting or (is_read and reading.waiting)
        if left or self._is_wanted:
            self._wait(LATER if told.is_stuck and not self._is_wanted else PAUSE)
        self._tell()

    def _refused(self, error: OfficeError) -> None:
        """Try again later where the machine could not; who may not file does not read."""
        self._is_reading = False
        if isinstance(error, Unavailable):
            self._wait(LATER)

    def _tell(self) -> None:
        if self._is_stopped or self._chores is None:
            return
        told = self._chores
        if told.stacks.waiting:
            self._say(_("Splitting stacks…"), "", is_pausable=False)
        elif told.indexing.waiting:
            count = told.indexing.waiting
            text = many("Indexing, {n} document waits", "Indexing, {n} documents wait", count)
            self._say(text, "", is_pausable=False)
        elif not told.reading.waiting:
            self.button.hide()
        elif self._settings.now.reads_documents:
            self._say(self._how_far(told.reading), _("Pause the reading of documents"))
        else:
            count = told.reading.waiting
            text = _("Reading is paused, {count} documents wait", count=count)
            self._say(text, _("Go on with the reading of documents"))

    def _how_far(self, told: Progress) -> str:
        of = self._done + told.waiting
        text = _("Reading {number} of {of} documents", number=min(self._done + 1, of), of=of)
        if not told.page:
            return text
        page = _("page {page} of {of}", page=told.page, of=told.of)
        return f"{text} · {page}"

    def _say(self, text: str, tip: str, *, is_pausable: bool = True) -> None:
        self.button.setText(text)
        self.button.setToolTip(plain_tip(tip))
        self.button.setEnabled(is_pausable)
        self.button.show()
