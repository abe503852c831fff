"""A contract is written from a template of letters, and its paper lies behind the wall."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
import pytest

from app.domain.archive.readers import Readers
from app.domain.employees.contract import Contract, ContractState
from app.domain.employees.contracting import NotADraft, PaperOutdated
from app.domain.employees.employee import Employee
from app.domain.shared.ids import TemplateId
from app.domain.shared.refusals import Conflict, NotFound
from app.services import (
    contract_papers,
    contracts,
    documents,
    employees,
    filing,
    kinds,
    search,
)
from app.services.office import Office
from app.services.permissions import NotAllowed, Permission, Role
from app.storage.database import Database
from tests.builders import TODAY
from tests.employing import CLERK, IDENTITY, SALARY, a_form, as_role, hire, terms
from tests.order_desk import an_ordering_office

OUTSIDER = Role(
    "outsider",
    frozenset(Permission) - {Permission.EMPLOYEES_PRIVATE, Permission.ARCHIVE_PERSONAL},
)


@pytest.fixture
def office(database: Database) -> Office:
    return an_ordering_office(database)


@pytest.fixture
def maija(office: Office) -> Employee:
    return hire(office, a_form(language="fi", workplace="Tampere"))


@pytest.fixture
def template(office: Office) -> TemplateId:
    return office.do(contract_papers.take_up).result.id


@pytest.fixture
def draft(office: Office, maija: Employee) -> Contract:
    """The next version of Maija's contract, from today."""
    (signed,) = office.ask(contracts.of, maija.id)
    return office.do(contracts.next_version, signed.id, TODAY).result


def words(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(BytesIO(pdf))
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def test_the_terms_the_pay_and_the_person_stand_on_the_paper(
    office: Office, draft: Contract, template: TemplateId
) -> None:
    shown = office.do(contract_papers.show, draft.id, template).result

    told = words(shown.pdf)
    assert "Työsopimus" in told
    assert "Maija Salonen" in told
    assert IDENTITY in told
    assert "4 711,23 € kuukaudelta" in told.replace("\xa0", " ").replace("\u202f", " ")
    assert "toistaiseksi" in told
    assert "määräaikainen" not in told
    assert "Työntekopaikka on Tampere" in told
    assert "contract.grade" in shown.empty or "grade" not in told


@pytest.mark.parametrize("language", ["en", "fi", "th", "de", "sv"])
def test_it_speaks_the_language_that_is_asked_for(
    office: Office, draft: Contract, template: TemplateId, language: str
) -> None:
    (choice,) = office.ask(contract_papers.choices)
    assert set(choice.languages) == {"en", "fi", "th", "de", "sv"}

    told = words(office.do(contract_papers.show, draft.id, template, language).result.pdf)

    first = {
        "en": "Employer",
        "fi": "Työnantaja",
        "th": "นายจ้าง",
        "de": "Arbeitgeber",
        "sv": "Arbetsgivare",
    }
    assert first[language] in told
    assert "{" not in told


def test_the_filed_paper_lies_behind_the_wall_and_belongs_to_the_contract(
    office: Office, maija: Employee, draft: Contract, template: TemplateId
) -> None:
    written = office.do(contract_papers.write, draft.id, draft.version, template).result

    assert written.document_id is not None
    (row,) = office.ask(filing.belonging, f"employee:{maija.id}")
    assert row.id == written.document_id
    known = {one.id: one.readers for one in office.ask(kinds.sorting).types}
    assert row.type_id is not None
    assert known[row.type_id] is Readers.PERSONNEL
    outsider = as_role(office, OUTSIDER)
    with pytest.raises(NotFound):
        outsider.ask(documents.get, written.document_id)
    assert outsider.ask(search.find, "Työsopimus") == ()
    looks = [one.command for one in office.ask(employees.access_log, maija.id)]
    assert looks == ["contract_papers.write"]


def test_a_draft_that_changed_gets_a_new_version_of_its_paper_before_it_is_signed(
    office: Office, maija: Employee, draft: Contract, template: TemplateId
) -> None:
    written = office.do(contract_papers.write, draft.id, draft.version, template).result
    other = terms(TODAY, position="Head")
    changed = office.do(contracts.change, written.id, written.version, other, SALARY).result
    with pytest.raises(PaperOutdated):
        office.do(contracts.sign_draft, changed.id, changed.version)

    again = office.do(contract_papers.write, changed.id, changed.version, template).result
    signed = office.do(contracts.sign_draft, again.id, again.version).result

    assert signed.state is ContractState.SIGNED
    assert signed.document_id == written.document_id
    assert signed.document_id is not None
    seen = office.ask(documents.seen, signed.document_id)
    assert [one.number for one in seen.versions] == [2, 1]
    assert seen.document.is_sealed
    assert "Head" in words(office.ask(documents.content, signed.document_id))
    with pytest.raises(NotADraft):
        office.do(contract_papers.write, signed.id, signed.version, template)


def test_a_contract_that_was_signed_without_a_paper_gets_one_once(
    office: Office, maija: Employee, template: TemplateId
) -> None:
    (signed,) = office.ask(contracts.of, maija.id)

    written = office.do(contract_papers.write, signed.id, signed.version, template).result

    assert written.document_id is not None
    with pytest.raises(Conflict):
        office.do(contract_papers.write, signed.id, signed.version, template)


def test_who_may_not_read_pay_writes_and_sees_no_paper(
    office: Office, draft: Contract, template: TemplateId
) -> None:
    clerk = as_role(office, CLERK)

    for act in (contract_papers.show, contract_papers.write):
        asked = (draft.id, template) if act is contract_papers.show else (draft.id, 1, template)
        with pytest.raises(NotAllowed):
            clerk.do(act, *asked)
    assert clerk.ask(contract_papers.opened, draft.id).contract.pay is None


def test_the_usual_template_is_taken_up_once(office: Office, template: TemplateId) -> None:
    assert office.do(contract_papers.take_up).result.id == template
    assert len(office.ask(contract_papers.choices)) == 1
