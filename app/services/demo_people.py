"""The sample company's people: departments, contracts, one leaving, one coming, papers running out.

What ends soon ends soon on whichever day the sample is made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from app.domain.contacts.address import Address
from app.domain.employees.contract import ContractKind, Pay, PayBasis
from app.domain.employees.contracting import ContractTerms
from app.domain.employees.employee import (
    Department,
    EmergencyContact,
    Employee,
    Leaving,
    PayAccount,
    PersonName,
    Private,
    Profile,
)
from app.domain.employees.form import EmployeeForm, Since
from app.domain.shared.ids import DepartmentId, EmployeeId
from app.domain.shared.money import money
from app.services import contracts, departments, employees
from app.services.office import Office

Story = Mapping[str, Any]
HOURS = {"TH": "48"}
USUAL_HOURS = "37.5"
PARTS = ("departments", "people")


class Staff:
    """Tells the people of a story, each after who leads them."""

    def __init__(self, office: Office, country: str, currency: str) -> None:
        self._office = office
        self._country = country
        self._currency = currency
        self._today = office.clock.today()
        self._departments: dict[str, Department] = {}
        self._people: dict[str, EmployeeId] = {}

    def tell(self, story: Story) -> None:
        """Write departments and people."""
        for one in story.get("departments", ()):
            made = Department(DepartmentId(0), 1, one["name"], cost_centre=one["cost_centre"])
            self._departments[made.name] = self._office.do(departments.add, made).result
        for one in story.get("people", ()):
            self._person(one)

    def _person(self, one: Story) -> None:
        office, form = self._office, self._form(one)
        first = form
        if "former" in one:
            first = replace(form, profile=replace(form.profile, position=one["former"]["position"]))
        person = office.do(employees.add, first).result
        self._people[one["family"]] = person.id
        if "former" in one:
            since = Since(self._ago(one["former"]["since_days"]), one["former"]["reason"])
            known = (person.id, person.version, form, since)
            person = office.do(employees.change, *known).result
        known_private = (person.id, person.version, self._private(one), person.starts_on)
        person = office.do(employees.keep_private, *known_private).result
        self._hire(one, person)
        if one.get("head"):
            head = replace(self._departments[one["department"]], head_id=person.id)
            office.do(departments.change, head)
        if "left_days" in one:
            leaving = (self._ago(one["left_days"]), Leaving(one["leaving"]))
            office.do(employees.leave, person.id, person.version, *leaving)

    def _form(self, one: Story) -> EmployeeForm:
        department = self._departments.get(one.get("department", ""))
        profile = Profile(
            PersonName(one["given"], one["family"], one.get("called", "")),
            one["position"],
            department.id if department else None,
            self._people.get(one.get("manager", "")),
        )
        return EmployeeForm(profile, self._began(one), user=one.get("user", ""))

    def _private(self, one: Story) -> Private:
        country = self._country if "identity" in one else ""
        address = Address(
            one.get("street", ""), "", one.get("postcode", ""), one.get("town", ""), "", country
        )
        return Private(
            identity_number=one.get("identity", ""),
            identity_country=country,
            nationality=country,
            address=address if "street" in one else Address(),
            phone=one.get("phone", ""),
            account=PayAccount(
                iban=one.get("iban", ""),
                bank_code=one.get("bank_code", ""),
                number=one.get("account", ""),
            ),
            emergency=(EmergencyContact(*one["emergency"]),) if "emergency" in one else (),
            health=one.get("health", ""),
        )

    def _hire(self, one: Story, person: Employee) -> None:
        ends = self._today + timedelta(one["ends_days"]) if "ends_days" in one else None
        on_probation = one.get("probation_days")
        terms = ContractTerms(
            kind=ContractKind.PERMANENT if ends is None else ContractKind.FIXED_TERM,
            starts_on=person.starts_on,
            position=one["position"],
            hours=Decimal(one.get("hours", HOURS.get(self._country, USUAL_HOURS))),
            ends_on=ends,
            probation_until=None if on_probation is None else self._today + timedelta(on_probation),
            notice_days=30,
        )
        pay = Pay(money(Decimal(one["pay"]), self._currency), PayBasis(one.get("basis", "month")))
        draft = self._office.do(contracts.draft, person.id, terms, pay).result
        signed_on = min(person.starts_on, self._today)
        self._office.do(contracts.sign_draft, draft.id, draft.version, signed_on)

    def _began(self, one: Story) -> date:
        if "began" in one:
            return date.fromisoformat(one["began"])
        return self._ago(one["began_days"])

    def _ago(self, days: int) -> date:
        return self._today - timedelta(days)
