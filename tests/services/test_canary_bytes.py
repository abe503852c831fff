"""After a working day fifty secrets of five people stand in no byte that the office left anywhere.

A thief of the laptop finds noise. Who holds the key of the files, but not that of the people, reads
every row and every paper, unpacked, and none of the fifty: as a user of the office without the
right does, with a terminal and an SQL tool.
"""

from __future__ import annotations

import math
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, time
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest

from app.domain.admin.backup import Keep
from app.domain.employees.contract import Pay
from app.domain.employees.employee import PayAccount, Private
from app.domain.shared.ids import TemplateId
from app.domain.shared.money import money
from app.services import (
    archive,
    backups,
    chores,
    contract_papers,
    contracts,
    drafts,
    employee_papers,
    employees,
    search,
)
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.files import PAGE, Use, open_file
from app.storage.keys import Keys, read_keys
from app.storage.offices import create_office
from app.storage.place import KEYS, PAGES
from tests.builders import TODAY
from tests.employing import PRIVATE, a_form, terms
from tests.timing import SetClock
from tests.trade import opened_books

PASSWORD = "Viisi viisasta viulua"  # noqa: S105  of a test
IBANS = (
    "FI2112345600000785",
    "BE68539007547034",
    "DE89370400440532013000",
    "NL91ABNA0417164300",
    "SE4550000000058398257466",
)
LEAST_ENTROPY = 7.9
"""Bits in each byte: what is encrypted has eight, but for chance."""


class Person:
    """Somebody with ten secrets."""

    def __init__(self, number: int) -> None:
        self.name = f"Henkilö{number}"
        self.salary = Decimal("4711.23") + 111 * number
        self.private: Private = replace(
            PRIVATE,
            identity_number=f"131052-30{number}{checked(131052300 + number)}",
            address=replace(
                PRIVATE.address, street=f"Salakuja {number}77", postcode=f"0{number}13"
            ),
            phone=f"+358 40 765432{number}",
            account=PayAccount(iban=IBANS[number]),
            emergency=(replace(PRIVATE.emergency[0], name=f"Omainen{number} Salonen"),),
            health=f"Pähkinäallergia{number}",
        )
        self.diagnosis = f"Murtunut ranne M25.{number}"
        self.paper = f"Palkkavaatimus{number}"

    @property
    def secrets(self) -> tuple[str, ...]:
        one = self.private
        account, (emergency,) = one.account, one.emergency
        return (
            str(self.salary),
            str(self.salary).replace(".", ","),
            one.identity_number,
            one.address.street,
            one.phone,
            account.iban,
            emergency.name,
            one.health,
            self.diagnosis,
            self.paper,
        )


def checked(number: int) -> str:
    """Return the letter that proves a Finnish identity number."""
    return "0123456789ABCDEFHJKLMNPRSTUVWXY"[number % 31]


PEOPLE = tuple(map(Person, range(5)))
SECRETS = tuple(secret for one in PEOPLE for secret in one.secrets)


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a secret office after a working day, its backups beside it."""
    folder = tmp_path_factory.mktemp("day")
    clock = SetClock(datetime.combine(TODAY, time(9), UTC))
    database = create_office(folder / "Lumo.backdesk", PASSWORD)
    office = Office(database, clock, Actor("Anna"))
    opened_books(office)
    template = office.do(contract_papers.take_up).result.id
    for one in PEOPLE:
        work_on(office, one, template)
    while not office.run(chores.some).is_over:
        pass
    (folder / "stick").mkdir()
    office.run(backups.arrange, (str(folder / "stick"),), 4, Keep())
    office.run(backups.back_up)
    office.close()
    return folder


def work_on(office: Office, one: Person, template: TemplateId) -> None:
    """Hire somebody, write the contract, type, show, look for, and file what came in."""
    person = office.do(employees.add, a_form(one.name, "Salonen")).result
    known = office.do(employees.keep_private, person.id, person.version, one.private).result
    pay = Pay(money(one.salary, "EUR"))
    draft = office.do(contracts.draft, person.id, terms(known.starts_on), pay).result
    written = office.do(contract_papers.write, draft.id, draft.version, template).result
    office.do(contracts.sign_draft, written.id, written.version)
    office.do(contracts.show_pay, draft.id)
    office.do(employee_papers.show_whole, person.id)
    office.do(drafts.keep, "employee-private", person.id, known.version, one.private)
    source = f"employee:{person.id}"
    content = f"{one.diagnosis}. {one.paper}. {one.salary} EUR".encode()
    office.do(archive.file, "todistus.txt", "text/plain", content, source)
    office.ask(search.find, one.paper)
    now = office.ask(employees.get, person.id)
    office.do(employees.change, now.id, now.version, a_form(one.name, "Salonen", position="Head"))


def test_there_are_fifty_different_secrets() -> None:
    assert len(set(SECRETS)) == 50


def test_a_thief_finds_noise(left: Path) -> None:
    files = [one for one in left.rglob("*") if one.is_file()]
    databases = [one for one in files if one.suffix not in (".json", "") and size(one) > 8 * PAGE]

    assert len(databases) > 3
    assert {one.name: told(one.read_bytes()) for one in files if told(one.read_bytes())} == {}
    assert {one.name for one in databases if entropy(one.read_bytes()) < LEAST_ENTROPY} == set()


def test_the_key_of_the_files_alone_opens_no_secret(left: Path) -> None:
    keys = read_keys(left / "Lumo.backdesk" / KEYS, PASSWORD)
    rows = [
        cell for name in PAGES for cell in cells(left / "Lumo.backdesk" / name, keys, PAGES[name])
    ]

    assert any("Henkilö3" in text for cell in rows for text in unpacked(cell))
    assert [found for cell in rows if (found := told_in(cell))] == []


def test_nor_does_it_in_a_backup(left: Path) -> None:
    keys = read_keys(left / "Lumo.backdesk" / KEYS, PASSWORD)
    copies = list((left / "stick").rglob("*.db"))
    rows = [cell for copy in copies for cell in cells(copy, keys, PAGE)]

    assert any("Henkilö3" in text for cell in rows for text in unpacked(cell))
    assert [found for cell in rows if (found := told_in(cell))] == []


def test_with_the_key_of_the_people_they_are_read_or_nothing_would_be_found(left: Path) -> None:
    assert told("…".join(PEOPLE[2].secrets).encode()) == list(PEOPLE[2].secrets)
    assert told("…".join(PEOPLE[2].secrets).encode("utf-16-le")) == list(PEOPLE[2].secrets)
    assert told_in(zlib.compress(b'["' + PEOPLE[1].diagnosis.encode() + b'"]'))


def size(file: Path) -> int:
    return file.stat().st_size


def entropy(content: bytes) -> float:
    """Return how many bits each byte tells."""
    counts, whole = Counter(content), len(content)
    return -sum(one / whole * math.log2(one / whole) for one in counts.values())


def told(content: bytes) -> list[str]:
    """Return which secrets stand in bytes, however texts are written in them."""
    ways = ("utf-8", "utf-16-le")
    return [one for one in SECRETS if any(one.encode(way) in content for way in ways)]


def told_in(cell: object) -> list[str]:
    """Return which secrets a cell of a row tells, unpacked and read."""
    return [one for one in SECRETS if any(one in text for text in unpacked(cell))]


def cells(file: Path, keys: Keys, page: int) -> Iterator[object]:
    """Yield every cell of every table of a file, opened with the key of the files."""
    with closing(open_file(file, keys.files, Use.READ, page)) as connection:
        wanted = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        for (name,) in connection.execute(wanted).fetchall():
            for row in connection.execute(f'SELECT * FROM "{name}"'):  # noqa: S608  its own names
                yield from row


def unpacked(cell: object) -> Iterator[str]:
    """Yield what a cell says: as it is, inflated, and the pages of a paper."""
    if not isinstance(cell, bytes):
        yield str(cell)
        return
    yield cell.decode("utf-8", "replace")
    if cell.startswith(b"%PDF"):
        for page in pypdfium2.PdfDocument(cell):
            yield page.get_textpage().get_text_bounded()
        return
    try:
        yield zlib.decompress(cell).decode("utf-8", "replace")
    except zlib.error:
        return
