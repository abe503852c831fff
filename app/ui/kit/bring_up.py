"""Bringing up again: on which day a record comes back, before whom and what for.

ask_day(self, shell, "letter-in:123", _("IN-2026-0001"))
"""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.correspondence.notes import FollowUp, FollowUpForm, Note
from app.domain.shared.refusals import Conflict, NotFound, OfficeError
from app.services import follow_ups, notes
from app.services.notes import Kept
from app.ui.kit.dialogs import Dialog
from app.ui.kit.editor import MultiLine
from app.ui.kit.fields import DateEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.history import Deed
from app.ui.kit.settling import Writing, settling
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats

USUAL_DAYS = 14


class _Fields(Form):
    """Fields in which Enter says that it is done, wherever the keyboard is."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.submitted.emit()
        else:
            super().keyPressEvent(event)


class BringUpDialog(Dialog):
    """Asks for a day; its keys work: +14, T for today, M for the first of the month."""

    def __init__(self, parent: QWidget, shell: Shell, title: str, known: FollowUp | None) -> None:
        text = _("Type a day, or +14 for in two weeks; T is today. It comes up under To do.")
        super().__init__(parent, _("Bring {what} up again", what=title), text, "clock")
        self._shell, self._known = shell, known
        self.day, self.who, self.text = DateEdit(shell.today), TextEdit(), TextEdit()
        self._fields = _Fields()
        self._fields.add("on", _("On"), self.day, columns=12)
        self._fields.add("who", _("For whom"), self.who, columns=12)
        self._fields.add("text", _("What for"), self.text, columns=12)
        self._fields.submitted.connect(self.accept)
        records = (f"follow_up:{known.id}",) if known is not None else ()
        writing = Writing(self._fields, self._reread, self.accept, records)
        self.standoff = settling(shell, self, writing)
        self.add_field(self.standoff.line)
        self.add_field(self._fields)
        self.day.put(shell.today() + timedelta(USUAL_DAYS))
        self.who.setPlaceholderText(_("Yourself"))
        if known is not None:
            self._show(known)
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self.add_button(_("Bring up again"), self.accept, primary=True)
        self.day.setFocus()
        self.day.selectAll()

    def form(self) -> FollowUpForm | None:
        """Return what is asked for, or nothing while the day cannot be read."""
        day = self.day.value()
        return FollowUpForm(day, self.who.value(), self.text.value()) if day else None

    def accept(self) -> None:
        """Go on asking while the day cannot be read, or a colleague was first."""
        form, known = self.form(), self._known
        if form is None:
            self.day.setFocus()
            self.day.selectAll()
        elif self.standoff.is_open:
            self.standoff.ask()
        elif known is None:
            super().accept()
        else:
            told = (known.id, known.version, form)
            self._shell.client.do(self._moved, follow_ups.change, *told, refused=self._refused)

    def _show(self, known: FollowUp) -> None:
        self._known = known
        self.day.put(known.on)
        self.who.put(known.who)
        self.text.put(known.text)
        self._fields.call_clean()
        self.standoff.opened(known.version)

    def _reread(self) -> None:
        if self._known is not None:
            about, note_id = self._known.about, self._known.note_id
            asked = about.source if about is not None else f"note:{note_id}"
            self._shell.client.ask_or(self._look, self.standoff.lost, follow_ups.of, asked)

    def _look(self, found: tuple[FollowUp, ...]) -> None:
        known = self._known.id if self._known is not None else None
        now = next((one for one in found if one.id == known), None)
        if now is None:
            self.standoff.lost(NotFound())
        else:
            self._show(now)

    def _moved(self, after: FollowUp) -> None:
        super().accept()
        if self._known is not None:
            _moved(self._shell, self._known, after)

    def _refused(self, error: OfficeError) -> None:
        if isinstance(error, Conflict | NotFound):
            self.standoff.meet()
        else:
            self.reject()
            self._shell.refuse(error)


def ask_day(page: QWidget, shell: Shell, source: str, title: str) -> BringUpDialog:
    """Ask when a record is to be brought up again, and note it."""
    dialog = BringUpDialog(page, shell, title, None)
    dialog.accepted.connect(partial(_add, dialog, shell, source))
    dialog.open()
    return dialog


def ask_other_day(page: QWidget, shell: Shell, known: FollowUp, title: str) -> BringUpDialog:
    """Ask for another day, person or purpose of a follow-up."""
    dialog = BringUpDialog(page, shell, title, known)
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
