"""The form of what is private of a person, in the order of a joining sheet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from app.domain.contacts.address import Address
from app.domain.contacts.countries import NAMES
from app.domain.employees.employee import EmergencyContact, PayAccount, Private
from app.domain.employees.identity import SCHEMES
from app.domain.shared.identifiers import written
from app.ui.kit.editor import MultiLine
from app.ui.kit.fields import ChoiceEdit, DateEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.part_rows import PartField, PartRows
from app.ui.kit.texts import _


class PrivateFields(Form):
    """Fields that hold what is private, and from when it holds."""

    def __init__(
        self, country: str, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._country = country
        states = [(code, name) for code, name in sorted(NAMES.items(), key=lambda one: one[1])]
        first = [(code, NAMES.get(code, code)) for code in SCHEMES]
        self.identity = TextEdit()
        self.identity_country = ChoiceEdit([("", ""), *first, *states])
        self.nationality = ChoiceEdit([("", ""), *states])
        self.born_on, self.since = DateEdit(today), DateEdit(today)
        self.street, self.extra, self.postcode = TextEdit(), TextEdit(), TextEdit()
        self.town, self.region = TextEdit(), TextEdit()
        self.home_country = ChoiceEdit([("", ""), *states])
        self.phone, self.email = TextEdit(), TextEdit()
        self.iban, self.bic, self.holder = TextEdit(), TextEdit(), TextEdit()
        self.bank_code, self.account_number = TextEdit(), TextEdit()
        self.health, self.note = MultiLine(2), MultiLine(3)
        self._lay_out()
        self.since.put(today())

    def put(self, private: Private) -> None:
        """Show what is private; nothing of it counts as typed."""
        address, account = private.address, private.account
        self.identity.put(private.identity_number)
        self.identity_country.put(private.identity_country or self._country)
        self.nationality.put(private.nationality)
        self.born_on.put(private.born_on)
        for field, text in zip(
            (self.street, self.extra, self.postcode, self.town, self.region),
            (address.street, address.extra, address.postcode, address.town, address.region),
            strict=True,
        ):
            field.put(text)
        self.home_country.put(address.country or self._country)
        self.phone.put(private.phone)
        self.email.put(private.email)
        self.iban.put(written("iban", account.iban) if account.iban else "")
        self.bic.put(account.bic)
        self.bank_code.put(account.bank_code)
        self.account_number.put(account.number)
        self.holder.put(account.holder)
        self.health.put(private.health)
        self.note.put(private.note)
        people = (
            {"name": p.name, "relation": p.relation, "phone": p.phone} for p in private.emergency
        )
        self.emergency.put(list(people))
        self.chain()
        self.call_clean()

    def value(self) -> Private:
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
        return Private(
            identity_number=self.identity.value(),
            identity_country=self.identity_country.value(),
            born_on=self.born_on.value(),
            nationality=self.nationality.value(),
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
            health=self.health.value(),
            note=self.note.value(),
        )

    def _lay_out(self) -> None:
        self.add("identity_number", _("Identity number"), self.identity, columns=4)
        self.add("identity_country", _("Of the state"), self.identity_country, columns=4)
        told = _("Follows from a Finnish number")
        self.add("born_on", _("Born"), self.born_on, columns=4, help_text=told)
        self.add("nationality", _("Nationality"), self.nationality, columns=4)
        self.add("phone", _("Home phone"), self.phone, columns=4)
        self.add("email", _("Home e-mail"), self.email, columns=4)
        self.heading(_("Home"))
        self.add("address.street", _("Street"), self.street, columns=6)
        self.add("address.extra", _("Second line"), self.extra, columns=6)
        self.add("address.postcode", _("Postcode"), self.postcode, columns=2)
        self.add("address.town", _("Town"), self.town, columns=4)
        self.add("address.region", _("Region"), self.region, columns=3)
        self.add("address.country", _("Country"), self.home_country, columns=3)
        self.heading(_("Pay goes to"))
        self.add("account.iban", _("IBAN"), self.iban, columns=6)
        self.add("account.bic", _("BIC"), self.bic, columns=3)
        self.add("account.holder", _("Holder"), self.holder, columns=3)
        self.add("account.bank_code", _("Bank code"), self.bank_code, columns=3)
        self.add("account.number", _("Account number"), self.account_number, columns=4)
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
        self.heading(_("Health and note"))
        self.add("health", _("Health"), self.health, columns=12)
        self.add("note", _("Note"), self.note, columns=12)
        self.add("valid_from", _("Holds from the day"), self.since, columns=4)
