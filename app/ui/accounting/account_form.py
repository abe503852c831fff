"""The form of an account: its number, its names, its kind, VAT code and report line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtWidgets import QWidget

from app.domain.accounting.chart import STATEMENT_OF, AccountKind, AccountUse
from app.domain.accounting.entries import AccountForm
from app.domain.shared.problems import Problem
from app.services.accounts import Opened
from app.ui.accounting.vat_text import NO_CODE, vat_choices
from app.ui.accounting.words import KINDS, kind_name
from app.ui.kit.editor import CheckEdit
from app.ui.kit.fields import ChoiceEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.languages import LANGUAGES
from app.ui.kit.texts import _, language


class AccountFields(Form):
    """Fields that hold an AccountForm."""

    def __init__(self, opened: Opened, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reports = opened.reports
        self._language = opened.language
        self._use: AccountUse | None = None
        self._other_names: Mapping[str, str] = {}
        self.number = TextEdit()
        self.kind = ChoiceEdit([(kind, kind_name(kind)) for kind in KINDS])
        self.vat = ChoiceEdit(vat_choices(opened.vat, today))
        self.report: ChoiceEdit[str] = ChoiceEdit()
        self.is_closed = CheckEdit(_("Closed: nothing more can be posted to it"))
        own = [self._language] if self._language in LANGUAGES else []
        self.names = {one: TextEdit() for one in (*own, *LANGUAGES) if one}
        self._lay_out()
        self._offer_reports()
        self.kind.edited.connect(self._offer_reports)

    def put(self, form: AccountForm) -> None:
        """Show what a form holds; nothing of it counts as typed."""
        self._use = form.use
        self._other_names = {one: text for one, text in form.names.items() if one not in self.names}
        self.number.put(form.number)
        for one, field in self.names.items():
            field.put(form.names.get(one, ""))
        self.kind.put(form.kind)
        self._offer_reports()
        self.vat.put(form.vat)
        self.report.put(form.report)
        self.is_closed.put(form.is_closed)
        self.chain()
        self.call_clean()

    def value(self) -> AccountForm:
        """Return what stands in the fields."""
        names = {one: field.value() for one, field in self.names.items() if field.value()}
        return AccountForm(
            number=self.number.value(),
            names={**names, **self._other_names},
            kind=self.kind.value(),
            use=self._use,
            vat=self.vat.value(),
            report=self.report.value(),
            is_closed=self.is_closed.value(),
        )

    def at_its_field(self, problem: Problem) -> str:
        """Return the path of the field that a problem of the account belongs to."""
        return f"names.{next(iter(self.names))}" if problem.field == "names" else problem.field

    def _offer_reports(self) -> None:
        """Offer the lines of the statement in which this kind of account stands."""
        wanted = STATEMENT_OF[self.kind.value()]
        lines = [line for line in self._reports if line.statement is wanted]
        named = [(line.code, line.name_in(language())) for line in lines]
        self.report.offer([("", NO_CODE), *named])

    def _lay_out(self) -> None:
        self.add("number", _("Number"), self.number, columns=3)
        self.add("kind", _("Kind"), self.kind, columns=4)
        self.add("is_closed", _("Closed"), self.is_closed, columns=5)
        self.heading(_("Names"))
        for one, field in self.names.items():
            label = _("Name ({language})", language=_(LANGUAGES[one]))
            self.add(f"names.{one}", label, field, columns=6)
        self.heading(_("VAT and reports"))
        vat_help = _("Offered when the account is chosen in an entry")
        self.add("vat", _("VAT code"), self.vat, columns=6, help_text=vat_help)
        self.add("report", _("Report line"), self.report, columns=6)


def empty() -> AccountForm:
    """Return what the form of a new account begins with."""
    return AccountForm("", {}, AccountKind.EXPENSE)
