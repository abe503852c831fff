"""Conflict: a record changed while somebody writes on it: both versions are shown, one chooses.

self.standoff = Standoff(shell, self, Seams(…))
self.standoff.opened(version)         # the form shows the record as it was read
self.standoff.meet()                  # the office said Conflict, or the clerk wants to look
self.standoff.behind(version)         # what was typed before is older than the record
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.domain.shared.merging import Fate, Side, merge
from app.domain.shared.refusals import NotFound, OfficeError
from app.services import last_changes
from app.services.last_changes import LastChange
from app.services.permissions import NotAllowed
from app.ui.kit.banner import Banner
from app.ui.kit.dialogs import Dialog, tell
from app.ui.kit.merge_dialog import MergeDialog, change_title
from app.ui.kit.merge_rows import Version, Versions
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

KEPT_AS_TYPED = frozenset({"form_draft"})
"""Tables that say nothing of records: what is typed is kept there."""


@dataclass(frozen=True, slots=True)
class Seams:
    """What an editor does for two versions.

    ``now`` returns what stands in the form and ``is_typed`` whether somebody typed it; ``reread``
    asks for the record and shows it, ``put`` writes a content into the form, ``save`` saves it and
    ``forget`` drops what was kept of it. ``records`` are the names of the record in the log.
    ``begun``, where there is one, takes down what stands in the form without putting it in words:
    what it returns does that once, if two versions meet. ``rescue``, where there is one, keeps what
    stands in the form as a record of its own, and ``is_busy`` says that the editor itself is
    saving: its own change is no news.
    """

    now: Callable[[], Version]
    is_typed: Callable[[], bool]
    reread: Callable[[], object]
    put: Callable[[Any], object]
    save: Callable[[], object]
    forget: Callable[[], object]
    records: Callable[[], tuple[str, ...]]
    rescue: Callable[[], object] | None = None
    is_busy: Callable[[], bool] = bool
    begun: Callable[[], Callable[[], Version]] | None = None

    def taken_down(self) -> Callable[[], Version]:
        """Return what stands in the form now, to be put in words when it is asked for."""
        if self.begun is not None:
            return self.begun()
        version = self.now()
        return lambda: version


class Standoff(QObject):
    """Two versions of one record, between which somebody chooses; nothing typed is lost."""

    def __init__(self, shell: Shell, page: QWidget, seams: Seams) -> None:
        super().__init__(page)
        self._shell = shell
        self._page = page
        self._seams = seams
        self._begun: Callable[[], Version] | None = None
        self._base_version = self._version = 0
        self._mine: Version | None = None
        self._theirs: Version | None = None
        self._last = LastChange()
        self.is_rereading = self._wants_saving = False
        self.dialog: Dialog | None = None
        self.line = Banner("changed")
        self.line.pressed.connect(self.look)
        shell.client.changed.connect(self._news)

    @property
    def is_open(self) -> bool:
        """Say whether somebody still has to choose."""
        return self._theirs is not None

    @property
    def typed_over(self) -> int:
        """The version over which was typed what stands in the form."""
        return self._base_version

    @property
    def _base(self) -> Version | None:
        """What both began with, as far as it is known."""
        return None if self._begun is None else self._begun()

    def opened(self, version: int) -> None:
        """Take what the form shows as the record as it was read, or as theirs in a conflict."""
        self._version = version
        if self.is_rereading:
            self._theirs = self._seams.now()
            QTimer.singleShot(0, self, self._meet)
            return
        self._begun, self._base_version = self._seams.taken_down(), version
        self._theirs = None
        self.line.tell("")
        if version:
            self._ask_last(self._know)

    def kept(self, version: int, saved: Callable[[], Version]) -> None:
        """Go on from what the editor has just saved: it is what stands in the office."""
        self._begun, self._base_version, self._version = saved, version, version
        self._ask_last(self._know)

    def over(self) -> None:
        """Ask no more: nobody writes the record any longer."""
        self.is_rereading = False
        self._base_version, self._mine, self._theirs = 0, None, None
        self.line.tell("")

    def meet(self) -> None:
        """Read the record again, and let the clerk choose between it and what stands here."""
        self._reread(wants_saving=True)

    def behind(self, version: int) -> None:
        """Let the clerk choose: what was typed before was typed over an older version."""
        self._theirs, self._begun, self._base_version = self._base, None, version
        self._mine, self._wants_saving = self._seams.now(), False
        self._ask_last(self._show)

    def look(self) -> None:
        """Show what was changed meanwhile; where nothing was typed just the record as it is."""
        self.line.tell("")
        if self.is_open:
            self.ask()
        elif self._seams.is_typed():
            self._reread(wants_saving=False)
        else:
            self._begun = None
            self._seams.reread()

    def lost(self, error: OfficeError) -> None:
        """Tell why the record cannot be read any more; what was typed stays in the form."""
        self.is_rereading = False
        if isinstance(error, NotFound):
            text = _("Somebody removed it meanwhile. What you typed still stands here.")
            tell(self._page, _("This record is not there any more"), text)
        elif isinstance(error, NotAllowed):
            text = _("Your rights changed meanwhile. What you typed still stands here.")
            tell(self._page, _("You may not see this record any more"), text)
        else:
            self._shell.refuse(error)

    def ask(self) -> None:
        """Ask again: somebody went on editing, and wants to save now."""
        self._mine, self._wants_saving = self._seams.now(), True
        self._ask_last(self._show)

    def _reread(self, *, wants_saving: bool) -> None:
        if self.is_rereading:
            return
        self._mine, self._wants_saving = self._seams.now(), wants_saving
        self.is_rereading = True
        self._seams.reread()

    def _meet(self) -> None:
        """Put back what was typed over what the form shows now, and ask."""
        if not self.is_rereading:
            return
        self.is_rereading = False
        if self._mine is not None:
            self._seams.put(self._mine.content)
        self._ask_last(self._show)

    def _show(self, last: LastChange) -> None:
        mine, theirs = self._mine, self._theirs
        if mine is None or theirs is None:
            return
        self._last = last
        self.line.tell("")
        begun = self._base
        base = begun.content if begun is not None else None
        merged = merge(base, mine.content, theirs.content)
        is_asked = self._wants_saving and begun is not None
        if is_asked and all(part.fate is Fate.MINE for part in merged.parts):
            self._save({})
            return
        rows = Versions(begun, mine, theirs).rows(merged.parts)
        title = change_title(last, self._shell.client.office.who.name)
        dialog = MergeDialog(self._page, title, rows, has_base=begun is not None)
        if self._seams.rescue is not None:
            dialog.offer_both(self._both)
        dialog.saved.connect(self._save)
        dialog.taken.connect(self._take)
        dialog.rejected.connect(self._go_on)
        self.dialog = dialog
        dialog.open()

    def _save(self, picks: dict[str, Side]) -> None:
        mine, theirs = self._mine, self._theirs
        if mine is None or theirs is None:
            return
        begun = self._base
        base = begun.content if begun is not None else None
        merged = merge(base, mine.content, theirs.content, picks)
        self._settle()
        self._seams.put(merged.value)
        self._seams.save()

    def _take(self) -> None:
        theirs = self._theirs
        if theirs is not None:
            self._settle()
            self._seams.put(theirs.content)
            self._seams.forget()

    def _go_on(self) -> None:
        """Leave a line that leads back to the two versions: nothing is settled yet."""
        if self.is_open:
            title = change_title(self._last, self._shell.client.office.who.name)
            self.line.tell(title, _("Look"))

    def _both(self) -> None:
        """Keep what was typed as a record of its own, and show theirs."""
        if self._seams.rescue is not None and self._theirs is not None:
            self._seams.rescue()
            self._take()

    def _settle(self) -> None:
        """Begin anew with theirs: it is what stands in the office."""
        theirs = self._theirs
        self._begun = None if theirs is None else lambda: theirs
        self._base_version = self._version
        self._mine = self._theirs = None

    def _ask_last(self, answer: Callable[[LastChange], object]) -> None:
        asked = self._seams.records()
        self._shell.client.ask_or(answer, partial(self._unknown, answer), _last, asked)

    def _unknown(self, answer: Callable[[LastChange], object], _error: OfficeError) -> None:
        answer(LastChange())

    def _know(self, last: LastChange) -> None:
        self._last = last
        self.line.tell("")

    def _news(self, tables: frozenset[str]) -> None:
        """Look whether the record is another now; the editor's own saving closes or opens it."""
        is_mine = self.is_rereading or self._seams.is_busy()
        if self._base_version and not self.is_open and not is_mine and tables - KEPT_AS_TYPED:
            self._ask_last(self._hear)

    def _hear(self, last: LastChange) -> None:
        if last.seq > self._last.seq and self._last.seq and not self.is_rereading:
            title = change_title(last, self._shell.client.office.who.name)
            self.line.tell(title, _("Look"))


_last = last_changes.last_change
