"""The log is printed with its proof and written out as a table, as far as one may read it."""

from __future__ import annotations

import json
from pathlib import Path

import pypdfium2
import pytest

from app.domain.admin.log import LogWanted
from app.domain.contacts.form import ContactForm
from app.outside.clock import FixedClock
from app.services import contacts, log_papers
from app.services.office import Office
from app.services.permissions import Actor, NotAllowed, Permission, Role
from app.storage.database import Database
from tests.builders import TODAY
from tests.databases import tamper
from tests.employing import CLERK, as_role, hire
from tests.services.test_canary import leaked
from tests.trade import opened_books


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Anna"))
    opened_books(opened)
    opened.do(contacts.add, ContactForm("Kahvila Aamu Oy"))
    return opened


def text_of(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_bounded() for page in pages)


def test_the_log_is_printed_with_its_proof(office: Office) -> None:
    text = text_of(office.ask(log_papers.paper, LogWanted(), "en"))

    assert "Add a contact" in text
    assert "Kahvila Aamu Oy" in text
    assert "its 1 entries are unbroken" in text
    assert "Record of changes: 1 ·" in text


def test_the_paper_names_the_first_entry_that_is_wrong(office: Office) -> None:
    with office.database.write() as unit:
        tamper(unit.connection, "UPDATE audit SET who = 'Eve' WHERE seq = 1")

    assert "Entry 1 of the log is not as it was written" in text_of(
        office.ask(log_papers.paper, LogWanted(), "en")
    )


def test_too_much_is_not_printed(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_papers, "MOST_PRINTED", 0)

    with pytest.raises(log_papers.TooMuchToPrint):
        office.ask(log_papers.paper)


@pytest.mark.parametrize("ending", ["csv", "json", "xlsx"])
def test_the_log_is_written_out(office: Office, tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"log.{ending}"

    exported = office.ask(log_papers.table, target, LogWanted(command="contacts.add"), "en")

    assert exported.rows == 1
    if ending == "json":
        (entry,) = json.loads(target.read_text("utf-8"))
        assert (entry["command"], entry["who"]) == ("contacts.add", "Anna")
    elif ending == "csv":
        lines = target.read_text("utf-8-sig").splitlines()
        assert any("Kahvila Aamu Oy" in line and "Add a contact" in line for line in lines[1:])
    else:
        assert target.stat().st_size > 1000


def test_nothing_found_is_an_empty_list(office: Office, tmp_path: Path) -> None:
    office.ask(log_papers.table, tmp_path / "log.json", LogWanted(who="Nobody"))

    assert json.loads((tmp_path / "log.json").read_text("utf-8")) == []


def test_who_may_not_read_the_audit_writes_nothing_out(office: Office, tmp_path: Path) -> None:
    clerk = as_role(office, Role("clerk", frozenset(Permission) - {Permission.AUDIT_READ}))

    with pytest.raises(NotAllowed):
        clerk.ask(log_papers.table, tmp_path / "log.csv")
    assert not (tmp_path / "log.csv").exists()


def test_no_salary_comes_out_on_paper_or_in_a_file(office: Office, tmp_path: Path) -> None:
    hire(office)
    clerk = as_role(office, CLERK)

    told = [text_of(clerk.ask(log_papers.paper, LogWanted(), "en"))]
    for ending in ("csv", "json"):
        clerk.ask(log_papers.table, tmp_path / f"log.{ending}", LogWanted(), "en")
        told.append((tmp_path / f"log.{ending}").read_text("utf-8"))

    assert leaked("\n".join(told)) == []
    assert leaked(text_of(office.ask(log_papers.paper, LogWanted(), "en")))
