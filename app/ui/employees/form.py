"""The form of a person: what the whole office may know, in the order a clerk fills it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.employees.employee import PersonName, Profile
from app.domain.employees.form import NO_DAY, EmployeeForm, Since
from app.domain.shared.ids import DepartmentId, EmployeeId
from app.domain.shared.problems import Problem
from app.services.employees import OpenedPerson
from app.ui.kit.fields import ChoiceEdit, DateEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.languages import LANGUAGES
from app.ui.kit.texts import _
from app.ui.kit.unread import unread

NONE = "0"


class EmployeeFields(Form):
    """Fields that hold an EmployeeForm, and since when it holds."""

    def __init__(self, opened: OpenedPerson, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_new = opened.employee is None
        self._before: Profile | None = None
        days = partial(date.fromordinal, today.toordinal())
        self.given, self.family = TextEdit(), TextEdit()
        self.called, self.title = TextEdit(), TextEdit()
        self.number, self.user = TextEdit(), TextEdit()
        self.position, self.workplace = TextEdit(), TextEdit()
        self.email, self.phone = TextEdit(), TextEdit()
        self.starts_on, self.since = DateEdit(days), DateEdit(days)
        self.reason = TextEdit()
        nobody = [(NONE, "")]
        departments = [(str(one), name) for one, name in opened.departments.items()]
        people = [(str(one), name) for one, name in opened.people.items()]
        self.department = ChoiceEdit([*nobody, *departments])
        self.manager = ChoiceEdit([*nobody, *sorted(people, key=lambda one: one[1])])
        languages = [(code, _(text)) for code, text in LANGUAGES.items()]
        self.language = ChoiceEdit([("", _("As the office")), *languages])
        self._lay_out()
        self.since.put(today)

    def put(self, form: EmployeeForm) -> None:
        """Show what a form holds; nothing of it counts as typed."""
        profile = self._before = form.profile
        self.given.put(profile.name.given)
        self.family.put(profile.name.family)
        self.called.put(profile.name.called)
        self.title.put(profile.name.title)
        self.number.put(form.number)
        self.user.put(form.user)
        self.position.put(profile.position)
        self.workplace.put(profile.workplace)
        self.email.put(profile.work_email)
        self.phone.put(profile.work_phone)
        self.starts_on.put(form.starts_on)
        self.department.put(str(profile.department_id or NONE))
        self.manager.put(str(profile.manager_id or NONE))
        self.language.put(profile.language)
        self.chain()
        self.call_clean()

    def value(self) -> EmployeeForm:
        """Return what stands in the fields; a day that cannot be read counts as today."""
        name = PersonName(
            self.given.value(), self.family.value(), self.called.value(), self.title.value()
        )
        department, manager = int(self.department.value()), int(self.manager.value())
        profile = replace(
            self._before or Profile(name),
            name=name,
            position=self.position.value(),
            department_id=DepartmentId(department) if department else None,
            manager_id=EmployeeId(manager) if manager else None,
            workplace=self.workplace.value(),
            work_email=self.email.value(),
            work_phone=self.phone.value(),
            language=self.language.value(),
        )
        starts = self.starts_on.value() or date.max
        return EmployeeForm(profile, starts, self.number.value(), self.user.value())

    def begins(self) -> Since:
        """Return from which day it is to hold, and why."""
        return Since(self.since.value(), self.reason.value())

    def unreadable(self) -> tuple[Problem, ...]:
        """Return the days that are missing or none."""
        found = list(unread(self))
        if not self.starts_on.text().strip():
            found.append(NO_DAY.at("starts_on"))
        if not self._is_new and not self.since.text().strip():
            found.append(NO_DAY.at("valid_from"))
        return tuple(found)

    def _lay_out(self) -> None:
        self.heading(_("Name"))
        self.add("profile.name.given", _("Given name"), self.given, columns=4)
        self.add("profile.name.family", _("Family name"), self.family, columns=4)
        self.add("profile.name.called", _("Called"), self.called, columns=2)
        self.add("profile.name.title", _("Form of address"), self.title, columns=2)
        self.heading(_("The work"))
        self.add("profile.position", _("Position"), self.position, columns=4)
        self.add("profile.department_id", _("Department"), self.department, columns=4)
        self.add("profile.manager_id", _("Manager"), self.manager, columns=4)
        self.add("profile.workplace", _("Workplace"), self.workplace, columns=4)
        self.add("profile.work_email", _("Work e-mail"), self.email, columns=4)
        self.add("profile.work_phone", _("Work phone"), self.phone, columns=4)
        self.heading(_("Employment"))
        self.add("starts_on", _("First day"), self.starts_on, columns=3)
        numbered = _("Empty: the next free one")
        self.add("number", _("Number"), self.number, columns=3, help_text=numbered)
        own = _("Who approves nothing of their own")
        self.add("user", _("Uses Backdesk as"), self.user, columns=3, help_text=own)
        self.add("profile.language", _("Language of papers"), self.language, columns=3)
        if not self._is_new:
            self.heading(_("This holds"))
            kept = _("What was before stays to be seen")
            self.add("valid_from", _("From the day"), self.since, columns=4, help_text=kept)
            self.add("reason", _("Reason"), self.reason, columns=8)
