"""The file of a person on paper leaves out what is private unless it is given."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from app.documents.employee_files import FilePaper, Turn, change_words, describe
from app.documents.text import plain
from app.domain.employees.belongings import Equipment, Qualification
from app.domain.employees.contract import Contract, ContractKind, ContractState
from app.domain.employees.employee import Employee
from app.domain.shared.ids import ContractId, EmployeeId, EquipmentId, QualificationId
from app.lang.texts import say_in
from tests.documents.reports import an_imprint
from tests.employing import IDENTITY, PRIVATE, SALARY, a_profile

DAY = date(2026, 3, 10)
MAIJA = Employee(EmployeeId(1), 1, "EMP-1", date(2024, 5, 1))
CONTRACT = Contract(
    ContractId(2),
    1,
    MAIJA.id,
    ContractKind.PERMANENT,
    ContractState.SIGNED,
    MAIJA.starts_on,
    None,
    "Accountant",
    Decimal("37.5"),
    None,
)
PAPER = FilePaper(
    MAIJA,
    a_profile(),
    DAY,
    department="Talous",
    contracts=(CONTRACT,),
    qualifications=(Qualification(QualificationId(3), 1, MAIJA.id, "Ensiapu"),),
    equipment=(Equipment(EquipmentId(4), 1, MAIJA.id, "Puhelin", "SN-7"),),
    documents=((DAY, "Todistus", "Henkilöasiakirja"),),
    turns=(Turn(DAY, "Tehtävä", "Ylennys", "Anna"),),
)


def test_the_parts_stand_under_their_headings() -> None:
    told = plain(describe(PAPER, an_imprint()))

    for part in ("Maija Salonen", "EMP-1", "Talous", "Ensiapu", "SN-7", "Todistus", "Ylennys"):
        assert part in told
    assert "€" not in told
    assert IDENTITY not in told


def test_what_is_private_stands_with_the_pay_where_it_is_given() -> None:
    whole = replace(PAPER, private=PRIVATE, contracts=(replace(CONTRACT, pay=SALARY),))

    told = plain(describe(whole, an_imprint())).replace("\xa0", " ")

    assert IDENTITY in told
    assert "4 711,23 €" in told
    assert "Pekka Salonen" in told


def test_a_change_says_from_what_to_what_or_only_that_it_was() -> None:
    say = say_in("en")

    assert change_words("position", "Clerk", "Head", say) == "Position: Clerk → Head"
    assert change_words("manager", "", "Aino", say) == "Manager: – → Aino"
    assert change_words("private", "", "", say) == "Private facts"
