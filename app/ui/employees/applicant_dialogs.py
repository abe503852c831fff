"""The dialogs of recruiting: an application as it is written, and hiring who applied."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.employees.applicants import Applicant, ApplicantForm, Candidate
from app.domain.employees.employee import Employee, PersonName
from app.domain.shared.refusals import Conflict, Invalid, NotFound, OfficeError
from app.services import applicants
from app.ui.employees.day_dialog import DayDialog
from app.ui.kit.dialogs import Dialog
from app.ui.kit.editor import MultiLine
from app.ui.kit.fields import DateEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.settling import Writing, settling
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _


class ApplicantDialog(Dialog):
    """Writes an application, a new one or one that is there."""

    def __init__(self, shell: Shell, parent: QWidget, row: Applicant | None) -> None:
        title = _("Application") if row is not None else _("New application")
        text = _("Sealed with a key of its own; the personnel office alone reads it.")
        super().__init__(parent, title, text, "user-plus")
        self.drafted_of = row.id if row is not None else 0
        self.shell = shell
        self._row = row
        self.form = Form()
        self.given, self.family, self.position = TextEdit(), TextEdit(), TextEdit()
        self.email, self.phone, self.source = TextEdit(), TextEdit(), TextEdit()
        self.applied_on, self.delete_on = DateEdit(shell.today), DateEdit(shell.today)
        self.note = MultiLine(3)
        self._put_fields()
        self._put(row)
        record = (f"applicant:{row.id}",) if row is not None else ()
        self.standoff = settling(shell, self, Writing(self.form, self._reread, self.send, record))
        self.add_field(self.standoff.line)
        self.add_field(self.form)
        self.form.call_clean()
        self.standoff.opened(row.version if row is not None else 0)
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self.add_button(_("Save"), self.send, primary=True)
        self.given.setFocus()

    def send(self) -> None:
        """Keep what is written."""
        client = self.shell.client
        if self.standoff.is_open:
            self.standoff.ask()
        elif self._row is None:
            client.do(self._kept, applicants.add, self.written(), refused=self._refused)
        else:
            known = (self._row.id, self._row.version, self.written())
            client.do(self._kept, applicants.change, *known, refused=self._refused)

    def written(self) -> ApplicantForm:
        """Return what stands in the fields."""
        candidate = Candidate(
            PersonName(self.given.value(), self.family.value()),
            self.email.value(),
            self.phone.value(),
            self.source.value(),
            self.note.value(),
        )
        applied = self.applied_on.value() or self.shell.today()
        return ApplicantForm(candidate, self.position.value(), applied, self.delete_on.value())

    def _put_fields(self) -> None:
        form = self.form
        form.add("candidate.name.given", _("First name"), self.given)
        form.add("candidate.name.family", _("Family name"), self.family)
        form.add("position", _("Position"), self.position, columns=12)
        form.add("candidate.email", _("E-mail"), self.email)
        form.add("candidate.phone", _("Phone"), self.phone)
        form.add("candidate.source", _("Heard of us by"), self.source, columns=12)
        form.add("applied_on", _("Applied on"), self.applied_on)
        told = _("A year later where nothing is written")
        form.add("delete_on", _("Forget on"), self.delete_on, help_text=told)
        form.add("candidate.note", _("Note"), self.note, columns=12)
        form.chain()
        form.submitted.connect(self.send)

    def _put(self, row: Applicant | None) -> None:
        self.applied_on.put(row.applied_on if row is not None else self.shell.today())
        if row is None or row.candidate is None:
            return
        one = row.candidate
        for field, text in (
            (self.given, one.name.given),
            (self.family, one.name.family),
            (self.position, row.position),
            (self.email, one.email),
            (self.phone, one.phone),
            (self.source, one.source),
        ):
            field.put(text)
        self.delete_on.put(row.delete_on)
        self.note.put(one.note)

    def _reread(self) -> None:
        lost = self.standoff.lost
        self.shell.client.ask_or(self._show_again, lost, applicants.all_applicants)

    def _show_again(self, rows: tuple[Applicant, ...]) -> None:
        known = self._row.id if self._row is not None else None
        found = next((one for one in rows if one.id == known), None)
        if found is None or found.candidate is None:
            self.standoff.lost(NotFound())
            return
        self._row = found
        self._put(found)
        self.standoff.opened(found.version)

    def _kept(self, _row: object) -> None:
        self.accept()
        self.shell.say(_("The application is kept"))

    def _refused(self, error: OfficeError) -> None:
        if isinstance(error, Invalid):
            self.form.show_problems(error.problems, focus=True)
        elif isinstance(error, Conflict | NotFound) and self._row is not None:
            self.standoff.meet()
        else:
            self.reject()
            self.shell.refuse(error)


class HireDialog(DayDialog):
    """Asks for the first day of work; ``hired(Employee)`` when the file is begun."""

    hired = Signal(object)

    def __init__(self, shell: Shell, parent: QWidget, row: Applicant) -> None:
        name = row.candidate.name.written if row.candidate is not None else ""
        text = _("The file of the person is begun, with the checklist of joining.")
        super().__init__(shell, parent, _("Hire {name}", name=name), text)
        self.drafted_of = row.id
        self._row = row
        self.add_labelled(_("First day of work"), self.day)
        self.finish(_("Hire"))

    def send(self, day: date) -> None:
        known = (self._row.id, self._row.version, day)
        self.shell.client.do(self._begun, applicants.hire, *known, refused=self.refuse)

    def _begun(self, person: Employee) -> None:
        self.accept()
        self.hired.emit(person)
