"""The types of leave: how each is earned, counted, carried over and paid; written here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial

from app.domain.leave.leave import Accrual, Allowance, CarryOver, Counting, LeaveType
from app.domain.payroll.component import PayComponent
from app.domain.payroll.standing import figures_named
from app.domain.shared.ids import LeaveTypeId, new_id
from app.lang.texts import mark
from app.services import leave_types, pay_components
from app.ui.employees.leave_words import kind_name
from app.ui.kit.editor import CheckEdit
from app.ui.kit.fields import ChoiceEdit, NumberEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.listed_form import ListedForm
from app.ui.kit.part_rows import PartField, PartRows
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, language

ACCRUALS = {
    Accrual.NONE: mark("Nothing is earned"),
    Accrual.YEARLY: mark("At the start of each year of leave"),
    Accrual.MONTHLY: mark("A twelfth each month"),
    Accrual.BY_SERVICE: mark("By completed years of service"),
    Accrual.FI_ANNUAL: mark("2 or 2.5 days a month (Finland)"),
}
COUNTINGS = {
    Counting.WORKING: mark("Days that would be worked"),
    Counting.SIX_DAYS: mark("Six days a week (Finland)"),
    Counting.CALENDAR: mark("Calendar days"),
}
PLACES = 2
_FLAGS = ("is_paid", "is_health", "needs_approval", "may_go_below", "is_closed")


class LeaveTypesPage(ListedForm[LeaveType]):
    """Lists the types; those of the country come first, as they were taken up."""

    recorded = "leave_type"

    def __init__(self, shell: Shell, strip: Strip) -> None:
        self._found: Sequence[LeaveType] = ()
        self._components: Sequence[PayComponent] = ()
        super().__init__(shell, strip, _("Types of leave"))
        shell.client.changed.connect(self._news)
        shell.client.ask(self._know, pay_components.components)
        self.ask()

    def ask(self) -> None:
        self.shell.client.ask(self._show, leave_types.all_types)

    def lines(self) -> Sequence[tuple[LeaveType, str]]:
        closed = _("closed")
        return [
            (one, f"{kind_name(one)} ({closed})" if one.is_closed else kind_name(one))
            for one in self._found
        ]

    def make_form(self) -> Form:
        one, form = self.chosen or _new(), Form()
        self.name, self.code = TextEdit(), TextEdit()
        self.accrual = ChoiceEdit([(each, _(text)) for each, text in ACCRUALS.items()])
        self.counting = ChoiceEdit([(each, _(text)) for each, text in COUNTINGS.items()])
        self.component = ChoiceEdit(self._offers(one.component))
        self.proof_after, self.year_begins = NumberEdit(0), NumberEdit(0)
        self.most, self.months = NumberEdit(PLACES), NumberEdit(0)
        texts = (
            _("With pay"),
            _("About health: the reason is sealed"),
            _("Somebody approves it"),
            _("May go below nothing"),
            _("Closed"),
        )
        self.flags = {name: CheckEdit(text) for name, text in zip(_FLAGS, texts, strict=True)}
        self._put_fields(form)
        self._put_values(one)
        return form

    def send(self) -> None:
        command = leave_types.change if self.chosen else leave_types.write
        self.shell.client.do(self.saved, command, self.written(), refused=self.refused)

    def at(self, field: str) -> str:
        path, _dot, place = field.partition(".")
        if path != "allowances":
            return field
        return self.allowances.place_of(f"{field}.days") if place else self._first_days()

    def written(self) -> LeaveType:
        """Return the type as the form says it is; names in other languages stay."""
        before = self.chosen or _new()
        rows = self.allowances.values()
        flags = self.flags
        return replace(
            before,
            names=dict(before.names) | {language(): self.name.value()},
            code=self.code.value(),
            accrual=self.accrual.value(),
            counting=self.counting.value(),
            component=self.component.value(),
            proof_after=int(self.proof_after.value() or 0),
            year_begins=int(self.year_begins.value() or 0),
            carry_over=CarryOver(self.most.value(), int(self.months.value() or 0)),
            allowances=tuple(Allowance(int(row["years"] or 0), row["days"]) for row in rows),
            is_paid=flags["is_paid"].value(),
            is_health=flags["is_health"].value(),
            needs_approval=flags["needs_approval"].value(),
            may_go_below=flags["may_go_below"].value(),
            is_closed=flags["is_closed"].value(),
        )

    def _put_fields(self, form: Form) -> None:
        form.add("name", _("Name"), self.name, columns=6)
        form.add("code", _("Code"), self.code, columns=3)
        form.add("proof_after", _("Proof after days"), self.proof_after, columns=3)
        form.add("accrual", _("How it is earned"), self.accrual, columns=6)
        form.add("counting", _("Which days count"), self.counting, columns=6)
        form.add("component", _("Paid by the component"), self.component, columns=6)
        form.add("year_begins", _("Year begins in month"), self.year_begins, columns=6)
        form.add("carry_over", _("Carried over at most (empty: all)"), self.most, columns=6)
        form.add("carry_months", _("Months until it expires"), self.months, columns=6)
        for name, field in self.flags.items():
            form.add(name, "", field, columns=6)
        form.heading(_("Days a year"))
        self.allowances = PartRows(
            form,
            "allowances",
            (
                PartField("years", _("After years of service"), partial(NumberEdit, 0), columns=6),
                PartField("days", _("Days"), partial(NumberEdit, PLACES), columns=6, is_main=True),
            ),
        )
        form.place(self.allowances)

    def _put_values(self, one: LeaveType) -> None:
        self.name.put(kind_name(one) if one.names else "")
        self.code.put(one.code)
        self.accrual.put(one.accrual)
        self.counting.put(one.counting)
        self.component.put(one.component)
        self.proof_after.put(Decimal(one.proof_after) if one.proof_after else None)
        self.year_begins.put(Decimal(one.year_begins))
        self.most.put(one.carry_over.most)
        self.months.put(Decimal(one.carry_over.months))
        for name, field in self.flags.items():
            field.put(getattr(one, name))
        rows = [{"years": Decimal(each.years), "days": each.days} for each in one.allowances]
        self.allowances.put(rows)

    def _offers(self, held: str) -> list[tuple[str, str]]:
        """Return what may pay for days: nothing of its own, or a component with an amount."""
        fit = [one for one in self._components if "amount" in figures_named(one)]
        names = {one.code: one.names.get(language()) or one.names.get("en", "") for one in fit}
        if held and held not in names:
            names[held] = held
        return [("", _("The salary goes on")), *names.items()]

    def _first_days(self) -> str:
        return self.allowances.first_of("days")

    def _know(self, components: tuple[PayComponent, ...]) -> None:
        self._components = components
        self.fill()

    def _show(self, found: tuple[LeaveType, ...]) -> None:
        self._found = found
        self.fill()

    def _news(self, tables: frozenset[str]) -> None:
        if "leave_type" in tables:
            self.ask()


def _new() -> LeaveType:
    return LeaveType(LeaveTypeId(new_id()), 1, "", {}, Accrual.NONE)
