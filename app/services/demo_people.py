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
from app.domain.employees.belongings import (
    ChecklistTemplate,
    Equipment,
    Occasion,
    Qualification,
    Step,
)
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
from app.domain.shared.ids import (
    ChecklistTemplateId,
    DepartmentId,
    EmployeeId,
    EquipmentId,
    QualificationId,
)
from app.domain.shared.money import money
from app.services import (
    belongings,
    checklists,
    contract_papers,
    contracts,
    departments,
    employees,
    pins,
)
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
        self._templates: dict[Occasion, ChecklistTemplateId] = {}

    def tell(self, story: Story) -> None:
        """Write departments and people."""
        for one in story.get("departments", ()):
            made = Department(DepartmentId(0), 1, one["name"], cost_centre=one["cost_centre"])
            self._departments[made.name] = self._office.do(departments.add, made).result
        for one in story.get("checklists", ()):
            self._checklist(one)
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
        days = one.get("former", {}).get("since_days")
        day = person.starts_on if days is None else self._ago(days)
        known_private = (person.id, person.version, self._private(one), day)
        person = office.do(employees.keep_private, *known_private).result
        self._hire(one, person)
        self._own(one, person.id)
        if "pin" in one:
            office.do(pins.give, person.id, one["pin"])
        if one.get("head"):
            head = replace(self._departments[one["department"]], head_id=person.id)
            office.do(departments.change, head)
        if "left_days" in one:
            leaving = (self._ago(one["left_days"]), Leaving(one["leaving"]))
            office.do(employees.leave, person.id, person.version, *leaving)

    def _checklist(self, one: Story) -> None:
        steps = tuple(Step(step["text"], step.get("days", 0)) for step in one["steps"])
        new = ChecklistTemplate(
            ChecklistTemplateId(0), 1, one["name"], Occasion(one["occasion"]), steps
        )
        made = self._office.do(checklists.write_template, new).result
        self._templates[made.occasion] = made.id

    def _own(self, one: Story, person: EmployeeId) -> None:
        """Write what belongs to a person, and begin the checklist of one who comes or leaves."""
        for each in one.get("qualifications", ()):
            until = each.get("until_days")
            card = Qualification(
                QualificationId(0),
                1,
                person,
                each["name"],
                each["issuer"],
                issued_on=self._ago(each["since_days"]),
                expires_on=None if until is None else self._today + timedelta(until),
            )
            self._office.do(belongings.qualify, card)
        for each in one.get("equipment", ()):
            worth = money(Decimal(each["worth"]), self._currency) if "worth" in each else None
            thing = Equipment(
                EquipmentId(0),
                1,
                person,
                each["name"],
                each.get("serial", ""),
                self._ago(each["since_days"]),
                worth=worth,
            )
            self._office.do(belongings.equip, thing)
        if "checklist" in one:
            template = self._templates[Occasion(one["checklist"])]
            begun = self._office.do(checklists.begin, person, template).result
            self._office.do(checklists.tick, begun.id, 1, begun.items[0].id)

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
        if one.get("paper"):
            template = self._office.do(contract_papers.take_up).result
            known = (draft.id, draft.version, template.id)
            draft = self._office.do(contract_papers.write, *known).result
        signed_on = min(person.starts_on, self._today)
        self._office.do(contracts.sign_draft, draft.id, draft.version, signed_on)

    def _began(self, one: Story) -> date:
        if "began" in one:
            return date.fromisoformat(one["began"])
        return self._ago(one["began_days"])

    def _ago(self, days: int) -> date:
        return self._today - timedelta(days)
