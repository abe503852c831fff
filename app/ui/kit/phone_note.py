"""The phone note: who called, what about, for whom; from anywhere, kept by Enter."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.contacts.row import ContactRow
from app.domain.correspondence.notes import PhoneForm
from app.services import contacts, notes
from app.services.notes import Kept
from app.ui.kit.dialogs import Dialog
from app.ui.kit.fields import DateEdit, TextEdit
from app.ui.kit.history import Deed
from app.ui.kit.picker import Picker
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats


class PhoneDialog(Dialog):
    """Takes a call down; whom it is for or a day to call back on makes it a task."""

    drafted_of = 0

    def __init__(self, parent: QWidget, shell: Shell) -> None:
        text = _("Enter keeps it. With a name or a day to call back on it comes up under To do.")
        super().__init__(parent, _("Phone note"), text, "phone")
        self._shell = shell
        self.caller: Picker[ContactRow] = Picker(shell.client, contacts.find, _name, _town)
        self.number, self.about, self.for_whom = TextEdit(), TextEdit(), TextEdit()
        self.call_on = DateEdit(shell.today)
        for name, editor in (
            (_("Who called"), self.caller),
            (_("Number"), self.number),
            (_("What about"), self.about),
            (_("For whom"), self.for_whom),
            (_("Call back on"), self.call_on),
        ):
            self.add_labelled(name, editor)
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self.add_button(_("Keep"), self.keep, primary=True)
        self.caller.setFocus()

    def form(self) -> PhoneForm:
        """Return what stands in the fields."""
        picked = self.caller.value()
        return PhoneForm(
            caller=picked.name if picked else self.caller.text(),
            text=self.about.value(),
            phone=self.number.value(),
            about=f"contact:{picked.id}" if picked else "",
            for_whom=self.for_whom.value(),
            call_on=self.call_on.value(),
        )

    def keep(self) -> None:
        """Keep the call, unless it is not said who called or a day cannot be read."""
        form = self.form()
        if not form.caller.strip() and not form.phone:
            self.caller.setFocus()
        elif not self.call_on.is_readable():
            self.call_on.setFocus()
        else:
            self._shell.client.do(self._kept, notes.phone, form)

    def _kept(self, kept: Kept) -> None:
        self.accept()
        text = _("Call of {who} noted", who=kept.note.caller or kept.note.phone)
        if kept.follow_up is not None:
            day = formats().day(kept.follow_up.on)
            text = _(
                "{text}; {who} calls back on {day}", text=text, who=kept.follow_up.who, day=day
            )
        self._shell.did(Deed(text, notes.remove, (kept.note.id, kept.note.version)))


def take_call(parent: QWidget, shell: Shell) -> PhoneDialog:
    """Open the phone note over a window."""
    dialog = PhoneDialog(parent, shell)
    dialog.open()
    return dialog


def _name(row: ContactRow) -> str:
    return row.name


def _town(row: ContactRow) -> str:
    return row.town
