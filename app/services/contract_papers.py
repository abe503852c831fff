"""Contracts on paper: written from a template of letters, with the terms and the pay filled in.

The paper is no letter of the register, which many read: pay and identity number stand on it. So it
is filed in the file of the person, and who looked at it is written down.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from datetime import date

from app import RESOURCES
from app.documents.contracts import pay_words
from app.domain.contacts.countries import NAMES
from app.domain.correspondence.fields import CONTRACT, PERSON
from app.domain.correspondence.filling import fill
from app.domain.correspondence.letter import Addressee, Outgoing, OutgoingState
from app.domain.correspondence.scripts import body_of
from app.domain.correspondence.template import (
    Template,
    TemplateForm,
    TemplateText,
    text_in,
)
from app.domain.employees.contract import Contract
from app.domain.employees.employee import Employee, EmployeeRecord, Private
from app.domain.shared.ids import ContractId, EmployeeId, LetterId, TemplateId, ThreadId
from app.domain.shared.refusals import Conflict, NotFound
from app.lang.formats import Formats, formats_in
from app.lang.person_words import CONTRACTS
from app.lang.texts import say_in
from app.services import templates
from app.services.contract_filing import ContractFiling
from app.services.letter_fields import LetterFields
from app.services.letter_papers import LetterPapers, printed
from app.services.office import Desk
from app.services.people import People
from app.services.permissions import Permission, command, query

_OWN = frozenset((*PERSON, *CONTRACT))
USUAL = RESOURCES / "letters" / "employment-contract.toml"


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """A template from which contracts are written, and the languages in which it speaks."""

    id: TemplateId
    name: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenedPaper:
    """What writing the paper of a contract begins with; ``language`` is that of the person."""

    contract: Contract
    person: str
    choices: tuple[PaperChoice, ...]
    language: str


@dataclass(frozen=True, slots=True)
class ContractPage:
    """The paper of a contract as it would be, and the fields that had nothing to say."""

    pdf: bytes
    empty: tuple[str, ...]


@query(Permission.EMPLOYEES_READ)
def choices(desk: Desk) -> tuple[PaperChoice, ...]:
    """Return the templates that say something of a person or a contract, by name."""
    kept = (one for one in desk.store.templates.all() if not one.is_archived)
    fitting = (one for one in kept if any(text.body.fields() & _OWN for text in one.texts))
    found = (
        PaperChoice(one.id, one.name, tuple(text.language for text in one.texts)) for one in fitting
    )
    return tuple(sorted(found, key=lambda one: one.name.casefold()))


@query(Permission.EMPLOYEES_READ)
def opened(desk: Desk, contract_id: ContractId) -> OpenedPaper:
    """Return what writing the paper of a contract begins with; raises NotFound."""
    contract = replace(desk.store.contracts.get(contract_id), pay=None)
    profile = desk.store.employees.record_on(contract.employee_id, contract.starts_on).profile
    language = profile.language or desk.store.company.get().language
    return OpenedPaper(contract, profile.name.written, choices(desk), language)


@command(Permission.EMPLOYEES_CHANGE)
def take_up(desk: Desk) -> Template:
    """Keep the usual contract of employment as a template, in all its languages; or return it."""
    told = tomllib.loads(USUAL.read_text("utf-8"))
    home = desk.store.company.get().language
    name = told["name"].get(home, told["name"]["en"])
    there = (one for one in desk.store.templates.all() if one.name.casefold() == name.casefold())
    found = next((one for one in there if not one.is_archived), None)
    if found is not None:
        return found
    texts = tuple(
        TemplateText(one["language"], one["subject"], body_of(one["words"]))
        for one in told["texts"]
    )
    return templates.add(desk, TemplateForm(name, texts))


@command(Permission.EMPLOYEES_PRIVATE)
def show(
    desk: Desk, contract_id: ContractId, template_id: TemplateId, language: str = ""
) -> ContractPage:
    """Show the paper of a contract as a draft; the audit notes who looked; raises NotFound."""
    papers = ContractPapers(desk)
    letter = papers.letter(desk.store.contracts.get(contract_id), template_id, language)
    return ContractPage(papers.printed(letter), papers.empty)


@command(Permission.EMPLOYEES_PRIVATE)
def write(
    desk: Desk,
    contract_id: ContractId,
    version: int,
    template_id: TemplateId,
    language: str = "",
) -> Contract:
    """File the paper of a contract in the file of the person; that of a draft again, as changed.

    It needs the rights to change people and to read their documents as well. Raises NotADraft,
    NotFound, Conflict.
    """
    for right in (Permission.EMPLOYEES_CHANGE, Permission.ARCHIVE_PERSONAL):
        desk.who.role.require(right, "contract_papers.write")
    before = desk.store.contracts.get(contract_id)
    if before.version != version:
        raise Conflict(record="contract", id=contract_id)
    papers = ContractPapers(desk)
    letter = papers.letter(before, template_id, language)
    content = papers.printed(replace(letter, state=OutgoingState.ISSUED))
    title = f"{letter.subject} – {letter.addressee.name}"
    return replace(ContractFiling(desk).file(before, title, content), pay=None)


class ContractPapers:
    """Writes contracts on paper at one desk; ``empty`` are the fields that said nothing."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._store = desk.store
        self._country = desk.store.company.get().country
        self.empty: tuple[str, ...] = ()

    def letter(self, contract: Contract, template_id: TemplateId, language: str) -> Outgoing:
        """Return a contract as a letter to the person, filled in; raises NotFound."""
        template = self._store.templates.get(template_id)
        employee = self._store.employees.get(contract.employee_id)
        record = self._store.employees.record_on(contract.employee_id, contract.starts_on)
        home = self._store.company.get().language
        text = text_in(template.texts, language or record.profile.language or home, home)
        if text is None:
            raise NotFound(record="template", id=template_id)
        private = record.private or Private()
        blank = Outgoing(
            LetterId(0),
            1,
            OutgoingState.DRAFT,
            text.language,
            ThreadId(0),
            dated_on=self._desk.today,
            addressee=Addressee(record.profile.name.written, "", private.address),
            subject=text.subject,
            signatory_id=template.signatory_id,
            layout=template.layout,
            our_reference=employee.number,
        )
        told = self._values(contract, employee, record, text.language)
        filled = fill(text.body, LetterFields(self._desk).values(blank) | told)
        self.empty = filled.empty
        return replace(blank, body=filled.body)

    def printed(self, letter: Outgoing) -> bytes:
        """Return the PDF of a contract."""
        paper = LetterPapers(self._desk).paper(letter)
        return printed(replace(paper, called=letter.subject))

    def _values(
        self, contract: Contract, employee: Employee, record: EmployeeRecord, language: str
    ) -> dict[str, str]:
        """Return what each field says of a person and a contract."""
        formats = formats_in(language, self._country)
        return self._person(employee, record, formats) | self._contract(contract, language)

    def _person(
        self, employee: Employee, record: EmployeeRecord, formats: Formats
    ) -> dict[str, str]:
        people, profile, private = People(self._desk), record.profile, record.private or Private()
        address = private.address
        return {
            "person.name": profile.name.written,
            "person.number": employee.number,
            "person.identity": private.identity_number,
            "person.born": _day(private.born_on, formats),
            "person.street": address.street,
            "person.postcode": address.postcode,
            "person.town": address.town,
            "person.country": NAMES.get(address.country, address.country),
            "person.workplace": profile.workplace,
            "person.department": people.department_name(profile.department_id),
            "person.manager": self._manager(profile.manager_id, record.valid_from),
        }

    def _manager(self, manager_id: EmployeeId | None, day: date) -> str:
        return People(self._desk).name(manager_id, max(day, self._desk.today))

    def _contract(self, contract: Contract, language: str) -> dict[str, str]:
        formats, say, pay = formats_in(language, self._country), say_in(language), contract.pay
        return {
            "contract.kind": say(CONTRACTS[contract.kind.value]),
            "contract.position": contract.position,
            "contract.starts": _day(contract.starts_on, formats),
            "contract.ends": _day(contract.ends_on, formats),
            "contract.probation": _day(contract.probation_until, formats),
            "contract.hours": formats.decimal(contract.hours),
            "contract.notice": str(contract.notice_days) if contract.notice_days else "",
            "contract.agreement": contract.agreement,
            "contract.pay": pay_words(pay, say, formats) if pay else "",
            "contract.grade": pay.grade if pay else "",
        }


def _day(day: date | None, formats: Formats) -> str:
    return formats.long_day(day) if day else ""
