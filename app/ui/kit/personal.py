"""Personal data of one person: the copy of them for the person, and their erasure with its plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from app.domain.admin.erasure_plan import ErasurePlan
from app.domain.shared.refusals import OfficeError
from app.lang.erasure_words import WHAT, WHY
from app.ui.kit.dialogs import Dialog, tell_error
from app.ui.kit.labels import plain_label
from app.ui.kit.lane import Reply
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats, language

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.services.office import Desk, Errand

Plan = Callable[["Desk", Any], ErasurePlan]
Erase = Callable[["Errand", Any, int], object]
Copy = Callable[["Desk", Any, Path, str, bool], Path]


class ErasureDialog(Dialog):
    """Says what goes, what stays until when and why; who erases types the name."""

    keeps_typed = False
    """A name is typed here to confirm, each time anew."""

    def __init__(self, shell: Shell, parent: QWidget, plan: ErasurePlan, erase: Erase) -> None:
        title = _("Erase the personal data of {name}", name=plan.name)
        super().__init__(parent, title, _("What is erased never comes back."), "trash")
        self._shell, self._plan, self._erase = shell, plan, erase
        for heading, lines in _parts(plan):
            self.add_field(plain_label(heading, "label"))
            self.add_field(plain_label("\n".join(lines), "text"))
        self.backups = plain_label("", "muted")
        self.backups.setWordWrap(True)
        self.add_field(self.backups)
        self._ask_backups()
        self.name = QLineEdit()
        self.add_button(_("Cancel"), self.reject, primary=False)
        if plan.hindrances:
            return
        self.add_labelled(_("Type the name to confirm: {name}", name=plan.name), self.name)
        self.erase = self.add_button(_("Erase for good"), self._send, primary=True)
        self.erase.setEnabled(False)
        self.name.textChanged.connect(self._allow)
        self.name.setFocus()

    def _ask_backups(self) -> None:
        from app.services.passing_on import backups_until  # noqa: PLC0415  as said above

        client = self._shell.client
        look = partial(backups_until, client.office)
        client.lanes.beside.run(look, Reply(self._tell_backups, self._no_backups))

    def _tell_backups(self, until: date) -> None:
        told = _(
            "Backups made before hold the person until they go, by {day} at the latest; whoever "
            "restores one erases the person again.",
            day=formats().day(until),
        )
        self.backups.setText(told)

    def _no_backups(self, error: Exception) -> None:
        if not isinstance(error, OfficeError):
            raise error

    def _allow(self, typed: str) -> None:
        self.erase.setEnabled(" ".join(typed.split()) == " ".join(self._plan.name.split()))

    def _send(self) -> None:
        self.erase.setEnabled(False)
        known = (self._plan.id, self._plan.version)
        work = self._shell.client.errand(self._done, self._erase, *known, refused=self._refused)
        self._shell.watch(work, _("Erasing {name}", name=self._plan.name))

    def _done(self, _answer: object) -> None:
        self.accept()
        if name := self._plan.becomes:
            self._shell.say(_("Erased: what has to stay is kept under {name}", name=name))
        else:
            self._shell.say(_("Erased: nothing of the person is left"))

    def _refused(self, error: OfficeError) -> None:
        self.erase.setEnabled(True)
        tell_error(self, error)


def ask_erasure(shell: Shell, parent: QWidget, plan: Plan, erase: Erase, person: int) -> None:
    """Show the plan of erasing a person, and erase when the name is typed."""
    shell.client.ask(partial(_show, shell, parent, erase), plan, person)


def ask_copy(shell: Shell, parent: QWidget, copy: Copy, person: int) -> None:
    """Ask for a file and write the copy of a person's data to it."""
    wanted, _kind = QFileDialog.getSaveFileName(
        parent, _("Copy of personal data"), f"{_('Personal data')}.zip", "ZIP (*.zip)"
    )
    if wanted:
        path = Path(wanted)
        asked = (person, path, language(), True)
        work = shell.client.work(partial(_written, shell), copy, *asked)
        shell.watch(work, _("Writing {file}", file=path.name))


def _show(shell: Shell, parent: QWidget, erase: Erase, plan: ErasurePlan) -> None:
    ErasureDialog(shell, parent, plan, erase).open()


def _written(shell: Shell, target: Path) -> None:
    shell.say(_("Personal data written to {file}", file=target.name))


def _parts(plan: ErasurePlan) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield the parts of the plan: a heading and its lines."""
    if plan.hindrances:
        lines = (_counted(WHY[one.why], one.count) for one in plan.hindrances)
        yield _("This has to end first"), lines
    yield _("Goes at once"), (_counted(WHAT[one.what], one.count) for one in plan.goes)
    if plan.stays:
        lines = (_staying(one.what, one.count, one.until, one.law) for one in plan.stays)
        yield _("Stays, because the law asks for it"), lines


def _staying(what: str, count: int, until: date | None, law: str) -> str:
    named = _counted(WHAT[what], count)
    if until is None:
        return _("{what}: as long as their own cards say", what=named)
    return _("{what}: until {day}, {law}", what=named, day=formats().day(until), law=law)


def _counted(words: str, count: int) -> str:
    """Return words with how many there are, where there are several."""
    return _(words) if count == 1 else f"{_(words)} ({count})"
