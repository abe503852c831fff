"""The sample company's taxes: own codes and exempt customers, services paid with tax withheld."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from app.domain.accounting.tax_codes import TaxCode, TaxRate
from app.domain.invoices.draft import Draft, DraftLine
from app.domain.invoices.exemptions import Exemption
from app.domain.payments.payment import Closing, NewPayment, Part
from app.domain.payments.withholding import Income, NewCertificate, Withheld
from app.domain.shared.ids import ContactId, ExemptionId, TaxCodeId, new_id
from app.domain.shared.money import Money, money
from app.domain.shared.quantities import Quantity, rate, unit_price
from app.domain.shared.vat import Level
from app.services import admin, exemptions, invoices, payments, tax_codes, withholding
from app.services.office import Office

Story = Mapping[str, Any]


class Taxes:
    """Tells what a story says of taxes in one office; ``contacts`` are those behind its keys."""

    def __init__(self, office: Office, contacts: Mapping[str, ContactId]) -> None:
        self._office = office
        self._contacts = contacts
        self._today = office.clock.today()
        self._currency = office.ask(admin.company).currency

    def tell(self, story: Story) -> None:
        """Run the story's commands as a clerk would; most stories say nothing of taxes."""
        for one in story.get("tax_codes", ()):
            self._write_code(one)
        for one in story.get("exemptions", ()):
            self._exempt(one)
        for one in story.get("services", ()):
            self._bill(one)
        for one in story.get("certificates", ()):
            self._certify(one)

    def _write_code(self, one: Story) -> None:
        rates = tuple(_rate(each) for each in one["rates"])
        code = TaxCode(
            TaxCodeId(new_id()),
            1,
            one["code"],
            one["name"],
            rates=rates,
            region=one["region"],
            postcodes=tuple(one["postcodes"]),
        )
        self._office.do(tax_codes.write, code)

    def _exempt(self, one: Story) -> None:
        until = date(self._today.year + 1, 12, 31)
        contact = self._contacts[one["customer"]]
        own = ExemptionId(new_id())
        certificate = Exemption(
            own, 1, contact, one["number"], one["region"], one["vat"], until=until
        )
        self._office.do(exemptions.write, certificate)

    def _bill(self, one: Story) -> None:
        """Bill a service that is taxed when it is paid, and record what came in for it."""
        line = DraftLine(
            description=one["words"],
            quantity=Quantity(Decimal(1)),
            unit=one["unit"],
            price=unit_price(Decimal(one["price"])),
            vat=one["vat"],
        )
        content = Draft(customer_id=self._contacts[one["customer"]], lines=(line,))
        draft = self._office.do(invoices.draft, content).result
        issued = self._office.do(invoices.issue, draft.id).result
        (row,) = self._office.ask(invoices.rows, (issued.id,))
        gross = Money(row.gross_minor, row.currency)
        kept = self._money(one["withheld"])
        parts = (Part(gross - kept, issued.id), Part(kept, issued.id, Closing.WITHHELD))
        self._office.do(payments.record, NewPayment(gross - kept, issued.customer_id, parts=parts))

    def _certify(self, one: Story) -> None:
        row = Withheld(
            Income(one["income"]),
            self._today,
            self._money(one["amount"]),
            self._money(one["tax"]),
            one["words"],
        )
        new = NewCertificate(self._contacts[one["payee"]], (row,))
        self._office.do(withholding.issue, new)

    def _money(self, amount: str) -> Money:
        return money(Decimal(amount), self._currency)


def _rate(one: Story) -> TaxRate:
    percent = rate(Decimal(one["rate"]))
    return TaxRate(one["since"], percent, one["authority"], one["name"], Level(one["level"]))
