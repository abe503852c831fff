"""Bringing up again: on which day a record comes back, before whom and what for.

ask_day(self, shell, "letter-in:123", _("IN-2026-0001"))
"""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.correspondence.notes import FollowUp, FollowUpForm, Note
from app.services import follow_ups, notes
from app.services.notes import Kept
from app.ui.kit.dialogs import Dialog
from app.ui.kit.editor import MultiLine
from app.ui.kit.fields import DateEdit, TextEdit
from app.ui.kit.history import Deed
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats

USUAL_DAYS = 14


class BringUpDialog(Dialog):
    """Asks for a day; its keys work: +14, T for today, M for the first of the month."""

    def __init__(self, parent: QWidget, shell: Shell, title: str, known: FollowUp | None) -> None:
        text = _("Type a day, or +14 for in two weeks; T is today. It comes up under To do.")
        super().__init__(parent, _("Bring {what} up again", what=title), text, "clock")
        self._today = shell.today
        self.day, self.who, self.text = DateEdit(shell.today), TextEdit(), TextEdit()
        for name, editor in (
            (_("On"), self.day),
            (_("For whom"), self.who),
            (_("What for"), self.text),
        ):
            self.add_labelled(name, editor)
        self.day.put(known.on if known else shell.today() + timedelta(USUAL_DAYS))
        self.who.setPlaceholderText(_("Yourself"))
        if known is not None:
            self.who.put(known.who)
            self.text.put(known.text)
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self.add_button(_("Bring up again"), self.accept, primary=True)
        self.day.setFocus()
        self.day.selectAll()

    def form(self) -> FollowUpForm | None:
        """Return what is asked for, or nothing while the day cannot be read."""
        day = self.day.value()
        return FollowUpForm(day, self.who.value(), self.text.value()) if day else None

    def accept(self) -> None:
        """Go on asking while the day cannot be read."""
        if self.form() is None:
            self.day.setFocus()
            self.day.selectAll()
        else:
            super().accept()


def ask_day(page: QWidget, shell: Shell, source: str, title: str) -> BringUpDialog:
    """Ask when a record is to be brought up again, and note it."""
    dialog = BringUpDialog(page, shell, title, None)
    dialog.accepted.connect(partial(_add, dialog, shell, source))
    dialog.open()
    return dialog


def ask_other_day(page: QWidget, shell: Shell, known: FollowUp, title: str) -> BringUpDialog:
    """Ask for another day, person or purpose of a follow-up."""
    dialog = BringUpDialog(page, shell, title, known)
    dialog.accepted.connect(partial(_change, dialog, shell, known))
    dialog.open()
    return dialog


class NoteDialog(Dialog):
    """Asks for the words of a note; a name hands the record over."""

    def __init__(self, parent: QWidget, *, is_handed: bool) -> None:
        title = _("Hand over") if is_handed else _("Write a note")
        text = (
            _("Whoever it is finds it under To do, with your words.")
            if is_handed
            else _("Notes stay in the office: they are printed on no letter.")
        )
        super().__init__(parent, title, text, "pencil")
        self.who, self.words = TextEdit(), MultiLine(4)
        if is_handed:
            self.add_labelled(_("To whom"), self.who)
        self.add_labelled(_("Note"), self.words)
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self.add_button(title, self.accept, primary=True)
        (self.who if is_handed else self.words).setFocus()


def ask_note(page: QWidget, shell: Shell, source: str) -> NoteDialog:
    """Ask for a note about a record, and keep it."""
    dialog = NoteDialog(page, is_handed=False)
    dialog.accepted.connect(partial(_note, dialog, shell, source))
    dialog.open()
    return dialog


def ask_hand_over(page: QWidget, shell: Shell, source: str) -> NoteDialog:
    """Ask into whose hands a letter goes, with a word for them."""
    dialog = NoteDialog(page, is_handed=True)
    dialog.accepted.connect(partial(_hand_over, dialog, shell, source))
    dialog.open()
    return dialog


def _add(dialog: BringUpDialog, shell: Shell, source: str) -> None:
    if (form := dialog.form()) is not None:
        shell.client.do(partial(_added, shell), follow_ups.add, source, form)


def _change(dialog: BringUpDialog, shell: Shell, known: FollowUp) -> None:
    if (form := dialog.form()) is not None:
        told = (known.id, known.version, form)
        shell.client.do(partial(_moved, shell, known), follow_ups.change, *told)


def _note(dialog: NoteDialog, shell: Shell, source: str) -> None:
    shell.client.do(partial(_noted, shell), notes.add, source, dialog.words.value())


def _hand_over(dialog: NoteDialog, shell: Shell, source: str) -> None:
    told = (source, dialog.who.value(), dialog.words.value())
    shell.client.do(partial(_handed, shell), notes.hand_over, *told)


def _added(shell: Shell, one: FollowUp) -> None:
    text = _("Comes up again on {day}", day=formats().day(one.on))
    shell.did(Deed(text, follow_ups.remove, (one.id, one.version)))


def _moved(shell: Shell, before: FollowUp, one: FollowUp) -> None:
    text = _("Comes up again on {day}", day=formats().day(one.on))
    form = FollowUpForm(before.on, before.who, before.text)
    shell.did(Deed(text, follow_ups.change, (one.id, one.version, form)))


def _noted(shell: Shell, note: Note) -> None:
    shell.did(Deed(_("Noted"), notes.remove, (note.id, note.version)))


def _handed(shell: Shell, kept: Kept) -> None:
    shell.say(_("It is in the hands of {who}", who=kept.note.for_whom))
