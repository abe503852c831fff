"""Erased persons of whom something is kept for the law: until when, and erasing what is left."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.admin.erased import Erased
from app.domain.admin.erasure_plan import Staying
from app.domain.contacts.findable import KIND as CONTACT
from app.domain.shared.ids import ContactId, EmployeeId
from app.domain.shared.refusals import OfficeError
from app.lang.erasure_words import WHAT
from app.lang.texts import mark
from app.services import erasing, erasing_again, erasing_people, kept_persons
from app.services.erasing_again import Again
from app.services.kept_persons import KeptPerson
from app.services.permissions import Permission
from app.ui.kit.dialogs import Dialog, tell_error
from app.ui.kit.labels import plain_label
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, many
from app.ui.kit.theme import theme

_WIDE, _TALL = 960, 240


@dataclass(frozen=True, slots=True)
class PersonLine:
    """An erased person as the list shows it."""

    id: int
    kept: KeptPerson


COLUMNS: tuple[Column[PersonLine], ...] = (
    Column(mark("Person"), lambda row: row.kept.name, width=220),
    Column(mark("Erased on"), lambda row: formats().day(row.kept.erased.erased_on), width=110),
    Column(mark("Kept until"), lambda row: _until(row.kept), width=120),
    Column(mark("What is kept"), lambda row: _what(row.kept), width=260),
    Column(
        mark("Status"),
        lambda row: _("Can go now") if row.kept.is_over else _("Kept for the law"),
        tone=lambda row: "warn" if row.kept.is_over else "muted",
        width=170,
    ),
)


class KeptPersonsDialog(Dialog):
    """Lists erased persons of whom something is kept; what may go is erased from here."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        text = _(
            "Invoices, pay and letters of an erased person stay as long as the law asks for them. "
            "When that is over, the names in them and the papers may go; nothing goes by itself."
        )
        super().__init__(parent, _("Erased persons"), text, "trash")
        self._shell = shell
        px = theme().px
        self.setMinimumWidth(px(_WIDE))
        self.table: ShortTable[PersonLine] = ShortTable(_("Erased persons"), COLUMNS)
        self.table.give_room("What is kept")
        self.table.setMinimumHeight(px(_TALL))
        self.empty = plain_label(_("Nothing is kept of anybody who was erased."), "muted")
        self.add_field(self.table)
        self.add_field(self.empty)
        self.empty.hide()
        self.add_button(_("Close"), self.accept, primary=False)
        self.end = self.add_button(_("Erase what is left…"), self.ask_end, primary=True)
        self.end.setEnabled(False)
        self.table.chosen.connect(self._chose)
        self.table.opened.connect(self._opened)
        self.refresh()

    def refresh(self) -> None:
        """Look who is erased."""
        self._shell.client.ask_or(self._show, self._refused, kept_persons.rows)

    def ask_end(self) -> None:
        """Show what goes of the chosen person, and erase it when the name is typed."""
        row = self._row()
        if row is not None and row.kept.is_over:
            dialog = EndingDialog(self._shell, self, row.kept)
            dialog.accepted.connect(self.refresh)
            dialog.open()

    def _row(self) -> PersonLine | None:
        chosen = self.table.chosen_id()
        return None if chosen is None else self.table.row_of(chosen)

    def _show(self, found: tuple[KeptPerson, ...]) -> None:
        self.table.show_rows([PersonLine(at, one) for at, one in enumerate(found, 1)])
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        self._chose(self.table.chosen_id())

    def _refused(self, error: OfficeError) -> None:
        tell_error(self, error)

    def _chose(self, _record: object) -> None:
        row = self._row()
        may = not self._shell.client.office.is_read_only
        self.end.setEnabled(may and row is not None and row.kept.is_over)

    def _opened(self, _record: object) -> None:
        self.ask_end()


class EndingDialog(Dialog):
    """Says what goes of an erased person and what stays; who erases it types the name."""

    def __init__(self, shell: Shell, parent: QWidget, kept: KeptPerson) -> None:
        title = _("Erase what is left of {name}", name=kept.name)
        super().__init__(parent, title, _("What is erased never comes back."), "trash")
        self._shell, self._kept = shell, kept
        stays = kept.plan.stays if kept.plan is not None else ()
        parts = (
            (_("The law asks for these no more"), tuple(map(_over, stays))),
            (
                _("Goes now"),
                (
                    _("Names, addresses and words in rows and in the search"),
                    _("The documents and e-mails of the person, on a certificate"),
                    _("What the log says of the person"),
                ),
            ),
            (_("Stays"), (_("Numbers, days, amounts, taxes and the chain of the log"),)),
        )
        for heading, lines in parts:
            self.add_field(plain_label(heading, "label"))
            self.add_field(plain_label("\n".join(lines), "text"))
        self.name = QLineEdit()
        self.add_labelled(_("Type the name to confirm: {name}", name=kept.name), self.name)
        self.add_button(_("Cancel"), self.reject, primary=False)
        self.erase = self.add_button(_("Erase for good"), self._send, primary=True)
        self.erase.setEnabled(False)
        self.name.textChanged.connect(self._allow)
        self.name.setFocus()

    def _allow(self, typed: str) -> None:
        self.erase.setEnabled(" ".join(typed.split()) == self._kept.name)

    def _send(self) -> None:
        self.erase.setEnabled(False)
        client, record = self._shell.client, self._kept.erased.record_id
        told = _("Erasing {name}", name=self._kept.name)
        if self._kept.erased.kind == CONTACT:
            person = ContactId(record)
            work = client.errand(self._done, erasing.complete, person, refused=self._refused)
        else:
            one = EmployeeId(record)
            work = client.errand(self._done, erasing_people.complete, one, refused=self._refused)
        self._shell.watch(work, told)

    def _done(self, _ended: Erased) -> None:
        self.accept()
        self._shell.say(_("Erased: only numbers, days and amounts are left"))

    def _refused(self, error: OfficeError) -> None:
        self.erase.setEnabled(True)
        tell_error(self, error)


class CatchingUp:
    """Erases again who was erased after the backup that the office came from, and says so."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        office = shell.client.office
        if Permission.PRIVACY_ERASE in office.who.role.permissions and not office.is_read_only:
            shell.client.errand(self.tell, erasing_again.again)

    def tell(self, found: Again) -> None:
        """Say how many were erased again, and of how many something hinders it."""
        told = []
        if found.done:
            told.append(
                many(
                    "{n} person who was erased after this backup was erased again",
                    "{n} persons who were erased after this backup were erased again",
                    found.done,
                )
            )
        if found.waiting:
            told.append(
                many(
                    "{n} person waits to be erased again: something is under way",
                    "{n} persons wait to be erased again: something is under way",
                    found.waiting,
                )
            )
        if told:
            self._shell.say("\n".join(told))


def _until(kept: KeptPerson) -> str:
    return formats().day(kept.until) if kept.until else _("Not known")


def _what(kept: KeptPerson) -> str:
    stays = kept.plan.stays if kept.plan is not None else kept.erased.stays
    return ", ".join(_counted(one) for one in stays)


def _counted(one: Staying) -> str:
    return _(WHAT[one.what]) if one.count == 1 else f"{_(WHAT[one.what])} ({one.count})"


def _over(one: Staying) -> str:
    if one.until is None:
        return _counted(one)
    day = formats().day(one.until)
    return _("{what}: kept until {day}, {law}", what=_counted(one), day=day, law=one.law)
