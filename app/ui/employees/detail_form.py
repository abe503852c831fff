"""The fields of where a person lives, is reached and is paid, as two forms have them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.contacts.address import Address
from app.domain.contacts.countries import NAMES
from app.domain.employees.employee import EmergencyContact, PayAccount
from app.domain.employees.own_changes import Details
from app.domain.shared.identifiers import written
from app.ui.kit.fields import ChoiceEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.part_rows import PartField, PartRows
from app.ui.kit.texts import _


class DetailFields(Form):
    """Fields of home, account and emergency; who uses them lays them out in an own order."""

    def __init__(self, country: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._country = country
        self.states = [(code, name) for code, name in sorted(NAMES.items(), key=lambda one: one[1])]
        self.street, self.extra, self.postcode = TextEdit(), TextEdit(), TextEdit()
        self.town, self.region = TextEdit(), TextEdit()
        self.home_country = ChoiceEdit([("", ""), *self.states])
        self.phone, self.email = TextEdit(), TextEdit()
        self.iban, self.bic, self.holder = TextEdit(), TextEdit(), TextEdit()
        self.bank_code, self.account_number = TextEdit(), TextEdit()

    def put_details(self, details: Details) -> None:
        """Show details; nothing of them counts as typed once the form is called clean."""
        address, account = details.address, details.account
        for field, text in zip(
            (self.street, self.extra, self.postcode, self.town, self.region),
            (address.street, address.extra, address.postcode, address.town, address.region),
            strict=True,
        ):
            field.put(text)
        self.home_country.put(address.country or self._country)
        self.phone.put(details.phone)
        self.email.put(details.email)
        self.iban.put(written("iban", account.iban) if account.iban else "")
        self.bic.put(account.bic)
        self.bank_code.put(account.bank_code)
        self.account_number.put(account.number)
        self.holder.put(account.holder)
        self.emergency.put(
            [
                {"name": one.name, "relation": one.relation, "phone": one.phone}
                for one in details.emergency
            ]
        )

    def details(self) -> Details:
        """Return what stands in the fields."""
        address = Address(
            self.street.value(),
            self.extra.value(),
            self.postcode.value(),
            self.town.value(),
            self.region.value(),
            self.home_country.value(),
        )
        is_home_told = address != Address(country=address.country)
        return Details(
            address=address if is_home_told else Address(),
            phone=self.phone.value(),
            email=self.email.value(),
            account=PayAccount(
                self.iban.value(),
                self.bic.value(),
                self.bank_code.value(),
                self.account_number.value(),
                self.holder.value(),
            ),
            emergency=tuple(EmergencyContact(**one) for one in self.emergency.values()),
        )

    def lay_reach(self) -> None:
        """Put how the person is reached at home."""
        self.add("phone", _("Home phone"), self.phone, columns=4)
        self.add("email", _("Home e-mail"), self.email, columns=4)

    def lay_home(self) -> None:
        """Put where the person lives."""
        self.heading(_("Home"))
        self.add("address.street", _("Street"), self.street, columns=6)
        self.add("address.extra", _("Second line"), self.extra, columns=6)
        self.add("address.postcode", _("Postcode"), self.postcode, columns=2)
        self.add("address.town", _("Town"), self.town, columns=4)
        self.add("address.region", _("Region"), self.region, columns=3)
        self.add("address.country", _("Country"), self.home_country, columns=3)

    def lay_account(self) -> None:
        """Put where the pay goes."""
        self.heading(_("Pay goes to"))
        self.add("account.iban", _("IBAN"), self.iban, columns=6)
        self.add("account.bic", _("BIC"), self.bic, columns=3)
        self.add("account.holder", _("Holder"), self.holder, columns=3)
        self.add("account.bank_code", _("Bank code"), self.bank_code, columns=3)
        self.add("account.number", _("Account number"), self.account_number, columns=4)

    def lay_emergency(self) -> None:
        """Put whom to call when something happens."""
        self.heading(_("In an emergency"))
        self.emergency = PartRows(
            self,
            "emergency",
            (
                PartField("name", _("Name"), TextEdit, columns=5, is_main=True),
                PartField("relation", _("Relation"), TextEdit, columns=3),
                PartField("phone", _("Phone"), TextEdit, columns=4, is_main=True),
            ),
        )
        self.place(self.emergency)
