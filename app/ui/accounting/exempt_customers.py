"""Exempt customers: the certificates by which they buy without sales tax."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.contacts.row import ContactRow
from app.domain.invoices.exemptions import Exemption
from app.domain.shared.ids import ContactId, ExemptionId, new_id
from app.domain.shared.vat import Category, VatCode
from app.services import accounting, contacts, exemptions
from app.ui.accounting.tax_pane import NamedPane
from app.ui.kit.fields import ChoiceEdit, DateEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.picker import Picker
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, language

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.services.office import Desk

NOBODY = ContactId(0)


class ExemptFields(Form):
    """What is written of a certificate."""

    def __init__(self, shell: Shell, one: Exemption | None, codes: tuple[VatCode, ...]) -> None:
        super().__init__()
        self._before = one or Exemption(ExemptionId(new_id()), 1, NOBODY, "")
        self.customer: Picker[ContactRow] = Picker(
            shell.client, contacts.find, lambda row: row.name, lambda row: row.number
        )
        self.number, self.region = TextEdit(), TextEdit()
        self.vat: ChoiceEdit[str] = ChoiceEdit(_exempt(codes))
        self.since, self.until = DateEdit(shell.today), DateEdit(shell.today)
        self._lay_out()
        self.number.put(self._before.number)
        self.region.put(self._before.region)
        if self.vat.count():
            self.vat.put(self._before.vat)
        self.since.put(self._before.since)
        self.until.put(self._before.until)

    def value(self) -> Exemption:
        """Return the certificate as it is written."""
        row = self.customer.value()
        return replace(
            self._before,
            contact_id=ContactId(row.id) if row is not None else self._before.contact_id,
            number=self.number.value(),
            region=self.region.value(),
            vat=self.vat.value() if self.vat.count() else "",
            since=self.since.value(),
            until=self.until.value(),
        )

    def show_customer(self, rows: tuple[ContactRow, ...]) -> None:
        """Show whose certificate it is."""
        if rows and self.customer.value() is None:
            self.customer.put(rows[0])
            self.call_clean()

    def _lay_out(self) -> None:
        self.add("contact_id", _("Customer"), self.customer, columns=12)
        self.add("number", _("Number of the certificate"), self.number, columns=6)
        everywhere = _("Two letters; empty: it holds in every state")
        self.add("region", _("State"), self.region, columns=6, help_text=everywhere)
        self.add("since", _("From"), self.since, columns=3)
        for_ever = _("Empty: it does not end")
        self.add("until", _("Until"), self.until, columns=3, help_text=for_ever)
        self.add("vat", _("Tax code of its sales"), self.vat, columns=6)


class ExemptCustomers(NamedPane[Exemption]):
    """Lists certificates by customer, and edits the chosen one."""

    recorded = "tax_exemption"

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__(shell, strip, _("Exempt customers"), "tax_exemption")
        self._codes: tuple[VatCode, ...] = ()
        shell.client.ask(self._show_codes, accounting.vat_codes)

    @property
    def change_command(self) -> Callable[[Desk, Exemption], Exemption]:
        return exemptions.change

    @property
    def write_command(self) -> Callable[[Desk, Exemption], Exemption]:
        return exemptions.write

    def ask(self) -> None:
        self.shell.client.ask(self.take, exemptions.all_exemptions)

    def make_form(self) -> Form:
        form = ExemptFields(self.shell, self.chosen, self._codes)
        if self.chosen is not None and (row := self.contact_of(self.chosen)):
            form.show_customer((row,))
        return form

    def wanted(self) -> Exemption:
        assert isinstance(self.form, ExemptFields)
        return self.form.value()

    def text_of(self, one: Exemption) -> str:
        row = self.contact_of(one)
        return " · ".join(part for part in (row.name if row else "", one.number) if part)

    def _show_codes(self, codes: tuple[VatCode, ...]) -> None:
        self._codes = codes
        self.ask()


def _exempt(codes: tuple[VatCode, ...]) -> list[tuple[str, str]]:
    return [(one.code, one.name_in(language())) for one in codes if one.category is Category.EXEMPT]
