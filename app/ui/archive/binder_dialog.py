"""A binder as it is written: its name, the numbers that stand in it, and where it stands."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.archive.serials import Binder
from app.domain.shared.refusals import NotFound
from app.services import serials
from app.ui.archive.form_dialog import FormDialog, Refused
from app.ui.kit.dialogs import Question
from app.ui.kit.fields import NumberEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

USUAL = 100
"""So many originals a new binder is offered to hold."""


class BinderFields(Form):
    """The fields of a binder; a new one goes on where the last one ends."""

    def __init__(self, before: Binder | None, first: int) -> None:
        super().__init__()
        self.name, self.note = TextEdit(), TextEdit()
        self.first, self.last = NumberEdit(0), NumberEdit(0)
        self.add("name", _("Name on the spine"), self.name, columns=12)
        self.add("first", _("First number"), self.first, columns=6)
        self.add("last", _("Last number"), self.last, columns=6)
        self.add("note", _("Where it stands"), self.note, columns=12)
        self.first.put(Decimal(first))
        self.last.put(Decimal(first + USUAL - 1))
        if before is not None:
            self.put(before)

    def put(self, binder: Binder) -> None:
        """Show a binder."""
        self.first.put(Decimal(binder.first))
        self.last.put(Decimal(binder.last))
        self.name.put(binder.name)
        self.note.put(binder.note)

    def range(self) -> tuple[int, int]:
        """Return the first and the last number; what cannot be read is 0."""
        return number_of(self.first), number_of(self.last)


def number_of(field: NumberEdit) -> int:
    """Return the whole number in a field; 0 when it cannot be read."""
    value = field.value() if field.is_readable() else None
    return int(value) if value is not None else 0


class BinderDialog(FormDialog):
    """Adds a binder, or changes one that is there."""

    def __init__(self, parent: QWidget, shell: Shell, before: Binder | None, first: int) -> None:
        question = Question(
            _("Change this binder") if before else _("New binder"),
            _("Originals with these numbers stand in it; their documents say so by themselves."),
            _("Save"),
        )
        super().__init__(parent, shell, question, "book")
        self.drafted_of = before.id if before is not None else 0
        self._before = before
        self.fields = BinderFields(before, first)
        self.hold(self.fields, self._keep)
        if before is not None:
            self.guard(f"binder:{before.id}", before.version, self._reread)

    def _reread(self) -> None:
        if self.standoff is not None:
            self._shell.client.ask_or(self._show, self.standoff.lost, serials.binders)

    def _show(self, binders: tuple[Binder, ...]) -> None:
        known = self._before.id if self._before else None
        found = next((one for one in binders if one.id == known), None)
        if self.standoff is None or found is None:
            self._gone()
            return
        self._before = found
        self.fields.put(found)
        self.standoff.opened(found.version)

    def _gone(self) -> None:
        if self.standoff is not None:
            self.standoff.lost(NotFound())

    def _keep(self, refused: Refused) -> None:
        name, note = self.fields.name.value(), self.fields.note.value()
        first, last = self.fields.range()
        do = partial(self._shell.client.do, self._kept, refused=refused)
        if self._before is None:
            do(serials.add_binder, name, first, last, note)
        else:
            changed = replace(self._before, name=name, first=first, last=last, note=note)
            do(serials.change_binder, changed)

    def _kept(self, binder: Binder) -> None:
        self._shell.say(_("Binder {name} kept", name=binder.name))
        self.accept()
