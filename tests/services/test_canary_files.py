"""Nor do files that are handed out, reports of bugs, or rows on a server tell what is private.

Every service function that writes a file is asked by somebody who may do all but read what is
private; what then lies on the disk is searched, packed sheets and pages of paper too.
"""

from __future__ import annotations

import json
import logging
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from sqlalchemy import Connection, inspect, select, table, text

from app.domain.employees.employee import Employee, Private
from app.domain.shared.paging import View
from app.outside.clock import FixedClock
from app.services import (
    contract_papers,
    contracts,
    documents,
    door,
    drafts,
    employee_papers,
    employees,
    filing,
)
from app.services.office import Office
from app.services.people_exports import ListOn, people
from app.services.permissions import Actor
from app.storage.database import Database
from app.ui.kit.crash import described
from tests.builders import TODAY
from tests.databases import on_sqlite
from tests.employing import CLERK, PRIVATE, a_form, as_role, hire
from tests.services import test_door_hostile as hostile
from tests.services.test_canary import Knowing, answer, leaked
from tests.trade import opened_books

ASKED_EACH = 2


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Anna"))
    opened_books(opened)
    return opened


@pytest.fixture
def maija(office: Office, caplog: pytest.LogCaptureFixture) -> Employee:
    """Maija, whose contract was written on paper, shown, and whose file was half typed."""
    caplog.set_level(logging.DEBUG)
    maija = hire(office)
    (contract,) = office.ask(contracts.of, maija.id)
    template = office.do(contract_papers.take_up).result.id
    office.do(contract_papers.show, contract.id, template)
    office.do(contract_papers.write, contract.id, contract.version, template)
    office.do(employee_papers.show_whole, maija.id)
    office.do(drafts.keep, "employee-private", maija.id, maija.version, PRIVATE)
    office.do(employees.change, maija.id, maija.version, a_form(position="Head"))
    return office.ask(employees.get, maija.id)


@on_sqlite
def test_no_file_that_is_handed_out_tells_what_is_private(
    office: Office, maija: Employee, tmp_path: Path
) -> None:
    chance, clerk = Knowing((maija.id, 1, 2)), as_role(office, CLERK)
    written = 0
    for way in door.doorways():
        schema = way.describe()["arguments"]
        targets = [name for name, one in schema["properties"].items() if is_path(one)]
        if targets != ["target"]:
            continue
        for each in range(ASKED_EACH):
            data = hostile.made(chance, schema)
            if not isinstance(data, dict):
                continue
            ending = ("csv", "xlsx")[each % 2]
            data["target"] = str(tmp_path / f"{way.name}-{each}.{ending}")
            told = answer(clerk, way, data)
            assert leaked(told) == [], way.name
            written += Path(data["target"]).exists()

    clerk.ask(people, tmp_path / "people.xlsx", ListOn(View()))
    assert written > 8
    assert found_in(tmp_path) == {}


@on_sqlite
def test_what_is_looked_for_would_be_found_in_files(office: Office, tmp_path: Path) -> None:
    maija = hire(office)
    (tmp_path / "whole.pdf").write_bytes(office.do(employee_papers.show_whole, maija.id).result)
    with zipfile.ZipFile(tmp_path / "packed.zip", "w") as packed:
        packed.writestr("a.csv", PRIVATE.account.iban)

    found = found_in(tmp_path)

    assert PRIVATE.identity_number in found["whole.pdf"]
    assert found["packed.zip"] == [PRIVATE.account.iban]


def test_no_row_of_either_database_and_no_log_tells_what_is_private(
    office: Office, maija: Employee, caplog: pytest.LogCaptureFixture
) -> None:
    (row, *_more) = office.ask(filing.belonging, f"employee:{maija.id}")
    with office.database.read() as unit:
        told = "\n".join(every_row(unit.connection))

    assert "Maija" in told
    assert leaked(told) == []
    assert leaked("\n".join(record.getMessage() for record in caplog.get_records("setup"))) == []
    paper = pypdfium2.PdfDocument(office.ask(documents.content, row.id))
    assert leaked(f"{row.title} {row.file_name} {paper.get_metadata_dict()}") == []


def test_a_clerk_is_told_nothing_on_either_database(office: Office, maija: Employee) -> None:
    clerk, chance = as_role(office, CLERK), Knowing((maija.id, 1, 2))
    near = ("employees", "contracts", "contract_papers", "employee_papers", "photos", "person")
    asked = 0
    for way in door.doorways():
        schema = way.describe()["arguments"]
        if way.name.startswith(near) and hostile.PATH not in json.dumps(schema):
            assert leaked(answer(clerk, way, hostile.made(chance, schema))) == [], way.name
            asked += 1

    assert asked > 30


def test_the_report_of_a_bug_tells_what_broke_and_no_values(
    office: Office, maija: Employee
) -> None:
    private = office.do(employees.show_private, maija.id).result
    with pytest.raises(ValueError, match="Salakuja") as broken:
        break_over(private)
    told = described(broken.type, broken.tb)

    assert "ValueError" in told
    assert leaked(told) == []


def break_over(private: Private) -> None:
    """Break, as a bug does, with what is private in hand and in the words of the error."""
    raise ValueError(private)


def is_path(schema: dict[str, Any]) -> bool:
    """Say whether an argument is the path of a file."""
    return hostile.PATH in json.dumps(schema)


def found_in(folder: Path) -> dict[str, list[str]]:
    """Return which files tell which secrets."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    found = {file.name: leaked("\n".join(texts(file.read_bytes()))) for file in files}
    return {name: secrets for name, secrets in found.items() if secrets}


def texts(content: bytes) -> Iterator[str]:
    """Yield what a file says: its bytes, what is packed in it, and what its pages say."""
    yield content.decode("utf-8", "replace")
    if content.startswith(b"%PDF"):
        for page in pypdfium2.PdfDocument(content):
            yield page.get_textpage().get_text_bounded()
    elif zipfile.is_zipfile(BytesIO(content)):
        with zipfile.ZipFile(BytesIO(content)) as packed:
            for name in packed.namelist():
                yield packed.read(name).decode("utf-8", "replace")


def every_row(connection: Connection) -> Iterator[str]:
    """Yield every row of every table of either database, as text."""
    for name in inspect(connection).get_table_names():
        for row in connection.execute(select(text("*")).select_from(table(name))):
            yield str(tuple(row))
