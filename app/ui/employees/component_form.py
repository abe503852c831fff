"""The form of a component of pay: its formula, what it counts into, and where it is booked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from app.domain.payroll.component import ComponentKind, PayComponent
from app.domain.payroll.payee import FIGURES as NAMED
from app.domain.payroll.reckoning import BASES
from app.lang.pay_words import FIGURES
from app.lang.rate_words import rate_name
from app.lang.texts import LANGUAGES as SPOKEN
from app.services.pay_rules import RuleSheet
from app.ui.employees.formula_edit import FormulaEdit
from app.ui.employees.pay_item_words import component_name
from app.ui.employees.pay_rule_words import FUNCTIONS, KINDS, base_name
from app.ui.kit.editor import CheckEdit
from app.ui.kit.fields import ChoiceEdit, DateEdit, NumberEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.languages import LANGUAGES
from app.ui.kit.texts import _, say


class ComponentFields(Form):
    """Fields that hold a component; a name is put into the formula from the list beside it."""

    def __init__(self, sheet: RuleSheet, today: Callable[[], date]) -> None:
        super().__init__()
        self._before: PayComponent | None = None
        self.code = TextEdit()
        kinds = [(kind, _(text)) for kind, text in KINDS.items()]
        self.kind_of: ChoiceEdit[ComponentKind] = ChoiceEdit(kinds)
        self.rank = NumberEdit(0)
        self.names = {one: TextEdit() for one in SPOKEN}
        self.formula = FormulaEdit()
        self.insert: ChoiceEdit[str] = ChoiceEdit(_names(sheet))
        self.bases = {one: CheckEdit(base_name(one)) for one in sorted(BASES)}
        self.debit, self.credit, self.codes = TextEdit(), TextEdit(), TextEdit()
        self.source = TextEdit()
        self.since, self.until = DateEdit(today), DateEdit(today)
        self._lay_out()
        self.insert.edited.connect(self._insert)

    def put(self, one: PayComponent) -> None:
        """Show a component; nothing of it counts as typed."""
        self._before = one
        self.code.put(one.code)
        self.kind_of.put(one.kind)
        self.rank.put(Decimal(one.rank))
        for language, field in self.names.items():
            field.put(one.names.get(language, ""))
        self.formula.put(one.formula)
        for base, check in self.bases.items():
            check.put(base in one.bases)
        self.debit.put(one.debit)
        self.credit.put(one.credit)
        self.codes.put(", ".join(f"{form}={code}" for form, code in (one.codes or {}).items()))
        self.source.put(one.source)
        self.since.put(one.valid_from)
        self.until.put(one.valid_until)
        self.chain()
        self.call_clean()

    def value(self) -> PayComponent:
        """Return the component as it is written."""
        assert self._before is not None
        names = {one: field.value() for one, field in self.names.items() if field.value()}
        others = {one: name for one, name in self._before.names.items() if one not in self.names}
        return replace(
            self._before,
            code=self.code.value(),
            names=others | names,
            kind=self.kind_of.value(),
            formula=self.formula.value(),
            valid_from=self.since.value() or self._before.valid_from,
            valid_until=self.until.value(),
            bases=frozenset(base for base, check in self.bases.items() if check.value()),
            debit=self.debit.value(),
            credit=self.credit.value(),
            codes=_codes(self.codes.value()),
            source=self.source.value(),
            rank=int(self.rank.value() or 100),
        )

    def _insert(self) -> None:
        if name := self.insert.value():
            self.insert.put("")
            self.formula.insert_name(name)

    def _lay_out(self) -> None:
        for language, field in self.names.items():
            self.add(f"names.{language}", _(LANGUAGES[language]), field, columns=4)
        told = _("Small letters; formulas name it so")
        self.add("code", _("Code"), self.code, columns=4, help_text=told)
        self.add("kind", _("Kind"), self.kind_of, columns=4)
        told = _("The lower, the further up")
        self.add("rank", _("Place on the payslip"), self.rank, columns=4, help_text=told)
        self.add("formula", _("Formula"), self.formula, columns=12)
        self.add("insert", _("Put a name into the formula"), self.insert, columns=6)
        self.add("valid_from", _("First day"), self.since, columns=3)
        self.add("valid_until", _("Last day"), self.until, columns=3)
        self.heading(_("Counts into"))
        for base, check in self.bases.items():
            self.add(f"bases.{base}", base_name(base), check, columns=6)
            self.cell(f"bases.{base}").label.hide()
        self.heading(_("Books and forms"))
        told = _("A number, or a use such as wages")
        self.add("debit", _("Debit account"), self.debit, columns=3, help_text=told)
        self.add("credit", _("Credit account"), self.credit, columns=3)
        told = _("Such as incomes_register=201")
        self.add("codes", _("Codes of the forms"), self.codes, columns=6, help_text=told)
        self.add("source", _("Source"), self.source, columns=12)


def _codes(text: str) -> dict[str, str]:
    pairs = (part.partition("=") for part in text.split(","))
    return {form.strip(): code.strip() for form, _sign, code in pairs if form.strip()}


def _names(sheet: RuleSheet) -> Sequence[tuple[str, str]]:
    """Return what can be put into a formula: functions, figures, bases, rates and components."""
    found = [("", "")]
    found += ((text, f"{text} – {_(told)}") for text, told in FUNCTIONS.items())
    figures = (*NAMED, *sorted(BASES), "gross", "left")
    found += ((name, f"{name} – {_(FIGURES[name])}") for name in figures)
    for code in sorted({one.code for one in sheet.rates}):
        is_scale = any(one.bands for one in sheet.rates if one.code == code)
        text = f'step("{code}", )' if is_scale else f'rate("{code}")'
        found.append((text, f"{text} – {rate_name(code, say())}"))
    found += ((one.code, f"{one.code} – {component_name(one)}") for one in sheet.components)
    return found
