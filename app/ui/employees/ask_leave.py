"""Asking for leave: who, of which type, on which days; what becomes of it is told meanwhile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.leave.leave import LeaveRequest, LeaveType, Part, RequestState
from app.domain.leave.row import Outlook
from app.domain.shared.ids import EmployeeId, LeaveRequestId, LeaveTypeId, new_id
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Invalid, OfficeError
from app.services import leave_requests, leave_types
from app.ui.employees.leave_words import PARTS, days_text, kind_name, span_text
from app.ui.kit.dialogs import Dialog
from app.ui.kit.fields import ChoiceEdit, DateEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.labels import plain_label
from app.ui.kit.messages import problem_text
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _


@dataclass(frozen=True, slots=True)
class Offer:
    """Whom leave can be asked for, and the types there are."""

    people: Mapping[EmployeeId, str]
    kinds: Sequence[LeaveType]


class AskLeave(Dialog):
    """Asks for a leave; days, what is left, and what is in its way are told as it is written."""

    outlook = staticmethod(leave_requests.outlook)
    write = staticmethod(leave_requests.write)
    submit = staticmethod(leave_requests.submit)

    def __init__(
        self, shell: Shell, parent: QWidget, offer: Offer, person: EmployeeId | None
    ) -> None:
        text = _("Both days are included; holidays and days off are not counted.")
        super().__init__(parent, _("Ask for leave"), text, "beach")
        self.drafted_of = person or 0
        self._shell = shell
        self._id = LeaveRequestId(new_id())
        self.form = Form()
        people = sorted(offer.people.items(), key=lambda one: one[1].casefold())
        self.person: ChoiceEdit[EmployeeId] = ChoiceEdit(people)
        kinds = [(one.id, kind_name(one)) for one in offer.kinds if not one.is_closed]
        self.kind: ChoiceEdit[LeaveTypeId] = ChoiceEdit(kinds)
        self.first, self.last = DateEdit(shell.today), DateEdit(shell.today)
        parts = [(one, _(told)) for one, told in PARTS.items()]
        self.first_part: ChoiceEdit[Part] = ChoiceEdit(parts)
        self.last_part: ChoiceEdit[Part] = ChoiceEdit(parts)
        self.reason = TextEdit()
        self.told = plain_label("", "muted")
        self.told.setWordWrap(True)
        if person is not None:
            self.person.put(person)
        self._put_fields()
        for field in (self.person, self.kind, self.first_part, self.last_part):
            field.edited.connect(self.look)
        for day in (self.first, self.last):
            day.editingFinished.connect(self.look)

    def look(self) -> None:
        """Tell what would become of the leave."""
        if self.first.value() is not None:
            client = self._shell.client
            client.ask_or(self._tell, self._cannot, self.outlook, self.written())

    def send(self) -> None:
        """Ask for the leave."""
        if self.first.value() is None:
            self.told.setText("✕ " + _("Write the first day."))
            self.first.setFocus()
            return
        client = self._shell.client
        client.do(self._kept, self.write, self.written(), refused=self._refused)

    def written(self) -> LeaveRequest:
        """Return the request as it is written; without a last day it is one day."""
        first = self.first.value() or self._shell.today()
        return LeaveRequest(
            self._id,
            1,
            RequestState.DRAFT,
            self.person.value(),
            self.kind.value(),
            first,
            self.last.value() or first,
            Decimal(0),
            self.first_part.value(),
            self.last_part.value(),
            reason=self.reason.value(),
        )

    def _put_fields(self) -> None:
        form = self.form
        form.add("employee_id", _("Who"), self.person, columns=6)
        form.add("type_id", _("Type of leave"), self.kind, columns=6)
        form.add("first_on", _("First day off"), self.first, columns=6)
        form.add("first_part", _("From"), self.first_part, columns=6)
        form.add("last_on", _("Last day off"), self.last, columns=6)
        form.add("last_part", _("Until"), self.last_part, columns=6)
        form.add("reason", _("Reason"), self.reason, columns=12)
        form.chain()
        form.submitted.connect(self.send)
        self.add_field(form)
        self.add_field(self.told)
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self.add_button(_("Ask for it"), self.send, primary=True)
        self.first.setFocus()

    def _tell(self, outlook: Outlook) -> None:
        lines = [_("Days of leave: {days}", days=days_text(outlook.days))]
        if outlook.before is not None:
            left = {"before": days_text(outlook.before), "after": days_text(outlook.after)}
            lines.append(_("left before {before}, after {after}", **left))
        told = [", ".join(lines), *(said(one) for one in outlook.problems)]
        self.told.setText("\n".join(told))

    def _cannot(self, error: OfficeError) -> None:
        self.told.setText("")

    def _kept(self, request: LeaveRequest) -> None:
        known = (request.id, request.version)
        self._shell.client.do(self._asked, self.submit, *known, refused=self._refused)

    def _asked(self, request: LeaveRequest) -> None:
        self.accept()
        days = span_text(request.first_on, request.last_on)
        if request.state is RequestState.APPROVED:
            self._shell.say(_("Leave noted: {days}", days=days))
        else:
            self._shell.say(_("Leave asked for: {days}", days=days))

    def _refused(self, error: OfficeError) -> None:
        if isinstance(error, Invalid):
            wrong = tuple(one for one in error.problems if not one.is_warning)
            self.form.show_problems(wrong)
            self.told.setText("\n".join(said(one) for one in error.problems))
        else:
            self.reject()
            self._shell.refuse(error)


def said(problem: Problem) -> str:
    """Return what speaks against a leave, or is to be known of it."""
    sign = "⚠" if problem.is_warning else "✕"
    return f"{sign} {problem_text(problem)}"


class _Beginning:
    """Reads who works here and which types there are, then asks."""

    def __init__(self, shell: Shell, parent: QWidget, person: EmployeeId | None) -> None:
        self._shell = shell
        self._parent = parent
        self._person = person

    def start(self) -> None:
        """Ask who works here."""
        self._shell.client.ask(self._know, leave_requests.people)

    def _know(self, people: Mapping[EmployeeId, str]) -> None:
        self._shell.client.ask(partial(self._open, people), leave_types.all_types)

    def _open(self, people: Mapping[EmployeeId, str], kinds: Sequence[LeaveType]) -> None:
        if people and any(not one.is_closed for one in kinds):
            AskLeave(self._shell, self._parent, Offer(people, kinds), self._person).open()
        else:
            self._shell.say(_("Write who works here and take up types of leave first"))


def ask_leave(shell: Shell, parent: QWidget, person: EmployeeId | None = None) -> None:
    """Ask for a leave of somebody."""
    _Beginning(shell, parent, person).start()
