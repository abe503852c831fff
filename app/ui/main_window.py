"""The main window: first page or workspace, menus, banners, status line, palette and toasts.

It closes in order: ignore, keep what was typed, wait for the commands, close the office, accept.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.domain.shared.refusals import OfficeError
from app.ui.actions import MENUS, with_modules
from app.ui.carrying import Carrying
from app.ui.exchanging import Exchanging
from app.ui.from_backup import FromBackup
from app.ui.help import Help
from app.ui.kit.actions import ActionBook
from app.ui.kit.appearance import Appearance
from app.ui.kit.client import OfficeClient
from app.ui.kit.dialogs import tell_error
from app.ui.kit.focus import enter
from app.ui.kit.foot import Foot
from app.ui.kit.geometry import kept, restore
from app.ui.kit.labels import plain_label
from app.ui.kit.lane import Lanes, Reply
from app.ui.kit.menus import Menus
from app.ui.kit.module import Module
from app.ui.kit.settings import Settings
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, language, speak
from app.ui.kit.toast import Toast
from app.ui.kit.workspace import Workspace
from app.ui.locking import Locking
from app.ui.looking_after import LookingAfter
from app.ui.reach import out_of_reach
from app.ui.reading import Reading
from app.ui.record_history import RecordHistory
from app.ui.refusals import Refusals
from app.ui.sample import Sample
from app.ui.self_service.opening import SelfService
from app.ui.server_dialogs import Servers
from app.ui.steps import Steps
from app.ui.strips import Strips
from app.ui.welcome.door import Door, Opened
from app.ui.welcome.password import ask_password, wants_password

if TYPE_CHECKING:
    # Pages are built when they are shown first: most starts show an office at once.
    from app.ui.kit.palette import Palette
    from app.ui.welcome.page import WelcomePage

_PATIENCE = 8.0
"""How many seconds the end of a session waits for what was typed; systems grant about ten."""


class MainWindow(QMainWindow):
    """One window over one office at a time; ``renewed`` gives the office to the next window."""

    closed = Signal()
    left = Signal()
    renewed = Signal(object)
    reported = Signal()
    spoken = Signal(str)

    def __init__(
        self, door: Door, lanes: Lanes, settings: Settings, modules: tuple[Module, ...]
    ) -> None:
        super().__init__()
        self._door = door
        self._lanes = lanes
        self._settings = settings
        self._modules = modules
        self._is_done = False
        self.opened: Opened | None = None
        self._welcome: WelcomePage | None = None
        self._settings_page: QWidget | None = None
        self.shell: Shell | None = None
        self.workspace: Workspace | None = None
        self.book = ActionBook(with_modules(modules), self)
        self.appearance = Appearance(settings, self)
        self._menus = Menus(self.menuBar(), self.book, MENUS)
        self.strips = Strips()
        self.pages = QStackedWidget()
        self._waiting = plain_label(role="muted")
        self.foot = Foot()
        self.toast = Toast(self)
        self._lay_out()
        self.steps = Steps(self, self.book, self.toast)
        self._offer()
        self._bring_in(door, lanes, settings)
        door.opened.connect(self.enter)
        door.refused.connect(self._not_opened)
        restore(self, settings.now.geometry)

    def _bring_in(self, door: Door, lanes: Lanes, settings: Settings) -> None:
        """Bring in those who close an office to do something with its folder, or lock it."""
        self.carrying = Carrying(self, door, lanes)
        self.from_backup = FromBackup(self, door, lanes)
        self.servers = Servers(self, door)
        self.sample = Sample(self, door, settings)
        self.exchanging = Exchanging(self, door, lanes)
        self.self_service = SelfService(self, door, lanes, settings)
        self.locking = Locking(self, door)
        self._looking_after = LookingAfter(self, door, lanes)

    @property
    def welcome(self) -> WelcomePage:
        """The first page, made when it is asked for first."""
        if self._welcome is None:
            from app.ui.welcome.page import WelcomePage  # noqa: PLC0415  built when it is shown

            self._welcome = WelcomePage(self._door, self._settings)
            self._welcome.spoken.connect(self.spoken)
            self._welcome.backup_wanted.connect(self.from_backup.choose)
            self.pages.addWidget(self._welcome)
        return self._welcome

    @cached_property
    def finder(self) -> Palette:
        """The palette, made when it is opened first."""
        from app.ui.kit.palette import Palette  # noqa: PLC0415  built when it is shown

        return Palette(self, self.book)

    def enter(self, opened: Opened) -> None:
        """Show the workspace of an office."""
        company, path = opened.company, opened.path
        speak(language(), company.country)
        self.opened = opened
        client = OfficeClient(opened.office, self._lanes, self)
        self.shell = Shell(client, self.book, self._settings, client)
        self.book.forbid(out_of_reach(opened.office.who.role))
        self.shell.noted.connect(self.toast.show_note)
        self.exchanging.follow(self.shell)
        Refusals(self, self.shell, self.toast)
        self.shell.watched.connect(self.foot.progress.watch)
        self.steps.follow(self.shell)
        self.shell.first["invoices"] = opened.invoices
        self.workspace = Workspace(self.shell, self._modules)
        self.workspace.set_narrow(narrow=self._settings.now.is_narrow)
        self.workspace.entered.connect(self._entered)
        RecordHistory(self.workspace, self.shell)
        self._take_over_views(self.shell)
        self.pages.addWidget(self.workspace)
        self._settings.use(self._settings.now.opened(str(path)))
        self.setWindowTitle(_("{company} – Backdesk", company=company.name))
        self.foot.follow(client, company.name)
        self.foot.put(Reading(client, self._settings, client).button)
        self.strips.follow(self.shell, company)
        self.workspace.start()
        self.workspace.restore(self._settings.now.session.get(str(path), ()))
        self.workspace.bring_back()
        self._show(self.workspace)
        self._looking_after.begin(client)

    def wait_for(self, name: str, text: str = "") -> None:
        """Say that an office is being opened, or what is waited for."""
        self._waiting.setText(text or _("Opening {company}…", company=name))
        self.pages.setCurrentWidget(self._waiting)

    def take_over(self, former: MainWindow) -> None:
        """Go on where another window was, which spoke another language."""
        if former._welcome is not None:
            self.welcome.name.put(former._welcome.name.value())
        if former._settings_page is not None:
            self.show_settings()

    def show_settings(self) -> None:
        """Show the settings over whatever was shown."""
        from app.ui.settings.page import SettingsPage  # noqa: PLC0415  built when it is shown

        page = self._settings_page = SettingsPage(self._settings)
        page.finished.connect(self._back)
        self.pages.addWidget(page)
        self._show(page)

    def keep_now(self) -> None:
        """Keep what was typed before this returns: the machine's session is about to end."""
        if not self._is_done:
            self._settings.change(geometry=kept(self))
            self._keep_typed()
            self._lanes.commands.settle(_PATIENCE)
            self._settings.keep()

    def end(self) -> None:
        """Keep what was typed and close the office before this returns: the program ends."""
        if not self._is_done:
            self.keep_now()
            self._stop()
            self._lanes.close()
            self._close_office()
            self._is_done = True

    def renew(self) -> None:
        """Hand the office over to another window, once what was typed is kept."""
        self._keep_typed()
        self._stop()
        self._lanes.when_quiet(self._hand_over)

    def leave(self) -> None:
        """Close the office, once what was typed is kept, and show the first page."""
        self._keep_typed()
        self._stop()
        self._lanes.when_quiet(self._left)

    def showEvent(self, event: QShowEvent) -> None:
        if self.pages.currentWidget() is self._waiting and not self._waiting.text():
            self.pages.setCurrentWidget(self.welcome)
        super().showEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_done:
            event.accept()
            try:
                self._settings.keep()
            finally:
                self.closed.emit()
            return
        event.ignore()
        self._settings.change(geometry=kept(self))
        self._keep_typed()
        self._stop()
        self.setEnabled(False)
        self.foot.tell_folders(_("Finishing what is under way…"))
        self._lanes.commands.run(_nothing, Reply(self._finish))

    def _take_over_views(self, shell: Shell) -> None:
        """Let the office keep the views that an older version kept in a file of the machine."""
        if self._settings.now.views:
            from app.ui.kit.saved_views import TakenOver  # noqa: PLC0415  after the first paint

            TakenOver(shell)

    def _lay_out(self) -> None:
        self.setWindowTitle("Backdesk")
        self.setMinimumSize(640, 420)
        for name in self.book.rows:
            self.addAction(self.book.action(name))
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.strips, self.pages):
            column.addWidget(widget)
        column.setStretchFactor(self.pages, 1)
        column.addWidget(self.foot)
        self.setCentralWidget(middle)
        self.pages.addWidget(self._waiting)
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.foot.hide()

    def _offer(self) -> None:
        self.book.offer(
            self,
            {
                **self.appearance.slots(),
                **Help(self).slots(),
                "office.new": self.leave,
                "office.open": self.leave,
                "office.close": self.leave,
                "window.quit": self.close,
                **self.steps.slots(),
                "view.narrow": self._narrow,
                "view.settings": self.show_settings,
                "go.palette": self._open_finder,
            },
        )
        self.book.enter((self,))
        self.steps.follow(None)

    def _show(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        is_office = page is self.workspace
        self.foot.setVisible(self.workspace is not None)
        enter(page)
        if not is_office:
            self.book.enter((self,))
            self._menus.show_module("", "")
        elif self.workspace is not None:
            self.workspace.go(self.workspace.module)

    def _back(self) -> None:
        page, self._settings_page = self._settings_page, None
        self._show(self.workspace or self.welcome)
        if page is not None:
            self.pages.removeWidget(page)
            page.deleteLater()

    def _entered(self) -> None:
        if self.workspace is not None:
            shown = next((m for m in self._modules if m.name == self.workspace.module), None)
            self._menus.show_module(shown.name if shown else "", _(shown.title) if shown else "")

    def _keep_typed(self) -> None:
        if self.workspace is None or self.opened is None:
            return
        path = str(self.opened.path)
        session = {**self._settings.now.session, path: self.workspace.session()}
        self._settings.change(session=session)
        for keep in self.workspace.keepers():
            _flush(keep)

    def _stop(self) -> None:
        """Cancel long work: the office is about to be closed."""
        if self.shell is not None:
            self.shell.client.stop()

    def _hand_over(self) -> None:
        self._is_done = True
        self.renewed.emit(self.opened)

    def _left(self) -> None:
        self._close_office()
        self.setWindowTitle("Backdesk")
        self.welcome.renew()
        self._show(self.welcome)
        self.left.emit()

    def _finish(self, nothing: object) -> None:
        self.hide()
        self._lanes.close()
        self._close_office()
        self._is_done = True
        self.close()

    def _close_office(self) -> None:
        if self.shell is not None and self.workspace is not None:
            self.shell.client.office.close()
            self.strips.clear()
            self.pages.removeWidget(self.workspace)
            self.workspace.deleteLater()
            self.shell.client.deleteLater()
            self.workspace = self.shell = self.opened = None
            self.steps.follow(None)

    def _not_opened(self, path: Path, error: OfficeError) -> None:
        if self.locking.ask(path, error):
            return
        self.welcome.set_busy(busy=False)
        self._show(self.workspace or self.welcome)
        if wants_password(error):
            ask_password(self, path.stem, error, partial(self._door.open, path))
            return
        if self.workspace is None:
            self.welcome.take_up()
        tell_error(self, error)

    def _open_finder(self) -> None:
        self.finder.search_in(self.shell)
        self.finder.open()

    def _narrow(self) -> None:
        is_narrow = not self._settings.now.is_narrow
        self._settings.change(is_narrow=is_narrow)
        if self.workspace is not None:
            self.workspace.set_narrow(narrow=is_narrow)


def _flush(keep: Callable[[], object]) -> None:
    """Keep what a form holds; a bug in one is told, and keeps neither others nor the end back."""
    try:
        keep()
    except Exception as bug:  # noqa: BLE001  the last line of defence: the window has to close
        sys.excepthook(type(bug), bug, bug.__traceback__)


def _nothing() -> None:
    """Take a turn in the lane, behind every command."""
