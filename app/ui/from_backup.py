"""A company from a backup: on a new machine, or beside the one that is there."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QLineEdit

from app.domain.shared.refusals import OfficeError
from app.ui.kit.dialogs import Dialog, tell_error
from app.ui.kit.fields import ChoiceEdit, TextEdit
from app.ui.kit.labels import plain_label, show_role
from app.ui.kit.lane import Lanes, Reply
from app.ui.kit.messages import error_sentence
from app.ui.kit.progress import ProgressLine
from app.ui.kit.texts import _, formats
from app.ui.kit.work import Work
from app.ui.welcome.door import Door
from app.ui.welcome.password import CODES

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.services.from_backups import Found, Given
    from app.ui.main_window import MainWindow

SECOND = {"from-backups.second-wanted", "approvals.own"}
"""Why a second person is asked for."""
LOG_IN = {"keys.log-in-needed", "keys.too-many-tries", "keys.wrong-log-in", *CODES}
"""Why a password does not open a backup."""


class FromBackup(QObject):
    """Asks for a folder, looks for backups in it, and opens what is made of one."""

    def __init__(self, window: MainWindow, door: Door, lanes: Lanes) -> None:
        super().__init__(window)
        self._window = window
        self._door = door
        self._lanes = lanes
        self.dialog: BackupDialog | None = None
        window.book.offer(window, {"office.from-backup": self.choose})

    def choose(self) -> None:
        """Ask where the backups lie."""
        chosen = QFileDialog.getExistingDirectory(self._window, _("Where do the backups lie?"))
        if chosen:
            self.look_in(Path(chosen))

    def look_in(self, folder: Path) -> None:
        """Look for backups in a folder and show them."""
        self._lanes.long.run(partial(_found, folder), Reply(self._show, self._failed))

    def _show(self, found: tuple[Found, ...]) -> None:
        self.dialog = BackupDialog(self._window, found, self._door, self._lanes)
        self.dialog.open()
        self.dialog.begin()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, OfficeError):
            raise error
        tell_error(self._window, error)


class BackupDialog(Dialog):
    """Asks which backup, what it opens with and where the company shall lie; then makes it."""

    keeps_typed = False
    """Passwords and codes are typed here: nothing of them is ever kept."""

    def __init__(
        self, window: MainWindow, found: tuple[Found, ...], door: Door, lanes: Lanes
    ) -> None:
        text = _(
            "The backup is proved and becomes a company of its own. Nothing that is there now is "
            "replaced."
        )
        super().__init__(window, _("Company from a backup"), text, "restore")
        self._window = window
        self._door = door
        self._lanes = lanes
        self.backup: ChoiceEdit[Found] = ChoiceEdit([(one, _named(one)) for one in found])
        self.place = TextEdit()
        self.place.put(str(self._free_place(found[0])))
        self.user, self.password = TextEdit(), TextEdit()
        self.second, self.second_password = TextEdit(), TextEdit()
        for one in (self.password, self.second_password):
            one.setEchoMode(QLineEdit.EchoMode.Password)
        self._known: Given | None = None
        self.told = plain_label(role="muted")
        self.told.setWordWrap(True)
        self.progress = ProgressLine()
        self._ask()
        self._look()

    def begin(self) -> None:
        """Put the keyboard where something has to be typed."""
        asked = (self.user_part, self.user), (self.password_part, self.password)
        first = next((field for part, field in asked if part.isVisible()), self.go)
        first.setFocus()

    def send(self) -> None:
        """Make the company; what is wrong is told here, and the dialog stays."""
        chosen, target = self.backup.value(), Path(self.place.value())
        given, second = self._given(), (self.second_password.text(), self.second.value())
        work = Work(self)
        self.go.setEnabled(False)
        for field in (self.password, self.second_password):
            field.show_problem("")
        self.told.clear()
        self.progress.watch(work, _("Restoring the backup…"))
        done = Reply(partial(self._made, work), partial(self._failed, work))
        step = partial(_restored, Path(chosen.path), target, given, second, work)
        self._lanes.long.run(step, done)

    def reject(self) -> None:
        """Give up; work that is under way is stopped first and leaves nothing."""
        if self.go.isEnabled():
            super().reject()
        else:
            self.progress.cancel()

    def _ask(self) -> None:
        self.add_labelled(_("Backup"), self.backup)
        self.add_labelled(_("The company shall lie in"), self.place)
        self.user_part = self.add_labelled(_("Name"), self.user)
        self.password_part = self.add_labelled(_("Password"), self.password)
        self.second_parts = (
            self.add_labelled(_("Second person"), self.second),
            self.add_labelled(_("Password of the second person"), self.second_password),
        )
        self._want_second(wanted=False)
        self.add_field(self.told)
        self.add_field(self.progress)
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self.go = self.add_button(_("Make the company"), self.send, primary=True)
        self.backup.edited.connect(self._look)

    def _look(self) -> None:
        """Ask for no more than the chosen backup opens with."""
        opens = self.backup.value().opens.value
        self.user_part.setVisible(opens == "log-in")
        self.password_part.setVisible(opens != "by-itself")
        self._want_second(wanted=False)

    def _want_second(self, *, wanted: bool) -> None:
        """Ask for a second person only where the chosen backup does."""
        for part in self.second_parts:
            part.setVisible(wanted)
        if not wanted:
            self._known = None
            self.second.put("")
            self.second_password.put("")

    def _free_place(self, found: Found) -> Path:
        """Return a place where nothing lies yet."""
        name = _home(found)
        usual = self._door.ways.place_for(name)
        again = self._door.ways.place_for(_("{company} restored", company=name))
        return again if usual.exists() else usual

    def _made(self, work: Work, path: Path) -> None:
        work.ended.emit()
        given = self._given()
        self.go.setEnabled(True)
        self.accept()
        self._window.leave()
        self._lanes.when_quiet(partial(self._door.open, path, *given))

    def _failed(self, work: Work, error: Exception) -> None:
        work.ended.emit()
        self.go.setEnabled(True)
        if not isinstance(error, OfficeError):
            raise error
        self._tell(error)
        self.fit()

    def _tell(self, error: OfficeError) -> None:
        """Say what was wrong at the password that it is about, else below; what was typed stays."""
        sentence = str(error_sentence(error))
        if error.code in LOG_IN:
            field = self._wrong_password()
            field.show_problem(sentence)
            field.setFocus()
            field.selectAll()
            return
        show_role(self.told, "bad")
        self.told.setText(sentence)
        if error.code in SECOND:
            self._known = self._given()
            self._want_second(wanted=True)
            self.second.setFocus()

    def _given(self) -> Given:
        return self.password.text(), self.user.value()

    def _wrong_password(self) -> TextEdit:
        """Return whose password was wrong: who was let in before as typed now, it was not."""
        return self.second_password if self._known == self._given() else self.password


def _named(found: Found) -> str:
    made = formats().instant(found.backup.made_at)
    return _("{company}, {moment}", company=_home(found), moment=made)


def _home(found: Found) -> str:
    """Return the name of the company, as the folder of its backups says it."""
    return Path(found.path).parent.name.removesuffix(" backups")


def _found(folder: Path) -> tuple[Found, ...]:
    from app.services import from_backups  # noqa: PLC0415  loads SQLAlchemy, in a thread of its own

    return from_backups.found_in(folder)


def _restored(backup: Path, target: Path, given: Given, second: Given, work: Work) -> Path:
    from app.services import from_backups  # noqa: PLC0415  loads SQLAlchemy, in a thread of its own

    return from_backups.restore_beside(backup, target, given, work.report, second)
